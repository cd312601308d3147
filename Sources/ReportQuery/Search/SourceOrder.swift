import GRDB
import ReportIndex

/// The order of passages by source path and line (来源顺序).
struct SourceOrder {
    private let index: PassageIndex
    /// Report → its place by path and first line.
    private var places: [UInt32: Int] = [:]

    init(db: Database, index: PassageIndex) throws {
        self.index = index
        let reports = try Int64.fetchCursor(
            db,
            sql: """
                SELECT report.id FROM report JOIN source ON source.id = source_id
                ORDER BY path, source.id, first_line
                """)
        var place = 0
        while let report = try reports.next() {
            places[UInt32(truncatingIfNeeded: report)] = place
            place += 1
        }
    }

    /// Passages of a report stand in order of their lines.
    func sorted(_ ordinals: [Int], byYear: Bool) -> [Int] {
        let columns = index.columns
        let keyed = ordinals.map { ordinal in
            (
                year: byYear ? columns.years[ordinal] : 0,
                place: places[columns.reports[ordinal]] ?? .max, ordinal: ordinal
            )
        }
        return keyed.sorted { $0 < $1 }.map(\.ordinal)
    }
}
