import GRDB
import ReportModel

/// What an answer says of the report a passage stands in.
package struct ReportSummary: Sendable, Hashable {
    package let id: Int64
    package let path: String
    package let title: String
    package let firstLine: Int
    package let lastLine: Int
    package let unit: UnitTag
    package let year: YearTag
    package let period: String?

    package init(
        id: Int64, path: String, title: String, firstLine: Int, lastLine: Int, unit: UnitTag,
        year: YearTag, period: String?
    ) {
        self.id = id
        self.path = path
        self.title = title
        self.firstLine = firstLine
        self.lastLine = lastLine
        self.unit = unit
        self.year = year
        self.period = period
    }

    /// What tells its unit from others.
    package var unitKey: UnitKey { UnitKey(unit, path: path, firstLine: firstLine) }

    static let columns = """
        source.path, title, first_line, last_line, unit, unit_type, admin_level, region, year,
            year_min, year_max, year_basis, publisher_year, period
        """

    /// Reads `columns` from `column` on.
    init(_ row: Row, id: Int64, from column: Int) throws {
        let least = try row.year(column + 9)
        let greatest = try row.year(column + 10)
        var year = YearTag(
            year: try row.year(column + 8), basis: try row.named(column + 11),
            publisherYear: try row.year(column + 12))
        if let least, let greatest, least <= greatest { year.range = least...greatest }
        let region: String = try row.value(column + 7)
        self.init(
            id: id, path: try row.value(column), title: try row.value(column + 1),
            firstLine: try row.count(column + 2), lastLine: try row.count(column + 3),
            unit: UnitTag(
                name: try row.value(column + 4), type: try row.named(column + 5),
                level: try row.named(column + 6),
                region: region == "[]" ? [] : JSONText.decode(region) ?? []),
            year: year, period: try row.value(column + 13))
    }
}

/// Every report of an index in memory, about three hundred bytes each (报告表).
package struct ReportTable: Sendable {
    package struct Entry: Sendable {
        package let summary: ReportSummary
        /// What tells its unit from others, made once.
        package let unitKey: UnitKey
        /// Hash of the file it was read from.
        package let fileHash: String
        /// Row ids of its passages; they stand side by side.
        package let passages: Range<Int64>
        /// Place in the table.
        package let order: Int

        /// The id as `PassageColumns` has it.
        package var id: UInt32 { UInt32(truncatingIfNeeded: summary.id) }
    }

    /// In order of path and first line.
    package let entries: [Entry]
    private let places: [UInt32: Int]

    /// The report with an id; `nil` when there is none.
    package subscript(_ id: UInt32) -> Entry? { places[id].map { entries[$0] } }

    init(_ db: Database) throws {
        var entries: [Entry] = []
        var places: [UInt32: Int] = [:]
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT report.id, \(ReportSummary.columns), hash, first_passage, passage_count
                FROM report JOIN source ON source.id = source_id JOIN file ON file.id = file_id
                ORDER BY source.path, source.id, first_line
                """)
        while let row = try rows.next() {
            let first = try row.id(16)
            let summary = try ReportSummary(row, id: try row.id(0), from: 1)
            let entry = Entry(
                summary: summary, unitKey: summary.unitKey, fileHash: try row.value(15),
                passages: first..<first + (try row.id(17)), order: entries.count)
            places[entry.id] = entry.order
            entries.append(entry)
        }
        self.entries = entries
        self.places = places
    }
}

extension IndexReading {
    /// Every report, read once for each state.
    package func reports() throws(ReportError) -> ReportTable {
        try database.kept(\.reports, of: state) { () throws(ReportError) in
            try self.read { db in try ReportTable(db) }
        }
    }

    /// The columns of every passage, read once for each state.
    package func index() throws(ReportError) -> PassageIndex {
        try database.kept(\.passages, of: state) { () throws(ReportError) in
            try self.read { db in try PassageIndex(db) }
        }
    }

    package func stamp() throws(ReportError) -> IndexStamp {
        try read { db in try IndexStamp(db) }
    }
}
