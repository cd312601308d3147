import Foundation
import GRDB
import ReportModel

/// Checks the rows of the tables by themselves (表的校验): every value has the type its column was made for and
/// is one that the program writes, and what is coded can be read and coded again to the same bytes.
struct TableVerification {
    private let db: Database

    init(_ db: Database) {
        self.db = db
    }

    /// What the program makes: objects of the schema, settings of the exact index, and the columns of tables.
    private struct Plan: Sendable {
        let objects: Set<String>
        /// What stands there as well once passages have vectors.
        let optional: Set<String>
        let settings: Set<String>
        let columns: [String: [ColumnInfo]]

        init(_ db: Database) throws {
            objects = try Self.objects(db)
            try db.execute(sql: VectorRows.tables)
            optional = try Self.objects(db).subtracting(objects)
            settings = try Self.settings(db)
            let names = try String.fetchAll(
                db, sql: "SELECT name FROM sqlite_master WHERE type = 'table'")
            columns = try Dictionary(
                uniqueKeysWithValues: names.map { ($0, try db.columns(in: $0)) })
        }

        static func objects(_ db: Database) throws -> Set<String> {
            try Set(
                String.fetchAll(
                    db,
                    sql: "SELECT type || ' ' || name || ' ' || ifnull(sql, '') FROM sqlite_master"))
        }

        static func settings(_ db: Database) throws -> Set<String> {
            try Set(String.fetchAll(db, sql: "SELECT k || ' ' || v FROM passage_text_config"))
        }

        static let own = Result {
            try IndexConnection.temporary().write { db in
                try Schema.create(in: db)
                try MergeSettings.usual.apply(db)
                return try Plan(db)
            }
        }
    }

    /// Tables, indexes and settings that are not as the program makes them.
    func schema() throws -> [String] {
        let plan = try Plan.own.get()
        var faults: [String] = []
        let objects = try Plan.objects(db)
        if objects != plan.objects, objects != plan.objects.union(plan.optional) {
            faults.append(wording("表结构与本程序所建不同", "the tables are not as this program makes them"))
        }
        // What was never set is as usual.
        if try !Plan.settings(db).isSubset(of: plan.settings) {
            faults.append(wording("逐字索引的设置不对", "the exact index has unusual settings"))
        }
        return faults
    }

    /// Columns with values of another type.
    func types() throws -> [String] {
        var faults: [String] = []
        let expected = try Plan.own.get().columns
        let tables = try String.fetchAll(
            db,
            sql: """
                SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'
                    AND name NOT LIKE 'passage\\_text%' ESCAPE '\\'
                """)
        for table in tables {
            // As the program makes them: what a file says of its own columns is no measure.
            guard let columns = expected[table] else {
                faults.append(wording("多出的表 \(table)", "a table too many: \(table)"))
                continue
            }
            let tests = columns.map { column in
                let type = "'\(column.type.lowercased())'"
                let allowed = column.isNotNull ? type : "\(type), 'null'"
                return "sum(typeof(\"\(column.name)\") NOT IN (\(allowed)))"
            }
            let row = try Row.fetchOne(
                db, sql: "SELECT \(tests.joined(separator: ", ")) FROM \"\(table)\"")
            for (column, value) in zip(columns, row.map { Array($0.databaseValues) } ?? []) {
                guard let count = Int.fromDatabaseValue(value), count > 0 else { continue }
                faults.append(
                    wording(
                        "\(table).\(column.name)：\(count) 个值类型不对",
                        "\(table).\(column.name): \(count) values of a wrong type"))
            }
        }
        return faults
    }

    /// Rows whose values the program never writes; the types are known to be right.
    func values() throws -> [String] {
        try conditions() + json() + passages()
    }

    private func conditions() throws -> [String] {
        func names<Value: CaseIterable & RawRepresentable<String>>(_ type: Value.Type) -> String {
            Value.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")
        }
        func isYear(_ column: String) -> String {
            "(\(column) IS NULL OR \(column) BETWEEN \(Self.years.lowerBound) AND \(Self.years.upperBound))"
        }
        let report = """
            unit_type IN (\(names(UnitType.self))) AND admin_level IN (\(names(AdminLevel.self)))
                AND year_basis IN (\(names(YearBasis.self))) AND \(isYear("year"))
                AND \(isYear("year_min")) AND \(isYear("year_max")) AND \(isYear("publisher_year"))
                AND (year_min IS NULL) = (year_max IS NULL) AND ifnull(year_min <= year_max, 1)
                AND number >= 0 AND first_line BETWEEN 1 AND last_line AND passage_count >= 0
                AND first_passage BETWEEN 1 AND 1 << 40
            """
        let passage = """
            role IN (\(names(Role.self))) AND kind IN (\(names(Kind.self)))
                AND \(isYear("concerns_year")) AND line >= 1 AND ifnull(byte_offset >= 0, 1)
                AND ifnull(heading_level >= 0, 1)
            """
        let decision = """
            field IN (\(names(DecisionField.self))) AND line >= 0 AND first_line >= 0
            """
        let checks = [
            ("file", "SELECT count(*) FROM file WHERE NOT (size >= 0)"),
            ("source", "SELECT count(*) FROM source WHERE NOT (line_count >= 0)"),
            ("report", "SELECT count(*) FROM report WHERE NOT (\(report))"),
            ("passage", "SELECT count(*) FROM passage WHERE NOT (\(passage))"),
            ("decision", "SELECT count(*) FROM decision WHERE NOT (\(decision))"),
            ("repair", "SELECT count(*) FROM repair WHERE NOT (line >= 0)"),
            // Every passage stands where its report says, and under headings of its own report.
            (
                "report",
                """
                SELECT count(*) FROM report WHERE passage_count <> (SELECT count(*) FROM passage
                    WHERE id >= first_passage AND id < first_passage + passage_count
                        AND report_id = report.id)
                """
            ),
            (
                "passage",
                """
                SELECT (SELECT count(*) FROM passage)
                    <> (SELECT total(passage_count) FROM report)
                """
            ),
            (
                "section",
                """
                SELECT count(*) FROM passage JOIN section ON section.id = section_id
                WHERE section.report_id <> passage.report_id
                """
            ),
            (
                "selection",
                """
                SELECT count(*) FROM selection_passage AS p WHERE NOT EXISTS
                    (SELECT 1 FROM selection_source AS s
                        WHERE s.selection_id = p.selection_id AND number = source)
                    OR selection_id NOT IN (SELECT id FROM selection)
                """
            ),
            (
                "selection",
                """
                SELECT count(*) FROM (SELECT max(position) + 1 <> count(*) AS gap
                    FROM selection_passage GROUP BY selection_id) WHERE gap
                """
            ),
        ]
        return try checks.compactMap { table, sql in
            try fault(table, Int.fetchOne(db, sql: sql) ?? 0)
        }
    }

    /// Years that a report or its work can have.
    static let years = 0...9999

    private func json() throws -> [String] {
        func count(_ sql: String, _ isSound: (String) -> Bool) throws -> Int {
            let cursor = try String.fetchCursor(db, sql: sql)
            var count = 0
            while let text = try cursor.next() { if !isSound(text) { count += 1 } }
            return count
        }
        let texts = { (text: String) in JSONText.decode(text, as: [String].self) != nil }
        let doubts = { (text: String) in JSONText.decode(text, as: [Doubt].self) != nil }
        return try [
            fault("report", count("SELECT region FROM report", texts)),
            fault("report", count("SELECT doubts FROM report", doubts)),
            fault("source", count("SELECT doubts FROM source", doubts)),
            fault(
                "source",
                count("SELECT properties FROM source") {
                    JSONText.decode($0, as: [String: String].self) != nil
                }),
            fault(
                "report",
                count("SELECT evidence FROM report") {
                    JSONText.decode($0, as: [Evidence].self) != nil
                }),
        ].compactMap { $0 }
    }

    private func passages() throws -> [String] {
        let labels = try LabelTable(db)
        let names = try LabelTable.read(db)
        var (wrongEvidence, wrongActivities, wrongTopics, wrongBreaks) = (0, 0, 0, 0)
        let rows = try Row.fetchCursor(
            db, sql: "SELECT text, line, evidence, activities, topics, breaks FROM passage")
        while let row = try rows.next() {
            let text: String = row[0]
            let evidence = (row[2] as Data?).map { [UInt8]($0) }
            let read = EvidenceCoding.decode(evidence, in: text, line: row[1], labels: names)
            let again = try EvidenceCoding.encode(read ?? [], in: text, labels: labels)
            if again != evidence {
                wrongEvidence += 1
            }
            let activities = (row[3] as Data?).map { [UInt8]($0) }
            let known = ActivityCoding.decode(activities, in: text)
            if ActivityCoding.encode(known ?? [], in: text) != activities { wrongActivities += 1 }
            let topics: Int = row[4]
            let packed = PassageColumns.pack(PassageColumns.unpack(UInt16(clamping: topics)))
            if Int(packed) != topics { wrongTopics += 1 }
            let breaks: Data = row[5]
            if breaks.count != (text.unicodeScalars.count + 7) / 8 { wrongBreaks += 1 }
        }
        return [
            fault("passage.evidence", wrongEvidence), fault("passage.activities", wrongActivities),
            fault("passage.topics", wrongTopics), fault("passage.breaks", wrongBreaks),
        ].compactMap { $0 }
    }

    private func fault(_ table: String, _ count: Int) -> String? {
        guard count > 0 else { return nil }
        return wording("\(table)：\(count) 行的内容不对", "\(table): \(count) rows with wrong content")
    }
}
