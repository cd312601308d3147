import ArgumentParser
import ReferenceCorpus
import ReportIndex
import ReportModel
import ReportQuery

struct CorpusListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the corpora of an index. 列出语料库。",
        discussion: """
            Example:
              zongjie corpus list
            """)

    @OptionGroup var index: IndexOption

    @Option(help: "text, jsonl or csv.")
    var format = OutputFormat.text

    func run() throws {
        let list = try index.open().selections()
        TableWriter(
            format: format,
            columns: [
                .init("name", wording("名称", "name"), isText: true),
                .init("passages", wording("段落", "passages")),
                .init("made", wording("冻结时间", "frozen"), isText: true),
                .init("query", wording("检索式", "query"), isText: true),
                .init("filters", wording("条件", "filters"), isText: true),
            ]
        ).write(
            list.map { selection, count in
                let definition = CorpusDefinition(json: selection.definition)
                return [
                    .text(selection.name), .integer(count), .text(selection.made),
                    .text(definition?.query ?? ""), .text(definition?.summary ?? ""),
                ]
            })
        if list.isEmpty { throw ExitCode(1) }
    }
}

struct CorpusShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show a corpus: what was asked, and its passages. 查看语料库。",
        discussion: """
            Example:
              zongjie corpus show 维权
              zongjie corpus show 维权 --format jsonl
            """)

    @Argument(help: "The corpus's name.")
    var name: String

    @OptionGroup var index: IndexOption

    @Option(help: "Passages shown.")
    var limit = 20

    @Option(help: "text, jsonl or csv.")
    var format = OutputFormat.text

    func run() throws {
        let corpus = try CorpusIndex(try index.open())
        let resolved = try ResolvedCorpus(name, in: corpus)
        CorpusNotes.warn(resolved)
        let ids = resolved.ordinals.map { corpus.index.passage(at: $0) }
        let shown = format == .text ? Array(ids.prefix(limit)) : ids
        let passages = try corpus.reading.passages(shown)
        guard format == .text else {
            var writer = RowWriter(format: format)
            for passage in passages { writer.write(PassageRow.fields(of: passage)) }
            return
        }
        CorpusReport.print(resolved.selection, count: resolved.states.count)
        for passage in passages {
            StandardOutput.line(
                "\(ReportNaming.head(passage.report))  \(passage.report.path):\(passage.line)")
            StandardOutput.line(
                "  " + Terminal.fit(passage.text, max(40, Terminal.output.width - 2)))
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
        StandardOutput.line(
            wording(
                """
                语料库 \(selection.name)：\(count) 段（冻结于 \(selection.made)，zongjie \(selection.tool)，索引 \(selection.content)）
                检索式：\(definition.query.isEmpty ? "（无）" : definition.query)
                条件：\(definition.summary)
                符合 \(counts.matched) 段，去掉副本 \(counts.copiesLeftOut)，套话 \(counts.boilerplateLeftOut)，未抽中 \(counts.notDrawn)
                """,
                """
                corpus \(selection.name): \(count) passages (frozen \(selection.made), zongjie \
                \(selection.tool), index \(selection.content))
                query: \(definition.query.isEmpty ? "(none)" : definition.query)
                conditions: \(definition.summary)
                \(counts.matched) matched, copies left out \(counts.copiesLeftOut), boilerplate \
                \(counts.boilerplateLeftOut), not drawn \(counts.notDrawn)
                """))
        for shortfall in counts.shortfalls {
            StandardOutput.line(wording("配额未满 ", "share not filled: ") + shortfall)
        }
    }
}
