import ReportIndex
import Segmentation

/// What the best passages have in common besides the question's words (伪相关反馈): passages that share it rank
/// higher, in whatever words they answer.
///
/// Rocchio's feedback from the first answers (1971), with the weights of relevance models (Lavrenko and
/// Croft 2001) and rarity counted among the candidates: nothing more is read from the index.
enum RelevanceFeedback {
    /// Passages taken for answers.
    private static let judged = 5
    /// Terms taken from them.
    private static let terms = 50

    /// For each candidate how much it shares with the best, from 0 to 1. O(characters of all candidates).
    ///
    /// - Parameters:
    ///   - bases: how far each candidate's own text answers the question.
    ///   - values: what the candidates are ordered by.
    static func scores(of candidates: [CandidateText], bases: [Double], values: [Double])
        -> [Double]
    {
        let best = candidates.indices
            .filter { candidates[$0].role == .body && bases[$0] > 0 }
            .sorted { values[$0] != values[$1] ? values[$0] > values[$1] : $0 < $1 }
            .prefix(judged)
        var slots: [UInt64: Int] = [:]
        for place in best {
            forEachPair(of: candidates[place]) { key in
                if slots[key] == nil { slots[key] = slots.count }
            }
        }
        guard !slots.isEmpty else { return bases.map { _ in 0 } }
        let counts = candidates.map { candidate in
            var counts = [UInt16](repeating: 0, count: slots.count)
            forEachPair(of: candidate) { key in
                if let slot = slots[key], counts[slot] < .max { counts[slot] += 1 }
            }
            return counts
        }
        var frequencies = [Int](repeating: 0, count: slots.count)
        for row in counts {
            for (slot, count) in row.enumerated() where count > 0 { frequencies[slot] += 1 }
        }
        var weights = [Double](repeating: 0, count: slots.count)
        for place in best {
            for (slot, count) in counts[place].enumerated() where count > 0 {
                let rarity = TermStatistics.rarity(
                    frequency: frequencies[slot], count: candidates.count
                ).squareRoot()
                weights[slot] +=
                    bases[place] * bases[place] * rarity
                    * Impact.saturation(count: Double(count), length: candidates[place].length)
            }
        }
        let chosen = weights.indices
            .sorted { weights[$0] != weights[$1] ? weights[$0] > weights[$1] : $0 < $1 }
            .prefix(terms)
        let total = max(chosen.reduce(0) { $0 + weights[$1] }, 1e-9)
        return zip(candidates, counts).map { candidate, row in
            chosen.reduce(0) { sum, slot in
                guard row[slot] > 0 else { return sum }
                return sum + weights[slot] / total
                    * Impact.saturation(count: Double(row[slot]), length: candidate.length)
            }
        }
    }

    private static func forEachPair(of candidate: CandidateText, _ body: (UInt64) -> Void) {
        var previous: UInt32 = 0
        for scalar in candidate.text.scalars {
            let current = IndexTerms.isHan(scalar) ? scalar : 0
            if previous != 0, current != 0 { body(IndexTerms.pair(previous, current)) }
            previous = current
        }
    }
}
