import ArgumentParser
import ReferenceCorpus
import ReportModel
import ReportQuery

struct ConcordanceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "concordance",
        abstract: "Show a word in its contexts, line under line. 语境共现（KWIC）。",
        discussion: """
            What is looked for is taken as it is written; the query language of search works here too.

            Example:
              zongjie concordance 留守儿童 --sort right
              zongjie concordance 两癌 --year 2015-2018 --sample 50 --seed 7 --format csv
            """)

    @Argument(help: "What to look for; several words are joined by blanks.")
    var query: [String]

    @OptionGroup var scope: ScopeOptions

    @Option(help: "source, left, right, unit or year.")
    var sort = Concordance.Order.source

    @Option(help: "Lines shown.")
    var limit = 100

    @Option(help: "A random choice of so many lines.")
    var sample: Int?

    @Option(help: "The random choice's seed: the same seed gives the same lines.")
    var seed: UInt64 = 1

    @Option(help: "text, jsonl or csv.")
    var format = OutputFormat.text

    func validate() throws {
        guard limit > 0, sample ?? 1 > 0 else {
            throw ValidationError(
                wording("--limit 与 --sample 应大于 0", "--limit and --sample must be above 0"))
        }
    }

    func run() throws {
        let query = try scope.query(self.query.joined(separator: " "))
        guard !query.texts.isEmpty else {
            throw QueryError(
                place: wording("检索式", "query"),
                problem: wording("没有要找的词", "there is nothing to look for"))
        }
        let corpus = try scope.open()
        let concordance = try Concordance(
            query, corpus: corpus, within: try scope.frozen(corpus), order: sort, limit: limit,
            sample: sample, seed: seed)
        switch format {
        case .text: print(concordance)
        case .jsonl, .csv:
            var writer = RowWriter(format: format)
            for line in concordance.lines { writer.write(row(line)) }
        }
        if concordance.lines.isEmpty { throw ExitCode(1) }
    }

    private func row(_ line: Concordance.Line) -> OutputRow {
        let report = line.passage.report
        var row = OutputRow()
        row.add("left", String(line.left.suffix(60)))
        row.add("match", line.match)
        row.add("right", String(line.right.prefix(60)))
        row.add("unit", report.unit.name)
        row.add("unit_type", report.unit.type.rawValue)
        row.add("year", report.year.year)
        row.add("concerns_year", line.passage.concernsYear)
        row.add("kind", line.passage.kind.rawValue)
        row.add("topics", line.passage.topics.map(\.rawValue))
        row.add("source", PassageRow.source(line.passage))
        row.add("span", .list([.integer(line.range.lowerBound), .integer(line.range.upperBound)]))
        row.add("id", Int(line.passage.id))
        return row
    }

    /// Matches stand under each other: the left side is filled up to half of what the window leaves.
    private func print(_ concordance: Concordance) {
        let terminal = Terminal.output
        let sources = concordance.lines.map { line in
            ReportNaming.head(line.passage.report) + " "
                + (line.passage.report.path.split(separator: "/").last.map(String.init) ?? "")
                + ":\(line.passage.line)"
        }
        let match = concordance.lines.reduce(0) { max($0, Terminal.columns($1.match)) }
        let source = min(34, sources.reduce(0) { max($0, Terminal.columns($1)) })
        let side = max(10, (max(terminal.width, 80) - match - source - 8) / 2)
        for (line, name) in zip(concordance.lines, sources) {
            let left = Self.tail(line.left, side)
            let right = Terminal.fit(Self.flat(line.right), side)
            StandardOutput.line(
                String(repeating: " ", count: max(0, side - Terminal.columns(left))) + left
                    + terminal.match(line.match)
                    + String(repeating: " ", count: match - Terminal.columns(line.match))
                    + Terminal.pad(right, side) + "  " + terminal.dim(Terminal.fit(name, source)))
        }
        StandardOutput.line(
            wording(
                "共 \(concordance.count) 处，\(concordance.passageCount) 段；显示 \(concordance.lines.count) 行",
                "\(concordance.count) matches in \(concordance.passageCount) passages; "
                    + "\(concordance.lines.count) lines shown"))
    }

    /// The end of a text that fits.
    private static func tail(_ text: String, _ width: Int) -> String {
        let text = flat(text)
        guard Terminal.columns(text) > width else { return text }
        var used = 1
        var kept: [Unicode.Scalar] = []
        for scalar in text.unicodeScalars.reversed() {
            used += Terminal.columns(scalar)
            if used > width { break }
            kept.append(scalar)
        }
        return "…" + String(String.UnicodeScalarView(kept.reversed()))
    }

    private static func flat(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.map { $0.value < 0x20 ? " " : $0 }))
    }
}
