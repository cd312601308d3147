import GRDB
import ReportModel

/// The report, and perhaps the paragraph, that a decision can be about (认定对象).
package struct DecisionTarget: Sendable {
    /// As `Decision.path`.
    package let path: String
    /// As given to ingest.
    package let sourcePath: String
    package let report: Int64
    package let firstLine: Int
    package let title: String
    /// The paragraph at the line; `nil` when the line is empty or the report was named by its id.
    package let paragraph: (id: Int64, line: Int, text: String)?

    /// A decision about it; `nil` for a paragraph's tag where there is no paragraph.
    package func decision(_ field: DecisionField, _ value: String, made: String) -> Decision? {
        if field.isOfReport {
            return Decision(
                path: path, firstLine: firstLine, line: 0, field: field, value: value,
                words: title, made: made)
        }
        return paragraph.map {
            Decision(
                path: path, firstLine: firstLine, line: $0.line, field: field, value: value,
                words: $0.text, made: made)
        }
    }
}

/// Whether a decision has its effect.
package enum DecisionState: String, Sendable {
    case applied
    /// The text it was decided on is no longer there.
    case outdated
    /// The index does not hold the file.
    case absent
}

/// Reads decisions and what they are about (认定的读取).
package struct DecisionReader {
    private let reading: IndexReading

    package init(_ reading: IndexReading) {
        self.reading = reading
    }

    /// Every decision with its state and the path of its source as given to ingest.
    package func list() throws(ReportError)
        -> [(decision: Decision, state: DecisionState, sourcePath: String)]
    {
        try reading.read { db in try Self.list(db) }
    }

    private static func list(_ db: Database) throws
        -> [(decision: Decision, state: DecisionState, sourcePath: String)]
    {
        let decisions = try DecisionTable.all(db)
        guard !decisions.isEmpty else { return [] }
        let wanted = Set(decisions.map(\.path))
        var sources: [String: (id: Int64, path: String)] = [:]
        let rows = try Row.fetchCursor(db, sql: Self.sources)
        while let row = try rows.next() {
            let key = DecisionTable.key(
                source: try row.value(1), file: try row.value(2), location: try row.value(3))
            if wanted.contains(key) { sources[key] = (try row.value(0), try row.value(1)) }
        }
        return try decisions.map { decision in
            guard let source = sources[decision.path] else {
                return (decision, .absent, decision.path)
            }
            return (decision, try state(of: decision, in: source.id, db), source.path)
        }
    }

    private static let sources = """
        SELECT source.id, source.path, file.path, location
        FROM source JOIN file ON file.id = file_id
        """

    private static func state(
        of decision: Decision, in source: Int64, _ db: Database
    ) throws -> DecisionState {
        let sql =
            decision.line == 0
            ? "SELECT 1 FROM report WHERE source_id = ? AND first_line = ? AND title = ?"
            : """
            SELECT 1 FROM report JOIN passage
                ON passage.id >= first_passage AND passage.id < first_passage + passage_count
            WHERE source_id = ? AND line = ? AND text = ?
            """
        let line = decision.line == 0 ? decision.firstLine : decision.line
        let isThere = try Bool.fetchOne(
            db, sql: sql, arguments: [source, line, decision.words])
        return isThere ?? false ? .applied : .outdated
    }

    /// What a person names: by the report's id, or by PATH:LINE, where the end of the path is enough.
    ///
    /// - Returns: several when the path fits several sources, none when nothing is there.
    package func targets(_ name: String) throws(ReportError) -> [DecisionTarget] {
        if let id = Int64(name) { return try targets("report.id = ?", [id], line: nil) }
        guard let colon = name.lastIndex(of: ":"), let line = Int(name[name.index(after: colon)...])
        else { return [] }
        let path = String(name[..<colon])
        let whole = try targets(
            "source.path = ? AND first_line <= ? AND ? <= last_line", [path, line, line],
            line: line)
        if !whole.isEmpty { return whole }
        return try targets(
            """
            substr(source.path, -length(?) - 1) = '/' || ? AND first_line <= ? AND ? <= last_line
            """, [path, path, line, line], line: line)
    }

    /// The files that hold sources of these keys, by location.
    package func locations(of paths: Set<String>) throws(ReportError) -> Set<String> {
        try reading.read { db in
            var locations: Set<String> = []
            let rows = try Row.fetchCursor(db, sql: Self.sources)
            while let row = try rows.next() {
                let key = DecisionTable.key(
                    source: try row.value(1), file: try row.value(2), location: try row.value(3))
                if paths.contains(key) { locations.insert(try row.value(3)) }
            }
            return locations
        }
    }

    private func targets(
        _ condition: String, _ arguments: StatementArguments, line: Int?
    ) throws(ReportError) -> [DecisionTarget] {
        try reading.read { db in try Self.targets(condition, arguments, line: line, db) }
    }

    private static func targets(
        _ condition: String, _ arguments: StatementArguments, line: Int?, _ db: Database
    ) throws -> [DecisionTarget] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT report.id, first_line, title, first_passage, passage_count, source.path,
                    file.path, location
                FROM report JOIN source ON source.id = source_id JOIN file ON file.id = file_id
                WHERE \(condition) ORDER BY source.path, first_line
                """, arguments: arguments)
        return try rows.map { row in
            let first = try row.id(3)
            let count = try row.id(4)
            let passage = try line.flatMap {
                try Row.fetchOne(
                    db,
                    sql: """
                        SELECT id, line, text FROM passage
                        WHERE id >= ? AND id < ? AND line = ?
                        """, arguments: [first, first + count, $0])
            }
            return DecisionTarget(
                path: DecisionTable.key(
                    source: try row.value(5), file: try row.value(6), location: try row.value(7)),
                sourcePath: try row.value(5), report: try row.value(0), firstLine: try row.value(1),
                title: try row.value(2),
                paragraph: try passage.map { (try $0.value(0), try $0.value(1), try $0.value(2)) })
        }
    }
}
