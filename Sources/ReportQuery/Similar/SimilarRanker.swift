import ReportIndex
import ReportModel
import Segmentation

/// Orders candidates by their best sentence for each sentence of the question (可比排序): shared occasion,
/// people and work, rare words and programmes count; formulas do not.
struct SimilarRanker {
    /// How a candidate answers one sentence of the question.
    struct Answer: Sendable {
        var score = 0.0
        /// The question's sentence, and the candidate's as a range of its plain text.
        var sentence = 0
        var range = 0..<0
        var themes: Set<Int> = []
        var programmes: [String] = []
    }

    struct Ranked: Sendable {
        let candidate: CandidateText
        let score: Double
        let best: Answer
        /// Score for each sentence of the question.
        let scores: [Double]
    }

    let questions: PassageQuestions
    let words: ComparisonWords
    /// The kind of the passage asked about; `nil` when it is not of the index.
    let kind: Kind?
    private let matcher: TermMatcher
    private let programmes: TermMatcher

    /// What shared themes count beside shared words.
    private static let themeShare = 0.45
    /// What the whole paragraph counts beside its best sentence.
    private static let paragraphShare = 0.15
    /// What a theme in the headings counts beside one in the text.
    private static let headingShare = 0.3
    private static let programmeBonus = 0.2
    /// Plans are set beside plans, deeds beside deeds.
    private static let planBonus = 0.15
    private static let doneBonus = 0.1
    /// What each further sentence answered counts beside the one before.
    private static let decay = 0.6
    private static let headingRole = 0.6
    private static let otherRole = 0.2

    init(questions: PassageQuestions, words: ComparisonWords, kind: Kind?) {
        self.questions = questions
        self.words = words
        self.kind = kind
        matcher = TermMatcher(questions.needles)
        programmes = TermMatcher(questions.programmes)
    }

    func ranked(_ candidates: [CandidateText]) -> [Ranked] {
        var headingThemes: [[[UInt32]]: Set<Int>] = [:]
        return candidates.map { candidate in
            let headings = candidate.headings
            let inHeadings =
                headingThemes[headings]
                ?? Set(headings.flatMap { words.sightings(in: $0) }.map(\.theme))
            headingThemes[headings] = inHeadings
            return rank(candidate, headingThemes: inHeadings)
        }.sorted {
            $0.score != $1.score
                ? $0.score > $1.score : $0.candidate.ordinal < $1.candidate.ordinal
        }
    }

    private func rank(_ candidate: CandidateText, headingThemes: Set<Int>) -> Ranked {
        let scalars = candidate.text.scalars
        let sentences = Sentences.ranges(of: scalars)
        var present = [Set<Int>](repeating: [], count: sentences.count)
        var place = 0
        for match in matcher.matches(in: scalars) {
            while place < sentences.count - 1,
                sentences[place].upperBound <= match.range.lowerBound
            {
                place += 1
            }
            present[place].insert(match.term)
        }
        var themes = [Set<Int>](repeating: [], count: sentences.count)
        for sighting in words.sightings(in: scalars) {
            let place = sentences.firstIndex { $0.upperBound > sighting.range.lowerBound } ?? 0
            themes[place].insert(sighting.theme)
        }
        let anywhere = present.reduce(into: Set<Int>()) { $0.formUnion($1) }
        let allThemes = themes.reduce(into: Set<Int>()) { $0.formUnion($1) }
        let shared = Set(programmes.matches(in: scalars).map { questions.programmes[$0.term] })
        var best = Answer()
        var scores: [Double] = []
        for (number, question) in questions.sentences.enumerated() {
            var top = Answer()
            top.sentence = number
            for (index, range) in sentences.enumerated() {
                let score = score(
                    question, present[index], themes[index], headingThemes: headingThemes)
                if score > top.score {
                    top.score = score
                    top.range = range
                    top.themes = themes[index]
                }
            }
            let whole = score(question, anywhere, allThemes, headingThemes: headingThemes)
            top.score = (1 - Self.paragraphShare) * top.score + Self.paragraphShare * whole
            top.score *= question.share
            scores.append(top.score)
            if top.score > best.score { best = top }
        }
        var score = 0.0
        var weight = 1.0
        for part in scores.sorted(by: >) {
            score += weight * part
            weight *= Self.decay
        }
        if !shared.isEmpty {
            score += Self.programmeBonus * min(1, Double(shared.count))
            best.programmes = shared.sorted()
        }
        if kind == .plan, candidate.kind == .plan { score += Self.planBonus }
        if kind == .done, candidate.kind == .done { score += Self.doneBonus }
        if kind == .done, candidate.kind == .plan { score -= Self.doneBonus }
        switch candidate.role {
        case .body: break
        case .heading: score *= Self.headingRole
        case .title, .signature, .noise: score *= Self.otherRole
        }
        return Ranked(candidate: candidate, score: score, best: best, scores: scores)
    }

    /// How far a sentence with these needles and themes answers the question, from 0 to 1.
    private func score(
        _ question: PassageQuestion, _ present: Set<Int>, _ themes: Set<Int>,
        headingThemes: Set<Int>
    ) -> Double {
        var terms = 0.0
        for term in question.terms {
            if present.contains(term.needle) {
                terms += term.weight
            } else {
                var most = 0.0
                for other in term.substitutes where present.contains(other.needle) {
                    most = max(most, other.strength)
                }
                terms += term.weight * most
            }
        }
        var shared = 0.0
        for theme in question.themes {
            if themes.contains(theme.theme) {
                shared += theme.weight
            } else if headingThemes.contains(theme.theme) {
                shared += Self.headingShare * theme.weight
            }
        }
        let lexical = question.termTotal > 0 ? terms / question.termTotal : 0
        guard question.themeTotal > 0 else { return (1 - Self.themeShare) * lexical }
        return Self.themeShare * shared / question.themeTotal + (1 - Self.themeShare) * lexical
    }
}
