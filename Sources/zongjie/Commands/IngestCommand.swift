import ArgumentParser
import ReportIndex
import ReportModel

struct IngestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ingest",
        abstract: wording("把报告读入索引。", "Read reports into the index."),
        discussion: discussion(
            """
            文件夹一直读到底。未变的文件不重读；变了的整个替换。
            读不了的文件列出原因，其余照读。--prune 只移除确已不在的文件，
            超过十分之一时先询问，或加 --yes。不写文件夹，就读首次运行 zongjie 时选定的。
            --watch 一直监视（网络共享也行），保存的报告几秒后即可检索；中断不丢失任何内容。
            """,
            """
            Folders are read to the bottom. Unchanged files cost nothing; changed ones are replaced as a \
            whole. A file that cannot be read is named with its reason, and the rest is indexed. --prune \
            drops what is surely gone: its folder can be read and the file is not there. More than a tenth \
            of the files goes only after a question, or with --yes. Without folders those are read that were \
            named when zongjie ran first. --watch goes on reading what is saved there, on a network share too: it is \
            found seconds later, and nothing is lost when it is ended.
            """,
            examples: """
                zongjie ingest Corpus/
                zongjie ingest 2019年总结/ --index work.sqlite --prune
                zongjie ingest 扫描件/ --ocr
                zongjie ingest /mnt/共享/总结 --watch --prune
                """))

    @Argument(
        help: .wording(
            "要读的文件和文件夹（默认为选定的文件夹）。",
            "Files and folders to read (default: the folders that were named)."))
    var paths: [String] = []

    @OptionGroup var index: IndexOption

    @Option(
        help: .wording(
            "按此编码读文本，不自动判断（GB18030、Big5、UTF-16LE……）。",
            "Read text in this encoding in place of the detected one (GB18030, Big5, UTF-16LE …).")
    )
    var encoding: String?

    @OptionGroup var ocr: RecognitionOptions
    @OptionGroup var meaning: MeaningOptions

    @Option(
        name: .customLong("max-size"),
        help: .wording("跳过大于此的文件（MB）。", "Skip files above this size, in MB."))
    var maximumSize = 64

    @Flag(
        help: .wording(
            "移除这些文件夹里已不在的文件。", "Drop files from the index that are gone from these folders."))
    var prune = false

    @Flag(
        help: .wording(
            "移除超过十分之一的文件时不再询问。", "Drop more than a tenth of the files without a question."))
    var yes = false

    @Flag(help: .wording("未变的文件也重读。", "Read unchanged files again too."))
    var fresh = false

    @Flag(help: .wording("一直监视，随存随读。", "Go on, and read what is saved."))
    var watch = false

    /// Ends together with the process that started it, which serves what it reads.
    @Flag(name: .customLong("child"), help: .private)
    var isChild = false

    @Flag(
        name: .customLong("no-wait"),
        help: .wording("别的进程正在写索引时立即放弃。", "Give up at once when another process writes the index.")
    )
    var noWait = false

    func validate() throws {
        try Usage.range("max-size", maximumSize, 1...1 << 20)
        if let input = paths.first(where: StandardInput.isNamed) {
            throw ValidationError(
                wording(
                    "\(input)：标准输入不能重读，请先存成文件",
                    "\(input): standard input cannot be read again; save it as a file first"))
        }
        guard paths.isEmpty, folders.list.isEmpty else { return }
        guard !watch, !FolderQuestion.canBeAsked else { return }
        throw ValidationError(
            wording(
                "请写明报告在哪个文件夹：zongjie ingest 文件夹/",
                "name the folder of the reports: zongjie ingest FOLDER/"))
    }

    private var folders: ReportFolders { ReportFolders(beside: index.path) }

    func run() async throws {
        var paths = paths.isEmpty ? folders.list : paths
        if paths.isEmpty, let folder = try FolderQuestion.ask(folders) { paths = [folder] }
        if watch {
            var rounds = WatchRounds(self, folders)
            return try await rounds.run()
        }
        guard !paths.isEmpty else { throw ExitCode(1) }
        let index = index.path
        let summary = try await IngestRound(self).run(paths, isFresh: fresh) {
            IngestReport(summary: $0, seconds: $1, index: index).print()
        }
        if prune, summary.kept > 0 {
            StandardError.line(
                wording(
                    "已不在的 \(summary.kept) 个文件超过十分之一，仍留在索引里：确认后加 --yes",
                    "\(summary.kept) files that are gone, more than a tenth, stay in the index: add --yes if that is right"
                ))
        }
        if summary.isIncomplete || (prune && summary.kept > 0) { throw ExitCode(2) }
    }
}
