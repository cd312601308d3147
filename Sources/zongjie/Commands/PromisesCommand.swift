import ArgumentParser
import Presentation
import ReportIndex
import ReportModel
import ReportQuery

struct PromisesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "promises",
        abstract: wording("上年计划与当年结果对照。", "Last year's plans against this year's results."),
        discussion: discussion(
            """
            当年的每条计划与当年报告里最能答复它的一句对照：kept 兑现、partly 部分（少于
            计划或推迟）、not-kept 未兑现、no-trace 未见；先看数字，再看“未能、拖到”等词。
            “未见”是说报告没有提到。
            """,
            """
            Each plan for the year is set beside the sentence of the year's report that answers it best: kept, \
            partly (less than planned, or late), not-kept, or no-trace, judged by figures first, then by words \
            like 未能, 拖到. “No trace” means that the report does not tell of it.
            """,
            examples: """
                zongjie promises --unit 望川区妇联
                zongjie promises --unit 望川区妇联 --year 2018 --format csv > 兑现.csv
                """))

    @Option(help: .wording("单位。", "The unit."))
    var unit: String

    @Option(
        help: .wording(
            "结果的年份（默认最近有计划和结果的一年）。",
            "The year of the results (default: the latest with plans and results)."))
    var year: Int?

    @OptionGroup var index: IndexOption

    @OptionGroup var output: OutputOptions

    func validate() throws { try Usage.check(request.validate) }

    private var request: PromisesRequest {
        var request = PromisesRequest()
        request.unit = unit
        request.year = year
        return request
    }

    func run() throws {
        let reading = try index.open(within: IndexOption.longestAnswer)
        let review: PlanReview
        do {
            review = try request.answer(in: reading)
        } catch let nothing as ReportError
            where nothing.kind == .notFound && Self.isKnown(unit, reading)
        {
            StandardError.line(nothing.description)
            throw ExitCode(1)
        }
        if output.isText {
            StandardOutput.blocks(PromisesView.blocks(review))
        } else {
            output.write(Records.promise, review.rows.map { ($0, review) })
        }
        if review.rows.isEmpty { throw ExitCode(1) }
    }

    /// Whether the index has the unit: then it is its plans that have nothing to be compared with.
    private static func isKnown(_ unit: String, _ reading: IndexReading) -> Bool {
        (try? UnitSelection(reading).unitOverYears(unit)) != nil
    }
}
