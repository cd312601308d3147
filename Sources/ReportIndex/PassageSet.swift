/// A set of passages by ordinal, a bit each (段落集合).
@usableFromInline
package struct PassageSet: Sendable, Hashable {
    @usableFromInline var words: [UInt64]
    /// Ordinals run from 0 to this, excluded.
    package let capacity: Int

    package init(capacity: Int) {
        self.capacity = capacity
        words = Array(repeating: 0, count: (capacity + 63) / 64)
    }

    /// All passages for which a condition holds.
    package init(capacity: Int, where holds: (Int) -> Bool) {
        self.init(capacity: capacity)
        for ordinal in 0..<capacity where holds(ordinal) { insert(ordinal) }
    }

    @inlinable @inline(__always)
    package mutating func insert(_ ordinal: Int) {
        words[ordinal >> 6] |= 1 << UInt64(ordinal & 63)
    }

    @inlinable @inline(__always)
    package func contains(_ ordinal: Int) -> Bool {
        words[ordinal >> 6] & 1 << UInt64(ordinal & 63) != 0
    }

    /// O(capacity / 64), as all below.
    package var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

    package var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

    package mutating func formIntersection(_ other: PassageSet) {
        for index in words.indices { words[index] &= other.words[index] }
    }

    package mutating func formUnion(_ other: PassageSet) {
        for index in words.indices { words[index] |= other.words[index] }
    }

    package mutating func subtract(_ other: PassageSet) {
        for index in words.indices { words[index] &= ~other.words[index] }
    }

    /// Leaves only the members for which a condition holds. O(capacity / 64 + members).
    @inlinable
    package mutating func keep(where holds: (Int) -> Bool) {
        for index in words.indices {
            var rest = words[index]
            while rest != 0 {
                let bit = rest & ~(rest - 1)
                if !holds(index << 6 + rest.trailingZeroBitCount) { words[index] &= ~bit }
                rest ^= bit
            }
        }
    }

    /// The ordinals in the set, rising.
    package var ordinals: [Int] {
        var ordinals: [Int] = []
        for (index, word) in words.enumerated() {
            var rest = word
            while rest != 0 {
                ordinals.append(index << 6 + rest.trailingZeroBitCount)
                rest &= rest - 1
            }
        }
        return ordinals
    }
}
