/// The terms under which the ranked index files a text (索引词).
///
/// Two kinds share one 64-bit key space: every pair of adjacent Han characters, exact, and every word
/// that is not itself such a pair (longer Han words, Latin words, numbers), hashed with FNV-1a to 63 bits
/// (a million words collide with a chance below 1e-6). A two-character word and the pair are one term.
@usableFromInline
package enum IndexTerms {
    /// The key of two adjacent Han characters.
    @inlinable
    package static func pair(_ first: UInt32, _ second: UInt32) -> UInt64 {
        UInt64(first) << 21 | UInt64(second)
    }

    /// The key of a word: the pair's key for two Han characters, else its hash.
    @inlinable
    package static func word(_ scalars: ArraySlice<UInt32>) -> UInt64 {
        if scalars.count == 2 {
            let first = scalars[scalars.startIndex]
            let second = scalars[scalars.startIndex + 1]
            if isHan(first), isHan(second) { return pair(first, second) }
        }
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for scalar in scalars {
            hash = (hash ^ UInt64(scalar)) &* 0x0000_0100_0000_01b3
        }
        return hash | 1 << 63
    }

    /// Whether a scalar is a Han character.
    @inlinable
    package static func isHan(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x3007, 0xF900...0xFAFF, 0x20000...0x3FFFF: true
        default: false
        }
    }

    /// Whether a scalar belongs to words: Han, letters and digits of any script.
    @inlinable
    package static func isWord(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x30...0x39, 0x61...0x7A, 0x41...0x5A, 0x4E00...0x9FFF: true
        case 0...0xBF, 0x2000...0x206F, 0x3000...0x3004, 0x3008...0x3020, 0xFF00...0xFFEF: false
        default: Unicode.Scalar(scalar)?.properties.isAlphabetic ?? false || isHan(scalar)
        }
    }

    /// Calls `body` with the key of every term of a text, as often as it occurs.
    ///
    /// - Parameters:
    ///   - scalars: the folded text.
    ///   - breaks: its word breaks.
    @inlinable
    @inline(__always)
    package static func forEach(
        in scalars: [UInt32], breaks: WordBreaks, _ body: (UInt64) -> Void
    ) {
        let text = scalars.span
        var previous: UInt32 = 0
        for place in text.indices {
            let current = isHan(text[place]) ? text[place] : 0
            if previous != 0, current != 0 { body(pair(previous, current)) }
            previous = current
        }
        var start = 0
        breaks.forEach { end in
            // Word breaks beyond the text only come from a damaged index.
            guard end <= text.count else { return }
            let length = end - start
            if length > 2 || (length > 0 && !isHan(text[start])), isWord(text[start]) {
                body(word(scalars[start..<end]))
            }
            start = end
        }
    }

    /// As above, with the ends that `Segmenter` gives.
    package static func forEach(
        in scalars: [UInt32], ends: some Sequence<Int>, _ body: (UInt64) -> Void
    ) {
        let breaks = WordBreaks(ends: ends.map { Int32($0) }, count: scalars.count)
        forEach(in: scalars, breaks: breaks, body)
    }
}
