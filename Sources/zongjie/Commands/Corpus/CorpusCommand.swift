import ArgumentParser

struct CorpusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "corpus",
        abstract: "Build and keep frozen, citable corpora. 参考语料库。",
        discussion: """
            A corpus is a query with the exact passages it gave. Reading reports again never changes it: \
            diff says what has moved, refresh selects again.

            Example:
              zongjie corpus new 维权 --query 维权 --kind done --per-unit 20 --seed 7
              zongjie corpus export 维权 --format tei --output 维权.xml
            """,
        subcommands: [
            CorpusNewCommand.self, CorpusListCommand.self, CorpusShowCommand.self,
            CorpusDiffCommand.self, CorpusRefreshCommand.self, CorpusDeleteCommand.self,
            CorpusExportCommand.self, CorpusSplitCommand.self, CorpusDatasheetCommand.self,
            CorpusPersonalCommand.self,
        ])
}
