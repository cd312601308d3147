import ArgumentParser
import ReportIndex
import ReportModel
import ReportQuery

struct DuplicatesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "duplicates",
        abstract: "Find copies between reports, disguised ones too. 查找互抄的报告与段落。",
        discussion: """
            Two passages are a pair when they stand in different reports and one is a copy of the other, though \
            units, places, names, numbers or masks were swapped; what was changed is listed. Passages that \
            only use the same stock phrases are none. A pair is shown when a filter lets one side through.

            Example:
              zongjie duplicates
              zongjie duplicates --unit 经贸局 --format jsonl
              zongjie duplicates --reports
            """)

    @OptionGroup var filters: FilterOptions
    @OptionGroup var index: IndexOption

    @Option(help: "text, jsonl or csv.")
    var format = OutputFormat.text

    @Flag(help: "List pairs of reports of which much is copied, not their paragraphs.")
    var reports = false

    func run() throws {
        let filter = try filters.filter
        let database = try index.open()
        let allowed = try FilteredPassages(database, filter)
        let findings = try CopyFindings.find(in: database)
        var output = DuplicatesOutput(format: format)
        try findings.forEachPair(in: database, where: { allowed.contains($0) }) {
            output.write($0)
        }
        if output.count == 0 { throw ExitCode(1) }
    }
}
