import GRDB
import ReportIndex
import ReportModel

/// Which units, years and topics are compared (比较范围).
package struct ComparisonScope: Sendable {
    /// Names as people write them.
    package var units: [String] = []
    package var topics: [Topic] = []
    /// Years of the work; empty for all, or for the latest where a command says so.
    package var years: [Int] = []

    package init() {}
}

/// Compares what units report (单位比较): side by side, gaps, promises.
package struct ComparisonEngine: Sendable {
    package let database: IndexDatabase
    let index: PassageIndex
    let kinds: ActivityKinds

    /// - Throws: `IndexError` or `VocabularyError`.
    package init(_ database: IndexDatabase) throws {
        self.database = database
        index = try database.read { db in try PassageIndex(db) }
        kinds = try ActivityKinds()
    }

    /// Ordinals of the passages of reports, noise left out. O(passages).
    func ordinals(of reports: [ReportSummary]) -> [Int] {
        let wanted = Set(reports.map { UInt32(truncatingIfNeeded: $0.id) })
        let columns = index.columns
        return columns.reports.indices.filter {
            wanted.contains(columns.reports[$0]) && columns.role(at: $0) != .noise
        }
    }

    func records(of reports: [ReportSummary], _ db: Database) throws -> [ActivityRecord] {
        var reader = ActivityReader(db: db, index: index)
        reader.readsWords = true
        return try reader.records(ofOrdinals: ordinals(of: reports))
    }
}
