import Foundation
import GRDB
import ReportModel

/// A file the last run could not read, and why.
package struct SkippedFile: Sendable, Hashable {
    package let path: String
    package let refusal: Refusal

    package init(path: String, refusal: Refusal) {
        self.path = path
        self.refusal = refusal
    }

    /// What is wrong with it, in words.
    package var problem: String { refusal.problem() }
}

/// What an index holds, counted (索引概况).
package struct IndexStatus: Sendable {
    package var files = 0
    package var reports = 0
    package var passages = 0
    package var noise = 0
    package var repairs = 0
    package var textBytes = 0
    /// Bytes of the database file.
    package var indexBytes = 0
    package var reportsWithUnit = 0
    package var reportsWithStatedYear = 0
    package var reportsWithInferredYear = 0
    package var passagesWithTopic = 0
    package var passagesWithYear = 0
    package var decisions = 0
    package var encodings: [(name: String, count: Int)] = []
    package var skipped: [SkippedFile] = []
    package var formatVersion = Schema.version

    package static func read(_ reading: IndexReading) throws(ReportError) -> IndexStatus {
        let path = reading.database.path
        let size = try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
        return try reading.read { db in
            var status = IndexStatus()
            status.indexBytes = size ?? 0
            func count(_ sql: String) throws -> Int { try Int.fetchOne(db, sql: sql) ?? 0 }
            status.files = try count("SELECT count(*) FROM file")
            status.reports = try count("SELECT count(*) FROM report")
            status.repairs = try count("SELECT count(*) FROM repair")
            status.reportsWithUnit = try count("SELECT count(*) FROM report WHERE unit NOT NULL")
            status.reportsWithStatedYear = try count(
                "SELECT count(*) FROM report WHERE year_basis = 'stated'")
            status.reportsWithInferredYear = try count(
                "SELECT count(*) FROM report WHERE year_basis = 'inferred'")
            status.decisions = try count("SELECT count(*) FROM decision")
            let row = try Row.fetchOne(
                db,
                sql: """
                    SELECT count(*), count(*) FILTER (WHERE role = 'noise'),
                        sum(length(CAST(text AS BLOB))), count(*) FILTER (WHERE topics <> 0),
                        count(concerns_year)
                    FROM passage
                    """)
            if let row {
                status.passages = try row.value(0)
                status.noise = try row.value(1)
                status.textBytes = try row.value(2) ?? 0
                status.passagesWithTopic = try row.value(3)
                status.passagesWithYear = try row.value(4)
            }
            status.encodings = try Row.fetchAll(
                db, sql: "SELECT encoding, count(*) FROM source GROUP BY 1 ORDER BY 2 DESC, 1"
            ).map { (try $0.value(0), try $0.value(1)) }
            status.skipped = try Row.fetchAll(
                db, sql: "SELECT path, refusal FROM skipped ORDER BY path"
            ).map {
                SkippedFile(
                    path: try $0.value(0),
                    refusal: JSONText.decode(try $0.value(1)) ?? .told("?"))
            }
            return status
        }
    }
}
