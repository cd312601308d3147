import Foundation
import ReportIndex
import ReportModel
import Segmentation

/// Orders candidates by what a reader would want first (重排).
///
/// The base is a sum of parts between 0 and 1: BM25 over words and pairs of characters; what synonyms add;
/// the part of the question that is covered, squared; the question's words in the headings above and in the
/// paragraph's own heading; the longest unbroken piece. A neighbour's base counts a little. Substance
/// multiplies, the kind that was asked for is added, bare headings and titles fall behind. The weights
/// were found on judged questions; each is a round number and none decides alone.
struct Ranker {
    private let question: Question
    private let matcher: TermMatcher
    /// For each needle, what an occurrence that cuts words counts.
    private let cutShares: [Double]
    private let pieces: [CommonPiece]
    private let unbroken: [[UInt32]]
    private let pieceTotal: Double
    private let terms: [(needle: Int, weight: Double)]
    /// The question's terms with their part of its whole weight.
    let weighted: [(text: String, weight: Double)]
    private let concepts: [Concept]

    /// A concept with its needles and their weights.
    private struct Concept {
        let needle: Int
        /// Part of the question's whole weight.
        let share: Double
        /// Needles of substitutes with what they count, rarity included.
        let substitutes: [(needle: Int, strength: Double)]
    }

    /// Below it no word is met, and meaning alone orders.
    private static let leastBest = 0.1
    /// What a substitute counts when the word itself is known to the index.
    private static let substituteShare = 0.7
    /// What a word counts that is only met across other words: 童工 in 儿童工作.
    private static let cutWord = 0.3
    /// What a word counts that is only met as a part of a longer one: 儿童 in 妇女儿童.
    private static let partOfWord = 0.6
    /// Rare terms count more than their rarity.
    private static let exponent = 1.5
    /// Longer pieces are never found unbroken.
    private static let longestPiece = 20

    init(_ question: Question, statistics: TermStatistics) throws(ReportError) {
        self.question = question
        var needles: [String: Int] = [:]
        var texts: [String] = []
        var cutShares: [Double] = []
        func needle(_ text: String, cut: Double) -> Int {
            if let known = needles[text] {
                cutShares[known] = max(cutShares[known], cut)
                return known
            }
            needles[text] = texts.count
            texts.append(text)
            cutShares.append(cut)
            return texts.count - 1
        }
        var concepts: [Concept] = []
        let words = Set(question.concepts.filter { $0.scalars.count > 1 }.map(\.text))
        var terms: [(needle: Int, weight: Double)] = []
        for term in question.terms {
            let rarity = pow(try statistics.rarity(of: term.text), Self.exponent)
            let cut = words.contains(term.text) ? Self.cutWord : 1
            terms.append((needle(term.text, cut: cut), term.weight * rarity))
        }
        let termTotal = max(terms.reduce(0) { $0 + $1.weight }, 1e-9)
        self.terms = terms.map { ($0.needle, $0.weight / termTotal) }
        weighted = self.terms.map { (texts[$0.needle], $0.weight) }
        let rarities = try question.concepts.map { concept throws(ReportError) in
            try statistics.rarity(of: concept.text)
        }
        let total = zip(question.concepts, rarities).reduce(0) { $0 + $1.0.weight * $1.1 }
        for (concept, own) in zip(question.concepts, rarities) {
            let isKnown = try statistics.frequency(of: concept.text) > 0
            var substitutes: [(needle: Int, strength: Double)] = []
            for other in concept.substitutes where try statistics.frequency(of: other.text) > 0 {
                // A substitute more common than the word proves less.
                let scarcity = min(1, try statistics.rarity(of: other.text) / max(own, 1e-9))
                substitutes.append(
                    (
                        needle(other.text, cut: 0),
                        other.strength * scarcity * (isKnown ? Self.substituteShare : 1)
                    ))
            }
            concepts.append(
                Concept(
                    needle: needle(
                        concept.text, cut: concept.scalars.count > 1 ? Self.cutWord : 1),
                    share: concept.weight * own / max(total, 1e-9),
                    substitutes: substitutes))
        }
        self.concepts = concepts
        matcher = TermMatcher(texts)
        self.cutShares = cutShares
        pieces = question.pieces.filter { (3...Self.longestPiece).contains($0.count) }
            .map { CommonPiece($0) }
        // Only what is more than one word says more than its words.
        unbroken = question.pieces.filter { piece in
            !question.concepts.contains { $0.scalars == piece }
        }
        pieceTotal = Double(max(1, question.pieces.reduce(0) { $0 + $1.count }))
    }

    /// The parts of every candidate's score, in the order of the candidates.
    func parts(of candidates: [CandidateText], meaning: MeaningScores? = nil) -> [Parts] {
        var all = candidates.map { parts(of: $0) }
        var places: [Int: Int] = [:]
        for (place, candidate) in candidates.enumerated() { places[candidate.ordinal] = place }
        let bases = all.map(\.base)
        for (place, candidate) in candidates.enumerated() {
            for ordinal in [candidate.ordinal - 1, candidate.ordinal + 1] {
                guard let neighbour = places[ordinal],
                    candidates[neighbour].report == candidate.report
                else { continue }
                all[place].neighbour.value = max(
                    all[place].neighbour.value, bases[neighbour])
            }
        }
        let feedback = RelevanceFeedback.scores(
            of: candidates, bases: bases, values: all.map(\.score))
        for (place, value) in feedback.enumerated() { all[place].feedback.value = value }
        guard let meaning, let best = all.map(\.score).max() else { return all }
        for (place, candidate) in candidates.enumerated() {
            all[place].meaning.value =
                (best > Self.leastBest ? best : 1) * meaning.height(of: candidate.ordinal)
        }
        return all
    }

    private func parts(of candidate: CandidateText) -> Parts {
        var isCut = false
        var isSound = false
        let inText = counts(in: candidate.text.scalars) { needle, range in
            if candidate.isWhole(range) {
                isSound = isSound || self.cutShares[needle] < 1
                return 1
            }
            guard candidate.isCut(range) else {
                // A substitute must be a word; the word asked for may be a part of a longer one.
                isSound = isSound || self.cutShares[needle] == Self.cutWord
                return self.cutShares[needle] > 0 ? Self.partOfWord : 0
            }
            isCut = isCut || self.cutShares[needle] == Self.cutWord
            return self.cutShares[needle]
        }
        let inHeadings = counts(in: Array(candidate.headings.joined(separator: [0x1F])))
        let own = candidate.role == .heading ? candidate.text.scalars : candidate.ownHeading
        let inOwn = counts(in: own)
        func saturation(_ needle: Int) -> Double {
            guard inText[needle] > 0 else { return 0 }
            return Impact.saturation(count: inText[needle], length: candidate.length)
        }
        var parts = Parts()
        for term in terms { parts.words += term.weight * saturation(term.needle) }
        var covered = 0.0
        for concept in concepts {
            let direct = saturation(concept.needle)
            var substitute = 0.0
            var heading = inHeadings[concept.needle] > 0 ? 1.0 : 0
            var opening = inOwn[concept.needle] > 0 ? 1.0 : 0
            for other in concept.substitutes {
                substitute = max(substitute, other.strength * saturation(other.needle))
                if inHeadings[other.needle] > 0 { heading = max(heading, 0.6 * other.strength) }
                if inOwn[other.needle] > 0 { opening = max(opening, 0.6 * other.strength) }
            }
            parts.synonyms += concept.share * max(0, substitute - direct)
            parts.headings.value += concept.share * heading
            parts.ownHeading.value += concept.share * opening
            covered +=
                concept.share * max(direct > 0 ? 1 : 0, substitute > 0 ? 0.7 : 0, 0.4 * heading)
        }
        parts.coverage.value = covered * covered
        for piece in pieces {
            let length = piece.length(in: candidate.text.scalars)
            if length >= 3 { parts.phrase.value += Double(length) / pieceTotal }
        }
        for piece in unbroken
        where ScalarSearch.first(of: piece, in: candidate.text.scalars, from: 0) != nil {
            parts.exact.value += Double(piece.count) / pieceTotal
        }
        parts.isCut = isCut && !isSound
        parts.substance.value = Substance.of(candidate.text.scalars)
        parts.intent = intent(of: candidate)
        switch candidate.role {
        case .body: parts.role = 1
        case .heading: parts.role = 0.7
        case .title, .signature, .noise: parts.role = 0.3
        }
        return parts
    }

    /// A paragraph of the kind asked for: more when a heading says so than when only its wording does.
    private func intent(of candidate: CandidateText) -> Double {
        guard let intent = question.intent, candidate.kind == intent.kind else { return 0 }
        let headings = candidate.headings + [candidate.ownHeading]
        let isHeaded = headings.contains { heading in
            intent.headings.contains { ScalarSearch.first(of: $0, in: heading, from: 0) != nil }
        }
        return isHeaded ? 1.5 : 0.75
    }

    /// How often each needle stands in a text; an occurrence that cuts words counts its share.
    private func counts(
        in scalars: [UInt32], share: (_ needle: Int, Range<Int>) -> Double = { _, _ in 1 }
    ) -> [Double] {
        var counts = [Double](repeating: 0, count: cutShares.count)
        matcher.scan(scalars) { needle, start, end in
            counts[needle] += cutShares[needle] == 1 ? 1 : share(needle, start..<end)
        }
        return counts
    }
}
