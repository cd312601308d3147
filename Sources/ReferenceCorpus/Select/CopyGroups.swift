import ReportIndex
import ReportQuery
import Segmentation

/// Says which passages are copies of each other (副本分组). A finer detector may take the place of
/// `SketchedCopies`.
package protocol CopyGrouping: Sendable {
    /// For each passage with copies among `passages` (ordinals) the number of its group, from 1.
    ///
    /// - Throws: `IndexError`.
    func groups(among passages: PassageSet, of corpus: CorpusIndex) throws(IndexError) -> [Int: Int]
}

/// Copies by sketches of their pairs of characters (副本识别): what is the same once masks and numbers are
/// evened out, or shares more than seven tenths of its pairs.
///
/// A passage's sketch is one permutation hashed into 32 bins, the least hash of each kept (Li, Owen & Zhang
/// 2012, "One permutation hashing"); passages that agree in a band of four bins are compared by their
/// sketches: the share of equal bins estimates Jaccard's index with a deviation of 0.08.
package struct SketchedCopies: CopyGrouping {
    /// Share of equal bins from which two passages are copies.
    static let likeness = 0.7
    private static let bins = 32
    private static let bandWidth = 4
    /// Shorter passages are copies only when they are the same.
    private static let leastLength = 20

    package init() {}

    struct Sketch: Sendable {
        let ordinal: Int
        let exact: UInt64
        let bins: [UInt32]
    }

    package func groups(among passages: PassageSet, of corpus: CorpusIndex) throws(IndexError)
        -> [Int: Int]
    {
        let parts = try PassageScan(corpus: corpus, passages: passages).run {
            [Sketch]()
        } _: { sketches, passage in
            sketches.append(Self.sketch(passage.scalars, ordinal: passage.ordinal))
        }
        let sketches = parts.flatMap { $0 }
        var union = DisjointSets(count: sketches.count)
        Self.joinBuckets(sketches.indices.map { (sketches[$0].exact, $0) }) { left, right in
            union.join(left, right)
        }
        for band in 0..<Self.bins / Self.bandWidth {
            let keyed = sketches.indices.lazy.filter { !sketches[$0].bins.isEmpty }.map { place in
                var key = UInt64(band)
                for bin in 0..<Self.bandWidth {
                    key = WordTable.join(
                        key, UInt64(sketches[place].bins[band * Self.bandWidth + bin]))
                }
                return (key, place)
            }
            Self.joinBuckets(Array(keyed)) { left, right in
                if union.root(left) != union.root(right),
                    Self.areAlike(sketches[left].bins, sketches[right].bins)
                {
                    union.join(left, right)
                }
            }
        }
        return Self.numbered(&union, sketches)
    }

    /// Calls `body` with each place and the first of the same key.
    private static func joinBuckets(_ keyed: [(UInt64, Int)], _ body: (Int, Int) -> Void) {
        let sorted = keyed.sorted { $0 < $1 }
        var first = 0
        for place in sorted.indices {
            if sorted[place].0 != sorted[first].0 { first = place }
            if place > first {
                body(sorted[first].1, sorted[place].1)
                if place > first + 1 { body(sorted[place - 1].1, sorted[place].1) }
            }
        }
    }

    private static func numbered(_ union: inout DisjointSets, _ sketches: [Sketch]) -> [Int: Int] {
        var sizes: [Int: Int] = [:]
        for place in sketches.indices { sizes[union.root(place), default: 0] += 1 }
        var numbers: [Int: Int] = [:]
        var groups: [Int: Int] = [:]
        for place in sketches.indices {
            let root = union.root(place)
            guard sizes[root, default: 0] > 1 else { continue }
            let number = numbers[root] ?? numbers.count + 1
            numbers[root] = number
            groups[sketches[place].ordinal] = number
        }
        return groups
    }

    static func areAlike(_ left: [UInt32], _ right: [UInt32]) -> Bool {
        var equal = 0
        var used = 0
        for bin in left.indices where left[bin] != .max || right[bin] != .max {
            used += 1
            if left[bin] == right[bin] { equal += 1 }
        }
        return used > 0 && Double(equal) > likeness * Double(used)
    }

    static func sketch(_ scalars: [UInt32], ordinal: Int) -> Sketch {
        var plain: [UInt32] = []
        plain.reserveCapacity(scalars.count)
        for scalar in scalars {
            let evened = even(scalar)
            // A run of masks or digits is one, however long.
            if evened == 0x30, plain.last == 0x30 { continue }
            if evened != 0 { plain.append(evened) }
        }
        let exact = WordTable.key(plain, plain.indices)
        guard plain.count >= leastLength else {
            return Sketch(ordinal: ordinal, exact: exact, bins: [])
        }
        var least = [UInt32](repeating: .max, count: bins)
        for place in plain.indices.dropLast() {
            let hash = WordTable.join(UInt64(plain[place]), UInt64(plain[place + 1]))
            let bin = Int(hash >> 59)
            least[bin] = min(least[bin], UInt32(truncatingIfNeeded: hash >> 16))
        }
        return Sketch(ordinal: ordinal, exact: exact, bins: least)
    }

    /// Digits and masks as 0, what is no word as nothing.
    private static func even(_ scalar: UInt32) -> UInt32 {
        switch scalar {
        case 0x30...0x39, 0x2A, 0xD7, 0x78, 0x25CB, 0x3007, 0x67D0: 0x30
        default: IndexTerms.isWord(scalar) ? scalar : 0
        }
    }
}

/// Sets that only grow together (并查集), with path halving.
struct DisjointSets: Sendable {
    private var parents: [Int]

    init(count: Int) {
        parents = Array(0..<count)
    }

    mutating func root(_ place: Int) -> Int {
        var place = place
        while parents[place] != place {
            parents[place] = parents[parents[place]]
            place = parents[place]
        }
        return place
    }

    /// The lower root stays the root, so that the result does not depend on the order.
    mutating func join(_ left: Int, _ right: Int) {
        let first = root(left)
        let second = root(right)
        if first != second { parents[max(first, second)] = min(first, second) }
    }
}
