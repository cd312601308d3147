import ReportIndex
import ReportModel
import Segmentation
import TestSupport
import Testing

@testable import ReportQuery

/// The pruned search for candidates against one that scores everything.
@Suite struct CandidateSearchTests {
    @Test func `the best candidates are those of a scorer that skips nothing`() throws {
        let oracle = try SearchOracle.shared()
        try compare(oracle.reading, seed: 1, rounds: 30)
    }

    @Test func `many shards give the same best`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path("shards.sqlite")
        // Shards of half the capacity are closed: four writes, made of short invented passages.
        var random = SeededRandom(12)
        let words = ["妇女", "儿童", "检查", "培训", "维权", "家庭", "社区", "就业", "春节", "慰问"]
        for part in 0..<3 {
            let texts = (0..<17_000).map { _ in
                (0..<1 + random.below(3)).map { _ in words[min(random.below(10), random.below(10))]
                }
                .joined(separator: "，")
            }
            try TestIndex.write([TestIndex.source("\(part).txt", texts)], to: path)
        }
        let reading = try IndexDatabase.open(path).reading()
        #expect(try reading.index().shards.count >= 3)
        try compare(reading, seed: 2, rounds: 4)
    }

    private func compare(_ reading: IndexReading, seed: UInt64, rounds: Int) throws {
        var random = SeededRandom(seed)
        let index = try reading.index()
        let search = CandidateSearch(
            index: index, statistics: TermStatistics(reading: reading, index: index))
        let keys = try terms(reading, &random)
        for round in 0..<rounds {
            let wanted = (0..<1 + random.below(8)).map { _ in
                CandidateSearch.Term(
                    key: keys[random.below(keys.count)],
                    weight: Float(1 + random.below(10)) / 10)
            }
            let distinct = Array(
                Dictionary(wanted.map { ($0.key, $0) }, uniquingKeysWith: { $1 }).values)
            let one = 2 + random.below(30)
            let allowed =
                round.isMultiple(of: 3)
                ? nil
                : PassageSet(capacity: index.columns.count) { $0 % one == 0 || $0 > 1_000_000 }
            for limit in [1, 10, 100] {
                let best = try search.best(distinct, limit: limit, allowed: allowed)
                let naive = try scores(distinct, index, search.statistics)
                    .filter { allowed?.contains($0.key) ?? true }
                let top = naive.values.sorted(by: >).prefix(limit)
                #expect(best.count == top.count, "limit \(limit), round \(round)")
                for (item, score) in zip(best, top) {
                    #expect(abs(item.score - score) < 1e-3 * max(1, score))
                    let own = try #require(naive[item.ordinal])
                    #expect(abs(own - item.score) < 1e-3 * max(1, own))
                }
            }
        }
    }

    /// Every passage with any of the terms, scored.
    private func scores(
        _ terms: [CandidateSearch.Term], _ index: PassageIndex, _ statistics: TermStatistics
    ) throws -> [Int: Float] {
        var scores: [Int: Float] = [:]
        for term in terms {
            let lists = try statistics.lists(of: term.key)
            let rarity = TermStatistics.rarity(
                frequency: lists.reduce(0) { $0 + $1.list.entry.frequency },
                count: index.passageCount)
            for (shard, list) in lists {
                PostingList.forEach(in: list.bytes, entry: list.entry) { posting in
                    scores[index.shards[shard].ordinals.lowerBound + posting.place, default: 0] +=
                        term.weight * Float(rarity) * Impact.value(posting.level)
                }
            }
        }
        return scores
    }

    /// Pairs of characters from random passages: common and rare ones.
    private func terms(_ reading: IndexReading, _ random: inout SeededRandom) throws -> [UInt64] {
        var keys: Set<UInt64> = [IndexTerms.pair(0x5987, 0x5973), IndexTerms.pair(0x5DE5, 0x4F5C)]
        try reading.forEachPassage { passage in
            let text = Folding.standard.fold(passage.text)
            guard text.count > 1, keys.count < 400, random.below(3) == 0 else { return }
            let start = random.below(text.count - 1)
            if IndexTerms.isHan(text[start]), IndexTerms.isHan(text[start + 1]) {
                keys.insert(IndexTerms.pair(text[start], text[start + 1]))
            }
        }
        return keys.sorted()
    }
}
