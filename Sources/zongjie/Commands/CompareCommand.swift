import ArgumentParser
import Presentation
import ReportIndex
import ReportModel
import ReportQuery

struct CompareCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract: wording("单位对照，或一个单位各年对照。", "Put units, or one unit's years, side by side."),
        discussion: discussion(
            """
            一行是一类活动，附数字和原话。一个单位各年对照时，每类注明保持、停止或新增；
            “停止”是指末年的报告没有提到。
            """,
            """
            A row is a kind of activity, with figures and quotations. Over the years of one unit each kind is \
            kept, dropped or new; “dropped” means that the last year's report does not mention it.
            """,
            examples: """
                zongjie compare --units 望川区妇联,东浦区妇联 --topic rights
                zongjie compare --unit 望川区妇联 --years 2017,2018,2019 --format csv > 对照.csv
                """))

    @Option(
        name: [.customLong("units"), .customLong("unit")],
        help: .wording("单位，用逗号隔开。", "Units, with commas."))
    var units: [String] = []

    @Option(help: .wording("主题，用逗号隔开。", "Topics, with commas."))
    var topic: [String] = []

    @Option(
        help: .wording("工作年份：2019,2020 或 2017-2020。", "Years of the work: 2019,2020 or 2017-2020."))
    var years: [String] = []

    @Option(
        help: .wording("显示的类数；jsonl 与 csv 默认全部。", "Kinds shown; all in jsonl and csv unless given.")
    )
    var limit: Int?

    @OptionGroup var index: IndexOption

    @OptionGroup var output: OutputOptions

    func validate() throws { try Usage.check(request.validate) }

    private var request: CompareRequest {
        var request = CompareRequest()
        request.units = units
        request.topics = topic
        request.years = years
        request.limit = limit
        return request
    }

    func run() throws {
        let comparison = try request.answer(
            in: try index.open(within: IndexOption.longestAnswer))
        if output.isText {
            StandardOutput.blocks(ComparisonView.blocks(comparison, limit: limit ?? 40))
        } else {
            output.write(
                Records.comparison(isOverYears: comparison.isOverYears),
                comparison.cells(limit: limit ?? .max))
        }
        if comparison.rows.isEmpty { throw ExitCode(1) }
    }
}
