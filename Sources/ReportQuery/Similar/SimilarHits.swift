import ReportIndex
import ReportModel
import Segmentation

/// A passage of another report about the same work.
package struct SimilarHit: Sendable {
    package var rank: Int
    package let score: Double
    package let passage: Passage
    /// What both share, as ranges of scalars of the passage's text.
    package let highlights: [Range<Int>]
    /// The shared words, the most telling first.
    package let matched: [String]
    package var copies: [Int64] = []
    /// What both share, and what differs.
    package let likeness: Likeness
}

/// Makes the hits of a comparison: copies folded, what is shared marked and put in words.
struct SimilarHits {
    let shared: SharedWords
    /// The text compared.
    let asked: PlainText
    let options: SimilarOptions
    let index: PassageIndex
    let reading: IndexReading

    /// Worse answers are no answers.
    private static let least = 0.05

    func hits(_ ranked: [SimilarRanking.Ranked]) throws(ReportError) -> [SimilarHit] {
        var kept: [SimilarRanking.Ranked] = []
        var copies: [[Int64]] = []
        var pairs: [[UInt64]] = []
        for candidate in ranked where candidate.score > Self.least {
            let own = options.foldsCopies ? CopyFolding.pairs(candidate.candidate.text.scalars) : []
            if let place = pairs.firstIndex(where: { CopyFolding.areCopies($0, own) }) {
                copies[place].append(candidate.candidate.id)
                continue
            }
            guard kept.count < options.limit else { continue }
            kept.append(candidate)
            copies.append([])
            pairs.append(own)
        }
        let passages = try reading.passages(kept.map(\.candidate.id))
        let byID = Dictionary(passages.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var hits: [SimilarHit] = []
        for (place, ranked) in kept.enumerated() {
            guard let passage = byID[ranked.candidate.id] else { continue }
            hits.append(try hit(ranked, passage, rank: place + 1, copies: copies[place]))
        }
        return hits
    }

    private func hit(
        _ ranked: SimilarRanking.Ranked, _ passage: Passage, rank: Int, copies: [Int64]
    ) throws(ReportError) -> SimilarHit {
        let text = ranked.candidate.text
        let found = shared.find(in: ranked.candidate)
        var likeness = try differences(found, ranked.candidate, passage)
        likeness.words = found.words
        likeness.themes = ranked.themes.map { shared.name(ofTheme: $0) }
        let own = QuestionAnalyzer.string(asked.scalars)
        likeness.programmes = ProgrammeQuotes.names(in: passage.text).filter { own.contains($0) }
        return SimilarHit(
            rank: rank, score: ranked.score, passage: passage,
            highlights: found.places.map { text.origin(of: $0.range) }, matched: found.words,
            copies: copies, likeness: likeness)
    }

    /// Figures and partners of the passage's most telling sentence that the question does not have.
    private func differences(
        _ found: SharedWords.Found, _ candidate: CandidateText, _ passage: Passage
    ) throws(ReportError) -> Likeness {
        let sentences = Sentences.ranges(of: candidate.text.scalars)
        func weight(_ sentence: Range<Int>) -> Double {
            found.places.reduce(0) {
                sentence.contains($1.range.lowerBound) ? $0 + $1.weight : $0
            }
        }
        guard let best = sentences.max(by: { weight($0) < weight($1) }) else { return Likeness() }
        let range = candidate.text.origin(of: best)
        var amounts: [String] = []
        var partners: [String] = []
        let reader = ActivityReader(reading: reading, index: index)
        for record in try reader.records(ofOrdinals: [candidate.ordinal])
        where Self.scalars(of: record.activity.range, in: passage.text).overlaps(range) {
            amounts += record.activity.quantities.map(\.raw).filter { !amounts.contains($0) }
            partners += record.activity.partners.filter { !partners.contains($0) }
        }
        let own = QuestionAnalyzer.string(asked.scalars)
        amounts = amounts.filter { !own.contains(Folding.standard.folded($0)) }
        partners = partners.filter { !own.contains(Folding.standard.folded($0)) }
        return Likeness(amounts: amounts, partners: partners)
    }

    /// A range of UTF-8 bytes of a text as scalars.
    private static func scalars(of range: Range<Int>, in text: String) -> Range<Int> {
        var bytes = 0
        var first: Int?
        var count = 0
        for scalar in text.unicodeScalars {
            if first == nil, bytes >= range.lowerBound { first = count }
            if bytes >= range.upperBound { break }
            bytes += UTF8.width(scalar)
            count += 1
        }
        return (first ?? count)..<max(first ?? count, count)
    }
}
