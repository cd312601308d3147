import ArgumentParser
import Presentation
import ReportIndex
import ReportModel

struct TagsListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: wording("列出人工认定。", "List what people decided."),
        discussion: discussion(
            """
            认定所据的文字已不在原行时为 outdated：不采用，等待重新认定或撤销。
            absent：索引里没有这个文件。
            """,
            """
            A decision is outdated when the text it was made on is no longer at its line: it is not used, \
            and waits to be set again or cleared. absent: the index does not hold the file.
            """,
            examples: """
                zongjie tags list
                zongjie tags list --format csv > decisions.csv
                """))

    @OptionGroup var index: IndexOption

    @Flag(help: .wording("只列不起作用的。", "Only those without effect."))
    var outdated = false

    @OptionGroup var output: OutputOptions

    func run() throws {
        var list = try DecisionReader(try index.open()).list()
        if outdated { list = list.filter { $0.state != .applied } }
        let decisions = list.map { ListedDecision($0, $1, path: $2) }
        guard output.isText else {
            output.write(Records.decision, decisions)
            if list.isEmpty { throw ExitCode(1) }
            return
        }
        for item in decisions {
            let mark = item.state == .applied ? "" : "  " + Self.name(item.state)
            StandardOutput.line(
                "\(item.path):\(item.line)  "
                    + "\(item.decision.field.rawValue)=\(item.decision.value)  "
                    + "\(item.decision.made.prefix(10))  "
                    + "“\(TextColumns.fit(item.decision.words, 40))”\(mark)")
        }
        if list.isEmpty {
            StandardOutput.line(wording("没有人工认定", "nothing was decided"))
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
}
