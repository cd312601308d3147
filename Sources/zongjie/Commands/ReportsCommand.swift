import ArgumentParser
import Presentation
import ReportIndex

struct ReportsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reports",
        abstract: "List the reports with unit, year and what speaks for them. 列出报告。",
        discussion: """
            Example:
              zongjie reports --unit 区妇联 --evidence
              zongjie reports --report-year unknown --format csv > unknown.csv
            """)

    @OptionGroup var filters: FilterOptions
    @OptionGroup var index: IndexOption

    @OptionGroup var output: OutputOptions

    @Flag(help: "Print rule, line and quotation for each tag.")
    var evidence = false

    @Flag(help: "Tell which report each is a copy of; takes seconds on a large index.")
    var copies = false

    func validate() throws { try Usage.check(request.validate) }

    private var request: ReportsRequest {
        var request = ReportsRequest()
        request.filters = filters.request
        request.showsEvidence = evidence
        request.findsCopies = copies
        return request
    }

    func run() throws {
        let reports = try request.answer(in: try index.open())
        if output.isText {
            StandardOutput.blocks(ReportsView.blocks(reports, showsEvidence: evidence))
        } else {
            output.write(Records.report, reports)
        }
        if reports.isEmpty { throw ExitCode(1) }
    }
}
