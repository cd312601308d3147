import ReportModel
import Segmentation
import Vocabulary

/// What makes two deeds comparable, from `comparison.yml` (可比要素): occasions, people, kinds of work.
package struct ComparisonWords: Sendable {
    /// What an element tells of a deed: when, for whom, what.
    package enum Facet: String, Sendable, CaseIterable {
        case occasion, people, work
    }

    package struct Theme: Sendable, Hashable {
        package let name: String
        package let facet: Facet
        /// Folded.
        let words: [String]
    }

    /// A theme shown by a word of a text, in scalars of the text.
    struct Sighting: Sendable, Hashable {
        let theme: Int
        let range: Range<Int>
    }

    private struct Entry: Decodable {
        var theme: String?
        var facet: String?
        var words: [String]?
        var not: [String]?
        var generic: [String]?
        var rates: [String]?
    }

    package private(set) var themes: [Theme] = []
    /// Words that say nothing of what was done.
    private(set) var generic: Set<String> = []
    /// Units that are never added up: rates, ages, points in time.
    package private(set) var rates: Set<String> = []
    private let matcher: TermMatcher
    /// For each term of the matcher the themes it shows, and those it must not show.
    private let shown: [[Int]]
    private let barred: [[Int]]

    package init() throws(ReportError) {
        let folding = Folding.standard
        var shown: [String: [Int]] = [:]
        var barred: [String: [Int]] = [:]
        for entry in try VocabularyFile.rows("comparison.yml", as: Entry.self) {
            generic.formUnion((entry.generic ?? []).map { folding.folded($0) })
            rates.formUnion((entry.rates ?? []).map { folding.folded($0) })
            guard let name = entry.theme else { continue }
            let words = (entry.words ?? []).map { folding.folded($0) }
            // A user's row of a known name adds to it.
            let theme = themes.firstIndex { $0.name == name } ?? themes.count
            let known = theme < themes.count ? themes[theme].words : []
            let facet = entry.facet.flatMap(Facet.init) ?? .work
            let merged = Theme(name: name, facet: facet, words: known + words)
            if theme < themes.count { themes[theme] = merged } else { themes.append(merged) }
            for word in words { shown[word, default: []].append(theme) }
            for word in entry.not ?? [] { barred[folding.folded(word), default: []].append(theme) }
        }
        let terms = Set(shown.keys).union(barred.keys).sorted()
        matcher = TermMatcher(terms)
        self.shown = terms.map { shown[$0] ?? [] }
        self.barred = terms.map { barred[$0] ?? [] }
    }

    /// The themes of a plain text, in order of place. O(length).
    func sightings(in scalars: [UInt32]) -> [Sighting] {
        let matches = matcher.matches(in: scalars)
        let bars = matches.filter { !barred[$0.term].isEmpty }
        var found: [Sighting] = []
        for match in matches {
            for theme in shown[match.term] {
                let isBarred = bars.contains {
                    barred[$0.term].contains(theme) && $0.range.contains(match.range.lowerBound)
                        && $0.range.upperBound >= match.range.upperBound
                }
                if !isBarred { found.append(Sighting(theme: theme, range: match.range)) }
            }
        }
        return found
    }
}
