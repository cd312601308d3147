import Documents
import Foundation
import Ingest
import Ingesting
import ReportIndex
import ReportModel

/// One reading of what changed (一轮入库). The vocabularies are read once for any number of rounds; the index is written,
/// and held against other writers, during a round only.
struct IngestRound {
    let finder: SourceFinder
    private let command: IngestCommand
    private let reading: FileReading
    private let embedder: (any Embedder)?

    /// - Throws: `ReportError` for a vocabulary, or a model that is not there: before anything is read.
    init(_ command: IngestCommand) throws {
        self.command = command
        embedder = try command.meaning.embedder()
        let options = ReadOptions(
            encoding: command.encoding, maximumSize: command.maximumSize << 20,
            recognition: command.ocr.recognition)
        finder = SourceFinder(options: options)
        reading = FileReading(
            finder: finder, pipeline: try IngestPipeline.standard(), options: options)
    }

    /// Reads what changed under the paths, and gives new passages their vectors.
    ///
    /// - Parameter tell: is given what became of the files, and how many seconds it took.
    func run(
        _ paths: [String], isFresh: Bool, failed: [SourceFinder.Found: ReportError] = [:],
        tell: (IngestRun.Summary, _ seconds: Double) -> Void
    ) async throws -> IngestRun.Summary {
        let waits = !command.noWait
        let writer = try IndexWriter(path: command.index.path) { holder in
            if waits { StandardError.waiting(for: holder) }
            return waits
        }
        let (prune, yes, asks) = (command.prune, command.yes, !command.watch)
        let run = IngestRun(
            reading: reading, writer: writer, isFresh: isFresh, onProgress: ProgressLine().show,
            mayRemove: { prune && (yes || !$2 || (asks && RemovalQuestion.ask($0, of: $1))) })
        let start = ContinuousClock.now
        let summary = try await run.run(paths, failed: failed)
        tell(summary, Double((ContinuousClock.now - start) / .milliseconds(1)) / 1000)
        if let embedder { try MeaningOptions.embed(by: embedder, into: writer) }
        return summary
    }
}
