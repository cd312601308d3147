import ArgumentParser
import ReportIndex
import ReportModel

struct TagsListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List what people decided. 列出人工认定。",
        discussion: """
            A decision is outdated when the text it was made on is no longer at its line: it is not used, \
            and waits to be set again or cleared. absent: the index does not hold the file.

            Example:
              zongjie tags list
              zongjie tags list --format csv > decisions.csv
            """)

    @OptionGroup var index: IndexOption

    @Flag(help: "Only those without effect.")
    var outdated = false

    @Option(help: "text, jsonl or csv.")
    var format = OutputFormat.text

    func run() throws {
        var list = try DecisionReader(try index.open()).list()
        if outdated { list = list.filter { $0.state != .applied } }
        var writer = RowWriter(format: format)
        for (decision, state, path) in list {
            if format == .text {
                let line = decision.line > 0 ? decision.line : decision.firstLine
                let mark = state == .applied ? "" : "  " + Self.name(state)
                StandardOutput.line(
                    "\(path):\(line)  \(decision.field.rawValue)=\(decision.value)  "
                        + "\(decision.made.prefix(10))  “\(Terminal.fit(decision.words, 40))”\(mark)"
                )
            } else {
                writer.write(Self.row(decision, state, path))
            }
        }
        if list.isEmpty {
            if format == .text { StandardOutput.line(wording("没有人工认定", "nothing was decided")) }
            throw ExitCode(1)
        }
    }

    private static func name(_ state: DecisionState) -> String {
        switch state {
        case .applied: ""
        case .outdated: wording("已过时：文字已变，未采用", "outdated: the text changed, not used")
        case .absent: wording("索引中没有该文件", "the index does not hold the file")
        }
    }

    private static func row(_ decision: Decision, _ state: DecisionState, _ path: String)
        -> OutputRow
    {
        var source = OutputRow()
        source.add("path", path)
        source.add("line", decision.line > 0 ? decision.line : decision.firstLine)
        var row = OutputRow()
        row.add("source", .object(source))
        row.add("scope", decision.line > 0 ? "paragraph" : "report")
        row.add("field", decision.field.rawValue)
        row.add("value", decision.value)
        row.add("words", decision.words)
        row.add("made", decision.made)
        row.add("state", state.rawValue)
        return row
    }
}
