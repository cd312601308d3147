import ArgumentParser
import Presentation
import ReferenceCorpus
import ReportIndex
import ReportModel
import ReportQuery

struct CorpusListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: wording("列出语料库。", "List the corpora of an index."),
        discussion: discussion(
            examples: """
                zongjie corpus list
                """))

    @OptionGroup var index: IndexOption

    @OptionGroup var output: OutputOptions

    func run() throws {
        let list = try index.open().selections()
        output.table(Records.corpus, list)
        if list.isEmpty { throw ExitCode(1) }
    }
}

struct CorpusShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: wording("查看语料库的条件和段落。", "Show a corpus: what was asked, and its passages."),
        discussion: discussion(
            examples: """
                zongjie corpus show 维权
                zongjie corpus show 维权 --format jsonl
                """))

    @Argument(help: .wording("语料库名。", "The corpus's name."))
    var name: String

    @OptionGroup var index: IndexOption

    @Option(help: .wording("显示的段数。", "Passages shown."))
    var limit = 20

    @OptionGroup var output: OutputOptions

    func validate() throws { try Usage.range("limit", limit, NumberRange.rows) }

    func run() throws {
        let corpus = try CorpusIndex(try index.open())
        let resolved = try ResolvedCorpus(name, in: corpus)
        CorpusNotes.warn(resolved)
        let ids = resolved.ordinals.map { corpus.index.passage(at: $0) }
        let shown = output.isText ? Array(ids.prefix(limit)) : ids
        let passages = try corpus.reading.passages(shown)
        guard output.isText else { return output.write(Records.passage, passages) }
        CorpusReport.print(resolved.selection, count: resolved.states.count)
        for passage in passages {
            StandardOutput.line(
                "\(Naming.head(passage.report))  \(passage.report.path):\(passage.line)")
            StandardOutput.line(
                "  " + TextColumns.fit(passage.text, max(40, Terminal.output.width - 2)))
        }
        if ids.count > shown.count {
            StandardOutput.line(
                wording(
                    "……另有 \(ids.count - shown.count) 段", "… and \(ids.count - shown.count) more"))
        }
    }
}

/// What a corpus is, in a few lines.
enum CorpusReport {
    static func print(_ selection: FrozenSelection, count: Int) {
        let definition = CorpusDefinition(json: selection.definition) ?? CorpusDefinition()
        let counts = SelectionCounts(json: selection.counts)
        for line in lines(selection, definition, counts, count) { StandardOutput.line(line) }
        for shortfall in counts.shortfalls {
            StandardOutput.line(wording("配额未满 ", "share not filled: ") + shortfall)
        }
    }

    private static func lines(
        _ selection: FrozenSelection, _ definition: CorpusDefinition, _ counts: SelectionCounts,
        _ count: Int
    ) -> [String] {
        [
            wording(
                "语料库 \(selection.name)：\(count) 段（冻结于 \(selection.made)，zongjie \(selection.tool)，索引 \(selection.content)）",
                "corpus \(selection.name): \(count) passages (frozen \(selection.made), zongjie \(selection.tool), index \(selection.content))"
            ),
            wording("检索式：", "query: ")
                + (definition.query.isEmpty ? wording("（无）", "(none)") : definition.query),
            wording("条件：", "conditions: ") + definition.summary,
            wording(
                "符合 \(counts.matched) 段，去掉副本 \(counts.copiesLeftOut)，套话 \(counts.boilerplateLeftOut)，未抽中 \(counts.notDrawn)",
                "\(counts.matched) matched, copies left out \(counts.copiesLeftOut), boilerplate \(counts.boilerplateLeftOut), not drawn \(counts.notDrawn)"
            ),
        ]
    }
}
