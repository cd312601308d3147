import GRDB
import ReportModel

/// Writes an index, a batch a transaction (写入器): what is committed survives anything, and the next
/// run completes it.
package final class IndexWriter {
    package let path: String
    let pool: DatabasePool
    private let lock: WriterLock
    private var isBulk = false
    /// Passages written by this writer.
    private var written = 0

    /// Paragraphs after which a batch is worth committing.
    package static let batch = ShardBuilder.capacity
    /// Bytes FTS5 gathers in memory before it writes, when much is to come.
    private static let bulkHashSize = 48 << 20

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
        isBulk = true
        try configure(["hashsize": Self.bulkHashSize, "automerge": 0])
    }

    /// Puts files in the place of what the index held for them, and drops others by their locations, in
    /// one transaction.
    package func write(_ files: [PreparedFile], removing gone: [String] = []) throws(IndexError) {
        try wrapping {
            try pool.write { db in
                let rows = try SourceRows(db)
                let shards = ShardRows(db: db)
                var removed: [Int64] = []
                for location in gone + files.map(\.state.location) {
                    removed += try rows.remove(location: location)
                }
                let start = try Self.nextPassage(db)
                try shards.renew(holding: removed)
                try Self.insert(files, from: start, rows: rows, shards: shards)
            }
        }
        written += files.reduce(0) { $0 + $1.passageCount }
    }

    private static func insert(
        _ files: [PreparedFile], from start: Int64, rows: SourceRows, shards: ShardRows
    ) throws {
        guard files.contains(where: { $0.passageCount > 0 }) else {
            var next = start
            for file in files { try rows.insert(file, next: &next) { _, _, _ in } }
            return
        }
        var next = start
        var (builder, first) = try shards.reopenLast(next: start)
        var finished: [(ShardBuilder, Int64)] = []
        for file in files {
            try rows.insert(file, next: &next) { report, paragraph, passage in
                if builder.count == ShardBuilder.capacity * 3 / 2 {
                    finished.append((builder, first))
                    first += Int64(builder.count)
                    builder = ShardBuilder()
                }
                builder.append(
                    passage.terms, report: report, year: paragraph.concernsYear,
                    topics: paragraph.topics, role: paragraph.role, kind: paragraph.kind)
            }
        }
        for (builder, first) in finished { try shards.write(builder, first: first) }
        if builder.count > 0 { try shards.write(builder, first: first) }
    }

    private static func nextPassage(_ db: Database) throws -> Int64 {
        try Int64.fetchOne(db, sql: "SELECT max(first + count) FROM shard") ?? 1
    }

    /// Notes which files this run could not read, in place of the last run's.
    package func note(skipped: [(path: String, problem: String, advice: String?)])
        throws(IndexError)
    {
        try wrapping {
            try pool.write { db in
                try db.execute(sql: "DELETE FROM skipped")
                for item in skipped {
                    try db.execute(
                        sql: "INSERT OR REPLACE INTO skipped VALUES (?, ?, ?)",
                        arguments: [item.path, item.problem, item.advice])
                }
            }
        }
    }

    /// A file that changed its date but not its content is known under the new date.
    package func touch(_ states: [FileState]) throws(IndexError) {
        guard !states.isEmpty else { return }
        try wrapping {
            try pool.write { db in
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
        if isBulk {
            if written > 0 {
                try wrapping {
                    try pool.write { db in
                        try db.execute(
                            sql: "INSERT INTO passage_text(passage_text) VALUES ('optimize')")
                    }
                }
            }
            try configure(["hashsize": 1 << 20, "automerge": 4])
        }
        try wrapping {
            try pool.writeWithoutTransaction { db in _ = try db.checkpoint(.truncate) }
        }
    }

    private func configure(_ settings: [String: Int]) throws(IndexError) {
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
