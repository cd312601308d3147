import GRDB
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

/// Finds passages of other reports about the same work (可比段落). One engine serves one thread at a time.
///
/// The passage is a question like any other, and ranked as one; figures count for little in it. What
/// both show of one list of themes is added: it explains, and decides between equals.
package struct SimilarEngine: ~Copyable {
    package let database: IndexDatabase
    let index: PassageIndex
    private var analyzer: QuestionAnalyzer
    private let words: ComparisonWords
    private let searchable: PassageSet

    static let pool = 200
    /// Terms of the question that candidates are looked up by.
    private static let mostTerms = 72

    /// - Throws: `IndexError` or `VocabularyError`.
    package init(_ database: IndexDatabase) throws {
        let index = try database.read { db in try PassageIndex(db) }
        let columns = index.columns
        let words = try ComparisonWords()
        let analyzer = try QuestionAnalyzer(
            words: try QuestionWords(), synonyms: try SynonymTable())
        self.database = database
        self.index = index
        self.words = words
        self.analyzer = analyzer
        searchable = PassageSet(capacity: columns.count) {
            columns.reports[$0] != 0 && columns.role(at: $0) != .noise
                && columns.role(at: $0) != .title && columns.role(at: $0) != .signature
        }
    }

    /// Passages like a text, best first.
    ///
    /// - Throws: `IndexError` with what SQLite said.
    package mutating func similar(
        to text: String, _ options: SimilarOptions = SimilarOptions()
    ) throws(IndexError) -> [SimilarHit] {
        var question = analyzer.question(of: text)
        let plain = PlainText(
            String(String.UnicodeScalarView(text.unicodeScalars.prefix(Question.longestPassage))))
        let breaks = analyzer.breaks(of: plain.scalars)
        let themes = Set(
            words.sightings(in: plain.scalars).filter {
                breaks.isBreak(at: $0.range.lowerBound) && breaks.isBreak(at: $0.range.upperBound)
            }.map(\.theme))
        guard !question.terms.isEmpty else { return [] }
        let index = self.index
        let searchable = self.searchable
        let words = self.words
        return try database.read { db in
            let statistics = TermStatistics(db: db, index: index)
            try question.keepSubstitutesOfStrongest(statistics)
            var allowed = searchable
            if !options.filter.isEmpty {
                allowed.formIntersection(
                    try FilterMatcher(db: db, index: index).passages(options.filter))
            }
            let excepted = try ExceptedReports.find(options, db)
            if !excepted.isEmpty {
                allowed.formIntersection(
                    PassageSet(capacity: index.columns.count) {
                        !excepted.contains(index.columns.reports[$0])
                    })
            }
            let pool = try CandidateSearch(index: index, statistics: statistics).best(
                question.poolTerms, limit: SimilarEngine.pool, allowed: allowed,
                mostTerms: SimilarEngine.mostTerms)
            let candidates = try CandidateText.read(pool.map(\.ordinal), index: index, db)
            let ranker = try Ranker(question, statistics: statistics)
            let ranked = SimilarRanking(ranker: ranker, themes: themes, words: words)
                .ranked(candidates)
            return try SimilarHits(
                shared: SharedWords(terms: ranker.weighted, words: words), asked: plain,
                options: options, index: index, db: db
            ).hits(ranked)
        }
    }
}

/// The reports a comparison leaves out (排除报告).
enum ExceptedReports {
    static func find(_ options: SimilarOptions, _ db: Database) throws -> Set<UInt32> {
        var reports = Set(options.exceptReports.map { UInt32(truncatingIfNeeded: $0) })
        guard options.otherUnitsOnly else { return reports }
        for report in options.exceptReports {
            let same = try Int64.fetchAll(
                db,
                sql: """
                    SELECT other.id FROM report AS own JOIN report AS other
                        ON other.unit = own.unit AND other.region = own.region
                    WHERE own.id = ?
                    """, arguments: [report])
            reports.formUnion(same.map { UInt32(truncatingIfNeeded: $0) })
        }
        return reports
    }
}
