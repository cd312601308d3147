import ArgumentParser
import ReportIndex
import ReportModel
import ReportQuery

struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Print every paragraph with its tags. 导出段落与标签。",
        discussion: """
            Noise is left out unless --all is given.

            Example:
              zongjie export --format jsonl > paragraphs.jsonl
              zongjie export --unit 区妇联 --kind done --format csv > done.csv
            """)

    @OptionGroup var filters: FilterOptions
    @OptionGroup var index: IndexOption

    @Option(help: "jsonl or csv.")
    var format = OutputFormat.jsonl

    @Flag(help: "Print what speaks for each paragraph's tags too.")
    var evidence = false

    func run() throws {
        let filter = try filters.filter
        let reading = try index.open()
        let allowed = try FilteredPassages(reading, filter)
        var count = 0
        var writer = RowWriter(format: format == .text ? .jsonl : format)
        try reading.forEachPassage { passage in
            guard allowed.contains(passage.id) else { return }
            var row = PassageRow.fields(of: passage)
            if evidence {
                row.add("evidence", PassageRow.evidence(try reading.evidence(of: passage)))
            }
            writer.write(row)
            count += 1
        }
        if count == 0 { throw ExitCode(1) }
    }
}
