/// Picks the fingerprints of a text (指纹): of every `window` consecutive hashes of `length` scalars the least,
/// so that two texts with a common run of `window + length - 1` scalars share a fingerprint.
///
/// Source: S. Schleimer, D. S. Wilkerson, A. Aiken, *Winnowing: Local Algorithms for Document
/// Fingerprinting*, SIGMOD 2003. The hashes roll as in R. Karp, M. Rabin, 1987.
struct Winnowing {
    /// Scalars under one hash.
    static let length = 6
    /// Hashes of which one is picked.
    static let window = 5

    private static let base: UInt64 = 0x9E37_79B9_7F4A_7C15
    /// `base` to the power of `length - 1`.
    private static let outgoing = (1..<length).reduce(UInt64(1)) { power, _ in power &* base }

    /// Hashes of the text at hand; kept to spare allocations.
    private var hashes: [UInt32] = []

    /// Calls `body` with each picked hash and the place where its scalars begin, places rising. A text
    /// shorter than a hash has none. O(range).
    @inline(__always)
    mutating func forEach(
        in scalars: [UInt16], _ range: Range<Int>, _ body: (_ hash: UInt32, _ place: Int) -> Void
    ) {
        hash(scalars, range)
        let start = range.lowerBound
        var least = -1
        for place in hashes.indices {
            let previous = least
            if least < 0 || hashes[place] <= hashes[least] {
                least = place
            } else if least <= place - Self.window {
                // The least one has left the window: the rightmost of the least that remain.
                least = place
                for other in stride(from: place - 1, to: place - Self.window, by: -1)
                where hashes[other] < hashes[least] {
                    least = other
                }
            }
            if place == Self.window - 1 || (place < Self.window && place == hashes.count - 1) {
                body(hashes[least], start + least)
            } else if place >= Self.window, least != previous {
                body(hashes[least], start + least)
            }
        }
    }

    private mutating func hash(_ scalars: [UInt16], _ range: Range<Int>) {
        hashes.removeAll(keepingCapacity: true)
        guard range.count >= Self.length else { return }
        let first = range.lowerBound
        var rolling: UInt64 = 0
        for place in first..<first + Self.length {
            rolling = rolling &* Self.base &+ UInt64(scalars[place])
        }
        hashes.append(Self.mixed(rolling))
        for place in first + Self.length..<range.upperBound {
            let gone = UInt64(scalars[place - Self.length]) &* Self.outgoing
            rolling = (rolling &- gone) &* Self.base &+ UInt64(scalars[place])
            hashes.append(Self.mixed(rolling))
        }
    }

    /// Spreads a rolling hash over 32 bits (the mixing steps of SplitMix64, S. Vigna 2015).
    @inline(__always)
    private static func mixed(_ value: UInt64) -> UInt32 {
        var value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
        return UInt32(truncatingIfNeeded: value >> 32)
    }
}
