import Foundation
import GRDB
import ReportIndex
import ReportQuery
import Segmentation
import Synchronization

/// One passage as a scan hands it over: folded text and where its segments end.
struct ScannedPassage {
    let ordinal: Int
    let report: UInt32
    /// The folded text.
    let scalars: [UInt32]
    /// Ends of segments, rising.
    let ends: [Int]

    /// Calls `body` with the range of every word, and whether it stands right after the word before.
    @inline(__always)
    func forEachWord(_ body: (_ range: Range<Int>, _ isAdjacent: Bool) -> Void) {
        var start = 0
        var isAdjacent = false
        for end in ends where end <= scalars.count && end > start {
            if IndexTerms.isWord(scalars[start]) {
                body(start..<end, isAdjacent)
                isAdjacent = true
            } else {
                isAdjacent = false
            }
            start = end
        }
    }

    /// How many words the passage has.
    var wordCount: Int {
        var count = 0
        forEachWord { _, _ in count += 1 }
        return count
    }
}

/// Reads passages in one pass on all cores (扫描): text streams by, and only what `body` gathers stays in
/// memory. Word breaks are the stored ones: nothing is segmented again.
struct PassageScan {
    let corpus: CorpusIndex
    let passages: PassageSet

    /// Below this many passages one core is faster.
    private static let worthSharing = 3000

    /// Runs `body` over every passage; the passages of a report all go to one worker, in order.
    ///
    /// - Parameter make: the state a worker begins with.
    /// - Returns: each worker's state, in the order of the passages they saw.
    /// - Throws: `IndexError` with what SQLite said.
    func run<Part: Sendable>(
        _ make: @Sendable () -> Part, _ body: @Sendable (inout Part, ScannedPassage) -> Void
    ) throws(IndexError) -> [Part] {
        let chunks = chunks()
        let results = Mutex<[Int: Result<Part, IndexError>]>([:])
        DispatchQueue.concurrentPerform(iterations: chunks.count) { number in
            let result: Result<Part, IndexError>
            do throws(IndexError) {
                var part = make()
                try read(chunks[number], isFirst: number == 0) { body(&part, $0) }
                result = .success(part)
            } catch {
                result = .failure(error)
            }
            results.withLock { $0[number] = result }
        }
        let finished = results.withLock { $0 }
        var parts: [Part] = []
        for number in chunks.indices {
            if let result = finished[number] { parts.append(try result.get()) }
        }
        return parts
    }

    /// Ordinals in runs of about the same length of text, cut between reports.
    private func chunks() -> [[Int]] {
        let ordinals = passages.ordinals
        let workers = min(4, max(1, ProcessInfo.processInfo.activeProcessorCount))
        guard ordinals.count >= Self.worthSharing, workers > 1 else { return [ordinals] }
        let columns = corpus.index.columns
        let total = ordinals.reduce(0) { $0 + Int(columns.lengths[$1]) }
        var chunks: [[Int]] = []
        var chunk: [Int] = []
        var length = 0
        for ordinal in ordinals {
            if length * workers > total * (chunks.count + 1), let last = chunk.last,
                columns.reports[last] != columns.reports[ordinal]
            {
                chunks.append(chunk)
                chunk = []
            }
            chunk.append(ordinal)
            length += Int(columns.lengths[ordinal])
        }
        chunks.append(chunk)
        return chunks
    }

    private func read(
        _ ordinals: [Int], isFirst: Bool, _ body: (ScannedPassage) -> Void
    ) throws(IndexError) {
        guard let first = ordinals.first, let last = ordinals.last else { return }
        let index = corpus.index
        let database = isFirst ? corpus.database : try IndexDatabase.open(corpus.database.path)
        let isDense = last - first < 4 * ordinals.count
        try database.read { db in
            if isDense {
                try readRange(
                    index.passage(at: first)...index.passage(at: last), db, body)
            } else {
                let statement = try db.cachedStatement(
                    sql: "SELECT text, breaks FROM passage WHERE id = ?")
                for ordinal in ordinals {
                    if let row = try Row.fetchOne(
                        statement, arguments: [index.passage(at: ordinal)])
                    {
                        body(scanned(ordinal, row[0], [UInt8](row[1] as Data)))
                    }
                }
            }
        }
    }

    private func readRange(
        _ ids: ClosedRange<Int64>, _ db: Database, _ body: (ScannedPassage) -> Void
    ) throws {
        let rows = try Row.fetchCursor(
            db,
            sql: "SELECT id, text, breaks FROM passage WHERE id BETWEEN ? AND ? ORDER BY id",
            arguments: [ids.lowerBound, ids.upperBound])
        while let row = try rows.next() {
            guard let ordinal = corpus.index.ordinal(of: row[0]), passages.contains(ordinal) else {
                continue
            }
            body(scanned(ordinal, row[1], [UInt8](row[2] as Data)))
        }
    }

    private func scanned(_ ordinal: Int, _ text: String, _ breaks: [UInt8]) -> ScannedPassage {
        ScannedPassage(
            ordinal: ordinal, report: corpus.index.columns.reports[ordinal],
            scalars: Folding.standard.fold(text), ends: WordBreaks(bytes: breaks).ends)
    }
}
