import Foundation
import GRDB
import ReportModel

extension IndexWriter {
    /// Stores decisions and gives their reports and paragraphs the decided tags, in one transaction.
    /// O(paragraphs of the reports), and of the shards that hold them.
    package func decide(_ decisions: [Decision]) throws(IndexError) {
        try commit()
        try wrapping {
            try pool.change { db in
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
            try pool.emptyLog()
        }
    }

    /// Forgets decisions; the tags they gave stay until the file is read again.
    ///
    /// - Returns: how many there were.
    package func forget(_ decisions: [Decision]) throws(IndexError) -> Int {
        try commit()
        return try wrapping {
            try pool.change { db in
                try decisions.reduce(0) { $0 + (try Self.remove($1, db)).count }
            }
        }
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
        let row = rows.first {
            decision.path
                == DecisionTable.key(
                    source: $0["source_path"], file: $0["file_path"], location: $0["location"])
        }
        guard let row else { return nil }
        id = row["id"]
        labels = try EvidenceCoding.labels(db)
        report = Report(
            title: row["title"], firstLine: row["first_line"], lastLine: row["last_line"],
            paragraphs: [])
        report.unit = UnitTag(
            name: row["unit"], type: UnitType(rawValue: row["unit_type"]) ?? .other,
            level: AdminLevel(rawValue: row["admin_level"]) ?? .unknown,
            region: JSONText.decode(row["region"]) ?? [])
        let least: Int? = row["year_min"]
        let greatest: Int? = row["year_max"]
        report.year = YearTag(
            year: row["year"], basis: YearBasis(rawValue: row["year_basis"]) ?? .none,
            publisherYear: row["publisher_year"])
        if let least, let greatest, least <= greatest { report.year.range = least...greatest }
        report.period = row["period"]
        report.evidence = JSONText.decode(row["evidence"]) ?? []
        report.doubts = JSONText.decode(row["doubts"]) ?? []
        let first: Int64 = row["first_passage"]
        let count: Int64 = row["passage_count"]
        let stored = try Row.fetchAll(
            db,
            sql: """
                SELECT id, line, text, role, kind, concerns_year, topics, evidence
                FROM passage WHERE id >= ? AND id < ? ORDER BY id
                """, arguments: [first, first + count])
        passages = stored.map { $0[0] }
        for row in stored { report.paragraphs.append(Self.paragraph(row, labels)) }
    }

    private static func paragraph(_ row: Row, _ labels: [Int: String]) -> Paragraph {
        var paragraph = Paragraph(line: row[1], text: row[2], role: Role(rawValue: row[3]) ?? .body)
        paragraph.kind = Kind(rawValue: row[4]) ?? .other
        paragraph.concernsYear = row[5]
        paragraph.topics = PassageColumns.unpack(UInt16(clamping: row[6] as Int))
        paragraph.evidence = EvidenceCoding.decode(
            (row[7] as Data?).map { [UInt8]($0) }, in: paragraph.text, line: paragraph.line,
            labels: labels)
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
