import ArgumentParser
import Presentation
import ReportQuery

/// The filters as options, the same for every command that looks at passages.
struct FilterOptions: ParsableArguments {
    @Option(
        name: [.long, .customLong("units")],
        help: "Unit name or part of it; several with commas; \"unknown\" too. 单位")
    var unit: [String] = []

    @Option(help: "Unit type: womens-federation, community, school … 单位类型")
    var type: [String] = []

    @Option(help: "Admin level: province, city, county, township, village. 层级")
    var level: [String] = []

    @Option(help: "Place name or part of it. 地区")
    var region: [String] = []

    @Option(
        name: [.long, .customLong("years")],
        help: "Year the work concerns: 2018, 2015-2018, unknown. 年份")
    var year: [String] = []

    @Option(name: .customLong("report-year"), help: "Year the report is filed under. 报告年份")
    var reportYear: [String] = []

    @Option(help: "Topic: rights, health, 维权 … 主题")
    var topic: [String] = []

    @Option(help: "Kind: overview, done, problem, plan, advice. 类型")
    var kind: [String] = []

    @Option(help: "Part of the source's path. 文件")
    var path: [String] = []

    @Flag(help: "Look at noise (banners, front matter) too.")
    var all = false

    func validate() throws {
        try Usage.check { () throws(RequestError) in _ = try request.filter }
    }

    /// The options that were given.
    var request: FilterRequest {
        let fields: [(FilterField, [String])] = [
            (.unit, unit), (.unitType, type), (.level, level), (.region, region), (.year, year),
            (.reportYear, reportYear), (.topic, topic), (.kind, kind), (.path, path),
        ]
        var request = FilterRequest()
        request.conditions = fields.flatMap { field, values in
            values.map { FilterRequest.Condition(field, $0) }
        }
        request.includesNoise = all
        return request
    }
}
