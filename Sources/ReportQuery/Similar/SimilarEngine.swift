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
    /// One line: what both share, and what differs.
    package let why: String
}

/// Finds passages of other reports about the same work (可比段落). One engine serves one thread at a time.
///
/// The passage asked about is cut into sentences; each becomes weighted terms and themes. The posting lists
/// give a few hundred candidates for all of them together; a candidate then counts by its best sentence for
/// each sentence of the question, because deeds are spans in long paragraphs.
package struct SimilarEngine: ~Copyable {
    package let database: IndexDatabase
    let index: PassageIndex
    private var analyzer: PassageAnalyzer
    private let words: ComparisonWords
    private let searchable: PassageSet

    static let pool = 200

    /// - Throws: `IndexError` or `VocabularyError`.
    package init(_ database: IndexDatabase) throws {
        let index = try database.read { db in try PassageIndex(db) }
        let columns = index.columns
        let words = try ComparisonWords()
        let analyzer = try PassageAnalyzer(words: words, synonyms: try SynonymTable())
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
    /// - Parameters:
    ///   - kind: the kind of the passage the text is from, when it is known.
    ///   - context: the headings above the text, and the sentence around it.
    /// - Throws: `IndexError` with what SQLite said.
    package mutating func similar(
        to text: String, kind: Kind? = nil, context: String = "",
        _ options: SimilarOptions = SimilarOptions()
    ) throws(IndexError) -> [SimilarHit] {
        let index = self.index
        let searchable = self.searchable
        let words = self.words
        // The analyzer asks the index for frequencies: statistics live as long as one question.
        return try withAnalyzer { (analyzer: inout PassageAnalyzer, database) throws(IndexError) in
            try database.read { db in
                let statistics = TermStatistics(db: db, index: index)
                let questions = try analyzer.analyze(
                    text, context: context, statistics: statistics)
                guard !questions.sentences.isEmpty else { return [] }
                var allowed = searchable
                if !options.filter.isEmpty {
                    allowed.formIntersection(
                        try FilterMatcher(db: db, index: index).passages(options.filter))
                }
                let excepted = try ExceptedReports.find(options, db)
                let search = CandidateSearch(index: index, statistics: statistics)
                if !excepted.isEmpty {
                    allowed.formIntersection(
                        PassageSet(capacity: index.columns.count) {
                            !excepted.contains(index.columns.reports[$0])
                        })
                }
                let pool = try search.best(
                    questions.pool, limit: SimilarEngine.pool, allowed: allowed,
                    mostTerms: questions.pool.count)
                let candidates = try CandidateText.read(pool.map(\.ordinal), index: index, db)
                let ranker = SimilarRanker(questions: questions, words: words, kind: kind)
                let ranked = ranker.ranked(candidates)
                return try SimilarHits(
                    ranker: ranker, options: options, index: index, db: db
                ).hits(ranked)
            }
        }
    }

    private mutating func withAnalyzer<Value>(
        _ body: (inout PassageAnalyzer, IndexDatabase) throws(IndexError) -> Value
    ) throws(IndexError) -> Value {
        try body(&analyzer, database)
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
