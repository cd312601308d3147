import ArgumentParser
import Presentation
import ReportIndex
import ReportModel
import ReportQuery

struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: wording("导出段落与标签。", "Print every paragraph with its tags."),
        discussion: discussion(
            """
            噪声不导出，除非给 --all。
            """,
            """
            Noise is left out unless --all is given.
            """,
            examples: """
                zongjie export --format jsonl > paragraphs.jsonl
                zongjie export --unit 区妇联 --kind done --format csv > done.csv
                """))

    @OptionGroup var filters: FilterOptions
    @OptionGroup var index: IndexOption

    @Option(help: .wording("jsonl 或 csv。", "jsonl or csv."))
    var format = OutputFormat.jsonl

    @OptionGroup var headings: HeadingOptions

    @Flag(help: .wording("连同标签的依据。", "Print what speaks for each paragraph's tags too."))
    var evidence = false

    func validate() throws {
        guard format != .text else {
            throw ValidationError(
                wording("--format 为 jsonl 或 csv", "--format is jsonl or csv"))
        }
        try headings.check(format)
    }

    func run() throws {
        let filter = try filters.request.filter
        let reading = try index.open()
        let allowed = try FilteredPassages(reading, filter)
        var count = 0
        var plain = RecordWriter(Records.passage, headings.format(format)) {
            StandardOutput.write($0)
        }
        var full = RecordWriter(Records.passageWithEvidence, headings.format(format)) {
            StandardOutput.write($0)
        }
        try reading.forEachPassage { passage in
            guard allowed.contains(passage.id) else { return }
            count += 1
            guard evidence else { return plain.write(passage) }
            full.write((passage, try reading.evidence(of: passage)))
        }
        if count == 0 { throw ExitCode(1) }
    }
}
