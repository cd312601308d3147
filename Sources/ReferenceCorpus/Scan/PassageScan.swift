import ReportModel
import Foundation
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
    /// - Throws: `ReportError` with what SQLite said.
    func run<Part: Sendable>(
        _ make: @Sendable () -> Part, _ body: @Sendable (inout Part, ScannedPassage) -> Void
    ) throws(ReportError) -> [Part] {
        let chunks = chunks()
        let results = Mutex<[Int: Result<Part?, ReportError>]>([:])
        DispatchQueue.concurrentPerform(iterations: chunks.count) { number in
            let result: Result<Part?, ReportError>
            do throws(ReportError) {
                // A worker reads the same state by a connection of its own, or not at all.
                let reading = number == 0 ? corpus.reading : try corpus.reading.twin()
                result = .success(
                    try reading.map { reading throws(ReportError) in
                        try part(of: chunks[number], reading, make, body)
                    })
            } catch {
                result = .failure(error)
            }
            results.withLock { $0[number] = result }
        }
        let finished = results.withLock { $0 }
        var parts: [Part] = []
        for number in chunks.indices {
            let known = try finished[number]?.get()
            if let known {
                parts.append(known)
            } else {
                parts.append(try part(of: chunks[number], corpus.reading, make, body))
            }
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

    private func part<Part>(
        of ordinals: [Int], _ reading: IndexReading, _ make: @Sendable () -> Part,
        _ body: @Sendable (inout Part, ScannedPassage) -> Void
    ) throws(ReportError) -> Part {
        var part = make()
        guard let first = ordinals.first, let last = ordinals.last else { return part }
        let index = corpus.index
        func add(_ passage: PassageText) {
            guard let ordinal = index.ordinal(of: passage.id), passages.contains(ordinal) else {
                return
            }
            body(&part, scanned(ordinal, passage))
        }
        let isDense = last - first < 4 * ordinals.count
        if isDense {
            try reading.forEachText(
                in: index.passage(at: first)..<index.passage(at: last) + 1, add)
        } else {
            try reading.forEachText(of: ordinals.map(index.passage), add)
        }
        return part
    }

    private func scanned(_ ordinal: Int, _ passage: PassageText) -> ScannedPassage {
        ScannedPassage(
            ordinal: ordinal, report: corpus.index.columns.reports[ordinal],
            scalars: Folding.standard.fold(passage.text),
            ends: WordBreaks(bytes: passage.breaks).ends)
    }
}
