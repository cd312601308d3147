import ArgumentParser
import Presentation
import ReferenceCorpus
import ReportIndex
import ReportModel

struct CorpusDiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: wording("语料库冻结后有何变化。", "Say what has changed since a corpus was frozen."),
        discussion: discussion(
            """
            退出状态：0 没有变化，1 有变化。
            """,
            """
            Exit status: 0 nothing has changed, 1 something has.
            """,
            examples: """
                zongjie corpus diff 维权
                zongjie corpus diff 维权 --reselect --format jsonl
                """))

    @Argument(help: .wording("语料库名。", "The corpus's name."))
    var name: String

    @OptionGroup var index: IndexOption

    @Flag(help: .wording("再选一次，说明会增减哪些段。", "Select again too, and say what would come and go."))
    var reselect = false

    @OptionGroup var output: OutputOptions

    func run() throws {
        let corpus = try CorpusIndex(try index.open())
        let resolved = try ResolvedCorpus(name, in: corpus)
        var rows = zip(resolved.selection.passages, resolved.states).compactMap { frozen, state in
            Self.change(state).map {
                CorpusChange($0.name, path: frozen.path, line: frozen.line, now: $0.line)
            }
        }
        if reselect { rows += try reselection(resolved, corpus) }
        output.table(Records.corpusChange, rows)
        if output.isText {
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
        -> [CorpusChange]
    {
        let old = resolved.selection
        let new = try SelectionBuilder(corpus).build(
            name: name, resolved.definition, made: old.made, tool: old.tool)
        func key(_ passage: FrozenPassage) -> String { "\(passage.path)\0\(passage.textHash)" }
        let oldKeys = Set(old.passages.map(key))
        let newKeys = Set(new.passages.map(key))
        let come = new.passages.filter { !oldKeys.contains(key($0)) }
        let go = old.passages.filter { !newKeys.contains(key($0)) }
        return come.map { CorpusChange("would come", path: $0.path, line: nil, now: $0.line) }
            + go.map { CorpusChange("would go", path: $0.path, line: $0.line, now: nil) }
    }
}

struct CorpusRefreshCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "refresh",
        abstract: wording("按原条件重新选取并冻结。", "Select again with the same conditions and freeze anew."),
        discussion: discussion(
            examples: """
                zongjie corpus refresh 维权
                """))

    @Argument(help: .wording("语料库名。", "The corpus's name."))
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
        abstract: wording("删除语料库；报告不动。", "Delete a corpus; the reports stay."),
        discussion: discussion(
            examples: """
                zongjie corpus delete 维权
                """))

    @Argument(help: .wording("语料库名。", "The corpus's name."))
    var name: String

    @OptionGroup var index: IndexOption

    func run() throws {
        let writer = try CorpusStore.writer(index.path)
        guard try writer.remove(name) else {
            throw ReportError(
                place: name, problem: wording("没有这个语料库", "there is no such corpus"),
                advice: wording("用 zongjie corpus list 查看", "see zongjie corpus list"))
        }
        StandardOutput.line(wording("已删除 \(name)", "deleted \(name)"))
    }
}
