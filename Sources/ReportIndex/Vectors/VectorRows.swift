import Foundation
import GRDB
import ReportModel

/// The rows that hold vectors; an index has them from the first use of a model on (向量行).
enum VectorRows {
    /// A passage that goes takes its vector along: ids are used again.
    static let tables = """
        CREATE TABLE IF NOT EXISTS vector(passage INTEGER PRIMARY KEY, bytes BLOB NOT NULL);
        CREATE TRIGGER IF NOT EXISTS vector_goes AFTER DELETE ON passage
        BEGIN DELETE FROM vector WHERE passage = old.id; END;
        """

    /// The model that made the vectors; `nil` without any.
    static func model(_ db: Database) throws -> String? {
        guard try db.tableExists("vector") else { return nil }
        return try String.fetchOne(db, sql: "SELECT value FROM meta WHERE key = 'vectors'")
    }

    /// Makes the tables; vectors of another model go.
    static func prepare(_ db: Database, model: String) throws {
        try db.execute(sql: tables)
        guard try self.model(db) != model else { return }
        try db.execute(sql: "DELETE FROM vector")
        try db.execute(
            sql: "INSERT OR REPLACE INTO meta VALUES ('vectors', ?)", arguments: [model])
    }
}

/// A passage as a model reads it: the headings it stands under are a part of what it means.
package struct EmbeddedText: Sendable {
    package let passage: Int64
    package let text: String

    /// More headings say less of the passage than of the report.
    private static let headings = 2

    fileprivate init(_ row: Row) throws {
        passage = try row.id(0)
        let path: String? = try row.value(2)
        let headings = path?.split(separator: "\u{1F}").suffix(Self.headings) ?? []
        text = (headings.map(String.init) + [try row.value(1)]).joined(separator: " ")
    }
}

extension IndexWriter {
    /// Makes room for vectors of a model; those of another model go.
    ///
    /// - Returns: how many passages there are for a model, and how many of them have no vector yet.
    package func prepareVectors(model: String) throws(ReportError) -> (all: Int, missing: Int) {
        try changeInBatch { try VectorRows.prepare($0, model: model) }
        try commit()
        return try wrapping {
            try database.read { db in
                let count = "SELECT count(*) FROM passage \(Self.wanted)"
                let missing = try Int.fetchOne(db, sql: "\(count) \(Self.without)")
                return (try Int.fetchOne(db, sql: count) ?? 0, missing ?? 0)
            }
        }
    }

    /// The first passages without a vector, in order of the ids.
    package func textsWithoutVector(limit: Int) throws(ReportError) -> [EmbeddedText] {
        try wrapping {
            try database.read { db in
                try Row.fetchAll(
                    db,
                    sql: """
                        SELECT passage.id, text, path FROM passage
                        LEFT JOIN section ON section.id = section_id
                        \(Self.wanted) \(Self.without) ORDER BY passage.id LIMIT ?
                        """, arguments: [limit]
                ).map { try EmbeddedText($0) }
            }
        }
    }

    /// Commits vectors of passages: what a run has made, the next one need not make again.
    package func store(_ vectors: [(passage: Int64, vector: PackedVector)]) throws(ReportError) {
        try changeInBatch { db in
            let insert = try db.cachedStatement(sql: "INSERT OR REPLACE INTO vector VALUES (?, ?)")
            for row in vectors {
                try insert.execute(arguments: [row.passage, Data(row.vector.bytes)])
            }
        }
        try commit()
    }

    private static let wanted = "WHERE role IN ('body', 'heading')"
    private static let without =
        "AND NOT EXISTS (SELECT 1 FROM vector WHERE vector.passage = passage.id)"
}
