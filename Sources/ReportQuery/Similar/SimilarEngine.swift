import ReportIndex
import ReportModel
import Segmentation
import Vocabulary

/// How similar passages are asked for (比对选项).
package struct SimilarOptions: Sendable {
    package var limit = 10
    package var filter = Filter()
    /// Reports whose passages are left out.
    package var exceptReports: Set<Int64> = []
    /// Leave out the whole unit of the excepted reports, not only the reports.
    package var otherUnitsOnly = false
    package var foldsCopies = true
    /// What the passage compared is, where that is known: plans are set beside plans, problems beside problems.
    package var kind: Kind?

    package init() {}
}

/// Finds passages of other reports about the same work (可比段落): holds vocabulary only, and serves any
/// number of threads.
///
/// The passage is a question like any other, and ranked as one; figures count for little in it. What
/// both show of one list of themes is added by its rarity: it explains, and decides between near equals.
package struct SimilarEngine: Sendable {
    private let analyzer: QuestionAnalyzer
    private let words: ComparisonWords
    /// Asked for what a passage means; `nil` when only words count.
    private let embedder: (any Embedder)?

    private static let pool = 200
    /// Terms of the question that candidates are looked up by.
    private static let mostTerms = 72

    /// - Throws: `ReportError`.
    package init(embedder: (any Embedder)? = nil) throws {
        self.embedder = embedder
        words = try ComparisonWords()
        analyzer = try QuestionAnalyzer(words: try QuestionWords(), synonyms: try SynonymTable())
    }

    /// Passages like a text, best first.
    ///
    /// - Parameter notes: receives what kept the model from being asked.
    /// - Throws: `ReportError` with what SQLite said, or when the reading's time is over.
    package func similar(
        to text: String, _ options: SimilarOptions = SimilarOptions(), in reading: IndexReading,
        noting notes: inout [String]
    ) throws(ReportError) -> [SimilarHit] {
        var question = analyzer.question(of: text)
        guard !question.terms.isEmpty else { return [] }
        let plain = PlainText(
            String(String.UnicodeScalarView(text.unicodeScalars.prefix(Question.longestPassage))))
        let index = try reading.index()
        let statistics = TermStatistics(reading: reading, index: index)
        try question.keepSubstitutesOfStrongest(statistics)
        let allowed = try allowed(options, index: index, reading)
        var pool = try CandidateSearch(index: index, statistics: statistics).best(
            question.poolTerms, limit: Self.pool, allowed: allowed, mostTerms: Self.mostTerms
        ).map(\.ordinal)
        var meaning: MeaningScores?
        if let embedder {
            meaning = MeaningScores.ask(
                of: text, by: embedder, among: allowed, limit: Self.pool, index: index, reading,
                refused: wording("未按意思比对：", "not by meaning: "), noting: &notes)
            let met = Set(pool)
            pool += (meaning?.nearest ?? []).filter { !met.contains($0) }
        }
        let candidates = try CandidateText.read(pool, index: index, reading)
        let ranker = try Ranker(question, statistics: statistics)
        let ranking = SimilarRanking(
            ranker: ranker, meaning: meaning, themes: themes(of: plain), kind: options.kind,
            words: words)
        return try SimilarHits(
            shared: SharedWords(terms: ranker.weighted, words: words), asked: plain,
            options: options, index: index, reading: reading
        ).hits(ranking.ranked(candidates))
    }

    /// As above, for callers that use no model.
    package func similar(
        to text: String, _ options: SimilarOptions = SimilarOptions(), in reading: IndexReading
    ) throws(ReportError) -> [SimilarHit] {
        var notes: [String] = []
        return try similar(to: text, options, in: reading, noting: &notes)
    }

    /// The themes a text shows at the edges of its words.
    private func themes(of plain: PlainText) -> Set<Int> {
        let breaks = analyzer.breaks(of: plain.scalars)
        return Set(
            words.sightings(in: plain.scalars).filter {
                breaks.isBreak(at: $0.range.lowerBound) && breaks.isBreak(at: $0.range.upperBound)
            }.map(\.theme))
    }

    private func allowed(
        _ options: SimilarOptions, index: PassageIndex, _ reading: IndexReading
    ) throws(ReportError) -> PassageSet {
        let columns = index.columns
        let excepted = try ExceptedReports.find(options, reading)
        let filtered =
            options.filter.isEmpty
            ? nil : try FilterMatcher(reading: reading, index: index).passages(options.filter)
        var allowed = index.searchable
        if let filtered { allowed.formIntersection(filtered) }
        allowed.keep { ordinal in
            let role = columns.role(at: ordinal)
            return role != .title && role != .signature
                && !excepted.contains(columns.reports[ordinal])
        }
        return allowed
    }
}

/// The reports a comparison leaves out (排除报告).
enum ExceptedReports {
    static func find(_ options: SimilarOptions, _ reading: IndexReading) throws(ReportError)
        -> Set<UInt32>
    {
        var reports = Set(options.exceptReports.map { UInt32(truncatingIfNeeded: $0) })
        guard options.otherUnitsOnly else { return reports }
        let table = try reading.reports()
        let units = Set(reports.compactMap { table[$0]?.unitKey })
        for entry in table.entries where units.contains(entry.unitKey) { reports.insert(entry.id) }
        return reports
    }
}
