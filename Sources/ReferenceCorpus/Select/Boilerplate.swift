import ReportModel
import ReportIndex
import Segmentation
import ReportQuery

/// Finds passages made of stock sentences (套话): at least half of their characters stand in sentences that
/// four or more reports of the index have word for word.
struct Boilerplate {
    static let leastReports: UInt8 = 4
    static let leastShare = 0.5
    /// Shorter sentences (一是…；) say too little to be stock.
    private static let leastLength = 6

    /// - Throws: `ReportError`.
    static func passages(among passages: PassageSet, of corpus: CorpusIndex) throws(ReportError)
        -> PassageSet
    {
        let parts = try PassageScan(corpus: corpus, passages: corpus.index.searchable).run {
            SentenceReports()
        } _: { reports, passage in
            for sentence in Sentences.ranges(of: passage.scalars)
            where sentence.count >= leastLength {
                reports.add(WordTable.key(passage.scalars, sentence), report: passage.report)
            }
        }
        var counts: [UInt64: UInt8] = [:]
        for part in parts {
            for (key, seen) in part.seen { counts[key, default: 0] &+= min(seen.reports, 60) }
        }
        let stock = Set(counts.filter { $0.value >= leastReports }.map(\.key))
        let found = try PassageScan(corpus: corpus, passages: passages).run {
            [Int]()
        } _: { found, passage in
            var inside = 0
            for sentence in Sentences.ranges(of: passage.scalars)
            where stock.contains(WordTable.key(passage.scalars, sentence)) {
                inside += sentence.count
            }
            if Double(inside) >= leastShare * Double(max(1, passage.scalars.count)) {
                found.append(passage.ordinal)
            }
        }
        var set = PassageSet(capacity: passages.capacity)
        for ordinal in found.joined() { set.insert(ordinal) }
        return set
    }

    private struct SentenceReports: Sendable {
        var seen: [UInt64: (reports: UInt8, last: UInt32)] = [:]

        mutating func add(_ key: UInt64, report: UInt32) {
            guard let known = seen[key] else {
                seen[key] = (1, report)
                return
            }
            if known.last != report { seen[key] = (min(known.reports, 59) + 1, report) }
        }
    }
}
