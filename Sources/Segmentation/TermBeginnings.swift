/// Where in a text terms may begin (词首过滤): a bit for each hash of a term's first two scalars (Bloom filter).
/// At most 16 KB, so that it stays in the processor's first cache, for it is asked about every scalar.
struct TermBeginnings: Sendable {
    private var pairs: [UInt64]
    private let shift: UInt64
    /// A bit for each scalar of the basic plane that is a term alone; empty when there is none.
    private var singles: [UInt64] = []

    /// - Parameter capacity: about how many terms there will be.
    init(capacity: Int) {
        let wanted = Int.bitWidth - max(capacity * 12, 64).leadingZeroBitCount
        let width = min(wanted, 17)
        pairs = Array(repeating: 0, count: 1 << (width - 6))
        shift = UInt64(64 - width)
    }

    mutating func insert(_ first: UInt32, _ second: UInt32) {
        let bit = Self.hash(first, second) &>> shift
        pairs[Int(truncatingIfNeeded: bit >> 6)] |= 1 &<< (bit & 63)
    }

    /// - Parameter scalar: of the basic plane.
    mutating func insert(_ scalar: UInt32) {
        if singles.isEmpty { singles = Array(repeating: 0, count: 0x10000 / 64) }
        singles[Int(scalar >> 6)] |= 1 &<< UInt64(scalar & 63)
    }

    /// Whether a scalar is a term alone.
    @inline(__always)
    func hasSingle(_ scalar: UInt32) -> Bool {
        !singles.isEmpty && Self.has(scalar, in: singles.span)
    }

    /// The first place from one on where a term may begin; the last scalar's place without one.
    func firstPlace(in scalars: borrowing Span<UInt32>, from start: Int) -> Int {
        guard start < scalars.count - 1 else { return scalars.count - 1 }
        return singles.isEmpty
            ? firstPair(in: scalars, from: start) { _ in false }
            : firstPair(in: scalars, from: start) { Self.has($0, in: singles.span) }
    }

    @inline(__always)
    private func firstPair(
        in scalars: borrowing Span<UInt32>, from start: Int, orWhere isSingle: (UInt32) -> Bool
    ) -> Int {
        let pairs = pairs.span
        let last = scalars.count - 1
        var place = start
        var first = scalars[place]
        while place < last {
            let second = scalars[place + 1]
            let bit = Self.hash(first, second) &>> shift
            if pairs[Int(truncatingIfNeeded: bit &>> 6)] & (1 &<< (bit & 63)) != 0 { break }
            if isSingle(first) { break }
            first = second
            place += 1
        }
        return place
    }

    @inline(__always)
    private static func has(_ scalar: UInt32, in singles: Span<UInt64>) -> Bool {
        scalar < 0x10000 && singles[Int(scalar &>> 6)] & (1 &<< UInt64(scalar & 63)) != 0
    }

    @inline(__always)
    private static func hash(_ first: UInt32, _ second: UInt32) -> UInt64 {
        (UInt64(first) &<< 21 | UInt64(second)) &* 0x9E37_79B9_7F4A_7C15
    }
}
