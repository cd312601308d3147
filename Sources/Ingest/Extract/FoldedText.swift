import Segmentation

/// A text as folded scalars, with the way back to its bytes (归一文本).
///
/// Rules look at folded scalars, so that １００％ and 100% or 開展 and 开展 read the same; what is
/// reported is cut from the text itself. Not copyable: every rule looks at the one text there is.
/// Reused from paragraph to paragraph.
struct FoldedText: ~Copyable {
    private(set) var text = ""
    /// One folded scalar for each of the text's own.
    private(set) var scalars: [UInt32] = []
    /// The byte at which each scalar begins, and the number of bytes last.
    private var offsets: [Int32] = []
    /// Where the scalars stand that a rule may stop at, in order: those of the class `stop`.
    private(set) var stops: [Int32] = []
    private let classes = ScalarClasses.standard

    init(_ text: String = "") { read(text) }

    /// Puts another text in place of the present one. O(bytes).
    mutating func read(_ text: String) {
        self.text = text
        scalars.removeAll(keepingCapacity: true)
        offsets.removeAll(keepingCapacity: true)
        stops.removeAll(keepingCapacity: true)
        let length = text.utf8.count
        let classes = classes
        scalars.append(addingCapacity: length) { scalars in
            offsets.append(addingCapacity: length + 1) { offsets in
                stops.append(addingCapacity: length) { stops in
                    Self.read(text, by: classes, &scalars, &offsets, &stops)
                }
            }
        }
    }

    /// Everything in one pass over the bytes.
    private static func read(
        _ text: String, by classes: ScalarClasses, _ scalars: inout OutputSpan<UInt32>,
        _ offsets: inout OutputSpan<Int32>, _ stops: inout OutputSpan<Int32>
    ) {
        let folds = classes.folds.span
        var offset: Int32 = 0
        var place: Int32 = 0
        ScalarText.forEach(in: text) { scalar in
            offsets.append(offset)
            offset &+= scalar < 0x80 ? 1 : scalar < 0x800 ? 2 : scalar < 0x10000 ? 3 : 4
            if scalar < 0x10000 {
                let fold = folds[Int(scalar)]
                scalars.append(fold.scalar)
                if !fold.kind.isDisjoint(with: .stop) { stops.append(place) }
            } else {
                scalars.append(scalar)
            }
            place &+= 1
        }
        offsets.append(offset)
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

    /// The bytes that the scalar at `index` takes in the text.
    func width(of index: Int) -> Int { Int(offsets[index + 1] - offsets[index]) }

    /// Whether the scalar at `index` is written in ASCII, and not folded to it.
    func isASCII(at index: Int) -> Bool {
        width(of: index) == 1
    }
}
