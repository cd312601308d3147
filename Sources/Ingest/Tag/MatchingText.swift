import Segmentation

/// A text made ready for word lists (匹配文本): folded, without quotation marks, spaces and middle
/// dots, so that “两癌”检查 is 两癌检查 and 2 0 1 4 年 is 2014年. Reused from line to line.
struct MatchingText {
    private(set) var scalars: [UInt32] = []
    /// Where each scalar begins in the UTF-8 of the text, and where the text ends.
    private var offsets: [Int32] = []
    private(set) var text = ""
    private let folding = Folding.standard

    init(_ text: String = "") { load(text) }

    /// Puts another text in place of the present one. O(bytes).
    mutating func load(_ text: String) {
        self.text = text
        scalars.removeAll(keepingCapacity: true)
        offsets.removeAll(keepingCapacity: true)
        var offset: Int32 = 0
        for scalar in text.unicodeScalars {
            let value = scalar.value
            if !Self.isIgnored(value) {
                scalars.append(folding.fold(value))
                offsets.append(offset)
            }
            offset += value < 0x80 ? 1 : value < 0x800 ? 2 : value < 0x10000 ? 3 : 4
        }
        offsets.append(offset)
    }

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
        switch self {
        case 0x2C, 0x3002, 0x3B, 0x3A, 0x21, 0x3F, 0x3001, 0x28, 0x29, 0x300A, 0x300B, 0x0A: true
        default: false
        }
    }

    /// Whether a folded scalar ends a sentence: 。；！？
    @inline(__always)
    var endsSentence: Bool {
        switch self {
        case 0x3002, 0x3B, 0x21, 0x3F: true
        default: false
        }
    }
}

/// The folded scalars of a word, for comparisons with a matching text.
func foldedScalars(_ word: String) -> [UInt32] { MatchingText(word).scalars }
