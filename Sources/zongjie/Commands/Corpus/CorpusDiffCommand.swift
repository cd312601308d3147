import ArgumentParser
import ReferenceCorpus
import ReportIndex
import ReportModel

struct CorpusDiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Say what has changed since a corpus was frozen. 语料库与索引的差异。",
        discussion: """
            Exit status: 0 nothing has changed, 1 something has.

            Example:
              zongjie corpus diff 维权
              zongjie corpus diff 维权 --reselect --format jsonl
            """)

    @Argument(help: "The corpus's name.")
    var name: String

    @OptionGroup var index: IndexOption

    @Flag(help: "Select again too, and say what would come and go.")
    var reselect = false

    @Option(help: "text, jsonl or csv.")
    var format = OutputFormat.text

    func run() throws {
        let corpus = try CorpusIndex(try index.open())
        let resolved = try ResolvedCorpus(name, in: corpus)
        var rows: [[OutputValue]] = []
        for (frozen, state) in zip(resolved.selection.passages, resolved.states) {
            guard let change = Self.change(state) else { continue }
            rows.append([
                .text(change.name), .text(frozen.path), .integer(frozen.line),
                change.line.map { .integer($0) } ?? .null,
            ])
        }
        if reselect { rows += try reselection(resolved, corpus) }
        TableWriter(
            format: format,
            columns: [
                .init("change", wording("变化", "change"), isText: true),
                .init("path", wording("文件", "path"), isText: true),
                .init("line", wording("行", "line")), .init("now", wording("现行", "now")),
            ]
        ).write(rows)
        if format == .text {
            let same = resolved.states.count(where: \.isSame)
            StandardOutput.line(
                wording(
                    "\(resolved.states.count) 段中 \(same) 段与冻结时相同",
                    "\(same) of \(resolved.states.count) passages are as they were frozen"))
        }
        if !rows.isEmpty { throw ExitCode(1) }
    }

    private static func change(_ state: ResolvedCorpus.State) -> (name: String, line: Int?)? {
        switch state {
        case .same: nil
        case .moved(_, let line): ("moved", line)
        case .retagged: ("retagged", nil)
        case .changed: ("changed", nil)
        case .gone: ("gone", nil)
        }
    }

    private func reselection(_ resolved: ResolvedCorpus, _ corpus: CorpusIndex) throws
        -> [[OutputValue]]
    {
        let old = resolved.selection
        let new = try SelectionBuilder(corpus).build(
            name: name, resolved.definition, made: old.made, tool: old.tool)
        func key(_ passage: FrozenPassage) -> String { "\(passage.path)\0\(passage.textHash)" }
        let oldKeys = Set(old.passages.map(key))
        let newKeys = Set(new.passages.map(key))
        let come = new.passages.filter { !oldKeys.contains(key($0)) }
        let go = old.passages.filter { !newKeys.contains(key($0)) }
        return come.map { [.text("would come"), .text($0.path), .null, .integer($0.line)] }
            + go.map { [.text("would go"), .text($0.path), .integer($0.line), .null] }
    }
}

struct CorpusRefreshCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "refresh",
        abstract: "Select again with the same conditions and freeze anew. 重新选取。",
        discussion: """
            Example:
              zongjie corpus refresh 维权
            """)

    @Argument(help: "The corpus's name.")
    var name: String

    @OptionGroup var index: IndexOption

    func run() throws {
        let selection = try CorpusStore.write(index: index.path) { corpus in
            let old = try ResolvedCorpus(name, in: corpus)
            return try SelectionBuilder(corpus).build(
                name: name, old.definition, made: FreezingTime.now, tool: ToolVersion.current)
        }
        CorpusReport.print(selection, count: selection.passages.count)
    }
}

struct CorpusDeleteCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "delete",
        abstract: "Delete a corpus; the reports stay. 删除语料库。",
        discussion: """
            Example:
              zongjie corpus delete 维权
            """)

    @Argument(help: "The corpus's name.")
    var name: String

    @OptionGroup var index: IndexOption

    func run() throws {
        let writer = try CorpusStore.writer(index.path)
        guard try writer.remove(name) else {
            throw CorpusError(
                place: name, problem: wording("没有这个语料库", "there is no such corpus"),
                advice: wording("用 zongjie corpus list 查看", "see zongjie corpus list"))
        }
        StandardOutput.line(wording("已删除 \(name)", "deleted \(name)"))
    }
}
