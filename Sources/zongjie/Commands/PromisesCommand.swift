import ArgumentParser
import Presentation
import ReportIndex
import ReportQuery

struct PromisesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "promises",
        abstract: "Last year's plans against this year's results. 计划与结果对照。",
        discussion: """
            Each plan for the year is set beside the sentence of the year's report that answers it best: kept, \
            partly (less than planned, or late), not-kept, or no-trace, judged by figures first, then by words \
            like 未能, 拖到. “No trace” means that the report does not tell of it.

            Example:
              zongjie promises --unit 望川区妇联
              zongjie promises --unit 望川区妇联 --year 2018 --format csv > 兑现.csv
            """)

    @Option(help: "The unit.")
    var unit: String

    @Option(
        help: "The year of the results (default: the latest with plans and results).")
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
        let review = try request.answer(in: try index.open())
        if output.isText {
            StandardOutput.blocks(PromisesView.blocks(review))
        } else {
            output.write(Records.promise, review.rows.map { ($0, review) })
        }
        if review.rows.isEmpty { throw ExitCode(1) }
    }
}
