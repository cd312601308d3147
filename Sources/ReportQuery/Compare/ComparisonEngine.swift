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

/// Compares what units report (单位比较): side by side, gaps, promises. Holds vocabulary only, and serves any
/// number of threads.
package struct ComparisonEngine: Sendable {
    let kinds: ActivityKinds

    /// - Throws: `ReportError`.
    package init() throws {
        kinds = try ActivityKinds()
    }

    /// Ordinals of the passages of reports, noise left out. O(passages).
    func ordinals(of reports: [ReportSummary], in index: PassageIndex) -> [Int] {
        let wanted = Set(reports.map { UInt32(truncatingIfNeeded: $0.id) })
        return index.searchable.ordinals.filter { wanted.contains(index.columns.reports[$0]) }
    }

    func records(of reports: [ReportSummary], in reading: IndexReading) throws(ReportError)
        -> [ActivityRecord]
    {
        let index = try reading.index()
        var reader = ActivityReader(reading: reading, index: index)
        reader.readsWords = true
        return try reader.records(ofOrdinals: ordinals(of: reports, in: index))
    }
}
