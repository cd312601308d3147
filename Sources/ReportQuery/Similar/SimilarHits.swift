import GRDB
import ReportIndex
import ReportModel
import Segmentation

/// Makes the hits of a comparison: copies folded, what is shared marked and put in words.
struct SimilarHits {
    let ranker: SimilarRanker
    let options: SimilarOptions
    let index: PassageIndex
    let db: Database

    /// A shared word is worth naming when it is this rare, beside the rarest.
    private static let shownWords = 5
    /// Worse answers are no answers.
    private static let least = 0.05

    func hits(_ ranked: [SimilarRanker.Ranked]) throws -> [SimilarHit] {
        var kept: [SimilarRanker.Ranked] = []
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
        let passages = try PassageReader(db).passages(kept.map(\.candidate.id))
        let byID = Dictionary(passages.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        return kept.enumerated().compactMap { place, ranked in
            guard let passage = byID[ranked.candidate.id] else { return nil }
            return hit(ranked, passage, rank: place + 1, copies: copies[place])
        }
    }

    private func hit(
        _ ranked: SimilarRanker.Ranked, _ passage: Passage, rank: Int, copies: [Int64]
    ) -> SimilarHit {
        let shared = ranker.shared(ranked)
        return SimilarHit(
            rank: rank, score: ranked.score, passage: passage, highlights: shared.ranges,
            matched: shared.words, copies: copies, sentence: ranked.best.sentence,
            why: shared.why)
    }
}

extension SimilarRanker {
    /// What the question and a candidate share, for the eye.
    struct Shared {
        var ranges: [Range<Int>] = []
        var words: [String] = []
        var why = ""
    }

    func shared(_ ranked: Ranked) -> Shared {
        var shared = Shared()
        guard questions.sentences.indices.contains(ranked.best.sentence) else { return shared }
        let question = questions.sentences[ranked.best.sentence]
        let text = ranked.candidate.text
        var wanted: [String] = []
        for term in question.terms where term.isWord {
            wanted.append(questions.needles[term.needle])
        }
        let themes = question.themes.map(\.theme).filter { ranked.best.themes.contains($0) }
        let names = themes.map { words.themes[$0].name }
        let matcher = TermMatcher(wanted)
        var found: [String: Double] = [:]
        for match in matcher.longestMatches(in: text.scalars) {
            let word = wanted[match.term]
            found[word] = question.terms.first { questions.needles[$0.needle] == word }?.weight ?? 0
            shared.add(text.origin(of: match.range))
        }
        shared.words = found.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
            .map(\.key)
        var parts: [String] = []
        if !ranked.best.programmes.isEmpty {
            parts.append(
                wording("同名项目", "same programme") + " "
                    + ranked.best.programmes.map { "“\($0)”" }.joined(separator: ""))
        }
        if !names.isEmpty {
            parts.append(wording("同为", "both") + " " + names.joined(separator: "、"))
        }
        if !shared.words.isEmpty {
            parts.append(
                wording("共有词语", "shared words") + " "
                    + shared.words.prefix(5).joined(separator: "、"))
        }
        shared.why = parts.joined(separator: wording("；", "; "))
        return shared
    }
}

extension SimilarRanker.Shared {
    /// Adds a range behind those there are; touching ones become one.
    mutating func add(_ range: Range<Int>) {
        if let last = ranges.last, last.upperBound >= range.lowerBound {
            ranges[ranges.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
        } else {
            ranges.append(range)
        }
    }
}
