import GRDB
import ReportModel
import Synchronization

/// Writes an index, many files a transaction (写入器): what is committed survives anything, and
/// the next run completes it.
package final class IndexWriter: Sendable {
    package let path: String
    let pool: DatabasePool
    private let lock: WriterLock
    private let state = Mutex(State())

    private struct State {
        var isBulk = false
        /// Whether passages came since the exact index was last merged.
        var hasWritten = false
        var batch: WritingBatch?
        var lastCommit = ContinuousClock.now
    }

    /// Bytes FTS5 gathers in memory before it writes, when much is to come.
    private static let bulkHashSize = 96 << 20
    /// What a kill may cost. Every commit leaves FTS5 a segment that must be merged in the end.
    private static let longestTransaction = Duration.seconds(30)

    /// Opens or makes the index and becomes its only writer.
    ///
    /// - Parameter waiting: called with the holder's name when another process writes; return `true` to
    ///   wait for it.
    /// - Throws: `IndexError` when the index cannot be written, is foreign or of another version.
    package init(path: String, waiting: (_ holder: String) -> Bool) throws(IndexError) {
        self.path = path
        lock = try WriterLock(index: path, waiting: waiting)
        pool = try IndexDatabase.openForWriting(path)
    }

    /// The files the index knows, by location.
    package func knownFiles() throws(IndexError) -> [String: FileState] {
        try wrapping {
            try pool.read { db in
                var known: [String: FileState] = [:]
                let rows = try Row.fetchCursor(
                    db, sql: "SELECT path, location, size, modified, hash, rules FROM file")
                while let row = try rows.next() {
                    known[row[1]] = FileState(
                        path: row[0], location: row[1], size: row[2], modified: row[3],
                        hash: row[4], rules: row[5])
                }
                return known
            }
        }
    }

    /// Prepares FTS5 for many passages: larger memory, no merging until `finish`.
    package func expectMany() throws(IndexError) {
        try configure(["hashsize": Self.bulkHashSize, "automerge": 0])
        state.withLock { $0.isBulk = true }
    }

    /// Puts files in the place of what the index held for them. They are committed once thirty seconds have
    /// passed, and by every other call that writes. What an error interrupts is taken back up to the last
    /// commit.
    package func append(_ files: [PreparedFile]) throws(IndexError) {
        guard !files.isEmpty else { return }
        try change { state, db in
            let rows = try SourceRows(db)
            let shards = ShardRows(db: db)
            // All that goes before all that comes: FTS5 writes out what it has gathered whenever a row
            // comes before the last one.
            var batch = try Self.begin(&state, db)
            try batch.remove(files.map(\.state.location), rows: rows)
            for file in files {
                try batch.insert(file, rows: rows, shards: shards)
                try batch.writeFullShard(shards)
            }
            state.batch = batch
            state.hasWritten = true
            // Not before all of them are there: what went must not be missing after a kill.
            if state.lastCommit.duration(to: .now) > Self.longestTransaction {
                try Self.commit(&state, db)
            }
        }
    }

    /// Drops files by their locations.
    package func remove(_ locations: [String]) throws(IndexError) {
        try change { state, db in
            var batch = try Self.begin(&state, db)
            try batch.remove(locations, rows: try SourceRows(db))
            state.batch = batch
            try Self.commit(&state, db)
        }
    }

    /// Commits what was appended.
    package func commit() throws(IndexError) {
        try change { state, db in try Self.commit(&state, db) }
    }

    private func change(_ body: (inout State, Database) throws -> Void) throws(IndexError) {
        try wrapping {
            try state.withLock { state in
                try pool.writeWithoutTransaction { db in
                    do {
                        try body(&state, db)
                    } catch {
                        state.batch = nil
                        if db.isInsideTransaction { try? db.rollback() }
                        throw error
                    }
                }
            }
        }
    }

    /// The open batch, taken out of the state so that it is changed in place, or a new one.
    private static func begin(_ state: inout State, _ db: Database) throws -> WritingBatch {
        if let batch = state.batch.take() { return batch }
        try db.beginTransaction(.immediate)
        return try WritingBatch(db)
    }

    private static func commit(_ state: inout State, _ db: Database) throws {
        guard var batch = state.batch.take() else { return }
        try batch.finish(ShardRows(db: db))
        try IndexState.advance(db)
        try db.commit()
        state.lastCommit = .now
    }

    /// Notes which files this run could not read, in place of the last run's.
    package func note(skipped: [SkippedFile]) throws(IndexError) {
        try commit()
        try wrapping {
            try pool.change { db in
                try db.execute(sql: "DELETE FROM skipped")
                for item in skipped {
                    try db.execute(
                        sql: "INSERT OR REPLACE INTO skipped VALUES (?, ?)",
                        arguments: [item.path, JSONText.encode(item.refusal)])
                }
            }
        }
    }

    /// A file that changed its date but not its content is known under the new date.
    package func touch(_ states: [FileState]) throws(IndexError) {
        try commit()
        guard !states.isEmpty else { return }
        try wrapping {
            try pool.change { db in
                for state in states {
                    try db.execute(
                        sql: "UPDATE file SET size = ?, modified = ? WHERE location = ?",
                        arguments: [state.size, state.modified, state.location])
                }
            }
        }
    }

    /// Ends a run: merges the exact index when much was written and empties the write-ahead log.
    package func finish() throws(IndexError) {
        try commit()
        let (isBulk, hasWritten) = state.withLock { ($0.isBulk, $0.hasWritten) }
        if isBulk {
            if hasWritten {
                try wrapping {
                    try pool.write { db in
                        try db.execute(
                            sql: "INSERT INTO passage_text(passage_text) VALUES ('optimize')")
                    }
                }
            }
            try configure(["hashsize": 1 << 20, "automerge": 4])
        }
        try wrapping { try pool.emptyLog() }
    }

    private func configure(_ settings: [String: Int]) throws(IndexError) {
        try commit()
        try wrapping {
            try pool.write { db in
                for (name, value) in settings {
                    try db.execute(
                        sql: "INSERT INTO passage_text(passage_text, rank) VALUES (?, ?)",
                        arguments: [name, value])
                }
            }
        }
    }

    /// Ends all use of the index's file.
    package func close() throws(IndexError) {
        try wrapping { try pool.close() }
    }

    func wrapping<Value>(_ body: () throws -> Value) throws(IndexError) -> Value {
        do {
            return try body()
        } catch {
            throw IndexError(place: path, cause: error)
        }
    }
}

extension DatabasePool {
    /// One transaction that changes what readers see. Every write goes through here, or says so itself with
    /// `IndexState.advance`.
    func change<Value>(_ body: (Database) throws -> Value) throws -> Value {
        try write { db in
            let value = try body(db)
            try IndexState.advance(db)
            return value
        }
    }

    /// Empties the write-ahead log, unless a reader still needs it: what is committed is safe either way.
    func emptyLog() throws {
        try writeWithoutTransaction { db in
            let patience = try Int.fetchOne(db, sql: "PRAGMA busy_timeout") ?? 0
            try db.execute(sql: "PRAGMA busy_timeout = 0")
            defer { try? db.execute(sql: "PRAGMA busy_timeout = \(patience)") }
            do {
                _ = try db.checkpoint(.truncate)
            } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {}
        }
    }
}
