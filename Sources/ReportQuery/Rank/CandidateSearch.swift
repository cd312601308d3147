import Foundation
import GRDB
import ReportIndex

/// Finds the passages that score best for weighted terms without scoring every match (候选检索).
///
/// MaxScore (Turtle and Flood 1995) a term at a time: terms come in order of the most they could add. Once
/// what the remaining terms could add together does not reach the worst passage kept so far, a passage
/// that has none of the earlier terms cannot enter; the remaining lists then only add to passages already
/// met, and their chunks without such a passage are skipped. Shards come in order of the most they
/// could give, and one that cannot reach the worst kept is not read.
struct CandidateSearch {
    let db: Database
    let index: PassageIndex

    struct Term: Sendable, Hashable {
        let key: UInt64
        /// How much the term counts in the question, before its rarity.
        let weight: Float
    }

    private struct OpenList {
        let list: PassageIndex.List
        /// Weight times rarity.
        let factor: Float
        var most: Float { factor * Impact.value(list.entry.greatestLevel) }
    }

    /// The best passages for the terms, best first.
    ///
    /// - Parameter allowed: passages that may be found; `nil` for all.
    func best(_ terms: [Term], limit: Int, allowed: PassageSet?) throws -> [BoundedHeap.Item] {
        let opened = try open(terms)
        var heap = BoundedHeap(limit: limit)
        let order = opened.indices
            .map { shard in (shard, opened[shard].reduce(0) { $0 + $1.most }) }
            .sorted { $0.1 > $1.1 }
        var scores: [Float] = []
        for (shard, most) in order where most > heap.threshold {
            collect(
                opened[shard].sorted { $0.most > $1.most }, shard: index.shards[shard],
                allowed: allowed, scores: &scores, heap: &heap)
        }
        return heap.sorted
    }

    /// The lists of every shard, with the rarity of their terms over all shards (the idf of BM25 as Lucene
    /// has it, which is never negative).
    private func open(_ terms: [Term]) throws -> [[OpenList]] {
        var opened = [[OpenList]](repeating: [], count: index.shards.count)
        for term in terms {
            var lists: [(Int, PassageIndex.List)] = []
            var frequency = 0
            for (number, shard) in index.shards.enumerated() {
                guard let list = try index.list(of: term.key, in: shard, db) else { continue }
                frequency += list.entry.frequency
                lists.append((number, list))
            }
            let count = Double(max(index.passageCount, frequency))
            let rarity = log(1 + (count - Double(frequency) + 0.5) / (Double(frequency) + 0.5))
            for (number, list) in lists {
                opened[number].append(OpenList(list: list, factor: term.weight * Float(rarity)))
            }
        }
        return opened
    }

    private func collect(
        _ lists: [OpenList], shard: PassageIndex.Shard, allowed: PassageSet?,
        scores: inout [Float], heap: inout BoundedHeap
    ) {
        if scores.count < shard.ordinals.count {
            scores = Array(repeating: 0, count: shard.ordinals.count)
        }
        var met: [Int] = []
        var rest = lists.reduce(0) { $0 + $1.most }
        var last = -1
        for (number, open) in lists.enumerated() {
            let isOpenToNew = rest > heap.threshold
            rest -= open.most
            if !isOpenToNew, number > 0, last < 0 {
                met.sort()
                last = met.last ?? -1
            }
            let later = rest
            let threshold = heap.threshold
            let factor = open.factor
            var next = 0
            PostingList.forEach(in: open.list.bytes, entry: open.list.entry) { places, level in
                if isOpenToNew {
                    return number > 0 || factor * Impact.value(level) + later > threshold
                }
                while next < met.count, met[next] < places.lowerBound { next += 1 }
                return next < met.count && met[next] <= places.upperBound
            } _: { posting in
                let place = posting.place
                let score = scores[place]
                if score == 0 {
                    guard isOpenToNew else { return }
                    met.append(place)
                }
                scores[place] = score + factor * Impact.value(posting.level)
            }
        }
        for place in met {
            let score = scores[place]
            scores[place] = 0
            let ordinal = shard.ordinals.lowerBound + place
            if score > heap.threshold, allowed?.contains(ordinal) ?? true {
                heap.offer(score, ordinal)
            }
        }
    }
}
