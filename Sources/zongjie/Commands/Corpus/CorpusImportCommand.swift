import ArgumentParser
import ReferenceCorpus
import ReportIndex
import ReportModel

struct CorpusImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: wording("导入语料库。", "Take an exported corpus back."),
        discussion: discussion(
            """
            corpus export 的 JSON Lines 文件记有所问与所选段落；导入时按路径、行号和文字找回，不重新选取。
            """,
            """
            A JSON Lines file of corpus export holds what was asked and which passages it gave; they are \
            found again by path, line and text. Nothing is selected anew.
            """,
            examples: """
                zongjie corpus import 维权 备份.jsonl --force
                """))

    @Argument(help: .wording("语料库名。", "The corpus's name."))
    var name: String

    @Argument(
        help: .wording(
            "corpus export --format jsonl 写出的文件。", "A file of corpus export --format jsonl."),
        completion: .file())
    var file: String

    @OptionGroup var index: IndexOption

    @Flag(help: .wording("替换同名语料库。", "Put it in the place of a corpus of the same name."))
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
