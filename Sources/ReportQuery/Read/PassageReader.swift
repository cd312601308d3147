import Foundation
import GRDB
import ReportIndex
import ReportModel
import Segmentation

/// Reads passages and reports from the index (读取).
package struct PassageReader {
    let db: Database

    package init(_ db: Database) {
        self.db = db
    }

    /// The passages with these ids, in this order; ids that are not there are left out.
    package func passages(_ ids: [Int64]) throws -> [Passage] {
        let statement = try db.cachedStatement(sql: Self.select + " WHERE passage.id = ?")
        return try ids.compactMap { id in
            try Row.fetchOne(statement, arguments: [id]).map(passage)
        }
    }

    /// Every passage, in order of source and line. `body` is called row by row: nothing is gathered.
    package func forEachPassage(_ body: (Passage) throws -> Void) throws {
        let rows = try Row.fetchCursor(
            db, sql: Self.select + " ORDER BY source.path, passage.line")
        while let row = try rows.next() { try body(passage(row)) }
    }

    /// The passages of one report, by line.
    package func passages(ofReport report: Int64) throws -> [Passage] {
        try Row.fetchAll(
            db,
            sql: Self.select
                + " WHERE passage.id >= first_passage AND passage.id < first_passage + passage_count"
                + " AND report.id = ? ORDER BY passage.id",
            arguments: [report]
        ).map(passage)
    }

    /// The passage at a line of a source; `path` may be the path's end.
    package func passage(path: String, line: Int) throws -> Passage? {
        let sources = try Int64.fetchAll(
            db,
            sql: """
                SELECT id FROM source
                WHERE path = ?1 OR substr(path, -length(?1) - 1) = '/' || ?1
                ORDER BY path = ?1 DESC, path
                """, arguments: [path])
        for source in sources {
            let id = try Int64.fetchOne(
                db,
                sql: """
                    SELECT passage.id FROM report JOIN passage
                        ON passage.id >= first_passage AND passage.id < first_passage + passage_count
                    WHERE source_id = ? AND line = ?
                    """, arguments: [source, line])
            if let id { return try passages([id]).first }
        }
        return nil
    }

    /// The passage a user names: by id, or by PATH:LINE.
    package func find(_ name: String) throws -> Passage? {
        if let id = Int64(name) { return try passages([id]).first }
        guard let colon = name.lastIndex(of: ":"), let line = Int(name[name.index(after: colon)...])
        else { return nil }
        return try passage(path: String(name[..<colon]), line: line)
    }

    private static let select = """
        SELECT passage.id, passage.report_id, line, byte_offset, locator, role, heading_level,
            own_heading, section.path, kind, concerns_year, topics, text, raw, passage.breaks,
            source.path, title, first_line, last_line, unit, unit_type, admin_level, region, year,
            year_min, year_max, year_basis, publisher_year, period
        FROM passage JOIN report ON report.id = passage.report_id
            JOIN source ON source.id = source_id
            LEFT JOIN section ON section.id = section_id
        """

    private func passage(_ row: Row) -> Passage {
        Passage(
            id: row[0], report: Self.summary(row, id: row[1], from: 15), line: row[2],
            byteOffset: row[3], locator: row[4], role: Role(rawValue: row[5]) ?? .body,
            headingLevel: row[6], ownHeading: row[7],
            headings: HeadingPath.split((row[8] as String?) ?? ""),
            kind: Kind(rawValue: row[9]) ?? .other, concernsYear: row[10],
            topics: PassageColumns.unpack(UInt16(clamping: row[11] as Int)), text: row[12],
            raw: RawText.decode((row[13] as Data?).map { [UInt8]($0) }, text: row[12]),
            breaks: WordBreaks(bytes: [UInt8](row[14] as Data)))
    }

    /// Reads the columns path … period that begin at `column`.
    static func summary(_ row: Row, id: Int64, from column: Int) -> ReportSummary {
        let least: Int? = row[column + 9]
        let greatest: Int? = row[column + 10]
        var year = YearTag(
            year: row[column + 8], basis: YearBasis(rawValue: row[column + 11]) ?? .none,
            publisherYear: row[column + 12])
        if let least, let greatest, least <= greatest { year.range = least...greatest }
        return ReportSummary(
            id: id, path: row[column], title: row[column + 1], firstLine: row[column + 2],
            lastLine: row[column + 3],
            unit: UnitTag(
                name: row[column + 4], type: UnitType(rawValue: row[column + 5]) ?? .other,
                level: AdminLevel(rawValue: row[column + 6]) ?? .unknown,
                region: JSONText.decode(row[column + 7]) ?? []),
            year: year, period: row[column + 13])
    }
}
