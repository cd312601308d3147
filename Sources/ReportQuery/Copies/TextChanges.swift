import ReportModel
import Segmentation
import Vocabulary

/// What stands in one text in place of something in the other (改动); one side may be empty.
package struct TextChange: Sendable, Hashable {
    package let from: String
    package let to: String
}

/// Lists what was changed between two copies (改动清单), in the words of the originals.
package struct TextChanges: Sendable {
    private let normalizer: DisguiseNormalizer

    /// - Throws: `ReportError` when a `copies.yml` cannot be read.
    package init() throws(ReportError) {
        normalizer = try DisguiseNormalizer()
    }

    init(_ normalizer: DisguiseNormalizer) {
        self.normalizer = normalizer
    }

    /// A text with what comparison keeps of it.
    private struct Side {
        let scalars: [Unicode.Scalar]
        let folded: [UInt32]
        var kept: [UInt16] = []
        var origins: [Int32] = []

        init(_ text: String, _ normalizer: DisguiseNormalizer) {
            scalars = Array(text.unicodeScalars)
            folded = normalizer.folded(text)
            normalizer.normalize(folded, into: &kept, origins: &origins)
        }
    }

    /// The changes that make the second text of the first, in order. Differences of width, case, script and
    /// blanks are none.
    package func changes(from first: String, to second: String) -> [TextChange] {
        let left = Side(first, normalizer)
        let right = Side(second, normalizer)
        var alignment = RunAlignment()
        alignment.prepare(left.kept[...])
        let chain = PassageComparison.withoutLonelyRuns(alignment.chain(with: right.kept[...]))
        var changes: [TextChange] = []
        var leftStart = 0
        var rightStart = 0
        func close(_ leftEnd: Int, _ rightEnd: Int) {
            if let change = Self.change(left, leftStart..<leftEnd, right, rightStart..<rightEnd) {
                changes.append(change)
            }
        }
        for run in chain {
            for offset in 0..<run.count {
                let leftPlace = Int(left.origins[run.left + offset])
                let rightPlace = Int(right.origins[run.right + offset])
                if leftPlace > leftStart || rightPlace > rightStart { close(leftPlace, rightPlace) }
                leftStart = leftPlace + 1
                rightStart = rightPlace + 1
            }
        }
        close(left.scalars.count, right.scalars.count)
        return changes
    }

    /// The difference of two stretches, without what they have in common at both ends; `nil` when there is
    /// none to see.
    private static func change(
        _ left: Side, _ leftRange: Range<Int>, _ right: Side, _ rightRange: Range<Int>
    ) -> TextChange? {
        var from = leftRange.filter { !isBlank(left.folded[$0]) }
        var to = rightRange.filter { !isBlank(right.folded[$0]) }
        func equal(_ first: Int?, _ second: Int?) -> Bool {
            guard let first, let second else { return false }
            return left.folded[first] == right.folded[second]
        }
        var front = 0
        while front < min(from.count, to.count), equal(from[front], to[front]) { front += 1 }
        // 1350 for 1960 is one change, not 35 for 96.
        while front > 0, front < max(from.count, to.count), isNumeric(left.folded[from[front - 1]])
        {
            front -= 1
        }
        from.removeFirst(front)
        to.removeFirst(front)
        var back = 0
        while back < min(from.count, to.count),
            equal(from[from.count - 1 - back], to[to.count - 1 - back])
        {
            back += 1
        }
        while back > 0, back < max(from.count, to.count),
            isNumeric(left.folded[from[from.count - back]])
        {
            back -= 1
        }
        from.removeLast(back)
        to.removeLast(back)
        guard !from.isEmpty || !to.isEmpty else { return nil }
        return TextChange(from: text(left, from), to: text(right, to))
    }

    /// The original between the first and the last of some places.
    private static func text(_ side: Side, _ places: [Int]) -> String {
        guard let first = places.first, let last = places.last else { return "" }
        return String(String.UnicodeScalarView(side.scalars[first...last]))
    }

    private static func isBlank(_ scalar: UInt32) -> Bool { scalar == 0x20 || scalar == 9 }

    private static func isNumeric(_ scalar: UInt32) -> Bool {
        (0x30...0x39).contains(scalar) || (0x61...0x7A).contains(scalar) || scalar == 0x2E
    }
}
