import ReportIndex

/// The passages a filter lets through, by id (筛选出的段落).
package struct FilteredPassages: Sendable {
    private let index: PassageIndex
    private let members: PassageSet

    /// - Throws: `IndexError` with what SQLite said.
    package init(_ database: IndexDatabase, _ filter: Filter) throws(IndexError) {
        let (index, set) = try database.read { db in
            let index = try PassageIndex(db)
            return (index, try FilterMatcher(db: db, index: index).passages(filter))
        }
        self.index = index
        members = set
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
