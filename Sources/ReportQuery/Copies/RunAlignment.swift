/// A stretch of characters that stands in both of two texts.
struct CommonRun: Hashable {
    /// Where it begins in each text, counted from the text's own beginning.
    var left: Int
    var right: Int
    var count: Int
}

/// Aligns two texts by their common runs (比对): the greatest stretches both have, and of those the chain
/// without crossings that covers most.
///
/// Runs are found from seeds of four characters and extended, as in M. J. Wise, *Running Karp-Rabin Matching
/// and Greedy String Tiling*, 1993; the chain is the heaviest increasing subsequence, as genome
/// aligners chain their anchors (M. I. Abouelhoda, E. Ohlebusch, 2005), here with the plain quadratic
/// recurrence over at most `mostRuns` runs.
struct RunAlignment {
    /// Shortest run.
    static let seed = 4
    private static let mostRuns = 400
    /// Places of one seed that are looked at.
    private static let mostPlaces = 8

    private var left: ArraySlice<UInt16> = []
    /// Hash table of the left text's seeds: the first place of each, then a list of the next ones.
    private var heads: [Int32] = []
    private var next: [Int32] = []
    private var shift: UInt64 = 0

    /// Takes the text that others are compared with. O(length).
    mutating func prepare(_ text: ArraySlice<UInt16>) {
        left = text
        var bits: UInt64 = 4
        while Int(1) << Int(bits) < text.count * 2 { bits += 1 }
        shift = 64 - bits
        heads = [Int32](repeating: -1, count: 1 << Int(bits))
        next = [Int32](repeating: -1, count: max(0, text.count))
        guard text.count >= Self.seed else { return }
        for place in stride(from: text.count - Self.seed, through: 0, by: -1) {
            let slot = slot(text, place)
            next[place] = heads[slot]
            heads[slot] = Int32(place)
        }
    }

    /// The chain of common runs, in order. O(both lengths + runs²).
    func chain(with right: ArraySlice<UInt16>) -> [CommonRun] {
        Self.heaviestChain(runs(with: right))
    }

    private func runs(with right: ArraySlice<UInt16>) -> [CommonRun] {
        var runs: [CommonRun] = []
        guard left.count >= Self.seed, right.count >= Self.seed else { return runs }
        var place = 0
        while place <= right.count - Self.seed {
            var other = heads[slot(right, place)]
            var looked = 0
            var longest = 0
            while other >= 0, looked < Self.mostPlaces {
                let length = commonLength(Int(other), right, place)
                if length >= Self.seed {
                    looked += 1
                    // Runs that began earlier were found from their beginning.
                    if !continues(Int(other), right, place) || longest == 0 {
                        runs.append(CommonRun(left: Int(other), right: place, count: length))
                    }
                    longest = max(longest, length)
                }
                other = next[Int(other)]
            }
            // Within a run only its last seeds can begin something new.
            place += max(1, longest - Self.seed + 1)
        }
        guard runs.count > Self.mostRuns else { return runs }
        let kept = runs.sorted { ($1.count, $0.right, $0.left) < ($0.count, $1.right, $1.left) }
            .prefix(Self.mostRuns)
        return kept.sorted { ($0.right, $0.left) < ($1.right, $1.left) }
    }

    @inline(__always)
    private func commonLength(_ place: Int, _ right: ArraySlice<UInt16>, _ other: Int) -> Int {
        var first = left.startIndex + place
        var second = right.startIndex + other
        while first < left.endIndex, second < right.endIndex, left[first] == right[second] {
            first += 1
            second += 1
        }
        return first - left.startIndex - place
    }

    @inline(__always)
    private func continues(_ place: Int, _ right: ArraySlice<UInt16>, _ other: Int) -> Bool {
        place > 0 && other > 0
            && left[left.startIndex + place - 1] == right[right.startIndex + other - 1]
    }

    @inline(__always)
    private func slot(_ text: ArraySlice<UInt16>, _ place: Int) -> Int {
        let at = text.startIndex + place
        let key =
            UInt64(text[at]) << 48 | UInt64(text[at + 1]) << 32 | UInt64(text[at + 2]) << 16
            | UInt64(text[at + 3])
        return Int(((key ^ key >> 29) &* 0x9E37_79B9_7F4A_7C15) >> shift)
    }

    /// The chain that covers most; runs that overlap an earlier one of the chain lose their beginning.
    static func heaviestChain(_ runs: [CommonRun]) -> [CommonRun] {
        guard runs.count > 1 else { return runs }
        var weights = runs.map(\.count)
        var before = [Int](repeating: -1, count: runs.count)
        for (at, run) in runs.enumerated() {
            for earlier in 0..<at {
                let other = runs[earlier]
                guard other.left < run.left, other.right < run.right else { continue }
                let gain = run.count - overlap(other, run)
                if gain > 0, weights[earlier] + gain > weights[at] {
                    weights[at] = weights[earlier] + gain
                    before[at] = earlier
                }
            }
        }
        var at = weights.indices.max { weights[$0] < weights[$1] } ?? 0
        var chain: [CommonRun] = []
        while at >= 0 {
            var run = runs[at]
            if before[at] >= 0 {
                let cut = overlap(runs[before[at]], run)
                run = CommonRun(
                    left: run.left + cut, right: run.right + cut, count: run.count - cut)
            }
            chain.append(run)
            at = before[at]
        }
        return chain.reversed()
    }

    private static func overlap(_ earlier: CommonRun, _ later: CommonRun) -> Int {
        max(
            0, earlier.left + earlier.count - later.left,
            earlier.right + earlier.count - later.right)
    }
}
