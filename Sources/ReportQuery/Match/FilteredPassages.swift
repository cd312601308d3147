import ReportModel
import ReportIndex

/// The passages a filter lets through, by id (筛选出的段落).
package struct FilteredPassages: Sendable {
    private let index: PassageIndex
    private let members: PassageSet

    /// - Throws: `ReportError` with what SQLite said.
    package init(_ reading: IndexReading, _ filter: Filter) throws(ReportError) {
        index = try reading.index()
        members = try FilterMatcher(reading: reading, index: index).passages(filter)
    }

    package var count: Int { members.count }

    /// Row ids of the reports that have such a passage. O(passages).
    package var reports: Set<UInt32> {
        Set(members.ordinals.map { index.columns.reports[$0] })
    }

    package func contains(_ passage: Int64) -> Bool {
        index.ordinal(of: passage).map { members.contains($0) } ?? false
    }
}
