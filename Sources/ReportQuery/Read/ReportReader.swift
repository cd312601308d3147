import Foundation
import GRDB
import ReportIndex
import ReportModel

/// A report with what speaks for its tags (报告详情).
package struct ReportDetails: Sendable {
    package let summary: ReportSummary
    package let evidence: [Evidence]
    package let doubts: [String]
    /// Repairs by kind.
    package let repairs: [String: Int]
    package let passageCount: Int
    package let encoding: String
}

extension PassageReader {
    /// The reports that a filter lets through, in order of source and line.
    package func reports(_ filter: Filter = Filter()) throws -> [ReportDetails] {
        let wanted = try FilterMatcher.reports(filter, db)
        var repairs: [Int64: [String: Int]] = [:]
        let counts = try Row.fetchCursor(
            db, sql: "SELECT report_id, kind, count(*) FROM repair GROUP BY 1, 2")
        while let row = try counts.next() { repairs[row[0], default: [:]][row[1]] = row[2] }
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT report.id, source.path, title, first_line, last_line, unit, unit_type,
                    admin_level, region, year, year_min, year_max, year_basis, publisher_year,
                    period, evidence, report.doubts, passage_count, encoding
                FROM report JOIN source ON source.id = source_id
                ORDER BY source.path, source.id, first_line
                """)
        return rows.compactMap { row in
            let id: Int64 = row[0]
            guard wanted?.contains(UInt32(truncatingIfNeeded: id)) ?? true else { return nil }
            return ReportDetails(
                summary: Self.summary(row, id: id, from: 1),
                evidence: JSONText.decode(row[15]) ?? [],
                doubts: JSONText.decode(row[16]) ?? [], repairs: repairs[id] ?? [:],
                passageCount: row[17],
                encoding: row[18])
        }
    }

    /// The report with an id; `nil` when there is none.
    package func report(_ id: Int64) throws -> ReportDetails? {
        try reports().first { $0.summary.id == id }
    }

    /// What speaks for a passage's own tags.
    package func evidence(of passage: Passage) throws -> [Evidence] {
        let bytes = try Data.fetchOne(
            db, sql: "SELECT evidence FROM passage WHERE id = ?", arguments: [passage.id])
        return EvidenceCoding.decode(
            bytes.map { [UInt8]($0) }, in: passage.text, line: passage.line,
            labels: try EvidenceCoding.labels(db))
    }

    /// The mends of the ledger, in order of source and line.
    package func forEachRepair(_ body: (_ path: String, Repair) -> Void) throws {
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT path, kind, line, before, after FROM repair
                JOIN report ON report.id = report_id JOIN source ON source.id = source_id
                ORDER BY path, line
                """)
        while let row = try rows.next() {
            body(row[0], Repair(kind: row[1], line: row[2], before: row[3], after: row[4]))
        }
    }
}
