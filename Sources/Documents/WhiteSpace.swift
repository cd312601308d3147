/// What counts as white space around a line (空白): as in most tools that split text into lines.
package enum WhiteSpace {
    /// The length in bytes of the white space that begins at `position`; 0 when none does.
    ///
    /// Takes ASCII space and controls 9-13 and 28-31, NEL, no-break and ideographic space, U+1680,
    /// U+2000-200A, the line and paragraph separators, U+202F and U+205F.
    @inlinable @inline(__always)
    package static func length(_ bytes: Span<UInt8>, at position: Int) -> Int {
        switch bytes[position] {
        case 0x20, 0x09...0x0D, 0x1C...0x1F: return 1
        case 0xC2:
            guard position + 1 < bytes.count else { return 0 }
            return bytes[position + 1] == 0xA0 || bytes[position + 1] == 0x85 ? 2 : 0
        case 0xE1...0xE3:
            guard position + 2 < bytes.count else { return 0 }
            return isWide(bytes[position], bytes[position + 1], bytes[position + 2]) ? 3 : 0
        default: return 0
        }
    }

    @inlinable
    package static func isWide(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
        switch (first, second) {
        case (0xE3, 0x80): third == 0x80
        case (0xE2, 0x80): third <= 0x8A || third == 0xA8 || third == 0xA9 || third == 0xAF
        case (0xE2, 0x81): third == 0x9F
        case (0xE1, 0x9A): third == 0x80
        default: false
        }
    }

    /// The bytes without the white space around them, as a range.
    @inlinable
    package static func trimmed(_ bytes: Span<UInt8>) -> Range<Int> {
        var start = 0
        while start < bytes.count {
            let length = length(bytes, at: start)
            if length == 0 { break }
            start += length
        }
        var end = bytes.count
        while end > start {
            var last = end - 1
            while last > start, bytes[last] & 0xC0 == 0x80 { last -= 1 }
            guard length(bytes, at: last) == end - last else { break }
            end = last
        }
        return start..<end
    }

    /// Whether a text holds nothing but white space.
    @inlinable
    package static func isBlank(_ text: String) -> Bool {
        // Nearly every line shows a character that is no space within its first bytes.
        if let first = text.utf8.first, first > 0x20, first < 0x7F || first >= 0xE4 { return false }
        return trimmed(text.utf8Span.span).isEmpty
    }
}
