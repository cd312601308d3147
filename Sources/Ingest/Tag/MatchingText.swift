import Segmentation

/// A text made ready for word lists (匹配文本): folded, without quotation marks, spaces and middle
/// dots, so that “两癌”检查 is 两癌检查 and 2 0 1 4 年 is 2014年. Reused from line to line.
struct MatchingText: ~Copyable {
    private(set) var scalars: [UInt32] = []
    /// Where each scalar begins in the UTF-8 of the text.
    private var offsets: [Int32] = []
    private(set) var text = ""

    init(_ text: String = "") { load(text) }

    /// Puts another text in place of the present one. O(bytes).
    mutating func load(_ text: String) {
        self.text = text
        scalars.removeAll(keepingCapacity: true)
        offsets.removeAll(keepingCapacity: true)
        let length = text.utf8.count
        scalars.append(addingCapacity: length) { scalars in
            offsets.append(addingCapacity: length) { offsets in
                Self.fold(text.utf8Span.span, into: &scalars, at: &offsets)
            }
        }
    }

    private static func fold(
        _ bytes: Span<UInt8>, into scalars: inout OutputSpan<UInt32>,
        at offsets: inout OutputSpan<Int32>
    ) {
        let folds = Self.folds.span
        var position = 0
        while position < bytes.count {
            let start = position
            var scalar = UInt32(bytes[position])
            // A Swift string is valid UTF-8: the length follows from the first byte.
            if scalar >= 0xE0, scalar < 0xF0 {
                scalar = (scalar & 0x0F) << 12 | UInt32(bytes[position + 1] & 0x3F) << 6
                scalar |= UInt32(bytes[position + 2] & 0x3F)
                position += 3
            } else if scalar < 0x80 {
                position += 1
            } else if scalar < 0xE0 {
                scalar = (scalar & 0x1F) << 6 | UInt32(bytes[position + 1] & 0x3F)
                position += 2
            } else {
                scalar = (scalar & 0x07) << 18 | UInt32(bytes[position + 1] & 0x3F) << 12
                scalar |= UInt32(bytes[position + 2] & 0x3F) << 6
                scalar |= UInt32(bytes[position + 3] & 0x3F)
                position += 4
            }
            let folded = scalar < 0x10000 ? UInt32(folds[Int(scalar)]) : scalar
            if folded == ignored, isIgnored(scalar) { continue }
            scalars.append(folded)
            offsets.append(Int32(start))
        }
    }

    /// The folded form of each scalar of the basic plane; `ignored` for those left out.
    private static let folds = (0...UInt16.max).map { scalar in
        isIgnored(UInt32(scalar))
            ? UInt16(ignored) : UInt16(Folding.standard.fold(UInt32(scalar)))
    }
    /// No character.
    private static let ignored: UInt32 = 0xFFFF

    /// The words of the text at a range of matching scalars, ignored marks inside them included.
    func quote(_ range: Range<Int>) -> String {
        let clamped = range.clamped(to: 0..<scalars.count)
        guard let last = clamped.last else { return "" }
        let bytes = text.utf8
        let start = bytes.index(bytes.startIndex, offsetBy: Int(offsets[clamped.lowerBound]))
        var end = bytes.index(bytes.startIndex, offsetBy: Int(offsets[last]))
        text.unicodeScalars.formIndex(after: &end)
        return String(text[start..<end])
    }

    /// The words around a range, for a reader: up to `context` scalars on both sides.
    func quote(_ range: Range<Int>, context: Int) -> String {
        quote(max(0, range.lowerBound - context)..<min(scalars.count, range.upperBound + context))
    }

    /// Quotation marks, spaces and middle dots.
    @inline(__always)
    private static func isIgnored(_ value: UInt32) -> Bool {
        switch value {
        case 0x20, 0x09, 0xA0, 0x3000, 0x22, 0xB7, 0x2022, 0x30FB, 0x201C, 0x201D, 0x2018, 0x2019,
            0x300C...0x300F, 0xFF02:
            true
        default: false
        }
    }
}

extension UInt32 {
    /// Whether a scalar is a Chinese character of the basic block.
    @inline(__always)
    var isHan: Bool { self >= 0x4E00 && self <= 0x9FFF }

    /// Whether a scalar is an ASCII digit.
    @inline(__always)
    var isDigit: Bool { self >= 0x30 && self <= 0x39 }

    /// Whether a folded scalar ends a clause: ，。；：！？、 and brackets.
    @inline(__always)
    var endsClause: Bool {
        // Nearly every scalar is beyond these.
        guard self <= 0x300B else { return false }
        switch self {
        case 0x2C, 0x3002, 0x3B, 0x3A, 0x21, 0x3F, 0x3001, 0x28, 0x29, 0x300A, 0x300B, 0x0A:
            return true
        default: return false
        }
    }

    /// Whether a folded scalar ends a sentence: 。；！？
    @inline(__always)
    var endsSentence: Bool {
        guard self <= 0x3002 else { return false }
        switch self {
        case 0x3002, 0x3B, 0x21, 0x3F: return true
        default: return false
        }
    }
}

/// The folded scalars of a word, for comparisons with a matching text.
func foldedScalars(_ word: String) -> [UInt32] { MatchingText(word).scalars }
