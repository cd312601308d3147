import Foundation
import GRDB
import ReportModel
import Segmentation

extension IndexReading {
    /// The passages with these ids, in this order; ids that are not there are left out.
    package func passages(_ ids: [Int64]) throws(IndexError) -> [Passage] {
        try read { db in
            let statement = try db.cachedStatement(sql: Passage.select + " WHERE passage.id = ?")
            return try ids.compactMap { id in
                try Row.fetchOne(statement, arguments: [id]).map { Passage($0) }
            }
        }
    }

    /// Every passage, in order of source and line. `body` is called row by row: nothing is gathered.
    package func forEachPassage(_ body: (Passage) throws -> Void) throws(IndexError) {
        try read { db in
            let rows = try Row.fetchCursor(
                db, sql: Passage.select + " ORDER BY source.path, passage.line")
            while let row = try rows.next() { try body(Passage(row)) }
        }
    }

    /// The passages of one report, by line.
    package func passages(ofReport report: Int64) throws(IndexError) -> [Passage] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: Passage.select + """
                     WHERE passage.id >= first_passage
                        AND passage.id < first_passage + passage_count
                        AND report.id = ? ORDER BY passage.id
                    """,
                arguments: [report]
            ).map { Passage($0) }
        }
    }

    /// The passage a user names: by id, or by PATH:LINE, where the end of the path is enough.
    package func passage(named name: String) throws(IndexError) -> Passage? {
        if let id = Int64(name) { return try passages([id]).first }
        guard let colon = name.lastIndex(of: ":"), let line = Int(name[name.index(after: colon)...])
        else { return nil }
        return try passage(path: String(name[..<colon]), line: line)
    }

    private func passage(path: String, line: Int) throws(IndexError) -> Passage? {
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
        return try id.flatMap { id throws(IndexError) in try passages([id]).first }
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

    fileprivate init(_ row: Row) {
        id = row[0]
        report = ReportSummary(row, id: row[1], from: 16)
        line = row[2]
        lastLine = row[15]
        byteOffset = row[3]
        locator = row[4]
        role = Role(rawValue: row[5]) ?? .body
        headingLevel = row[6]
        ownHeading = row[7]
        headings = HeadingPath.split((row[8] as String?) ?? "")
        kind = Kind(rawValue: row[9]) ?? .other
        concernsYear = row[10]
        topics = PassageColumns.unpack(UInt16(clamping: row[11] as Int))
        text = row[12]
        raw = RawText.decode((row[13] as Data?).map { [UInt8]($0) }, text: row[12])
        breaks = WordBreaks(bytes: [UInt8](row[14] as Data))
    }
}
