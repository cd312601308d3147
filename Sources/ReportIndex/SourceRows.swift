import Foundation
import GRDB
import ReportModel

/// A passage whose row is written.
struct PassageRow {
    let id: Int64
    let report: Int64
    let paragraph: Paragraph
    /// Its place in the report.
    let index: Int
    /// Of the report's passages.
    let terms: RunTerms
}

/// Writes and removes the rows of one file (写入与删除).
struct SourceRows {
    let db: Database
    private let labels: LabelTable
    private let decisions: DecisionTable

    init(_ db: Database) throws {
        self.db = db
        labels = try LabelTable(db)
        decisions = try DecisionTable(db)
    }

    /// Inserts a file with all it holds; `passage` is called for each row in order of its id.
    ///
    /// - Parameter next: the id the next passage gets; risen by the number of passages.
    func insert(
        _ file: PreparedFile, next: inout Int64,
        passage body: (PassageRow) throws -> Void
    ) throws {
        let state = file.state
        try db.cachedStatement(
            sql: """
                INSERT INTO file(path, location, size, modified, hash, rules)
                VALUES (?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            state.path, state.location, state.size, state.modified, state.hash, state.rules,
        ])
        let fileID = db.lastInsertedRowID
        for prepared in file.sources {
            let source = decisions.applied(to: prepared.source, file: state)
            try db.cachedStatement(
                sql: """
                    INSERT INTO source(file_id, path, encoding, line_count, properties, doubts)
                    VALUES (?, ?, ?, ?, ?, ?)
                    """
            ).execute(arguments: [
                fileID, source.path, source.encoding, source.lineCount,
                JSONText.encode(source.properties), JSONText.encode(source.doubts),
            ])
            let sourceID = db.lastInsertedRowID
            for (number, report) in source.reports.enumerated() {
                let id = try insert(
                    report, number: number, source: sourceID, firstPassage: next)
                try insert(
                    report, prepared: prepared.reports[number], id: id, next: &next, passage: body)
            }
        }
    }

    private func insert(_ report: Report, number: Int, source: Int64, firstPassage: Int64) throws
        -> Int64
    {
        try db.cachedStatement(
            sql: """
                INSERT INTO report(source_id, number, title, first_line, last_line, unit, unit_type,
                    admin_level, region, year, year_min, year_max, year_basis, publisher_year,
                    period, evidence, doubts, first_passage, passage_count)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            source, number, report.title, report.firstLine, report.lastLine, report.unit.name,
            report.unit.type.rawValue, report.unit.level.rawValue,
            JSONText.encode(report.unit.region), report.year.year, report.year.range?.lowerBound,
            report.year.range?.upperBound, report.year.basis.rawValue, report.year.publisherYear,
            report.period, JSONText.encode(report.evidence), JSONText.encode(report.doubts),
            firstPassage, report.paragraphs.count,
        ])
        let id = db.lastInsertedRowID
        var row = try RowStatement(
            db,
            sql: "INSERT INTO repair(report_id, kind, line, before, after) VALUES (?, ?, ?, ?, ?)")
        for repair in report.repairs {
            row.bind(id)
            row.bind(repair.kind)
            row.bind(repair.line)
            row.bind(repair.before)
            row.bind(repair.after)
            try row.run()
        }
        return id
    }

    private func insert(
        _ report: Report, prepared: PreparedReport, id: Int64, next: inout Int64,
        passage body: (PassageRow) throws -> Void
    ) throws {
        var sections: [Int64] = []
        let section = try db.cachedStatement(
            sql: "INSERT INTO section(report_id, path) VALUES (?, ?)")
        for path in prepared.sections {
            try section.execute(arguments: [id, path])
            sections.append(db.lastInsertedRowID)
        }
        var row = try RowStatement(db, sql: Self.insertPassage)
        for (index, paragraph) in report.paragraphs.enumerated() {
            let passage = prepared.passages[index]
            row.bind(next)
            row.bind(id)
            row.bind(passage.section.map { Int(sections[$0]) })
            try bind(paragraph, passage, to: &row)
            try row.run()
            try body(
                PassageRow(
                    id: next, report: id, paragraph: paragraph, index: index, terms: prepared.terms)
            )
            next += 1
        }
    }

    /// Puts texts of passages into the exact index, in rising order of the ids.
    static func index(_ texts: [(passage: Int64, text: String)], in db: Database) throws {
        var row = try RowStatement(db, sql: "INSERT INTO passage_text(rowid, text) VALUES (?, ?)")
        for (passage, text) in texts {
            row.bind(passage)
            row.bind(text)
            try row.run()
        }
    }

    private static let insertPassage = """
        INSERT INTO passage(id, report_id, section_id, line, end_line, byte_offset, locator, role,
            heading_level, own_heading, kind, concerns_year, topics, text, raw, breaks, evidence,
            activities)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """

    /// Binds the columns from `line` on.
    private func bind(
        _ paragraph: Paragraph, _ passage: PreparedPassage, to row: inout RowStatement
    ) throws {
        row.bind(paragraph.line)
        row.bind(paragraph.lastLine)
        row.bind(paragraph.byteOffset)
        row.bind(paragraph.locator)
        row.bind(paragraph.role.rawValue)
        row.bind(paragraph.headingLevel)
        row.bind(paragraph.ownHeading)
        row.bind(paragraph.kind.rawValue)
        row.bind(paragraph.concernsYear)
        row.bind(Int(PassageColumns.pack(paragraph.topics)))
        row.bind(paragraph.text)
        row.bind(passage.raw)
        row.bind(passage.breaks)
        row.bind(
            try EvidenceCoding.encode(paragraph.evidence, in: paragraph.text, labels: labels))
        row.bind(passage.activities)
    }

    /// Removes a file with all it held.
    ///
    /// - Returns: the ids of the passages that went.
    func remove(location: String) throws -> [Int64] {
        guard
            let file = try Int64.fetchOne(
                db, sql: "SELECT id FROM file WHERE location = ?", arguments: [location])
        else { return [] }
        let reports = try Row.fetchAll(
            db,
            sql: """
                SELECT report.id, first_passage, passage_count
                FROM report JOIN source ON source.id = source_id WHERE file_id = ?
                """, arguments: [file])
        var removed: [Int64] = []
        for report in reports {
            removed += try remove(
                report: try report.id(0), first: try report.id(1), count: try report.id(2))
        }
        try db.execute(
            sql: """
                DELETE FROM report WHERE source_id IN
                    (SELECT id FROM source WHERE file_id = \(file));
                DELETE FROM source WHERE file_id = \(file);
                DELETE FROM file WHERE id = \(file);
                """)
        return removed
    }

    private func remove(report: Int64, first: Int64, count: Int64) throws -> [Int64] {
        var removed: [Int64] = []
        let rows = try Row.fetchCursor(
            db, sql: "SELECT id, text, role FROM passage WHERE id >= ? AND id < ?",
            arguments: [first, first + count])
        var texts: [(id: Int64, text: String, isIndexed: Bool)] = []
        while let row = try rows.next() {
            let role: Role = try row.named(2)
            texts.append((try row.id(0), try row.value(1), role != .noise))
        }
        let erase = try db.cachedStatement(
            sql: "INSERT INTO passage_text(passage_text, rowid, text) VALUES ('delete', ?, ?)")
        for (id, text, isIndexed) in texts {
            if isIndexed { try erase.execute(arguments: [id, text]) }
            removed.append(id)
        }
        try db.execute(
            sql: "DELETE FROM passage WHERE id >= ? AND id < ?", arguments: [first, first + count])
        for table in ["section", "repair"] {
            try db.execute(sql: "DELETE FROM \(table) WHERE report_id = ?", arguments: [report])
        }
        return removed
    }
}
