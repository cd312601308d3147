import ReportModel
import Segmentation
import Vocabulary

/// What may stand for a word of a question, from `synonyms.yml` (近义词表).
package struct SynonymTable: Sendable {
    /// How far a substitute stands for the word itself.
    private static let equal = 1.0
    private static let narrower = 0.8
    private static let related = 0.5

    private struct Entry: Decodable {
        var equal: [String]?
        var related: [String]?
        var term: String?
        var means: [String]?
    }

    /// Word → substitutes with their strength; all folded.
    private var substitutes: [String: [String: Double]] = [:]

    package init() throws(ReportError) {
        let folding = Folding.standard
        var equals: [String: [String]] = [:]
        for entry in try VocabularyFile.rows("synonyms.yml", as: Entry.self) {
            let group = (entry.equal ?? entry.related ?? []).map { folding.folded($0) }
            let strength = entry.equal == nil ? Self.related : Self.equal
            for word in group {
                for other in group where other != word { add(other, for: word, strength) }
                if entry.equal != nil { equals[word, default: []] += group.filter { $0 != word } }
            }
            if let term = entry.term {
                for other in entry.means ?? [] {
                    add(folding.folded(other), for: folding.folded(term), Self.narrower)
                }
            }
        }
        // What an equal word means, this word means too, a little less.
        let direct = substitutes
        for (word, others) in equals {
            for other in others {
                for (meaning, strength) in direct[other] ?? [:] where strength < Self.equal {
                    if meaning != word { add(meaning, for: word, strength * Self.narrower) }
                }
            }
        }
    }

    private mutating func add(_ substitute: String, for word: String, _ strength: Double) {
        let known = substitutes[word]?[substitute] ?? 0
        substitutes[word, default: [:]][substitute] = max(known, strength)
    }

    /// Substitutes of a folded word, strongest first, at most `limit`.
    package func substitutes(for word: String, limit: Int = 24) -> [(
        text: String, strength: Double
    )] {
        (substitutes[word] ?? [:]).sorted {
            $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key
        }.prefix(limit).map { ($0.key, $0.value) }
    }

    /// Every word that has substitutes, in a stable order.
    package var words: [String] { substitutes.keys.sorted() }
}
