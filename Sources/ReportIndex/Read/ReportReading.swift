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
    package func details(of wanted: Set<UInt32>? = nil) throws(ReportError) -> [ReportDetails] {
        let ids = wanted.map { JSONText.encode($0.sorted()) }
        return try read { db in
            let condition = ids == nil ? "" : "WHERE report_id IN (SELECT value FROM json_each(?))"
            let arguments: StatementArguments = ids.map { [$0] } ?? []
            var repairs: [Int64: [String: Int]] = [:]
            let counts = try Row.fetchCursor(
                db, sql: "SELECT report_id, kind, count(*) FROM repair \(condition) GROUP BY 1, 2",
                arguments: arguments)
            while let row = try counts.next() {
                repairs[try row.id(0), default: [:]][try row.value(1)] = try row.count(2)
            }
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
                let id = try row.id(0)
                details.append(
                    ReportDetails(
                        summary: try ReportSummary(row, id: id, from: 1),
                        evidence: JSONText.decode(try row.value(15)) ?? [],
                        doubts: JSONText.decode(try row.value(16)) ?? [],
                        repairs: repairs[id] ?? [:],
                        passageCount: try row.count(17), encoding: try row.value(18)))
            }
            return details
        }
    }

    /// What speaks for a passage's own tags.
    package func evidence(of passage: Passage) throws(ReportError) -> [Evidence] {
        try read { db in
            let statement = try db.cachedStatement(
                sql: "SELECT evidence FROM passage WHERE id = ?")
            guard let row = try Row.fetchOne(statement, arguments: [passage.id]) else { return [] }
            return try row.decoded(
                0,
                EvidenceCoding.decode(
                    try row.bytes(0), in: passage.text, line: passage.line,
                    labels: try EvidenceCoding.labels(db)))
        }
    }

    /// Where the file of a report lies on disk: an archive's, for a report inside one. `nil` when there is no such
    /// report.
    package func fileLocation(ofReport report: Int64) throws(ReportError) -> String? {
        try read { db in
            try String.fetchOne(
                db,
                sql: """
                    SELECT location FROM report JOIN source ON source.id = source_id
                    JOIN file ON file.id = file_id WHERE report.id = ?
                    """, arguments: [report])
        }
    }

    /// The mends of the ledger, in order of source and line.
    package func forEachRepair(_ body: (_ path: String, Repair) -> Void) throws(ReportError) {
        try read { db in
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT path, kind, line, before, after FROM repair
                    JOIN report ON report.id = report_id JOIN source ON source.id = source_id
                    ORDER BY path, line
                    """)
            while let row = try rows.next() {
                body(
                    try row.value(0),
                    Repair(
                        kind: try row.value(1), line: try row.count(2), before: try row.value(3),
                        after: try row.value(4)))
            }
        }
    }

    /// How many mends of each kind some reports have.
    package func repairCounts(of reports: Set<UInt32>) throws(ReportError) -> [String: Int] {
        try read { db in
            var counts: [String: Int] = [:]
            let rows = try Row.fetchCursor(
                db, sql: "SELECT report_id, kind, count(*) FROM repair GROUP BY 1, 2")
            while let row = try rows.next() {
                if reports.contains(try row.value(0)) {
                    counts[try row.value(1), default: 0] += try row.count(2)
                }
            }
            return counts
        }
    }
}
