import GRDB
import ReportIndex

/// The passages a query asks for, all of them and unranked (全部匹配): every condition is exact, plain
/// words are taken as they are written and must all be there.
package enum ExactMatches {
    /// - Parameter searchable: everything that may be matched when the query has no filter.
    package static func passages(
        _ query: Query, db: Database, index: PassageIndex, searchable: PassageSet
    ) throws -> PassageSet {
        let sets = try MatchSets(query, db: db, index: index, searchable: searchable)
        let words = query.clauses.compactMap { clause -> String? in
            if case .words(let text) = clause { text } else { nil }
        }
        return try sets.passages(
            withEvery: words, db: db, index: index,
            statistics: TermStatistics(db: db, index: index))
    }
}
