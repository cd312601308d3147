import ReportIndex
import ReportModel
import Segmentation
import Vocabulary

/// Which activities are asked for (活动筛选).
package struct ActivityOptions: Sendable {
    package var status: Activity.Status?

    package init() {}
}

/// Finds activities with the query language of search (活动检索).
///
/// A paragraph must satisfy the query as it must for `search`; of its activities those count whose own words
/// have one of the words asked for, or all of them when the query has filters only.
package struct ActivitySearch {
    package static func records(
        _ query: Query, _ options: ActivityOptions, in reading: IndexReading
    ) throws -> [ActivityRecord] {
        let analyzer = try QuestionAnalyzer(
            words: try QuestionWords(), synonyms: try SynonymTable())
        var query = query
        let question = analyzer.question(of: &query)
        let index = try reading.index()
        let sets = try MatchSets(query, reading: reading, index: index)
        let words = Self.words(query, question)
        let plain = query.clauses.contains { if case .words = $0 { true } else { false } }
        let passages =
            plain
            ? try sets.passages(
                withEvery: words, statistics: TermStatistics(reading: reading, index: index))
            : sets.allowed
        let wanted = (words + Self.exactTexts(query)).map { Folding.standard.fold($0) }
        return try ActivityReader(reading: reading, index: index).records(of: passages).filter {
            record in
            if let status = options.status, record.activity.status != status { return false }
            guard !wanted.isEmpty else { return true }
            let span = Folding.standard.fold(record.activity.span)
            return wanted.contains { ScalarSearch.first(of: $0, in: span, from: 0) != nil }
        }
    }

    /// The words of substance of the plain clauses, as `search` counts matches.
    private static func words(_ query: Query, _ question: Question) -> [String] {
        var exact = Set<String>()
        for clause in query.clauses {
            if case .words = clause { continue }
            exact.formUnion(clause.texts)
        }
        return question.concepts.filter { $0.weight >= 0.3 && !exact.contains($0.text) }.map(\.text)
    }

    private static func exactTexts(_ query: Query) -> [String] {
        query.clauses.flatMap { clause in
            if case .words = clause { return [String]() }
            return clause.texts
        }
    }
}
