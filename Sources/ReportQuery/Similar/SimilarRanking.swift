import ReportModel

/// Orders comparable passages (可比排序): as a search for the passage does, and by the themes both show.
struct SimilarRanking {
    struct Ranked: Sendable {
        let candidate: CandidateText
        let score: Double
        /// The question's themes that the candidate shows, in the order of the vocabulary.
        let themes: [Int]
    }

    let ranker: Ranker
    /// `nil` when only words count.
    let meaning: MeaningScores?
    /// Themes of the question.
    let themes: Set<Int>
    /// What the question itself is; `nil` when nobody said.
    let kind: Kind?
    let words: ComparisonWords

    /// What a theme adds for each unit of its rarity: more puts broad themes above telling words.
    private static let workShare = 0.03
    /// As above, for whom or when it was done.
    private static let otherShare = 0.02
    /// What a plan gains beside a plan, a problem beside a problem.
    private static let sameKind = 0.1

    /// Rarity of a theme is counted among the candidates, as feedback counts it: what nearly all of them show
    /// says nothing.
    func ranked(_ candidates: [CandidateText]) -> [Ranked] {
        let shown = candidates.map { candidate in
            Set(
                words.sightings(in: candidate.text.scalars)
                    .filter { themes.contains($0.theme) && candidate.isWhole($0.range) }
                    .map(\.theme))
        }
        var worth: [Int: Double] = [:]
        for theme in themes {
            let rarity = TermStatistics.rarity(
                frequency: shown.count { $0.contains(theme) }, count: candidates.count)
            let isWork = words.themes[theme].facet == .work
            worth[theme] = rarity * (isWork ? Self.workShare : Self.otherShare)
        }
        return zip(zip(candidates, shown), ranker.parts(of: candidates, meaning: meaning)).map {
            pair, parts in
            let (candidate, shown) = pair
            let themes = shown.sorted()
            let added = themes.reduce(0) { $0 + (worth[$1] ?? 0) }
            return Ranked(
                candidate: candidate, score: parts.score + added + sameKind(candidate.kind),
                themes: themes)
        }.sorted {
            $0.score != $1.score
                ? $0.score > $1.score : $0.candidate.ordinal < $1.candidate.ordinal
        }
    }

    private func sameKind(_ other: Kind) -> Double {
        switch kind {
        case .plan, .problem, .advice: kind == other ? Self.sameKind : 0
        case .overview, .done, .other, nil: 0
        }
    }
}
