import Foundation
import GRDB
import ReportModel

/// A report with what speaks for its tags (报告详情).
package struct ReportDetails: Sendable {
    package let summary: ReportSummary
    package let evidence: [Evidence]
    package let doubts: [Doubt]
    /// Repairs by kind.
    package let repairs: [String: Int]
    package let passageCount: Int
    package let encoding: String
}

extension IndexReading {
    /// Reports with what speaks for their tags, in order of source and line.
    ///
    /// - Parameter wanted: the ids of those to be read; `nil` for all.
    package func details(of wanted: Set<UInt32>? = nil) throws(IndexError) -> [ReportDetails] {
        let ids = wanted.map { JSONText.encode($0.sorted()) }
        return try read { db in
            let condition = ids == nil ? "" : "WHERE report_id IN (SELECT value FROM json_each(?))"
            let arguments: StatementArguments = ids.map { [$0] } ?? []
            var repairs: [Int64: [String: Int]] = [:]
            let counts = try Row.fetchCursor(
                db, sql: "SELECT report_id, kind, count(*) FROM repair \(condition) GROUP BY 1, 2",
                arguments: arguments)
            while let row = try counts.next() { repairs[row[0], default: [:]][row[1]] = row[2] }
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT report.id AS report_id, \(ReportSummary.columns), evidence,
                        report.doubts, passage_count, encoding
                    FROM report JOIN source ON source.id = source_id \(condition)
                    ORDER BY source.path, source.id, first_line
                    """, arguments: arguments)
            var details: [ReportDetails] = []
            while let row = try rows.next() {
                let id: Int64 = row[0]
                details.append(
                    ReportDetails(
                        summary: ReportSummary(row, id: id, from: 1),
                        evidence: JSONText.decode(row[15]) ?? [],
                        doubts: JSONText.decode(row[16]) ?? [], repairs: repairs[id] ?? [:],
                        passageCount: row[17], encoding: row[18]))
            }
            return details
        }
    }

    /// What speaks for a passage's own tags.
    package func evidence(of passage: Passage) throws(IndexError) -> [Evidence] {
        try read { db in
            let statement = try db.cachedStatement(
                sql: "SELECT evidence FROM passage WHERE id = ?")
            let bytes = try Data.fetchOne(statement, arguments: [passage.id])
            return EvidenceCoding.decode(
                bytes.map { [UInt8]($0) }, in: passage.text, line: passage.line,
                labels: try EvidenceCoding.labels(db))
        }
    }

    /// The mends of the ledger, in order of source and line.
    package func forEachRepair(_ body: (_ path: String, Repair) -> Void) throws(IndexError) {
        try read { db in
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

    /// How many mends of each kind some reports have.
    package func repairCounts(of reports: Set<UInt32>) throws(IndexError) -> [String: Int] {
        try read { db in
            var counts: [String: Int] = [:]
            let rows = try Row.fetchCursor(
                db, sql: "SELECT report_id, kind, count(*) FROM repair GROUP BY 1, 2")
            while let row = try rows.next() {
                if reports.contains(row[0]) { counts[row[1], default: 0] += row[2] as Int }
            }
            return counts
        }
    }
}
