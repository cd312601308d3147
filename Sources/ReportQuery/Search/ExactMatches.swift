import ReportModel
import ReportIndex

/// The passages a query asks for, all of them and unranked (全部匹配): every condition is exact, plain
/// words are taken as they are written and must all be there.
package enum ExactMatches {
    /// - Throws: `ReportError`.
    package static func passages(_ query: Query, in reading: IndexReading) throws(ReportError)
        -> PassageSet
    {
        let index = try reading.index()
        let sets = try MatchSets(query, reading: reading, index: index)
        let words = query.clauses.compactMap { clause -> String? in
            if case .words(let text) = clause { text } else { nil }
        }
        return try sets.passages(
            withEvery: words, statistics: TermStatistics(reading: reading, index: index))
    }
}
