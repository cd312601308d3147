import Foundation
import GRDB
import ReportIndex
import ReportModel
import ReportQuery

/// An index as corpus work sees it (语料来源): the columns of every passage and the rows of every report
/// in memory, about a hundred bytes a report and twelve a passage.
package struct CorpusIndex: Sendable {
    package let database: IndexDatabase
    package let index: PassageIndex
    package let stamp: IndexStamp
    /// Everything but noise.
    package let searchable: PassageSet
    let reports: [UInt32: ReportEntry]

    /// - Throws: `IndexError`.
    package init(_ database: IndexDatabase) throws(IndexError) {
        let (index, stamp, reports) = try database.read { db in
            (try PassageIndex(db), try IndexStamp(db), try ReportEntry.all(db))
        }
        self.database = database
        self.index = index
        self.stamp = stamp
        self.reports = reports
        let columns = index.columns
        searchable = PassageSet(capacity: columns.count) {
            columns.reports[$0] != 0 && columns.role(at: $0) != .noise
        }
    }

    /// The passages a query asks for, exactly and all of them.
    ///
    /// - Throws: `IndexError`.
    package func passages(_ query: Query) throws(IndexError) -> PassageSet {
        try database.read { db in
            try ExactMatches.passages(query, db: db, index: index, searchable: searchable)
        }
    }
}

extension CorpusIndex {
    /// How many passages have two adjacent characters; 0 when the index cannot be read.
    func frequency(ofPair pair: UInt64) -> Int {
        let count = try? database.read { db in
            try index.shards.reduce(0) {
                $0 + (try index.list(of: pair, in: $1, db)?.entry.frequency ?? 0)
            }
        }
        return count ?? 0
    }
}

/// What grouping and sampling ask of a report.
struct ReportEntry: Sendable {
    let id: UInt32
    let path: String
    /// Hash of the file it was read from.
    let fileHash: String
    let firstLine: Int
    let unit: String?
    let unitType: String
    let region: [String]
    let year: Int?
    let yearBasis: String
    /// Place in the order of paths and lines.
    let order: Int

    /// What tells the unit from others; `nil` when it has no name. A name that says no place (县妇联, XX区妇联)
    /// is a unit of its own in each report.
    var unitName: String? {
        let key = UnitKey(UnitTag(name: unit, region: region), path: path, firstLine: firstLine)
        guard let name = key.name, let place = key.place else { return key.name }
        return "\(name) (\(place))"
    }

    static func all(_ db: Database) throws -> [UInt32: ReportEntry] {
        var reports: [UInt32: ReportEntry] = [:]
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT report.id, source.path, file.hash, first_line, unit, unit_type, region,
                    year, year_basis
                FROM report JOIN source ON source.id = source_id JOIN file ON file.id = file_id
                ORDER BY source.path, source.id, first_line
                """)
        while let row = try rows.next() {
            let id = UInt32(truncatingIfNeeded: row[0] as Int64)
            reports[id] = ReportEntry(
                id: id, path: row[1], fileHash: row[2], firstLine: row[3], unit: row[4],
                unitType: row[5], region: Self.list(row[6]), year: row[7], yearBasis: row[8],
                order: reports.count)
        }
        return reports
    }

    private static func list(_ json: String) -> [String] {
        guard json != "[]" else { return [] }
        return (try? JSONDecoder().decode([String].self, from: Data(json.utf8))) ?? []
    }
}
