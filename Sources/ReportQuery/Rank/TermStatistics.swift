import ReportModel
import Foundation
import ReportIndex
import Segmentation

/// Posting lists and frequencies of the terms of one question, each read once (词项统计).
final class TermStatistics {
    let reading: IndexReading
    let index: PassageIndex
    private let folding = Folding.standard
    private var known: [UInt64: [(shard: Int, list: PassageIndex.List)]] = [:]

    init(reading: IndexReading, index: PassageIndex) {
        self.reading = reading
        self.index = index
    }

    /// Passages there are.
    var passageCount: Int { index.passageCount }

    /// The lists of a term, with the places of their shards.
    func lists(of key: UInt64) throws(ReportError) -> [(shard: Int, list: PassageIndex.List)] {
        if let lists = known[key] { return lists }
        let lists = try reading.lists(of: key, in: index)
        known[key] = lists
        return lists
    }

    func frequency(of key: UInt64) throws(ReportError) -> Int {
        try lists(of: key).reduce(0) { $0 + $1.list.entry.frequency }
    }

    /// In how many passages a folded text stands: exact for two characters; for longer texts the word's own
    /// count, or at most that of its rarest pair; an estimate for a single Han character, which the ranked
    /// index does not have.
    func frequency(of text: String) throws(ReportError) -> Int {
        let scalars = text.unicodeScalars.map(\.value)
        guard scalars.count > 1 || !scalars.allSatisfy(IndexTerms.isHan) else {
            return index.passageCount / 20
        }
        let asWord = try frequency(of: IndexTerms.word(scalars[...]))
        guard asWord == 0, scalars.count > 2 else { return asWord }
        var least = Int.max
        for start in 0..<scalars.count - 1
        where IndexTerms.isHan(scalars[start]) && IndexTerms.isHan(scalars[start + 1]) {
            least = min(
                least, try frequency(of: IndexTerms.pair(scalars[start], scalars[start + 1])))
        }
        return least == .max ? 0 : least
    }

    /// How rare a text is: the idf of BM25 as Lucene has it, which is never negative.
    func rarity(of text: String) throws(ReportError) -> Double {
        Self.rarity(frequency: try frequency(of: text), count: index.passageCount)
    }

    static func rarity(frequency: Int, count: Int) -> Double {
        let count = Double(max(count, frequency))
        return log(1 + (count - Double(frequency) + 0.5) / (Double(frequency) + 0.5))
    }
}
