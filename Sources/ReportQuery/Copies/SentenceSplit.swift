/// Cuts a text into sentences, or at commas too (断句).
enum SentenceSplit {
    /// The ranges of a text's sentences in scalars, closing marks included.
    static func ranges(_ text: [Unicode.Scalar], atCommas: Bool) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var start = 0
        var place = 0
        while place < text.count {
            let ends = isEnd(text[place]) || (atCommas && isComma(text[place]))
            place += 1
            guard ends else { continue }
            while place < text.count, isEnd(text[place]) || isCloser(text[place]) { place += 1 }
            ranges.append(start..<place)
            start = place
        }
        if start < text.count { ranges.append(start..<text.count) }
        return ranges
    }

    private static func isEnd(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "。", "！", "？", "；", "!", "?", ";": true
        default: false
        }
    }

    private static func isComma(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "，", ",", "：", ":": true
        default: false
        }
    }

    private static func isCloser(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "”", "’", "」", "』", "）", ")": true
        default: false
        }
    }
}
