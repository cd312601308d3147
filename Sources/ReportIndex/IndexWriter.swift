import GRDB
import ReportModel
import Synchronization

/// Writes an index, many files a transaction (写入器): what is committed survives anything, and
/// the next run completes it.
package final class IndexWriter: Sendable {
    package let path: String
    let database: any DatabaseWriter
    /// `nil` for a database that nobody else can reach.
    private let lock: WriterLock?
    private let state = Mutex(State())

    private struct State {
        var isBulk = false
        /// Whether what is open must become visible all at once.
        var isIndivisible = false
        /// Whether passages came since the exact index was last merged.
        var hasWritten = false
        var batch: WritingBatch?
        var lastCommit = ContinuousClock.now
    }

    /// What a kill may cost. Every commit leaves FTS5 a segment that must be merged in the end.
    private static let longestTransaction = Duration.seconds(30)

    /// Opens or makes the index and becomes its only writer.
    ///
    /// - Parameter waiting: called with the holder's name when another process writes; return `true` to
    ///   wait for it.
    /// - Throws: `ReportError` when the index cannot be written, is foreign or of another version.
    package init(path: String, waiting: (_ holder: String) -> Bool) throws(ReportError) {
        self.path = path
        lock = try WriterLock(index: path, waiting: waiting)
        database = try IndexConnection.writing(path)
    }

    /// An index in a temporary database, which `IndexRebuild` puts in the place of the one at `path`.
    init(rebuilding path: String, pageSize: Int) throws(ReportError) {
        self.path = path
        lock = nil
        do {
            let temporary = try IndexConnection.temporary(pageSize: pageSize)
            try temporary.write { db in try Schema.create(in: db) }
            database = temporary
        } catch {
            throw ReportError(place: path, cause: error)
        }
    }

    /// The files the index knows, by location.
    package func knownFiles() throws(ReportError) -> [String: FileState] {
        try wrapping {
            try database.read { db in
                var known: [String: FileState] = [:]
                let rows = try Row.fetchCursor(
                    db, sql: "SELECT path, location, size, modified, hash, rules FROM file")
                while let row = try rows.next() {
                    known[try row.value(1)] = FileState(
                        path: try row.value(0), location: try row.value(1), size: try row.value(2),
                        modified: try row.value(3),
                        hash: try row.value(4), rules: try row.value(5))
                }
                return known
            }
        }
    }

    /// Prepares FTS5 for many passages: larger memory, no merging until `finish`.
    package func expectMany() {
        state.withLock { if $0.batch == nil { $0.isBulk = true } }
    }

    /// What follows up to the next `commit` becomes visible all at once, however long it takes.
    func holdTogether() { state.withLock { $0.isIndivisible = true } }

    /// Puts files in the place of what the index held for them. They are committed once thirty seconds have
    /// passed, and by every other call that writes. What an error interrupts is taken back up to the last
    /// commit.
    package func append(_ files: [PreparedFile]) throws(ReportError) {
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
            if !state.isIndivisible, state.lastCommit.duration(to: .now) > Self.longestTransaction {
                try Self.commit(&state, db)
            }
        }
    }

    /// Drops files by their locations.
    package func remove(_ locations: [String]) throws(ReportError) {
        try change { state, db in
            var batch = try Self.begin(&state, db)
            try batch.remove(locations, rows: try SourceRows(db))
            state.batch = batch
            try Self.commit(&state, db)
        }
    }

    /// Commits what was appended.
    package func commit() throws(ReportError) {
        try change { state, db in try Self.commit(&state, db) }
    }

    /// Changes rows in the open batch, to be committed with it.
    func changeInBatch(_ body: (Database) throws -> Void) throws(ReportError) {
        try change { state, db in
            var batch = try Self.begin(&state, db)
            try batch.writeTexts(db)
            try body(db)
            state.batch = batch
        }
    }

    private func change(_ body: (inout State, Database) throws -> Void) throws(ReportError) {
        try wrapping {
            try state.withLock { state in
                try database.writeWithoutTransaction { db in
                    do {
                        try body(&state, db)
                    } catch {
                        state.batch = nil
                        state.isIndivisible = false
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
        try (state.isBulk ? MergeSettings.bulk : .usual).apply(db)
        return try WritingBatch(db)
    }

    private static func commit(_ state: inout State, _ db: Database) throws {
        state.isIndivisible = false
        guard var batch = state.batch.take() else { return }
        try batch.finish(ShardRows(db: db))
        // No committed state has other settings, whoever is killed.
        try MergeSettings.usual.apply(db)
        try IndexState.advance(db)
        try db.commit()
        state.lastCommit = .now
    }

    /// Notes which files this run could not read, in place of the last run's.
    package func note(skipped: [SkippedFile]) throws(ReportError) {
        try commit()
        try wrapping {
            try database.change { db in
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
    package func touch(_ states: [FileState]) throws(ReportError) {
        try commit()
        guard !states.isEmpty else { return }
        try wrapping {
            try database.change { db in
                for state in states {
                    try db.execute(
                        sql: "UPDATE file SET size = ?, modified = ? WHERE location = ?",
                        arguments: [state.size, state.modified, state.location])
                }
            }
        }
    }

    /// Ends a run: merges the exact index when much was written and empties the write-ahead log.
    package func finish() throws(ReportError) {
        try commit()
        let (isBulk, hasWritten) = state.withLock { ($0.isBulk, $0.hasWritten) }
        if isBulk, hasWritten { try wrapping { try database.mergeExactIndex() } }
        try wrapping { try database.emptyLog() }
    }

    /// Merges the exact index and gives the pages back that nothing stands in (压缩).
    ///
    /// - Returns: the bytes of the database before and after.
    package func pack() throws(ReportError) -> (before: Int, after: Int) {
        try commit()
        return try wrapping {
            let before = try database.read { try Self.size($0) }
            try database.mergeExactIndex()
            try database.vacuum()
            try database.emptyLog()
            return (before, try database.read { try Self.size($0) })
        }
    }

    private static func size(_ db: Database) throws -> Int {
        let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
        return try pages * (Int.fetchOne(db, sql: "PRAGMA page_size") ?? 0)
    }

    /// Ends all use of the index's file.
    package func close() throws(ReportError) {
        try wrapping { try database.close() }
    }

    func wrapping<Value>(_ body: () throws -> Value) throws(ReportError) -> Value {
        do {
            return try body()
        } catch {
            throw ReportError(place: path, cause: error)
        }
    }
}

extension DatabaseWriter {
    /// One transaction that changes what readers see. Every write goes through here, or says so itself with
    /// `IndexState.advance`.
    func change<Value>(_ body: (Database) throws -> Value) throws -> Value {
        try write { db in
            let value = try body(db)
            try IndexState.advance(db)
            return value
        }
    }

    func mergeExactIndex() throws {
        try write { db in
            try db.execute(sql: "INSERT INTO passage_text(passage_text) VALUES ('optimize')")
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
