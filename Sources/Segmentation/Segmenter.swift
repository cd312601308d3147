import CICU

/// Splits text into words (分词): ICU's word breaker, corrected by a lexicon of the field.
///
/// One segmenter serves one thread at a time. It never adds, drops or changes text: its words
/// and the gaps between them rebuild what it was given.
package struct Segmenter: ~Copyable {
    private let breaker: OpaquePointer
    private let lexicon: Lexicon
    private var units: [UInt16] = []
    private var ends: [Int32] = []

    /// - Throws: `SegmentationError` when ICU's data cannot be opened.
    package init(lexicon: Lexicon = .standard) throws(SegmentationError) {
        guard let breaker = cicu_breaker_open() else { throw SegmentationError() }
        self.breaker = breaker
        self.lexicon = lexicon
    }

    deinit {
        cicu_breaker_close(breaker)
    }

    /// The end of every segment of a folded text, in scalars; the last one is the text's length.
    /// A segment is a word, or a run of what is none (punctuation, white space).
    package mutating func ends(of scalars: [UInt32]) -> [Int32] {
        guard !scalars.isEmpty else { return [] }
        units.removeAll(keepingCapacity: true)
        var isBasic = true
        for scalar in scalars {
            if scalar < 0x10000 {
                units.append(UInt16(truncatingIfNeeded: scalar))
            } else {
                isBasic = false
                units.append(UInt16(truncatingIfNeeded: 0xD7C0 + (scalar >> 10)))
                units.append(UInt16(truncatingIfNeeded: 0xDC00 + (scalar & 0x3FF)))
            }
        }
        if ends.count < units.count { ends = Array(repeating: 0, count: units.count * 2) }
        let count = breakEnds()
        var found = Array(ends[0..<count])
        if !isBasic { Self.toScalarOffsets(&found, scalars: scalars) }
        if found.last != Int32(scalars.count) { found.append(Int32(scalars.count)) }
        return lexicon.correct(found, in: scalars)
    }

    /// The call into ICU, which reads and writes plain arrays: pointers live only inside it.
    private mutating func breakEnds() -> Int {
        let breaker = self.breaker
        let length = Int32(units.count)
        let count = units.withUnsafeBufferPointer { text in
            ends.withUnsafeMutableBufferPointer { ends in
                cicu_breaker_ends(breaker, text.baseAddress, length, ends.baseAddress)
            }
        }
        return max(0, Int(count))
    }

    /// Offsets in UTF-16 become offsets in scalars; both rise.
    private static func toScalarOffsets(_ ends: inout [Int32], scalars: [UInt32]) {
        var scalar = 0
        var unit: Int32 = 0
        for index in ends.indices {
            while unit < ends[index], scalar < scalars.count {
                unit += scalars[scalar] < 0x10000 ? 1 : 2
                scalar += 1
            }
            ends[index] = Int32(scalar)
        }
    }
}

/// ICU cannot be opened.
package struct SegmentationError: Error {}
