import ReportModel
import ReportIndex

/// Finds the passages that score best for weighted terms without scoring every match (候选检索).
///
/// MaxScore (Turtle and Flood 1995) a term at a time: terms come in order of the most they could add. Once
/// what the remaining terms could add together does not reach the worst passage kept so far, a passage
/// that has none of the earlier terms cannot enter; the remaining lists then only add to passages already
/// met, and their chunks without such a passage are skipped. Shards come in order of the most they
/// could give, and one that cannot reach the worst kept is not read.
struct CandidateSearch {
    let index: PassageIndex
    let statistics: TermStatistics

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
    /// - Parameters:
    ///   - allowed: passages that may be found; `nil` for all.
    ///   - mostTerms: how many of the strongest terms are looked up.
    func best(
        _ terms: [Term], limit: Int, allowed: PassageSet?, mostTerms: Int = Self.mostTerms
    ) throws(ReportError) -> [BoundedHeap.Item] {
        let opened = try open(terms, mostTerms: mostTerms)
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

    /// A long question is looked up by this many of its strongest terms; the second look reads them all.
    static let mostTerms = 32

    /// The lists of every shard for the strongest terms, with the rarity of the terms over all shards.
    private func open(_ terms: [Term], mostTerms: Int) throws(ReportError) -> [[OpenList]] {
        let weighted = try terms.map { term throws(ReportError) in
            let rarity = TermStatistics.rarity(
                frequency: try statistics.frequency(of: term.key), count: index.passageCount)
            return (key: term.key, factor: term.weight * Float(rarity))
        }
        let strongest = weighted.sorted { ($1.factor, $0.key) < ($0.factor, $1.key) }
            .prefix(mostTerms)
        var opened = [[OpenList]](repeating: [], count: index.shards.count)
        for term in strongest {
            for (shard, list) in try statistics.lists(of: term.key) {
                opened[shard].append(OpenList(list: list, factor: term.factor))
            }
        }
        return opened
    }

    /// Places are watched in stretches of two to this power.
    private static let stretch = 5

    private func collect(
        _ lists: [OpenList], shard: PassageIndex.Shard, allowed: PassageSet?,
        scores: inout [Float], heap: inout BoundedHeap
    ) {
        if scores.count < shard.ordinals.count {
            scores = Array(repeating: 0, count: shard.ordinals.count)
        }
        let count = shard.ordinals.count
        let start = shard.ordinals.lowerBound
        var met: [Int] = []
        var floor = heap.threshold
        var best: Float = 0
        // Which stretches of places hold a passage already met.
        var stretches = [Bool](repeating: false, count: shard.ordinals.count >> Self.stretch + 1)
        var rest = lists.reduce(0) { $0 + $1.most }
        var isOpenToNew = true
        for (number, open) in lists.enumerated() {
            if isOpenToNew {
                // What the best have so far, they keep: the least of them is a floor for all others.
                if rest <= best, met.count > heap.limit {
                    floor = max(floor, Self.floor(of: met, scores, heap.limit, best: best))
                }
                isOpenToNew = rest > floor
            }
            rest -= open.most
            let later = rest
            let threshold = floor
            let factor = open.factor
            PostingList.forEach(in: open.list.bytes, entry: open.list.entry) { places, level in
                guard !isOpenToNew else {
                    return number > 0 || factor * Impact.value(level) + later > threshold
                }
                let last = min(places.upperBound, count - 1) >> Self.stretch
                let first = min(places.lowerBound >> Self.stretch, last)
                return stretches[first...last].contains(true)
            } _: { posting in
                let place = posting.place
                // A place beyond the shard only comes from a damaged list.
                guard place < count else { return }
                let score = scores[place]
                if score == 0 {
                    // A passage that may not be found must not raise the floor for those that may.
                    guard isOpenToNew, allowed?.contains(start + place) ?? true else { return }
                    met.append(place)
                    stretches[place >> Self.stretch] = true
                }
                let sum = score + factor * Impact.value(posting.level)
                scores[place] = sum
                if sum > best { best = sum }
            }
        }
        for place in met {
            let score = scores[place]
            scores[place] = 0
            if score > heap.threshold, score >= floor { heap.offer(score, start + place) }
        }
    }

    /// A score that at least `limit` of the passages met have reached, from a coarse histogram.
    private static func floor(of met: [Int], _ scores: [Float], _ limit: Int, best: Float) -> Float
    {
        let steps = 256
        var counts = [Int](repeating: 0, count: steps)
        let scale = Float(steps - 1) / best
        for place in met { counts[Int(scores[place] * scale)] += 1 }
        var reached = 0
        for step in stride(from: steps - 1, through: 0, by: -1) {
            reached += counts[step]
            if reached >= limit { return Float(step) / scale }
        }
        return 0
    }
}
