import Segmentation

/// A text as folded scalars, with the way back to its bytes (归一文本).
///
/// Rules look at folded scalars, so that １００％ and 100% or 開展 and 开展 read the same; what is
/// reported is cut from the text itself.
struct FoldedText {
    let text: String
    /// One folded scalar for each of the text's own.
    let scalars: [UInt32]
    /// The byte at which each scalar begins, and the number of bytes last.
    let offsets: [Int32]

    init(_ text: String) {
        let folding = Folding.standard
        var scalars: [UInt32] = []
        var offsets: [Int32] = []
        let estimate = text.utf8.count / 2
        scalars.reserveCapacity(estimate)
        offsets.reserveCapacity(estimate + 1)
        var offset: Int32 = 0
        for scalar in text.unicodeScalars {
            scalars.append(folding.fold(scalar.value))
            offsets.append(offset)
            offset += Self.width(scalar.value)
        }
        offsets.append(offset)
        self.text = text
        self.scalars = scalars
        self.offsets = offsets
    }

    var count: Int { scalars.count }

    /// The number of bytes of a scalar in UTF-8.
    @inline(__always)
    private static func width(_ scalar: UInt32) -> Int32 {
        if scalar < 0x80 { return 1 }
        if scalar < 0x800 { return 2 }
        return scalar < 0x10000 ? 3 : 4
    }

    /// The bytes of a range of scalars.
    func bytes(_ range: Range<Int>) -> Range<Int> {
        Int(offsets[range.lowerBound])..<Int(offsets[range.upperBound])
    }

    /// The words of the text itself in a range of scalars.
    func string(_ range: Range<Int>) -> String {
        let utf8 = text.utf8
        let start = utf8.index(utf8.startIndex, offsetBy: Int(offsets[range.lowerBound]))
        let end = utf8.index(utf8.startIndex, offsetBy: Int(offsets[range.upperBound]))
        return String(text[start..<end])
    }

    /// Whether the scalar at `index` is written in ASCII, and not folded to it.
    func isASCII(at index: Int) -> Bool {
        offsets[index + 1] - offsets[index] == 1
    }
}
