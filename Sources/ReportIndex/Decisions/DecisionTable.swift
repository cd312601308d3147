import GRDB
import ReportModel

/// All that people decided, by source (认定表).
struct DecisionTable {
    private let byPath: [String: [Decision]]

    init(_ db: Database) throws {
        byPath = Dictionary(grouping: Self.inOrder(try Self.all(db)), by: \.path)
    }

    /// In the order they were made, so that reading again ends where deciding ended: a report's year moves
    /// its paragraphs' years.
    static func inOrder(_ decisions: [Decision]) -> [Decision] {
        decisions.sorted {
            ($0.made, $0.line, $0.firstLine, $0.field.rawValue)
                < ($1.made, $1.line, $1.firstLine, $1.field.rawValue)
        }
    }

    /// Every decision, in order of path and line; rows with fields of another version are left out.
    static func all(_ db: Database) throws -> [Decision] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT path, first_line, line, field, value, words, made FROM decision
                ORDER BY path, first_line, line, field
                """)
        return try rows.compactMap { row in
            try DecisionField(rawValue: try row.value(3)).map {
                Decision(
                    path: try row.value(0), firstLine: try row.count(1), line: try row.count(2),
                    field: $0, value: try row.value(4),
                    words: try row.value(5), made: try row.value(6))
            }
        }
    }

    /// What a source is known by: where its file lies, and the member's name behind it.
    static func key(source: String, file path: String, location: String) -> String {
        source.hasPrefix(path) ? location + source.dropFirst(path.count) : source
    }

    /// The source with what was decided about it. A decision whose words are gone is not used: it
    /// becomes a doubt.
    func applied(to source: Source, file: FileState) -> Source {
        let key = Self.key(source: source.path, file: file.path, location: file.location)
        guard let decisions = byPath[key] else { return source }
        var source = source
        for decision in decisions { apply(decision, to: &source) }
        return source
    }

    private func apply(_ decision: Decision, to source: inout Source) {
        if decision.apply(to: &source.reports) { return }
        let line = max(decision.line, decision.firstLine)
        let place = source.reports.lastIndex { $0.firstLine <= line }
        if source.reports.isEmpty {
            source.doubts.append(decision.doubt)
        } else {
            source.reports[place ?? 0].doubts.append(decision.doubt)
        }
    }
}

extension Decision {
    /// Gives the tag to the report or paragraph it is about.
    ///
    /// - Returns: whether the words it was decided on still stand there.
    func apply(to reports: inout [Report]) -> Bool {
        if line == 0 {
            guard
                let place = reports.firstIndex(where: {
                    $0.firstLine == firstLine && $0.title == words
                })
            else { return false }
            apply(to: &reports[place])
            return true
        }
        for place in reports.indices
        where reports[place].firstLine <= line && line <= reports[place].lastLine {
            guard
                let paragraph = reports[place].paragraphs.firstIndex(where: {
                    $0.line == line && $0.text == words
                })
            else { continue }
            apply(to: &reports[place].paragraphs[paragraph])
            return true
        }
        return false
    }
}
