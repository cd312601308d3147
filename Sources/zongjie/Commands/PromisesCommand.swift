import ArgumentParser
import ReportIndex
import ReportModel
import ReportQuery

struct PromisesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "promises",
        abstract: "Last year's plans against this year's results. 计划与结果对照。",
        discussion: """
            Each plan for the year is set beside the passage of the year's report that answers it best: kept, \
            reworded, or no trace. “No trace” means that the report does not tell of it.

            Example:
              zongjie promises --unit 望川区妇联
              zongjie promises --unit 望川区妇联 --year 2018 --format csv > 兑现.csv
            """)

    @Option(help: "The unit.")
    var unit: String

    @Option(help: "The year of the results (default: the latest with plans and results).")
    var year: Int?

    @OptionGroup var index: IndexOption

    @Option(help: "text, jsonl or csv.")
    var format = OutputFormat.text

    func run() throws {
        let engine = try ComparisonEngine()
        let review = try engine.promises(
            of: unit, year: year, in: try index.open(within: IndexOption.longestComparison))
        switch format {
        case .text: PromisesReport(review: review).print()
        case .jsonl, .csv:
            var writer = RowWriter(format: format)
            for row in review.rows { writer.write(Self.row(row, review)) }
        }
        if review.rows.isEmpty { throw ExitCode(1) }
    }

    static func row(_ row: PlanReview.Row, _ review: PlanReview) -> OutputRow {
        var output = OutputRow()
        output.add("unit", review.unit.name)
        output.add("year", review.year)
        output.add("outcome", row.outcome.rawValue)
        output.add("plan", .object(ActivityRow.row(row.plan)))
        output.add("result", row.result.map { .object(PassageRow.fields(of: $0)) } ?? .null)
        output.add("quotation", row.quotation)
        output.add("likeness", .number((row.likeness * 1000).rounded() / 1000))
        output.add("why", row.why)
        return output
    }
}
