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

    /// Words that may stand for one another, or for the first of them.
    private struct Group {
        var words: [String]
        var strength: Double
        /// Whether only the first word may be replaced.
        var isOneWay = false
    }

    private var groups: [Group] = []
    /// Folded word → the groups it may be replaced in.
    private var places: [String: [Int]] = [:]

    package init() throws(ReportError) {
        let folding = Folding.standard
        for entry in try VocabularyFile.rows("synonyms.yml", as: Entry.self) {
            let alike = (entry.equal ?? entry.related ?? []).map { folding.folded($0) }
            append(
                Group(words: alike, strength: entry.equal == nil ? Self.related : Self.equal))
            if let term = entry.term {
                let words = ([term] + (entry.means ?? [])).map { folding.folded($0) }
                append(Group(words: words, strength: Self.narrower, isOneWay: true))
            }
        }
    }

    private mutating func append(_ group: Group) {
        guard group.words.count > 1 else { return }
        for word in group.isOneWay ? group.words.prefix(1) : group.words[...] {
            places[word, default: []].append(groups.count)
        }
        groups.append(group)
    }

    /// Substitutes of a folded word, strongest first, at most `limit`: those of its groups, and what its equals
    /// mean, a little less. O(words of its groups and of theirs).
    package func substitutes(for word: String, limit: Int = 24) -> [(
        text: String, strength: Double
    )] {
        var found = direct(word)
        for (equal, strength) in found where strength == Self.equal {
            for (meaning, strength) in direct(equal)
            where strength < Self.equal && meaning != word {
                found[meaning] = max(found[meaning] ?? 0, strength * Self.narrower)
            }
        }
        return found.sorted {
            $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key
        }.prefix(limit).map { ($0.key, $0.value) }
    }

    private func direct(_ word: String) -> [String: Double] {
        var found: [String: Double] = [:]
        for place in places[word] ?? [] {
            let group = groups[place]
            for other in group.words where other != word {
                found[other] = max(found[other] ?? 0, group.strength)
            }
        }
        return found
    }

    /// Every word that has substitutes, in a stable order.
    package var words: [String] { places.keys.sorted() }
}
