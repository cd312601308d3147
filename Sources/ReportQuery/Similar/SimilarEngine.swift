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

    package init() {}
}

/// A passage of another report about the same work.
package struct SimilarHit: Sendable {
    package var rank: Int
    package let score: Double
    package let passage: Passage
    /// What both share, as ranges of scalars of the passage's text.
    package let highlights: [Range<Int>]
    /// The shared words.
    package let matched: [String]
    package var copies: [Int64] = []
    /// The sentence of the question that the passage answers best, from 0.
    package let sentence: Int
    /// One line, in Chinese: what both share, and what differs.
    package let why: String
}

/// Finds passages of other reports about the same work (可比段落): holds vocabulary only, and serves any
/// number of threads.
///
/// The passage asked about is cut into sentences; each becomes weighted terms and themes. The posting lists
/// give a few hundred candidates for all of them together; a candidate then counts by its best sentence for
/// each sentence of the question, because deeds are spans in long paragraphs.
package struct SimilarEngine: Sendable {
    private let analyzer: PassageAnalyzer
    private let words: ComparisonWords

    static let pool = 200

    /// - Throws: `VocabularyError` or `SegmentationError`.
    package init() throws {
        words = try ComparisonWords()
        analyzer = try PassageAnalyzer(words: words, synonyms: try SynonymTable())
    }

    /// Passages like a text, best first.
    ///
    /// - Parameters:
    ///   - kind: the kind of the passage the text is from, when it is known.
    ///   - context: the headings above the text, and the sentence around it.
    /// - Throws: `IndexError` with what SQLite said, or when the reading's time is over.
    package func similar(
        to text: String, kind: Kind? = nil, context: String = "",
        _ options: SimilarOptions = SimilarOptions(), in reading: IndexReading
    ) throws(IndexError) -> [SimilarHit] {
        let index = try reading.index()
        let statistics = TermStatistics(reading: reading, index: index)
        let questions = try analyzer.analyze(text, context: context, statistics: statistics)
        guard !questions.sentences.isEmpty else { return [] }
        let search = CandidateSearch(index: index, statistics: statistics)
        let pool = try search.best(
            questions.pool, limit: Self.pool,
            allowed: try allowed(options, index: index, reading),
            mostTerms: questions.pool.count)
        let candidates = try CandidateText.read(pool.map(\.ordinal), index: index, reading)
        let ranker = SimilarRanker(questions: questions, words: words, kind: kind)
        return try SimilarHits(ranker: ranker, options: options, index: index, reading: reading)
            .hits(ranker.ranked(candidates))
    }

    private func allowed(
        _ options: SimilarOptions, index: PassageIndex, _ reading: IndexReading
    ) throws(IndexError) -> PassageSet {
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
    static func find(_ options: SimilarOptions, _ reading: IndexReading) throws(IndexError)
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
