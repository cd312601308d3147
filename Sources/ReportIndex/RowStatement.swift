import GRDB
import GRDBSQLite

/// An insertion run over and over (逐行写入): values are bound one after the other, from the first column to
/// the last. GRDB boxes every argument and copies it several times, which for a passage costs twice what
/// SQLite needs to store it.
struct RowStatement: ~Copyable {
    /// Owns the handle; the database caches it.
    private let statement: Statement
    private var column: CInt = 0
    /// Tells SQLite to copy what it is given: `SQLITE_TRANSIENT`, a cast that C's header makes and Swift
    /// does not import.
    private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

    init(_ db: Database, sql: String) throws {
        statement = try db.cachedStatement(sql: sql)
    }

    mutating func bind(_ value: Int64) {
        column += 1
        sqlite3_bind_int64(statement.sqliteStatement, column, value)
    }

    mutating func bind(_ value: Int?) {
        if let value { bind(Int64(value)) } else { column += 1 }
    }

    mutating func bind(_ value: String?) {
        column += 1
        guard let value else { return }
        let length = CInt(value.utf8.count)
        sqlite3_bind_text(statement.sqliteStatement, column, value, length, Self.copied)
    }

    mutating func bind(_ value: [UInt8]?) {
        column += 1
        guard let value else { return }
        // An empty array may have no address, which would bind NULL.
        if value.isEmpty {
            sqlite3_bind_zeroblob(statement.sqliteStatement, column, 0)
        } else {
            sqlite3_bind_blob(
                statement.sqliteStatement, column, value, CInt(value.count), Self.copied)
        }
    }

    /// Inserts the row; what was not bound is `NULL`.
    mutating func run() throws {
        let handle = statement.sqliteStatement
        let status = sqlite3_step(handle)
        sqlite3_reset(handle)
        sqlite3_clear_bindings(handle)
        column = 0
        guard status == SQLITE_DONE else {
            let message = sqlite3_errmsg(sqlite3_db_handle(handle)).map { String(cString: $0) }
            throw DatabaseError(resultCode: ResultCode(rawValue: status), message: message)
        }
    }
}
