import Foundation
import GRDB
import ReportModel

/// An index made anew from the files it knows (重建索引): in a temporary database, which is then copied over the old
/// one in one transaction of the same file. Until that is committed the old one is untouched, whoever is
/// killed, and readers use it; nobody else writes.
package final class IndexRebuild {
    private let path: String
    private let lock: WriterLock
    private let old: DatabaseQueue
    private let salvages: Bool
    /// The files the old index knows, in the order they were read.
    package let files: [FileState]
    /// What could not be taken from a damaged index, in words.
    package private(set) var losses: [String] = []

    /// What people made, which no file can give back.
    private static let kept = [
        "decision", "skipped", "selection", "selection_source", "selection_passage",
    ]

    /// - Parameters:
    ///   - salvages: Takes what can still be read from a damaged index; else damage is an error.
    ///   - waiting: As for `IndexWriter`.
    /// - Throws: `ReportError` when there is no index, one of a newer version, or a damaged one.
    package init(
        path: String, salvages: Bool = false, waiting: (_ holder: String) -> Bool
    ) throws(ReportError) {
        self.path = path
        self.salvages = salvages
        guard FileManager.default.fileExists(atPath: path) else {
            throw IndexConnection.missing(path)
        }
        lock = try WriterLock(index: path, waiting: waiting)
        old = try IndexConnection.anyVersion(path, salvages: salvages)
        do {
            (files, losses) = try old.writeWithoutTransaction { db in
                try Self.files(TableRows(db, salvages: salvages))
            }
        } catch {
            throw ReportError(place: path, cause: error)
        }
    }

    private static func files(_ rows: TableRows) throws -> ([FileState], [String]) {
        var files: [FileState] = []
        var known: Set<String> = []
        func add(_ path: DatabaseValue, _ location: DatabaseValue) {
            guard let path = String.fromDatabaseValue(path),
                let location = String.fromDatabaseValue(location),
                known.insert(location).inserted
            else { return }
            files.append(
                FileState(path: path, location: location, size: 0, modified: 0, rules: ""))
        }
        var isWhole = try rows.forEach("file", ["id", "path", "location"]) { add($0[1], $0[2]) }
        // The index of the locations may be sound where the table is not.
        if !isWhole { isWhole = try rows.forEach("file", ["location"]) { add($0[0], $0[0]) } }
        return (files, isWhole ? [] : [TableRows.loss("file")])
    }

    /// An empty index that holds what people made.
    package func begin() throws(ReportError) -> IndexWriter {
        do {
            let size = try old.read { db in try Int.fetchOne(db, sql: "PRAGMA page_size") }
            let writer = try IndexWriter(rebuilding: path, pageSize: size ?? 0)
            try old.writeWithoutTransaction { from in
                let rows = TableRows(from, salvages: salvages)
                let broken = try brokenSeals(from)
                try writer.database.change { to in
                    for table in Self.kept {
                        if try !copy(table, rows, to) { losses.append(TableRows.loss(table)) }
                    }
                }
                losses += broken.map(TableSeals.fault)
            }
            return writer
        } catch {
            throw ReportError(place: path, cause: error)
        }
    }

    /// Tables of what people made whose rows are not those that were written: their rows are kept, but told.
    ///
    /// - Throws: that the index is damaged, unless this salvages.
    private func brokenSeals(_ db: Database) throws -> [String] {
        do {
            let version = try Int.fetchOne(db, sql: "PRAGMA user_version")
            guard version == Schema.version, try db.tableExists("seal") else { return [] }
            let broken = try TableSeals.broken(among: Self.kept, in: db)
            guard let first = broken.first, !salvages else { return broken }
            throw DatabaseError(
                resultCode: .SQLITE_CORRUPT, message: TableSeals.fault(first))
        } catch let error as DatabaseError where salvages && error.isDamage {
            // Told as rows that cannot be read.
            return []
        }
    }

    /// Copies the rows of a table that both have, in the columns both have.
    ///
    /// - Returns: whether all rows were read.
    private func copy(_ table: String, _ rows: TableRows, _ to: Database) throws -> Bool {
        guard try rows.db.tableExists(table) else { return true }
        let mine = Set(try rows.db.columns(in: table).map(\.name))
        let columns = try to.columns(in: table).map(\.name).filter { mine.contains($0) }
        guard !columns.isEmpty else { return true }
        let insert = try to.makeStatement(
            sql: """
                INSERT \(salvages ? "OR IGNORE" : "") INTO \(table)(\(columns.joined(separator: ", ")))
                VALUES (\(columns.map { _ in "?" }.joined(separator: ", ")))
                """)
        return try rows.forEach(table, columns) {
            try insert.execute(arguments: StatementArguments($0))
        }
    }

    /// Puts the new index in the place of the old one: every page, in one transaction.
    package func replace(with writer: IndexWriter) throws(ReportError) {
        try writer.finish()
        do {
            try old.writeWithoutTransaction { to in
                try writer.database.read { from in try from.backup(to: to) }
            }
            try old.emptyLog()
            try old.close()
        } catch {
            throw ReportError(place: path, cause: error)
        }
    }
}
