import ArgumentParser
import Presentation
import ReferenceCorpus
import ReportModel
import ReportQuery

struct CorpusDatasheetCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "datasheet",
        abstract: "Write a corpus's data sheet in Markdown. 数据说明书。",
        discussion: """
            After "Datasheets for Datasets" (Gebru et al. 2021); what only the owner knows is left open.

            Example:
              zongjie corpus datasheet 维权 --output 维权说明.md
            """)

    @Argument(help: "The corpus's name.")
    var name: String

    @OptionGroup var index: IndexOption

    @Option(name: .shortAndLong, help: "The file to write; default: standard output.")
    var output: String?

    @Flag(help: "Write over what is there.")
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
        abstract: "Sweep a corpus for personal data. 个人信息排查。",
        discussion: """
            Lists what the rules of personal-data.yml find, with the replacement export --mask would put. \
            Correct the list (csv) and give it to export --mask-list. Exit status: 0 found, 1 nothing.

            Example:
              zongjie corpus personal 维权
              zongjie corpus personal 维权 --format csv > 清单.csv
            """)

    @Argument(help: "The corpus's name.")
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
