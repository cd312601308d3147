import Foundation
import GRDB
import ReportModel
import Segmentation

extension IndexReading {
    /// The passages with these ids, in this order; ids that are not there are left out.
    package func passages(_ ids: [Int64]) throws(ReportError) -> [Passage] {
        try read { db in
            let statement = try db.cachedStatement(sql: Passage.select + " WHERE passage.id = ?")
            return try ids.compactMap { id in
                try Row.fetchOne(statement, arguments: [id]).map { try Passage($0) }
            }
        }
    }

    /// Every passage, in order of source and line. `body` is called row by row: nothing is gathered.
    package func forEachPassage(_ body: (Passage) throws -> Void) throws(ReportError) {
        try read { db in
            let rows = try Row.fetchCursor(
                db, sql: Passage.select + " ORDER BY source.path, passage.line")
            while let row = try rows.next() { try body(try Passage(row)) }
        }
    }

    /// The passages of one report, by line.
    package func passages(ofReport report: Int64) throws(ReportError) -> [Passage] {
        try read { db in
            let passages = try Row.fetchAll(
                db,
                sql: Passage.select + """
                     WHERE passage.id >= first_passage
                        AND passage.id < first_passage + passage_count
                        AND report.id = ? ORDER BY passage.id
                    """,
                arguments: [report]
            ).map { try Passage($0) }
            let count = try Int.fetchOne(
                db, sql: "SELECT passage_count FROM report WHERE id = ?", arguments: [report])
            guard passages.count == count ?? 0 else {
                throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "report.passage_count")
            }
            return passages
        }
    }

    /// The passage a user names: by id, or by PATH:LINE, where the end of the path is enough.
    package func passage(named name: String) throws(ReportError) -> Passage? {
        if let id = Int64(name) { return try passages([id]).first }
        guard let colon = name.lastIndex(of: ":"), let line = Int(name[name.index(after: colon)...])
        else { return nil }
        return try passage(path: String(name[..<colon]), line: line)
    }

    private func passage(path: String, line: Int) throws(ReportError) -> Passage? {
        let id = try read { db in
            try Int64.fetchOne(
                db,
                sql: """
                    SELECT passage.id FROM source JOIN report ON source_id = source.id
                        JOIN passage ON passage.id >= first_passage
                            AND passage.id < first_passage + passage_count
                    WHERE line = ?2
                        AND (path = ?1 OR substr(path, -length(?1) - 1) = '/' || ?1)
                    ORDER BY path = ?1 DESC, path, source.id LIMIT 1
                    """, arguments: [path, line])
        }
        return try id.flatMap { id throws(ReportError) in try passages([id]).first }
    }
}

extension Passage {
    fileprivate static let select = """
        SELECT passage.id, passage.report_id, line, byte_offset, locator, role, heading_level,
            own_heading, section.path, kind, concerns_year, topics, text, raw, passage.breaks, end_line,
            \(ReportSummary.columns)
        FROM passage JOIN report ON report.id = passage.report_id
            JOIN source ON source.id = source_id
            LEFT JOIN section ON section.id = section_id
        """

    fileprivate init(_ row: Row) throws {
        id = try row.id(0)
        report = try ReportSummary(row, id: try row.id(1), from: 16)
        line = try row.count(2)
        lastLine = try row.optionalCount(15)
        byteOffset = try row.optionalCount(3)
        locator = try row.value(4)
        role = try row.named(5)
        headingLevel = try row.optionalCount(6)
        ownHeading = try row.value(7)
        headings = HeadingPath.split(try row.value(8) ?? "")
        kind = try row.named(9)
        concernsYear = try row.year(10)
        topics = PassageColumns.unpack(UInt16(clamping: try row.count(11)))
        text = try row.value(12)
        raw = RawText.decode(try row.bytes(13), text: text)
        breaks = WordBreaks(bytes: try row.breaks(14, of: text))
    }
}
