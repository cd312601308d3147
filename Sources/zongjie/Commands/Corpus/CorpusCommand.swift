import ArgumentParser
import ReportModel

struct CorpusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "corpus",
        abstract: wording("建立可引用的冻结语料库。", "Build and keep frozen, citable corpora."),
        discussion: discussion(
            """
            语料库是一个检索式和它当时选出的段落。重读报告不会改变它：
            diff 说明什么变了，refresh 重新选取。
            """,
            """
            A corpus is a query with the exact passages it gave. Reading reports again never changes it: \
            diff says what has moved, refresh selects again.
            """,
            examples: """
                zongjie corpus new 维权 --query 维权 --kind done --per-unit 20 --seed 7
                zongjie corpus export 维权 --format tei --output 维权.xml
                """),
        subcommands: [
            CorpusNewCommand.self, CorpusListCommand.self, CorpusShowCommand.self,
            CorpusDiffCommand.self, CorpusRefreshCommand.self, CorpusDeleteCommand.self,
            CorpusExportCommand.self, CorpusImportCommand.self, CorpusSplitCommand.self,
            CorpusDatasheetCommand.self,
            CorpusPersonalCommand.self,
        ])
}
