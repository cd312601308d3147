/// Where the segments of a text end, a bit a scalar (词界): small enough to keep beside every
/// paragraph, so that statistics, terms and highlights need no second segmentation.
@usableFromInline
package struct WordBreaks: Sendable, Hashable {
    @usableFromInline package let bytes: [UInt8]

    package init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// - Parameters:
    ///   - ends: rising ends of segments, in scalars.
    ///   - count: the length of the text, in scalars.
    package init(ends: [Int32], count: Int) {
        var bytes = [UInt8](repeating: 0, count: (count + 7) / 8)
        var bits = bytes.mutableSpan
        for end in ends where end > 0 && end <= count {
            bits[Int(end - 1) >> 3] |= 1 << UInt8(truncatingIfNeeded: (end - 1) & 7)
        }
        self.bytes = bytes
    }

    /// The ends of segments, rising. O(length / 8 + segments).
    package var ends: [Int] {
        var ends: [Int] = []
        ends.reserveCapacity(bytes.count * 4)
        forEach { ends.append($0) }
        return ends
    }

    /// Calls `body` with the ends of segments, rising. Allocates nothing.
    @inlinable
    @inline(__always)
    package func forEach(_ body: (_ end: Int) -> Void) {
        let bytes = bytes.span
        for index in bytes.indices {
            var rest = bytes[index]
            while rest != 0 {
                body(index << 3 + rest.trailingZeroBitCount + 1)
                rest &= rest - 1
            }
        }
    }

    /// Whether a segment ends before the scalar at `position`; true at the beginning.
    package func isBreak(at position: Int) -> Bool {
        guard position > 0, (position - 1) >> 3 < bytes.count else { return position == 0 }
        return bytes[(position - 1) >> 3] & (1 << UInt8((position - 1) & 7)) != 0
    }

    /// The words of a text as ranges of scalars: segments of letters, digits or Han characters.
    package func words(in scalars: [UInt32]) -> [Range<Int>] {
        var words: [Range<Int>] = []
        var start = 0
        for end in ends where end <= scalars.count {
            if start < end, IndexTerms.isWord(scalars[start]) { words.append(start..<end) }
            start = end
        }
        return words
    }
}
