import ReportModel
import ReportIndex
import Segmentation

/// What a query asks for, in the terms of ranking (问题分析).
package struct Question: Sendable {
    /// A word asked for.
    package struct Concept: Sendable {
        package let text: String
        package let scalars: [UInt32]
        /// 1 for a word of substance, less for a single character or a word too common.
        package internal(set) var weight: Double
        package internal(set) var substitutes: [Substitute] = []
    }

    /// What may stand for a concept.
    package struct Substitute: Sendable, Hashable {
        package let text: String
        /// 1: the same thing; less: narrower or related.
        package internal(set) var strength: Double
    }

    /// A term to look up.
    struct Term: Sendable {
        let text: String
        let key: UInt64
        var weight: Double
    }

    package internal(set) var concepts: [Concept] = []
    /// Texts of the plain words that a passage must have to have every word: those of weight.
    package internal(set) var required: [String] = []
    /// Texts that must stand there as they are.
    package internal(set) var literals: [String] = []
    /// The question's own terms: words, and pairs of characters within and across them.
    var terms: [Term] = []
    /// Runs of two to four single Han characters, which are words that the dictionary does not know.
    var unknown: [[UInt32]] = []
    /// What was looked for besides, as the short form and the long one.
    package internal(set) var abbreviations: [(short: String, long: String)] = []
    /// Unbroken pieces of the question, without quotation marks.
    var pieces: [[UInt32]] = []
    var intent: QuestionWords.Intent?

    /// Longer questions are ranked by their beginning, in scalars.
    static let longest = 400
    /// As above, for a passage that others are compared with.
    static let longestPassage = 800
    /// Substitutes are looked for beside this many of the strongest concepts.
    private static let mostSubstituted = 16

    /// The terms for the posting lists: the question's own, and those of its substitutes, which count half.
    var poolTerms: [CandidateSearch.Term] {
        var weights: [UInt64: Double] = [:]
        for term in terms { weights[term.key] = max(weights[term.key] ?? 0, term.weight) }
        for concept in concepts {
            for other in concept.substitutes {
                let keys = Self.keys(of: other.text.unicodeScalars.map(\.value))
                for key in keys {
                    let weight = 0.5 * concept.weight * other.strength / Double(keys.count)
                    weights[key] = max(weights[key] ?? 0, weight)
                }
            }
        }
        return weights.sorted { $0.key < $1.key }
            .map { CandidateSearch.Term(key: $0.key, weight: Float($0.value)) }
    }

    private static func keys(of scalars: [UInt32]) -> [UInt64] {
        let pairs = scalars.indices.dropLast().compactMap { start -> UInt64? in
            guard IndexTerms.isHan(scalars[start]), IndexTerms.isHan(scalars[start + 1]) else {
                return nil
            }
            return IndexTerms.pair(scalars[start], scalars[start + 1])
        }
        return pairs.isEmpty ? [IndexTerms.word(scalars[...])] : pairs
    }

    /// Leaves the substitutes of a long question's most telling words only: every one is looked up.
    mutating func keepSubstitutesOfStrongest(_ statistics: TermStatistics) throws(ReportError) {
        guard concepts.count > Self.mostSubstituted else { return }
        let strengths = try concepts.map { concept throws(ReportError) in
            concept.weight * (try statistics.rarity(of: concept.text))
        }
        let least = strengths.sorted(by: >)[Self.mostSubstituted - 1]
        for (place, strength) in strengths.enumerated() where strength < least {
            concepts[place].substitutes = []
        }
    }
}
