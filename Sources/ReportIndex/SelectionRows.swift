import Foundation
import GRDB
import ReportModel

/// Writes and removes frozen selections (选集的行), each in one transaction under the writer's lock.
package final class SelectionWriter {
    private let path: String
    private let pool: DatabasePool
    private let lock: WriterLock

    /// - Parameter waiting: as for `IndexWriter`.
    /// - Throws: `ReportError` when there is no index there or it cannot be written.
    package init(path: String, waiting: (_ holder: String) -> Bool) throws(ReportError) {
        guard FileManager.default.fileExists(atPath: path) else {
            throw ReportError(
                .notFound,
                place: path, problem: wording("没有索引", "there is no index"),
                advice: wording("先运行 zongjie ingest 目录", "run zongjie ingest FOLDER first"))
        }
        self.path = path
        lock = try WriterLock(index: path, waiting: waiting)
        pool = try IndexConnection.writing(path)
    }

    /// The index as it is now. It stays so as long as this writer lives: nobody else can commit.
    ///
    /// - Parameter limit: What a choice may take, since it holds other writers up.
    package func reading(within limit: Duration) throws(ReportError) -> IndexReading {
        try IndexDatabase.open(path).reading(within: limit)
    }

    /// Puts a selection in the place of one of the same name, if there is one.
    package func write(_ selection: FrozenSelection) throws(ReportError) {
        do {
            try pool.change { db in
                try Self.remove(selection.name, db)
                try Self.insert(selection, db)
            }
            try pool.emptyLog()
        } catch {
            throw ReportError(place: path, cause: error)
        }
    }

    /// - Returns: whether there was a selection of that name.
    package func remove(_ name: String) throws(ReportError) -> Bool {
        do {
            return try pool.change { db in try Self.remove(name, db) }
        } catch {
            throw ReportError(place: path, cause: error)
        }
    }

    private static func insert(_ selection: FrozenSelection, _ db: Database) throws {
        try db.execute(
            sql: """
                INSERT INTO selection(name, made, definition, counts, tool, content, places)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                selection.name, selection.made, selection.definition, selection.counts,
                selection.tool, selection.content, selection.places,
            ])
        let id = db.lastInsertedRowID
        let source = try db.cachedStatement(
            sql: "INSERT INTO selection_source VALUES (?, ?, ?, ?)")
        let row = try db.cachedStatement(
            sql: "INSERT INTO selection_passage VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
        var sources: [String: Int] = [:]
        for (position, passage) in selection.passages.enumerated() {
            let key = passage.path + "\0" + passage.sourceHash
            let number = sources[key] ?? sources.count
            if sources[key] == nil {
                sources[key] = number
                try source.execute(arguments: [id, number, passage.path, passage.sourceHash])
            }
            try row.execute(arguments: [
                id, position, number, passage.line, passage.textHash, passage.tagHash,
                passage.copies, passage.passage,
            ])
        }
    }

    @discardableResult
    private static func remove(_ name: String, _ db: Database) throws -> Bool {
        guard
            let id = try Int64.fetchOne(
                db, sql: "SELECT id FROM selection WHERE name = ?", arguments: [name])
        else { return false }
        for table in ["selection_passage", "selection_source"] {
            try db.execute(sql: "DELETE FROM \(table) WHERE selection_id = ?", arguments: [id])
        }
        try db.execute(sql: "DELETE FROM selection WHERE id = ?", arguments: [id])
        return true
    }
}
