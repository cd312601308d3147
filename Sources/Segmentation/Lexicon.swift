import ReportModel
import Vocabulary

/// Words of the field that ICU's dictionary splits (领域词典): 妇联, 两癌, 维权, 女职工 …
package struct Lexicon: Sendable {
    private let terms: [String]
    private let matcher: TermMatcher
    /// Words that are made of whole ICU words only.
    private let joined: TermMatcher

    /// `terms.yml`, whose words cut through ICU's, and the words of the other vocabularies, which only join
    /// them; the user's too. Read once.
    ///
    /// - Throws: `ReportError` when a file of the user's is broken.
    package static var standard: Lexicon {
        get throws(ReportError) { try read.get() }
    }

    private static let read = Result { () throws(ReportError) in
        Lexicon(
            terms: try VocabularyFile.rows("terms.yml", as: String.self),
            joined: FieldWords.all())
    }

    package init(terms: [String], joined: [String] = []) {
        self.terms = terms
        matcher = TermMatcher(terms)
        self.joined = TermMatcher(joined)
    }

    private init(terms: [String], joined: TermMatcher) {
        self.terms = terms
        matcher = TermMatcher(terms)
        self.joined = joined
    }

    /// This lexicon with further words that cut through ICU's.
    package func adding(_ words: [String]) -> Lexicon {
        Lexicon(terms: terms + words, joined: joined)
    }

    /// Makes every occurrence of a term one segment: no end inside it, an end on both its sides; then joins
    /// segments that are a word of the field together.
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
        join(&corrected, in: scalars)
    }

    /// Joins segments that make up a word of the field. One of them must be a single character (维|权, 志愿|者):
    /// what is made of words that ICU knows (领导|重视) is a phrase. The longest word that begins at a segment
    /// is taken, and never a part of one (国|家长 in 国家|长期).
    private func join(_ ends: inout [Int32], in scalars: [UInt32]) {
        guard !joined.isEmpty else { return }
        var (read, written, start) = (0, 0, Int32(0))
        while read < ends.count {
            var last = read
            if ends[read] < scalars.count {
                joined.forEachMatch(in: scalars.span, at: Int(start)) { _, end in
                    var (next, from, hasSingle) = (read, start, false)
                    while next < ends.count, ends[next] <= end {
                        if ends[next] - from == 1 { hasSingle = true }
                        if ends[next] == end, hasSingle, next > last { last = next }
                        from = ends[next]
                        next += 1
                    }
                }
            }
            ends[written] = ends[last]
            written += 1
            start = ends[last]
            read = last + 1
        }
        ends.removeLast(ends.count - written)
    }
}

/// The words of the vocabularies, for the lexicon (领域词语): what topics, activities, units and synonyms are told
/// by, and the names of places. They are taken as they stand in the files, whatever they mean there.
enum FieldWords {
    private static let files = [
        "topics.yml", "activity-objects.yml", "units.yml", "gazetteer.tsv", synonyms,
    ]
    /// The user's own synonyms are read by questions only: they must not make files new.
    private static let synonyms = "synonyms.yml"
    /// Longer ones are phrases.
    private static let lengths = 2...5

    /// All of them, the user's too, in no order. O(size of the files).
    static func all() -> [String] {
        var words: Set<[UInt32]> = []
        for name in files {
            collect(VocabularyFile.embedded(name) ?? "", into: &words)
            guard name != synonyms else { continue }
            collect((try? VocabularyFile.user(name)) ?? "", into: &words)
        }
        return words.map { String(String.UnicodeScalarView($0.compactMap(Unicode.Scalar.init))) }
    }

    /// Runs of Han characters between whatever marks a file has; comments are left out.
    private static func collect(_ text: String, into words: inout Set<[UInt32]>) {
        var run: [UInt32] = []
        var (isComment, isMixed) = (false, false)
        func end() {
            if !isMixed, lengths.contains(run.count) { words.insert(run) }
            run.removeAll(keepingCapacity: true)
            isMixed = false
        }
        for scalar in text.unicodeScalars {
            if scalar == "\n" { isComment = false }
            if scalar == "#" { isComment = true }
            if !isComment, IndexTerms.isHan(scalar.value) {
                run.append(scalar.value)
            } else if !isComment, IndexTerms.isWord(scalar.value) {
                isMixed = true
            } else {
                end()
            }
        }
        end()
    }
}
