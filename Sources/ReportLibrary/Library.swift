import Documents
import Foundation
import Ingest
import Ingesting
import ReportIndex
import ReportQuery
@_exported import ReportModel

/// An index of yearly work summaries (总结库): reads reports, finds passages, compares and freezes them.
///
/// Every call answers from one state of the index, whatever another process commits meanwhile. A library may
/// be used from any number of threads.
///
/// ```swift
/// let library = try Library(at: "reports.sqlite", createsIfMissing: true)
/// try await library.ingest(["Corpus"])
/// for hit in try library.search("留守儿童 关爱").hits {
///     print(hit.passage.place, hit.passage.text)
/// }
/// ```
///
/// Messages of errors, and `why`, are in Chinese for a Chinese locale and in English otherwise.
public struct Library: Sendable {
    /// The index file.
    public let path: String
    let database: IndexDatabase
    let searching: SearchEngine
    let comparing: SimilarEngine

    /// Opens an index.
    ///
    /// - Parameters:
    ///   - path: the index file.
    ///   - createsIfMissing: whether an empty index is made where there is no file.
    /// - Throws: ``LibraryError`` when there is no index, or the file is none, or of another format.
    public init(at path: String, createsIfMissing: Bool = false) throws(LibraryError) {
        self.path = path
        (database, searching, comparing) = try LibraryError.wrapping {
            if createsIfMissing, !FileManager.default.fileExists(atPath: path) {
                try IndexWriter(path: path) { _ in true }.close()
            }
            return (try IndexDatabase.open(path), try SearchEngine(), try SimilarEngine())
        }
    }

    /// Reads files and folders into the index. Unchanged files cost nothing, changed ones are replaced as a
    /// whole; a file that cannot be read is told in the summary, and everything else is indexed.
    ///
    /// - Parameters:
    ///   - paths: files and folders; folders are read to the bottom.
    ///   - drops: whether files that are surely gone from these folders are dropped from the index, also
    ///     when they are many; those of a folder that cannot be looked into stay.
    ///   - waits: whether to wait for another process that writes the index, or to fail.
    /// - Throws: ``LibraryError`` when the index cannot be written; what was committed before stays.
    @discardableResult
    public func ingest(
        _ paths: [String], droppingVanished drops: Bool = false,
        waitingForWriters waits: Bool = true
    ) async throws(LibraryError) -> ReadingSummary {
        do {
            let options = ReadOptions()
            let reading = FileReading(
                finder: SourceFinder(options: options), pipeline: try IngestPipeline.standard(),
                options: options)
            let writer = try IndexWriter(path: path) { _ in waits }
            let run = IngestRun(
                reading: reading, writer: writer, isFresh: false, mayRemove: { _, _, _ in drops })
            let summary = try await run.run(paths)
            try writer.close()
            return ReadingSummary(summary)
        } catch {
            throw LibraryError(error)
        }
    }

    /// The reports of the index, in order of path and line.
    ///
    /// - Throws: ``LibraryError``.
    public func reports() throws(LibraryError) -> [ReportDescription] {
        try LibraryError.wrapping {
            try database.reading().reports().entries.map { ReportDescription($0.summary) }
        }
    }

    /// The passages of a report, by line.
    ///
    /// ```swift
    /// for report in try library.reports() where report.year.year == 2018 {
    ///     print(try library.passages(of: report).count, report.title)
    /// }
    /// ```
    ///
    /// - Throws: ``LibraryError``.
    public func passages(of report: ReportDescription) throws(LibraryError) -> [Passage] {
        try LibraryError.wrapping {
            try database.reading().passages(ofReport: report.id).map { Passage($0) }
        }
    }

    /// The passage with a name as answers give it, `PATH:LINE`, where the end of the path is enough; `nil` when
    /// there is none.
    ///
    /// - Throws: ``LibraryError``.
    public func passage(named name: String) throws(LibraryError) -> Passage? {
        try LibraryError.wrapping {
            try database.reading().passage(named: name).map { Passage($0) }
        }
    }
}

/// What became of the files of one call of ``Library/ingest(_:droppingVanished:waitingForWriters:)``.
public struct ReadingSummary: Sendable {
    /// Files read, and files left as they were.
    public let files: Int
    public let unchanged: Int
    public let reports: Int
    public let passages: Int
    /// Mends of damaged text.
    public let repairs: Int
    /// Files dropped because they are gone.
    public let dropped: Int
    /// Files that could not be read, each with the reason.
    public let skipped: [LibraryError]

    init(_ summary: IngestRun.Summary) {
        files = summary.files
        unchanged = summary.unchanged
        reports = summary.reports
        passages = summary.passages
        repairs = summary.repairs
        dropped = summary.removed
        skipped = summary.skipped.map { LibraryError($0) }
    }
}
