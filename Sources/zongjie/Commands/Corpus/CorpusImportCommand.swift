import ArgumentParser
import ReferenceCorpus
import ReportIndex
import ReportModel

struct CorpusImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Take an exported corpus back. 导入语料库。",
        discussion: """
            A JSON Lines file of corpus export holds what was asked and which passages it gave; they are \
            found again by path, line and text. Nothing is selected anew.

            Example:
              zongjie corpus export 维权 --format jsonl --output 维权.jsonl
              zongjie corpus import 维权 维权.jsonl
            """)

    @Argument(help: "The corpus's name.")
    var name: String

    @Argument(help: "A file of corpus export --format jsonl.")
    var file: String

    @OptionGroup var index: IndexOption

    @Flag(help: "Put it in the place of a corpus of the same name.")
    var force = false

    func run() throws {
        let imported = try SelectionImport.read(file, as: name)
        let selection = try CorpusStore.write(index: index.path) { corpus in
            try CorpusStore.refuse(name, in: corpus, force: force)
            return imported
        }
        CorpusReport.print(selection, count: selection.passages.count)
        CorpusNotes.warn(try ResolvedCorpus(name, in: CorpusIndex(try index.open())))
    }
}
