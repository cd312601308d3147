import GRDB
import ReportModel

/// One state of an index, to be read (读取): every answer taken from one reading agrees with every other,
/// whatever a writer commits meanwhile. A reading holds one connection and one read transaction from its
/// making to its end; it may be used from any thread, one at a time.
package final class IndexReading: Sendable {
    package let database: IndexDatabase
    /// Which state it is: equal for readings between which nothing was committed.
    package let state: IndexState
    private let connection: DatabaseQueue
    private let deadline: Deadline?

    /// - Throws: `ReportError`.
    init(
        _ database: IndexDatabase, _ connection: DatabaseQueue, within limit: Duration?
    ) throws(ReportError) {
        self.database = database
        self.connection = connection
        do {
            state = try connection.unsafeReentrantRead { db in
                try db.beginTransaction(.deferred)
                return try IndexState(db)
            }
        } catch {
            throw ReportError(place: database.path, cause: error)
        }
        deadline = limit.map { Deadline(limit: $0, connection: connection) }
    }

    deinit {
        deadline?.cancel()
        let isEnded: ()? = try? connection.unsafeReentrantRead { db in
            if db.isInsideTransaction { try db.rollback() }
        }
        if isEnded != nil { database.takeBack(connection) }
    }

    /// Another reading of the same state, for another thread; `nil` when a writer has committed since: the
    /// state can then be read through this reading only.
    package func twin() throws(ReportError) -> IndexReading? {
        let other = try database.reading()
        return other.state == state ? other : nil
    }

    /// Runs `body` on the connection. Calls may be nested on one thread.
    ///
    /// - Throws: `ReportError` with what SQLite said, or when the time for the question is over.
    func read<Value>(_ body: (Database) throws -> Value) throws(ReportError) -> Value {
        try checkDeadline()
        do {
            let value = try connection.unsafeReentrantRead(body)
            try database.checkUnchanged()
            return value
        } catch {
            try checkDeadline()
            try database.checkUnchanged()
            throw ReportError(place: database.path, cause: error)
        }
    }

    /// For work between two reads that may take long.
    ///
    /// - Throws: `ReportError` when the time for the question is over.
    package func checkDeadline() throws(ReportError) {
        guard let deadline, deadline.isOver else { return }
        throw deadline.error
    }
}

/// Which state of which index: changes with every commit, and is another one in a rebuilt file (索引状态).
package struct IndexState: Sendable, Hashable {
    private let identity: String
    private let commits: Int

    init(_ db: Database) throws {
        var values: [String: String] = [:]
        let rows = try Row.fetchCursor(
            db.cachedStatement(
                sql: "SELECT key, value FROM meta WHERE key IN ('identity', 'commits')"))
        while let row = try rows.next() { values[try row.value(0)] = try row.value(1) }
        identity = values["identity"] ?? ""
        commits = values["commits"].flatMap { Int($0) } ?? 0
    }

    /// Notes in a transaction that it changes what readers see, and what the rows now come to.
    static func advance(_ db: Database) throws {
        try db.cachedStatement(
            sql: """
                INSERT INTO meta VALUES ('commits', 1)
                ON CONFLICT(key) DO UPDATE SET value = value + 1
                """
        ).execute()
        try TableSeals.write(db)
    }
}
