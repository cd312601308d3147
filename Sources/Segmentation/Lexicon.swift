import ReportModel
import Vocabulary

/// Words of the field that ICU's dictionary splits (领域词典): 妇联, 两癌, 三八红旗手 …
package struct Lexicon: Sendable {
    private let terms: [String]
    private let matcher: TermMatcher

    /// The embedded `terms.yml` and the user's, read once.
    ///
    /// - Throws: `VocabularyError` when the user's is broken.
    package static var standard: Lexicon {
        get throws(VocabularyError) { try read.get() }
    }

    private static let read = Result { () throws(VocabularyError) in
        Lexicon(terms: try VocabularyFile.rows("terms.yml", as: String.self))
    }

    package init(terms: [String]) {
        self.terms = terms
        matcher = TermMatcher(terms)
    }

    /// This lexicon with further words.
    package func adding(_ words: [String]) -> Lexicon {
        Lexicon(terms: terms + words)
    }

    /// Makes every occurrence of a term one segment: no end inside it, an end on both its sides.
    ///
    /// Terms are taken from left to right, the longest first. O(scalars + segments).
    ///
    /// - Parameter corrected: empty; receives the ends.
    func correct(_ ends: [Int32], in scalars: [UInt32], into corrected: inout [Int32]) {
        var index = 0
        matcher.forEachLongestMatch(in: scalars.span) { _, range in
            let start = Int32(range.lowerBound)
            let end = Int32(range.upperBound)
            while index < ends.count, ends[index] < start {
                corrected.append(ends[index])
                index += 1
            }
            if start > 0, corrected.last != start { corrected.append(start) }
            while index < ends.count, ends[index] <= end { index += 1 }
            corrected.append(end)
        }
        corrected.append(contentsOf: ends[index...])
    }
}
