import ArgumentParser
import Presentation
import ReportModel
import ReportQuery

/// The filters as options, the same for every command that looks at passages.
struct FilterOptions: ParsableArguments {
    @Option(
        name: [.long, .customLong("units")],
        help: .wording(
            "单位名或其一部分，可用逗号隔开几个；unknown 为未知。",
            "Unit name or part of it; several with commas; \"unknown\" too."))
    var unit: [String] = []

    @Option(help: .wording("单位类型：妇联、社区、学校……", "Unit type: womens-federation, community, school …"))
    var type: [String] = []

    @Option(
        help: .wording(
            "行政层级：省、市、区县、乡镇街道、社区村。", "Admin level: province, city, county, township, village."))
    var level: [String] = []

    @Option(help: .wording("地名或其一部分。", "Place name or part of it."))
    var region: [String] = []

    @Option(
        name: [.long, .customLong("years")],
        help: .wording(
            "工作年份：2018、2015-2018、unknown（未知）。", "Year the work concerns: 2018, 2015-2018, unknown.")
    )
    var year: [String] = []

    @Option(
        name: .customLong("report-year"), help: .wording("报告年份。", "Year the report is filed under.")
    )
    var reportYear: [String] = []

    @Option(help: .wording("主题：维权、健康、rights……", "Topic: rights, health, 维权 …"))
    var topic: [String] = []

    @Option(help: .wording("类型：概述、做法、问题、计划、建议。", "Kind: overview, done, problem, plan, advice."))
    var kind: [String] = []

    @Option(help: .wording("文件路径的一部分。", "Part of the source's path."))
    var path: [String] = []

    @Flag(help: .wording("也看噪声（横幅、题头）。", "Look at noise (banners, front matter) too."))
    var all = false

    func validate() throws {
        try Usage.check { () throws(ReportError) in _ = try request.filter }
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
