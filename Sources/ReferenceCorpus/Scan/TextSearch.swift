import ReportQuery
import Segmentation

/// Finds texts in folded scalars, as they are written (查找文本): at each place at most one of each, no
/// overlaps of a text with itself.
struct TextSearch: Sendable {
    let texts: [[UInt32]]

    init(_ texts: [String]) {
        self.texts = texts.map { Folding.standard.fold(QueryText.cleaned($0)) }
    }

    /// Calls `body` with each text found and where.
    @inline(__always)
    func forEach(in scalars: [UInt32], _ body: (_ text: Int, _ range: Range<Int>) -> Void) {
        for (number, text) in texts.enumerated() {
            var start = 0
            while let place = ScalarSearch.first(of: text, in: scalars, from: start) {
                body(number, place..<place + text.count)
                start = place + text.count
            }
        }
    }

    /// All places, by where they begin; of those that overlap the first and longest.
    func ranges(in scalars: [UInt32]) -> [Range<Int>] {
        var found: [Range<Int>] = []
        forEach(in: scalars) { _, range in found.append(range) }
        found.sort {
            $0.lowerBound != $1.lowerBound
                ? $0.lowerBound < $1.lowerBound : $0.upperBound > $1.upperBound
        }
        var apart: [Range<Int>] = []
        for range in found where range.lowerBound >= (apart.last?.upperBound ?? 0) {
            apart.append(range)
        }
        return apart
    }
}
