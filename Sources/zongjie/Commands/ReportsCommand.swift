import ArgumentParser
import Presentation
import ReportIndex
import ReportModel

struct ReportsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reports",
        abstract: wording(
            "列出报告及其单位、年份与依据。", "List the reports with unit, year and what speaks for them."),
        discussion: discussion(
            examples: """
                zongjie reports --unit 区妇联 --evidence
                zongjie reports --report-year unknown --format csv > unknown.csv
                """))

    @OptionGroup var filters: FilterOptions
    @OptionGroup var index: IndexOption

    @OptionGroup var output: OutputOptions

    @Flag(help: .wording("每个标签的规则、行号和引文。", "Print rule, line and quotation for each tag."))
    var evidence = false

    @Flag(
        help: .wording(
            "注明是哪份报告的副本；大索引需几秒。",
            "Tell which report each is a copy of; takes seconds on a large index."))
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
        let reports = try request.answer(in: try index.open(within: IndexOption.longestAnswer))
        if output.isText {
            StandardOutput.blocks(ReportsView.blocks(reports, showsEvidence: evidence))
        } else {
            output.write(Records.report, reports)
        }
        if reports.isEmpty { throw ExitCode(1) }
    }
}
