import ArgumentParser
import Presentation
import ReportModel

/// How an answer is printed.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
    case text, jsonl, csv
}

/// `--format`, and what goes with it, the same for every command that prints rows.
struct OutputOptions: ParsableArguments {
    @Option(help: .wording("text 文字，jsonl，csv 表格。", "text, jsonl or csv."))
    var format = OutputFormat.text

    @OptionGroup var headings: HeadingOptions

    func validate() throws { try headings.check(format) }

    /// Whether the answer is laid out for people.
    var isText: Bool { format == .text }

    /// Prints rows as JSON Lines or CSV; in text there are none.
    func write<Subject>(_ type: RecordType<Subject>, _ subjects: some Sequence<Subject>) {
        var writer = writer(type)
        for subject in subjects { writer.write(subject) }
    }

    func writer<Subject>(_ type: RecordType<Subject>) -> RecordWriter<Subject> {
        RecordWriter(type, headings.format(format)) { StandardOutput.write($0) }
    }

    /// Prints rows: as a table for people, else as JSON Lines or CSV.
    func table<Subject>(
        _ type: RecordType<Subject>, _ subjects: some Collection<Subject>, unknown: String = ""
    ) {
        guard isText else { return write(type, subjects) }
        StandardOutput.blocks([.table(TableBlock(type, subjects, unknown: unknown))])
    }
}

/// `--chinese-headings`, for commands with a `--format` of their own.
struct HeadingOptions: ParsableArguments {
    @Flag(
        name: .customLong("chinese-headings"),
        help: .wording("配 csv：中文表头。", "With csv: headings in Chinese."))
    var isChinese = false

    /// - Throws: `ValidationError` where headings are not printed.
    func check(_ format: OutputFormat) throws {
        guard isChinese, format != .csv else { return }
        throw ValidationError(
            wording(
                "--chinese-headings 须与 --format csv 同用", "--chinese-headings goes with --format csv"
            ))
    }

    func format(_ format: OutputFormat) -> RecordFormat {
        format == .csv ? .csv(isChinese: isChinese) : .jsonLines
    }
}
