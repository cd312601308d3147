import ArgumentParser
import Presentation
import ReferenceCorpus
import ReportModel
import ReportQuery

struct CorpusDatasheetCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "datasheet",
        abstract: wording("写语料库的数据说明书（Markdown）。", "Write a corpus's data sheet in Markdown."),
        discussion: discussion(
            """
            依“Datasheets for Datasets”（Gebru 等 2021）；只有所有者知道的留空。
            """,
            """
            After "Datasheets for Datasets" (Gebru et al. 2021); what only the owner knows is left open.
            """,
            examples: """
                zongjie corpus datasheet 维权 --output 维权说明.md
                """))

    @Argument(help: .wording("语料库名。", "The corpus's name."))
    var name: String

    @OptionGroup var index: IndexOption

    @Option(
        name: .shortAndLong,
        help: .wording("写到的文件；默认标准输出。", "The file to write; default: standard output."),
        completion: .file())
    var output: String?

    @Flag(help: .wording("覆盖已有的文件。", "Write over what is there."))
    var force = false

    func run() throws {
        let corpus = try CorpusIndex(try index.open())
        let sheet = try DataSheet(ResolvedCorpus(name, in: corpus), in: corpus).markdown
        guard let output else { return StandardOutput.write(sheet) }
        let file = try OutputFile(path: output, force: force)
        try file.write(sheet)
        try file.commit()
    }
}

struct CorpusPersonalCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "personal",
        abstract: wording("排查语料库里的个人信息。", "Sweep a corpus for personal data."),
        discussion: discussion(
            """
            列出 personal-data.yml 的规则找到的内容和 export --mask 的替换词。
            核对清单（csv）后交给 export --mask-list。退出状态：0 有，1 没有。
            """,
            """
            Lists what the rules of personal-data.yml find, with the replacement export --mask would put. \
            Correct the list (csv) and give it to export --mask-list. Exit status: 0 found, 1 nothing.
            """,
            examples: """
                zongjie corpus personal 维权
                zongjie corpus personal 维权 --format csv > 清单.csv
                """))

    @Argument(help: .wording("语料库名。", "The corpus's name."))
    var name: String

    @OptionGroup var index: IndexOption

    @OptionGroup var output: OutputOptions

    func run() throws {
        let corpus = try CorpusIndex(try index.open())
        let resolved = try ResolvedCorpus(name, in: corpus)
        CorpusNotes.warn(resolved)
        var masking = Masking(try PersonalDataFinder(for: corpus), passages: [])
        try CorpusExport.forEachPassage(resolved, in: corpus) { _, passage in
            masking.collect(passage)
        }
        output.table(Records.personalData, masking.entries)
        if masking.entries.isEmpty { throw ExitCode(1) }
    }
}
