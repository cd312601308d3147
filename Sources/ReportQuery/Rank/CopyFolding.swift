import Segmentation

/// Recognises passages that say the same in nearly the same words (近似副本), so that one stands for all.
struct CopyFolding {
    /// Part of the pairs of characters of both that two copies share, at least (Jaccard's index).
    static let likeness = 0.7

    /// The distinct pairs of adjacent Han characters of a text, rising.
    static func pairs(_ scalars: [UInt32]) -> [UInt64] {
        var pairs: [UInt64] = []
        for start in scalars.indices.dropLast()
        where IndexTerms.isHan(scalars[start]) && IndexTerms.isHan(scalars[start + 1]) {
            pairs.append(IndexTerms.pair(scalars[start], scalars[start + 1]))
        }
        pairs.sort()
        var distinct: [UInt64] = []
        for pair in pairs where distinct.last != pair { distinct.append(pair) }
        return distinct
    }

    /// A sketch of a text's pairs, 512 bits: sketches that differ much belong to no copies.
    struct Sketch {
        private var bits: SIMD8<UInt64> = .zero

        init(_ scalars: [UInt32]) {
            var previous: UInt32 = 0
            for scalar in scalars {
                let hash = ((previous &* 31 &+ scalar) &* 0x9E37_79B1) >> 23
                bits[Int(hash >> 6)] |= 1 << UInt64(hash & 63)
                previous = scalar
            }
        }

        /// Whether the texts may be copies; `true` when in doubt.
        func mayEqual(_ other: Sketch) -> Bool {
            let shared = bits & other.bits
            let all = bits | other.bits
            return Double(Self.count(shared)) > 0.6 * Double(Self.count(all))
        }

        private static func count(_ bits: SIMD8<UInt64>) -> Int {
            bits.indices.reduce(0) { $0 + bits[$1].nonzeroBitCount }
        }
    }

    /// Whether two sets of pairs belong to copies. O(both).
    static func areCopies(_ left: [UInt64], _ right: [UInt64]) -> Bool {
        guard !left.isEmpty, !right.isEmpty else { return false }
        let most = Double(min(left.count, right.count)) / Double(max(left.count, right.count))
        guard most > likeness else { return false }
        var shared = 0
        var first = 0
        var second = 0
        while first < left.count, second < right.count {
            if left[first] == right[second] {
                shared += 1
                first += 1
                second += 1
            } else if left[first] < right[second] {
                first += 1
            } else {
                second += 1
            }
        }
        return Double(shared) > likeness * Double(left.count + right.count - shared)
    }
}
