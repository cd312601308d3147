/// Where the sentences of a text stand (断句): the one rule for excerpts, comparisons, counts and exports.
package enum Sentences {
    /// The ranges of the sentences, which together are the whole text: up to 。！？； or their half-width forms,
    /// with the marks that close after them. O(length).
    ///
    /// - Parameter atCommas: whether clauses are cut too, after commas and colons.
    package static func ranges(of text: [UInt32], atCommas: Bool = false) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var start = 0
        var place = 0
        while place < text.count {
            let ends = isEnd(text[place]) || (atCommas && isComma(text[place]))
            place += 1
            guard ends else { continue }
            while place < text.count, isClosing(text[place]) || isEnd(text[place]) { place += 1 }
            ranges.append(start..<place)
            start = place
        }
        if start < text.count { ranges.append(start..<text.count) }
        return ranges
    }

    /// Whether a scalar ends a sentence; texts may be folded.
    @inline(__always)
    package static func isEnd(_ scalar: UInt32) -> Bool {
        switch scalar {
        // 。！？；!?;
        case 0x3002, 0xFF01, 0xFF1F, 0xFF1B, 0x21, 0x3F, 0x3B: true
        default: false
        }
    }

    @inline(__always)
    private static func isComma(_ scalar: UInt32) -> Bool {
        switch scalar {
        // ，,：:
        case 0xFF0C, 0x2C, 0xFF1A, 0x3A: true
        default: false
        }
    }

    /// Quotation marks, brackets and title marks that belong to the sentence they close.
    @inline(__always)
    private static func isClosing(_ scalar: UInt32) -> Bool {
        switch scalar {
        // "')’”》」』）】〉
        case 0x22, 0x27, 0x29, 0x2019, 0x201D, 0x300B, 0x300D, 0x300F, 0xFF09, 0x3011, 0x3009: true
        default: false
        }
    }
}
