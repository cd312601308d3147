import ArgumentParser
import Presentation
import Foundation
import Documents
import Ingest
import Ingesting
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
            超过十分之一时先询问，或加 --yes。
            """,
            """
            Folders are read to the bottom. Unchanged files cost nothing; changed ones are replaced as a \
            whole. A file that cannot be read is named with its reason, and the rest is indexed. --prune \
            drops what is surely gone: its folder can be read and the file is not there. More than a tenth \
            of the files goes only after a question, or with --yes.
            """,
            examples: """
                zongjie ingest Corpus/
                zongjie ingest 2019年总结/ --index work.sqlite --prune
                zongjie ingest 扫描件/ --ocr
                """))

    @Argument(
        help: .wording("要读的文件和文件夹。", "Files and folders to read."), completion: .file())
    var paths: [String]

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

    @Flag(
        name: .customLong("no-wait"),
        help: .wording("别的进程正在写索引时立即放弃。", "Give up at once when another process writes the index.")
    )
    var noWait = false

    func validate() throws {
        try Usage.range("max-size", maximumSize, 1...1 << 20)
        guard let input = paths.first(where: StandardInput.isNamed) else { return }
        throw ValidationError(
            wording(
                "\(input)：标准输入不能重读，请先存成文件",
                "\(input): standard input cannot be read again; save it as a file first"))
    }

    func run() async throws {
        let options = ReadOptions(
            encoding: encoding, maximumSize: maximumSize << 20, recognition: ocr.recognition)
        // Before anything is read: who asked for a model that is not there should know at once.
        let embedder = try meaning.embedder()
        let writer = try IndexWriter(path: index.path) { holder in
            if !noWait {
                StandardError.line(
                    wording("索引正由 \(holder) 写入，等待中…", "\(holder) is writing the index; waiting"))
            }
            return !noWait
        }
        let run = IngestRun(
            reading: FileReading(
                finder: SourceFinder(options: options), pipeline: try IngestPipeline.standard(),
                options: options),
            writer: writer, isFresh: fresh, onProgress: ProgressLine().show,
            mayRemove: { prune && (yes || !$2 || RemovalQuestion.ask($0, of: $1)) })
        let start = ContinuousClock.now
        let summary = try await run.run(paths)
        let seconds = Double((ContinuousClock.now - start) / .milliseconds(1)) / 1000
        IngestReport(summary: summary, seconds: seconds, index: index.path).print()
        if let embedder { try MeaningOptions.embed(by: embedder, into: writer) }
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
