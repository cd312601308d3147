import ReportModel
import GRDB

/// A selection of passages, frozen (选集): what was asked for, and exactly what it gave.
package struct FrozenSelection: Sendable, Hashable {
    package var name: String
    /// When it was frozen: ISO 8601, UTC.
    package var made: String
    /// What was asked for, as JSON; whoever builds selections knows its form.
    package var definition: String
    /// What was counted while building it, as JSON.
    package var counts: String
    /// The version of the program that froze it.
    package var tool: String
    /// `IndexStamp.content` and `IndexStamp.places` of the index it was frozen from.
    package var content: String
    package var places: String
    package var passages: [FrozenPassage]

    package init(
        name: String, made: String, definition: String, counts: String, tool: String,
        content: String, places: String, passages: [FrozenPassage]
    ) {
        self.name = name
        self.made = made
        self.definition = definition
        self.counts = counts
        self.tool = tool
        self.content = content
        self.places = places
        self.passages = passages
    }
}

/// One passage of a frozen selection: known by path, line and text, because row ids change when a
/// file is read again.
package struct FrozenPassage: Sendable, Hashable {
    package var path: String
    /// Hash of the file the passage was read from.
    package var sourceHash: String
    package var line: Int
    /// Hash of the cleaned text.
    package var textHash: String
    /// Hash of unit, year, kind, topics and headings.
    package var tagHash: String
    /// Passages that are copies of each other have the same number; 0 for a passage without copies.
    package var copies: Int
    /// Its row id under the selection's `places`.
    package var passage: Int64

    package init(
        path: String, sourceHash: String, line: Int, textHash: String, tagHash: String,
        copies: Int, passage: Int64
    ) {
        self.path = path
        self.sourceHash = sourceHash
        self.line = line
        self.textHash = textHash
        self.tagHash = tagHash
        self.copies = copies
        self.passage = passage
    }
}

extension IndexReading {
    /// All frozen selections without their passages, with their sizes, by name.
    package func selections() throws(ReportError) -> [(selection: FrozenSelection, count: Int)] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT name, made, definition, counts, tool, content, places,
                        (SELECT count(*) FROM selection_passage WHERE selection_id = selection.id)
                    FROM selection ORDER BY name
                    """
            ).map { (try FrozenSelection($0), try $0.count(7)) }
        }
    }

    /// The selection of a name with its passages; `nil` when there is none.
    package func selection(_ name: String) throws(ReportError) -> FrozenSelection? {
        try read { db in try FrozenSelection.read(name, db) }
    }
}

extension FrozenSelection {
    fileprivate static func read(_ name: String, _ db: Database) throws -> FrozenSelection? {
        guard
            let row = try Row.fetchOne(
                db,
                sql: """
                    SELECT name, made, definition, counts, tool, content, places, id
                    FROM selection WHERE name = ?
                    """, arguments: [name])
        else { return nil }
        let id = try row.id(7)
        var sources: [Int: (path: String, hash: String)] = [:]
        for source in try Row.fetchAll(
            db, sql: "SELECT number, path, hash FROM selection_source WHERE selection_id = ?",
            arguments: [id])
        {
            sources[try source.count(0)] = (try source.value(1), try source.value(2))
        }
        var selection = try FrozenSelection(row)
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT source, line, text_hash, tag_hash, copies, passage
                FROM selection_passage WHERE selection_id = ? ORDER BY position
                """, arguments: [id])
        while let row = try rows.next() {
            guard let source = sources[try row.count(0)] else { continue }
            selection.passages.append(
                FrozenPassage(
                    path: source.path, sourceHash: source.hash, line: try row.count(1),
                    textHash: try row.value(2),
                    tagHash: try row.value(3), copies: try row.count(4), passage: try row.id(5)))
        }
        return selection
    }

    fileprivate init(_ row: Row) throws {
        self.init(
            name: try row.value(0), made: try row.value(1), definition: try row.value(2),
            counts: try row.value(3), tool: try row.value(4),
            content: try row.value(5), places: try row.value(6), passages: [])
    }
}
