import ReportModel
import Vocabulary

/// Splits text into words (分词): as ICU's word breaker does, corrected by a lexicon of the field.
///
/// One segmenter serves one thread at a time. It never adds, drops or changes text: its words
/// and the gaps between them rebuild what it was given.
package struct Segmenter: ~Copyable {
    /// `nil` without a dictionary: then ICU breaks every text.
    private var rules: WordRules?
    /// Opened when a text needs it: that costs as much as to segment a long report.
    private var breaker: WordBreaker?
    private let lexicon: Lexicon
    private var uncorrected: [Int32] = []
    private var corrected: [Int32] = []

    /// - Parameters:
    ///   - lexicon: corrects what ICU finds.
    ///   - dictionary: makes segmenting several times as fast, with the same result. It pays for many texts: a
    ///     question does without.
    /// - Throws: `ReportError` when ICU's data cannot be opened.
    package init(
        lexicon: Lexicon, dictionary: HanDictionary? = nil
    ) throws(ReportError) {
        self.lexicon = lexicon
        if let dictionary {
            rules = WordRules(dictionary: dictionary)
        } else {
            breaker = try WordBreaker()
        }
    }

    /// A segmenter with the standard lexicon.
    ///
    /// - Throws: `ReportError` when ICU's data cannot be opened.
    package init(dictionary: HanDictionary? = nil) throws(ReportError) {
        try self.init(lexicon: .standard, dictionary: dictionary)
    }

    /// The end of every segment of a folded text, in scalars; the last one is the text's length.
    /// A segment is a word, or a run of what is none (punctuation, white space).
    package mutating func ends(of scalars: [UInt32]) -> [Int32] {
        var ends: [Int32] = []
        ends.reserveCapacity(scalars.count)
        find(&ends, of: scalars)
        return ends
    }

    /// As `ends(of:)`, into an array whose memory serves again.
    package mutating func find(_ ends: inout [Int32], of scalars: [UInt32]) {
        ends.removeAll(keepingCapacity: true)
        uncorrected.removeAll(keepingCapacity: true)
        guard !scalars.isEmpty else { return }
        breakText(scalars.span)
        if uncorrected.last != Int32(scalars.count) { uncorrected.append(Int32(scalars.count)) }
        lexicon.correct(uncorrected, in: scalars, into: &ends)
    }

    /// The word breaks of a folded text.
    package mutating func breaks(of scalars: [UInt32]) -> WordBreaks {
        var ends: [Int32] = []
        swap(&ends, &corrected)
        find(&ends, of: scalars)
        defer { swap(&ends, &corrected) }
        return WordBreaks(ends: ends, count: scalars.count)
    }

    private mutating func breakText(_ scalars: borrowing Span<UInt32>) {
        if rules?.appendEnds(of: scalars, to: &uncorrected) == true { return }
        uncorrected.removeAll(keepingCapacity: true)
        if breaker == nil { breaker = try? WordBreaker() }
        breaker?.appendEnds(of: scalars, to: &uncorrected)
    }
}
