/// Sentences of a passage (句子): up to 。！？；… or their half-width forms, with the closing marks after them.
package enum Sentence {
    @inline(__always)
    static func isEnd(_ scalar: UInt32) -> Bool {
        switch scalar {
        // 。！？；!?; and their half-width forms (texts may be folded).
        case 0x3002, 0xFF01, 0xFF1F, 0xFF1B, 0x21, 0x3F, 0x3B: true
        default: false
        }
    }

    @inline(__always)
    static func isClosing(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x22, 0x27, 0x29, 0x2019, 0x201D, 0x300B, 0x300D, 0x300F, 0xFF09: true
        default: false
        }
    }

    static func hasEnd(_ scalars: ArraySlice<UInt32>) -> Bool {
        scalars.contains(where: isEnd)
    }

    /// The ranges of the sentences, which together are the whole text.
    package static func ranges(in scalars: [UInt32]) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var start = 0
        var place = 0
        while place < scalars.count {
            let ends = isEnd(scalars[place])
            place += 1
            guard ends else { continue }
            while place < scalars.count, isClosing(scalars[place]) || isEnd(scalars[place]) {
                place += 1
            }
            ranges.append(start..<place)
            start = place
        }
        if start < scalars.count { ranges.append(start..<scalars.count) }
        return ranges
    }
}
