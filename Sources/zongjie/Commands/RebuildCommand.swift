import ArgumentParser
import Presentation
import Foundation
import Documents
import Ingest
import Ingesting
import ReportIndex
import ReportModel

struct RebuildCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rebuild",
        abstract: wording("重建索引。", "Make the index anew from the files it knows."),
        discussion: discussion(
            """
            重读每个文件，一步换下旧索引。人工认定（tags set）和冻结的语料库保留。旧格式的索引
            也能读。有文件不在或读不了时不改动，除非用 --prune 舍去；超过十分之一时先询问，或加
            --yes。--salvage 从损坏的索引里取出还读得出的。
            """,
            """
            Reads every file again and puts the new index in the place of the old one in one step. What \
            people decided (tags set) and froze is carried over. Indexes of older formats are read too. \
            When files are gone or cannot be read, nothing is changed unless --prune drops them; more than \
            a tenth of them only after a question, or with --yes. --salvage takes from a damaged index \
            what can still be read.
            """,
            examples: """
                zongjie rebuild
                zongjie rebuild --salvage --index work.sqlite
                """))

    @OptionGroup var index: IndexOption

    @Flag(help: .wording("舍去不在或读不了的文件。", "Leave out the files that are gone or cannot be read."))
    var prune = false

    @OptionGroup var ocr: RecognitionOptions

    @Flag(
        help: .wording(
            "移除超过十分之一的文件时不再询问。", "Drop more than a tenth of the files without a question."))
    var yes = false

    @Flag(
        help: .wording("从损坏的索引里取出还读得出的。", "Take what can still be read from a damaged index."))
    var salvage = false

    @Option(
        name: .customLong("max-size"),
        help: .wording("跳过大于此的文件（MB）。", "Skip files above this size, in MB."))
    var maximumSize = 64

    func validate() throws {
        try Usage.range("max-size", maximumSize, 1...1 << 20)
    }

    func run() async throws {
        let rebuild = try IndexRebuild(path: index.path, salvages: salvage) { holder in
            StandardError.waiting(for: holder)
            return true
        }
        let gone = rebuild.files.filter { !FileName.exists($0.location) }
        for file in gone {
            StandardError.line(wording("文件已不在：", "gone: ") + file.location)
        }
        guard mayDrop(gone.count, of: rebuild.files.count) else { throw refusal(gone.count) }
        let options = ReadOptions(
            maximumSize: maximumSize << 20, recognition: ocr.recognition)
        let pipeline = try IngestPipeline.standard()
        let writer = try rebuild.begin()
        let run = IngestRun(
            reading: FileReading(
                finder: SourceFinder(options: options), pipeline: pipeline, options: options),
            writer: writer, isFresh: true, onProgress: ProgressLine().show)
        let start = ContinuousClock.now
        var summary = try await run.run(
            again: rebuild.files.filter { FileName.exists($0.location) })
        let unread = rebuild.files.count - gone.count - summary.files
        guard mayDrop(gone.count + max(0, unread), of: rebuild.files.count) else {
            for skipped in summary.skipped { StandardError.line(skipped.description) }
            throw refusal(gone.count + unread)
        }
        try rebuild.replace(with: writer)
        summary.removed = gone.count
        for loss in rebuild.losses { StandardError.line(wording("丢失 ", "lost ") + loss) }
        let seconds = Double((ContinuousClock.now - start) / .milliseconds(1)) / 1000
        IngestReport(summary: summary, seconds: seconds, index: index.path).print()
        if summary.isIncomplete || !rebuild.losses.isEmpty { throw ExitCode(2) }
    }

    private func mayDrop(_ count: Int, of all: Int) -> Bool {
        count == 0
            || (prune
                && (yes || !IngestRun.isMuch(count, of: all) || RemovalQuestion.ask(count, of: all)))
    }

    private func refusal(_ count: Int) -> ReportError {
        ReportError(
            place: index.path,
            problem: wording(
                "\(count) 个文件读不到，索引未改动", "\(count) files cannot be read; the index is unchanged"),
            advice: wording(
                "放回这些文件，或用 --prune 舍去；超过十分之一时再加 --yes",
                "put them back, or leave them out with --prune; above a tenth add --yes"))
    }
}
