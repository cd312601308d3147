import Foundation
import GRDB
import ReportModel

extension IndexWriter {
    /// Stores decisions and gives their reports and paragraphs the decided tags, in one transaction.
    /// O(paragraphs of the reports), and of the shards that hold them.
    package func decide(_ decisions: [Decision]) throws(ReportError) {
        try commit()
        try wrapping {
            try database.change { db in
                var touched: [Int64] = []
                for decision in DecisionTable.inOrder(decisions) {
                    let replaced = try Self.remove(decision, db)
                    try db.execute(
                        sql: "INSERT INTO decision VALUES (?, ?, ?, ?, ?, ?, ?)",
                        arguments: [
                            decision.path, decision.firstLine, decision.line,
                            decision.field.rawValue, decision.value, decision.words, decision.made,
                        ])
                    let row = try ReportRow(about: decision, db)
                    touched +=
                        try row?.apply(decision, settling: Set(replaced.map(\.doubt)), db) ?? []
                }
                try ShardRows(db: db).renew(holding: touched)
            }
            try database.emptyLog()
        }
    }

    /// Stores exported decisions, all at once, but for those whose tag something was decided on later.
    ///
    /// - Returns: how many were stored.
    package func take(_ decisions: [Decision]) throws(ReportError) -> Int {
        let known = try wrapping { try database.read { db in try DecisionTable.all(db) } }
        let taken = decisions.filter { new in
            !known.contains { $0.concernsTheSame(as: new) && $0.made >= new.made }
        }
        if !taken.isEmpty { try decide(taken) }
        return taken.count
    }

    /// Forgets decisions. The tags they gave stay until their files are read again: both become visible with
    /// the next `commit`, so that no tag outlives its decision.
    ///
    /// - Returns: how many there were.
    package func forget(_ decisions: [Decision]) throws(ReportError) -> Int {
        try commit()
        holdTogether()
        var count = 0
        try changeInBatch { db in
            for decision in decisions { count += try Self.remove(decision, db).count }
        }
        return count
    }

    private static func remove(_ decision: Decision, _ db: Database) throws -> [Decision] {
        let found = try DecisionTable.all(db).filter { $0.concernsTheSame(as: decision) }
        for old in found {
            try db.execute(
                sql: """
                    DELETE FROM decision
                    WHERE path = ? AND first_line = ? AND line = ? AND field = ?
                    """, arguments: [old.path, old.firstLine, old.line, old.field.rawValue])
        }
        return found
    }
}

/// A stored report, read for a decision, and written back where the decision changed it.
private struct ReportRow {
    private let id: Int64
    private var report: Report
    private let passages: [Int64]
    private let labels: [Int: String]

    /// `nil` when the report is no longer in the index.
    init?(about decision: Decision, _ db: Database) throws {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT report.*, source.path AS source_path, file.path AS file_path, location
                FROM report JOIN source ON source.id = source_id JOIN file ON file.id = file_id
                WHERE first_line = ?
                """, arguments: [decision.firstLine])
        let row = try rows.first {
            decision.path
                == DecisionTable.key(
                    source: try $0.value("source_path"), file: try $0.value("file_path"),
                    location: try $0.value("location"))
        }
        guard let row else { return nil }
        id = try row.value("id")
        labels = try EvidenceCoding.labels(db)
        report = Report(
            title: try row.value("title"), firstLine: try row.value("first_line"),
            lastLine: try row.value("last_line"),
            paragraphs: [])
        report.unit = UnitTag(
            name: try row.value("unit"),
            type: UnitType(rawValue: try row.value("unit_type")) ?? .other,
            level: AdminLevel(rawValue: try row.value("admin_level")) ?? .unknown,
            region: JSONText.decode(try row.value("region")) ?? [])
        let least: Int? = try row.value("year_min")
        let greatest: Int? = try row.value("year_max")
        report.year = YearTag(
            year: try row.value("year"),
            basis: YearBasis(rawValue: try row.value("year_basis")) ?? .none,
            publisherYear: try row.value("publisher_year"))
        if let least, let greatest, least <= greatest { report.year.range = least...greatest }
        report.period = try row.value("period")
        report.evidence = JSONText.decode(try row.value("evidence")) ?? []
        report.doubts = JSONText.decode(try row.value("doubts")) ?? []
        let first: Int64 = try row.value("first_passage")
        let count: Int64 = try row.value("passage_count")
        let stored = try Row.fetchAll(
            db,
            sql: """
                SELECT id, line, text, role, kind, concerns_year, topics, evidence
                FROM passage WHERE id >= ? AND id < ? ORDER BY id
                """, arguments: [first, first + count])
        passages = try stored.map { try $0.value(0) }
        for row in stored { report.paragraphs.append(try Self.paragraph(row, labels)) }
    }

    private static func paragraph(
        _ row: Row, _ labels: [Int: String]
    ) throws -> Paragraph {
        var paragraph = Paragraph(
            line: try row.count(1), text: try row.value(2), role: try row.named(3))
        paragraph.kind = try row.named(4)
        paragraph.concernsYear = try row.year(5)
        paragraph.topics = PassageColumns.unpack(UInt16(clamping: try row.count(6)))
        paragraph.evidence = try row.decoded(
            7,
            EvidenceCoding.decode(
                try row.bytes(7), in: paragraph.text, line: paragraph.line, labels: labels))
        return paragraph
    }

    /// - Returns: the passages that changed; their shards are the caller's to renew.
    func apply(_ decision: Decision, settling doubts: Set<Doubt>, _ db: Database) throws -> [Int64]
    {
        var reports = [report]
        guard decision.apply(to: &reports), var changed = reports.first else { return [] }
        changed.doubts.removeAll { doubts.contains($0) }
        try db.execute(
            sql: """
                UPDATE report SET unit = ?, unit_type = ?, admin_level = ?, region = ?, year = ?,
                    year_min = ?, year_max = ?, year_basis = ?, evidence = ?, doubts = ?
                WHERE id = ?
                """,
            arguments: [
                changed.unit.name, changed.unit.type.rawValue, changed.unit.level.rawValue,
                JSONText.encode(changed.unit.region), changed.year.year,
                changed.year.range?.lowerBound, changed.year.range?.upperBound,
                changed.year.basis.rawValue, JSONText.encode(changed.evidence),
                JSONText.encode(changed.doubts), id,
            ])
        let names = try LabelTable(db)
        var touched: [Int64] = []
        for (number, after) in changed.paragraphs.enumerated()
        where after != report.paragraphs[number] {
            try write(after, instead: report.paragraphs[number], id: passages[number], names, db)
            touched.append(passages[number])
        }
        return touched
    }

    private func write(
        _ after: Paragraph, instead before: Paragraph, id: Int64, _ names: LabelTable,
        _ db: Database
    ) throws {
        // Exact search holds no noise.
        if before.role != .noise, after.role == .noise {
            try db.execute(
                sql: "INSERT INTO passage_text(passage_text, rowid, text) VALUES ('delete', ?, ?)",
                arguments: [id, before.text])
        }
        try db.execute(
            sql: """
                UPDATE passage SET role = ?, kind = ?, concerns_year = ?, topics = ?, evidence = ?
                WHERE id = ?
                """,
            arguments: [
                after.role.rawValue, after.kind.rawValue, after.concernsYear,
                Int(PassageColumns.pack(after.topics)),
                try EvidenceCoding.encode(after.evidence, in: after.text, labels: names).map {
                    Data($0)
                }, id,
            ])
        if before.role == .noise, after.role != .noise {
            try db.execute(
                sql: "INSERT INTO passage_text(rowid, text) VALUES (?, ?)",
                arguments: [id, after.text])
        }
    }
}
