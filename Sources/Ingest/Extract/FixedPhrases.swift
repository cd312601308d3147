import ReportModel
import Segmentation
import Vocabulary

/// The phrases with numerals that count nothing (固定短语): 一次性, 五湖四海.
///
/// A phrase matters only where it covers a scalar that may begin an amount, so that they are looked
/// for at these places alone, and not in a pass over the whole text.
struct FixedPhrases: Sendable {
    private let matcher: TermMatcher
    /// How far behind its begin a phrase has its first scalar that may begin an amount, at most.
    private let reach: Int

    /// - Throws: `ReportError` when `number-phrases.yml` is broken.
    init() throws(ReportError) {
        self.init(try VocabularyFile.rows("number-phrases.yml", as: [String].self).flatMap { $0 })
    }

    init(_ words: [String]) {
        var reach = 0
        matcher = TermMatcher(
            words.filter { word in
                let place = Folding.standard.fold(word).firstIndex {
                    !ScalarClasses.standard[$0].isDisjoint(with: .amountHead)
                }
                reach = max(reach, place ?? 0)
                return place != nil
            })
        self.reach = reach
    }

    /// Moves on from one phrase of a text to the last that begins at a place or before it and may
    /// cover it. Phrases do not overlap: at each place the longest, from left to right. To be called
    /// with every place that may begin an amount, in order.
    @inline(__always)
    func move(_ phrase: inout Range<Int>, to index: Int, in text: borrowing FoldedText) {
        var start = max(phrase.upperBound, index - reach)
        while start <= index {
            if let longest = matcher.longestMatch(in: text.scalars.span, at: start) {
                phrase = start..<longest.end
                start = longest.end
            } else {
                start += 1
            }
        }
    }
}
