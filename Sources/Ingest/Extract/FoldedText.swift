import Segmentation

/// A text as folded scalars, with the way back to its bytes (归一文本).
///
/// Rules look at folded scalars, so that １００％ and 100% or 開展 and 开展 read the same; what is
/// reported is cut from the text itself. Not copyable: every rule looks at the one text there is.
struct FoldedText: ~Copyable {
    let text: String
    /// One folded scalar for each of the text's own.
    let scalars: [UInt32]
    /// The byte at which each scalar begins, and the number of bytes last.
    private let offsets: [Int32]
    /// Where the scalars stand that a rule may stop at, in order: those of the class `stop`.
    let stops: [Int32]
    private let classes = ScalarClasses.standard

    init(_ text: String) {
        let scalars = Folding.standard.fold(text)
        let bytes = text.utf8Span.span
        offsets = [Int32](capacity: scalars.count + 1) { offsets in
            for place in bytes.indices where bytes[place] & 0xC0 != 0x80 {
                offsets.append(Int32(truncatingIfNeeded: place))
            }
            offsets.append(Int32(truncatingIfNeeded: bytes.count))
        }
        var stops: [Int32] = []
        stops.reserveCapacity(scalars.count / 4 + 4)
        for place in scalars.indices where !classes[scalars[place]].isDisjoint(with: .stop) {
            stops.append(Int32(truncatingIfNeeded: place))
        }
        self.stops = stops
        self.text = text
        self.scalars = scalars
    }

    var count: Int { scalars.count }

    /// The scalar at a place; 0 outside the text.
    @inline(__always)
    func scalar(_ index: Int) -> UInt32 {
        index >= 0 && index < scalars.count ? scalars[index] : 0
    }

    /// What the scalar at a place can be; nothing outside the text.
    @inline(__always)
    func kind(_ index: Int) -> ScalarClass {
        classes[scalar(index)]
    }

    /// The bytes of a range of scalars.
    func bytes(_ range: Range<Int>) -> Range<Int> {
        Int(offsets[range.lowerBound])..<Int(offsets[range.upperBound])
    }

    /// The words of the text itself in a range of scalars.
    func string(_ range: Range<Int>) -> String {
        let bytes = text.utf8Span.span.extracting(bytes(range))
        guard let words = try? UTF8Span(validating: bytes) else { return "" }
        return String(copying: words)
    }

    /// The indices of the stops in a range of scalars. O(log n).
    func stops(in range: Range<Int>) -> Range<Int> {
        firstStop(from: range.lowerBound)..<firstStop(from: range.upperBound)
    }

    private func firstStop(from place: Int) -> Int {
        var low = 0
        var high = stops.count
        while low < high {
            let middle = (low + high) / 2
            if Int(stops[middle]) < place { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Whether the scalar at `index` is written in ASCII, and not folded to it.
    func isASCII(at index: Int) -> Bool {
        offsets[index + 1] - offsets[index] == 1
    }
}
