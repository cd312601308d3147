import Foundation
import GRDB
import ReportModel
import Segmentation

/// A passage's text and what is needed to go through its words (段落文本).
package struct PassageText: Sendable {
    package let id: Int64
    package let report: Int64
    package let line: Int
    package let role: Role
    package let text: String
    /// The encoded word breaks: `WordBreaks(bytes:)` reads them.
    package let breaks: [UInt8]

    fileprivate static let columns = "passage.id, report_id, line, role, text, breaks"

    fileprivate init(_ row: Row) throws {
        id = try row.id(0)
        report = try row.id(1)
        line = try row.count(2)
        role = try row.named(3)
        text = try row.value(4)
        breaks = try row.breaks(5, of: text)
    }
}

/// A passage with its activities (段落的活动).
package struct PassageActivities: Sendable {
    /// Page, paragraph or archive member.
    package let locator: String?
    package let text: PassageText
    package let kind: Kind
    package let concernsYear: Int?
    package let topics: [Topic]
    package let activities: [Activity]
}

/// A passage as ranking reads it.
package struct RankingText: Sendable {
    package let id: Int64
    package let text: String
    package let ownHeading: String?
    /// Passages under the same headings have the same; 0 without any.
    package let section: Int64
    /// The headings above, outermost first.
    package let headings: [String]
    package let breaks: WordBreaks
}

extension IndexReading {
    /// The texts of passages, in the order of the ids; what is not there is left out.
    package func forEachText(of ids: [Int64], _ body: (PassageText) -> Void) throws(ReportError) {
        try forEachRow(of: ids, "\(PassageText.columns) FROM wanted CROSS JOIN passage") {
            body(try PassageText($0))
        }
    }

    /// The texts of passages with row ids in a range, rising.
    package func forEachText(in ids: Range<Int64>, _ body: (PassageText) -> Void)
        throws(ReportError)
    {
        try read { db in
            let statement = try db.cachedStatement(
                sql: """
                    SELECT \(PassageText.columns) FROM passage
                    WHERE id >= ? AND id < ? ORDER BY id
                    """)
            let rows = try Row.fetchCursor(
                statement, arguments: [ids.lowerBound, ids.upperBound])
            while let row = try rows.next() { body(try PassageText(row)) }
        }
    }

    /// The text of one passage; `nil` when it is not there.
    package func text(of id: Int64) throws(ReportError) -> String? {
        var text: String?
        try forEachText(of: [id]) { text = $0.text }
        return text
    }

    /// The lines before cleaning of all passages whose text differs from them, by row id.
    package func forEachRaw(_ body: (_ passage: Int64, _ raw: String) -> Void)
        throws(ReportError)
    {
        try read { db in
            let rows = try Row.fetchCursor(
                db, sql: "SELECT id, raw, text FROM passage WHERE raw NOT NULL")
            while let row = try rows.next() {
                let raw = RawText.decode(try row.bytes(1), text: try row.value(2))
                if let raw { body(try row.id(0), raw) }
            }
        }
    }

    /// The texts of all noise, which no index holds.
    package func forEachNoise(_ body: (PassageText) -> Void) throws(ReportError) {
        try read { db in
            let rows = try Row.fetchCursor(
                db, sql: "SELECT \(PassageText.columns) FROM passage WHERE role = 'noise'")
            while let row = try rows.next() { body(try PassageText(row)) }
        }
    }

    /// The activities of passages, in the order of the ids; passages without any are left out.
    package func forEachActivities(
        of ids: [Int64], _ body: (PassageActivities) -> Void
    ) throws(ReportError) {
        let columns = "\(PassageText.columns), kind, concerns_year, topics, activities, locator"
        try forEachRow(
            of: ids, "\(columns) FROM wanted CROSS JOIN passage", and: "activities NOT NULL"
        ) { row in
            let text = try PassageText(row)
            body(
                PassageActivities(
                    locator: try row.value(10), text: text, kind: try row.named(6),
                    concernsYear: try row.year(7),
                    topics: PassageColumns.unpack(UInt16(clamping: try row.count(8))),
                    activities: try row.decoded(
                        9, ActivityCoding.decode(try row.bytes(9), in: text.text))))
        }
    }

    /// What ranking reads of passages, in the order of the ids.
    package func forEachRankingText(
        of ids: [Int64], _ body: (RankingText) -> Void
    ) throws(ReportError) {
        try forEachRow(
            of: ids,
            """
            passage.id, text, own_heading, section_id, section.path, breaks
            FROM wanted CROSS JOIN passage LEFT JOIN section ON section.id = section_id
            """
        ) { row in
            let text: String = try row.value(1)
            body(
                RankingText(
                    id: try row.id(0), text: text, ownHeading: try row.value(2),
                    section: Int64(try row.optionalCount(3) ?? 0),
                    headings: HeadingPath.split(try row.value(4) ?? ""),
                    breaks: WordBreaks(bytes: try row.breaks(5, of: text))))
        }
    }

    /// Rows of many passages by one statement: a statement a passage costs as much again as its text.
    private func forEachRow(
        of ids: [Int64], _ select: String, and condition: String = "1", _ body: (Row) throws -> Void
    ) throws(ReportError) {
        try read { db in
            let statement = try db.cachedStatement(
                sql: """
                    WITH wanted AS (SELECT key, value FROM json_each(?))
                    SELECT \(select) WHERE passage.id = wanted.value AND \(condition)
                    """)
            var start = 0
            while start < ids.count {
                let end = min(ids.count, start + 1024)
                let list = ids[start..<end].map { String($0) }.joined(separator: ",")
                let rows = try Row.fetchCursor(statement, arguments: ["[\(list)]"])
                while let row = try rows.next() { try body(row) }
                start = end
            }
        }
    }
}
