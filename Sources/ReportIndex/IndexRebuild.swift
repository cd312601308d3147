import Foundation
import GRDB
import ReportModel

/// An index made anew from the files it knows (重建索引): into a file beside it, which takes its place
/// when it is whole. Until then the old one is untouched, and readers use it; nobody else writes.
package final class IndexRebuild {
    private let path: String
    private let lock: WriterLock
    private let old: DatabaseQueue
    /// The files the old index knows, in the order they were read.
    package let files: [FileState]

    /// What people made, which no file can give back.
    private static let kept = [
        "decision", "skipped", "selection", "selection_source", "selection_passage",
    ]

    /// - Parameter waiting: as for `IndexWriter`.
    /// - Throws: `IndexError` when there is no index, or one of a newer version.
    package init(path: String, waiting: (_ holder: String) -> Bool) throws(IndexError) {
        self.path = path
        guard FileManager.default.fileExists(atPath: path) else {
            _ = try IndexDatabase.openAnyVersion(path)
            throw IndexError(.notFound, place: path, problem: wording("没有索引", "there is no index"))
        }
        lock = try WriterLock(index: path, waiting: waiting)
        old = try IndexDatabase.openAnyVersion(path)
        do {
            files = try old.read { db in
                try Row.fetchAll(
                    db, sql: "SELECT path, location FROM file ORDER BY id"
                ).map {
                    FileState(path: $0[0], location: $0[1], size: 0, modified: 0, rules: "")
                }
            }
        } catch {
            throw IndexError(place: path, cause: error)
        }
    }

    private var beside: String { path + ".rebuild" }

    /// An empty index beside the old one that holds what people made.
    package func begin() throws(IndexError) -> IndexWriter {
        try abandon()
        let writer = try IndexWriter(path: beside) { _ in false }
        do {
            try old.read { from in
                try writer.pool.write { to in
                    for table in Self.kept { try Self.copy(table, from, to) }
                }
            }
        } catch {
            throw IndexError(place: path, cause: error)
        }
        return writer
    }

    /// Copies the rows of a table that both have, in the columns both have.
    private static func copy(_ table: String, _ from: Database, _ to: Database) throws {
        guard try from.tableExists(table), try to.tableExists(table) else { return }
        let mine = Set(try from.columns(in: table).map(\.name))
        let columns = try to.columns(in: table).map(\.name).filter { mine.contains($0) }
        guard !columns.isEmpty else { return }
        let names = columns.map { "\"\($0)\"" }.joined(separator: ", ")
        let places = columns.map { _ in "?" }.joined(separator: ", ")
        let insert = try to.makeStatement(
            sql: "INSERT INTO \(table)(\(names)) VALUES (\(places))")
        let rows = try Row.fetchCursor(from, sql: "SELECT \(names) FROM \(table)")
        while let row = try rows.next() {
            try insert.execute(arguments: StatementArguments(row.databaseValues))
        }
    }

    /// Puts the new index in the place of the old one; the writer is closed.
    package func replace(with writer: IndexWriter) throws(IndexError) {
        try writer.finish()
        try writer.close()
        do {
            // The old log must not be taken for the new file's.
            old.writeWithoutTransaction { db in _ = try? db.checkpoint(.truncate) }
            try old.close()
            for suffix in ["-wal", "-shm"] { try Self.removeIfThere(path + suffix) }
            guard rename(beside, path) == 0 else {
                throw IndexError(.other, place: path, problem: String(cString: strerror(errno)))
            }
            try Self.removeIfThere(beside + ".lock")
        } catch {
            throw IndexError(place: path, cause: error)
        }
    }

    /// Removes what a rebuild left beside the index.
    package func abandon() throws(IndexError) {
        do {
            for suffix in ["", "-wal", "-shm", ".lock"] { try Self.removeIfThere(beside + suffix) }
        } catch {
            throw IndexError(.other, place: beside, problem: error.localizedDescription)
        }
    }

    private static func removeIfThere(_ path: String) throws {
        guard FileManager.default.fileExists(atPath: path) else { return }
        try FileManager.default.removeItem(atPath: path)
    }
}
