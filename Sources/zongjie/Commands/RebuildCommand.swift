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
            重读每个文件，写到索引旁的新文件，写完再替换。人工认定（tags set）和冻结的
            语料库保留。旧格式的索引也能读。有文件不在或读不了时不改动，除非用 --prune 舍去。
            """,
            """
            Reads every file again, into a file beside the index that takes its place when it is whole. \
            What people decided (tags set) and froze is carried over. Indexes of older formats are read \
            too. When files are gone or cannot be read, nothing is changed unless --prune drops them.
            """,
            examples: """
                zongjie rebuild
                zongjie rebuild --prune --index work.sqlite
                """))

    @OptionGroup var index: IndexOption

    @Flag(help: .wording("舍去不在或读不了的文件。", "Leave out the files that are gone or cannot be read."))
    var prune = false

    @Option(
        name: .customLong("max-size"),
        help: .wording("跳过大于此的文件（MB）。", "Skip files above this size, in MB."))
    var maximumSize = 64

    func validate() throws {
        try Usage.range("max-size", maximumSize, 1...1 << 20)
    }

    func run() async throws {
        let rebuild = try IndexRebuild(path: index.path) { holder in
            StandardError.line(
                wording("索引正由 \(holder) 写入，等待中…", "\(holder) is writing the index; waiting"))
            return true
        }
        let gone = rebuild.files.filter { !FileManager.default.fileExists(atPath: $0.location) }
        for file in gone {
            StandardError.line(wording("文件已不在：", "gone: ") + file.location)
        }
        guard prune || gone.isEmpty else { throw refusal(gone.count) }
        let options = ReadOptions(maximumSize: maximumSize << 20)
        let pipeline = try IngestPipeline.standard()
        let writer = try rebuild.begin()
        let run = IngestRun(
            reading: FileReading(
                finder: SourceFinder(options: options), pipeline: pipeline, options: options),
            writer: writer, prunes: false, isFresh: true, onProgress: IngestProgress().show)
        let start = ContinuousClock.now
        var summary = try await run.run(
            again: rebuild.files.filter { FileManager.default.fileExists(atPath: $0.location) })
        let unread = rebuild.files.count - gone.count - summary.files
        guard prune || unread <= 0 else {
            for skipped in summary.skipped { StandardError.line(skipped.description) }
            try writer.close()
            try rebuild.abandon()
            throw refusal(unread)
        }
        try rebuild.replace(with: writer)
        summary.removed = gone.count
        let seconds = Double((ContinuousClock.now - start) / .milliseconds(1)) / 1000
        IngestReport(summary: summary, seconds: seconds, index: index.path).print()
        if !summary.skipped.isEmpty { throw ExitCode(2) }
    }

    private func refusal(_ count: Int) -> IndexError {
        IndexError(
            place: index.path,
            problem: wording(
                "\(count) 个文件读不到，索引未改动", "\(count) files cannot be read; the index is unchanged"),
            advice: wording(
                "放回这些文件，或用 --prune 舍去", "put them back, or leave them out with --prune"))
    }
}
