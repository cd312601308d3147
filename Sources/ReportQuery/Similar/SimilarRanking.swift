/// Orders comparable passages (可比排序): as a search for the passage does, and by the themes both show.
struct SimilarRanking {
    struct Ranked: Sendable {
        let candidate: CandidateText
        let score: Double
        /// The question's themes that the candidate shows, in the order of the vocabulary.
        let themes: [Int]
    }

    let ranker: Ranker
    /// Themes of the question.
    let themes: Set<Int>
    let words: ComparisonWords

    /// What sharing all themes adds: more puts broad themes above telling words (measured).
    private static let themeShare = 0.25

    func ranked(_ candidates: [CandidateText]) -> [Ranked] {
        zip(candidates, ranker.parts(of: candidates)).map { candidate, parts in
            let shown = Set(
                words.sightings(in: candidate.text.scalars)
                    .filter { themes.contains($0.theme) && candidate.isWhole($0.range) }
                    .map(\.theme))
            let share = Double(shown.count) / Double(max(1, themes.count))
            return Ranked(
                candidate: candidate, score: parts.score + Self.themeShare * share,
                themes: shown.sorted())
        }.sorted {
            $0.score != $1.score
                ? $0.score > $1.score : $0.candidate.ordinal < $1.candidate.ordinal
        }
    }
}
