import GRDB
import GRDBSQLite
import ReportModel

/// What binds the content of each table (表的封印): the sum of the hashes of its rows stands in the table `seal`, is
/// changed in the transaction that changes the rows, and is added up again by `verify`.
///
/// Temporary triggers on a writing connection see every row that comes, changes or goes, whoever writes it; they
/// leave no trace in the file. The posting lists and FTS5's own tables have none: those are made again and compared.
/// Vectors have none either: a model makes them again from the text.
enum TableSeals {
    /// In the order of their numbers.
    static let tables = [
        "meta", "file", "label", "skipped", "source", "report", "repair", "section", "passage",
        "decision", "selection", "selection_source", "selection_passage", "shard",
    ]

    /// Follows all changes on a connection from now on. Once for a connection, outside a transaction or in one.
    static func watch(_ db: Database) throws {
        // Else a row that `INSERT OR REPLACE` puts away goes unseen.
        try db.execute(sql: "PRAGMA recursive_triggers = ON")
        let sums = SealSums()
        sums.register(in: db)
        db.add(transactionObserver: sums, extent: .databaseLifetime)
        for (number, table) in tables.enumerated() {
            let columns = try db.columns(in: table).map(\.name)
            func add(_ row: String, _ sign: Int) -> String {
                "SELECT seal_row(\(number), \(sign), "
                    + columns.map { "\(row).\"\($0)\"" }.joined(separator: ", ") + ");"
            }
            for (event, body) in [
                ("INSERT", add("new", 1)), ("DELETE", add("old", -1)),
                ("UPDATE", add("old", -1) + " " + add("new", 1)),
            ] {
                try db.execute(
                    sql: """
                        CREATE TEMP TRIGGER seal_\(table)_\(event) AFTER \(event) ON main.\(table)
                        BEGIN \(body) END
                        """)
            }
        }
    }

    /// Brings the sums in the file up to the rows, before a transaction that changed some is committed.
    static func write(_ db: Database) throws {
        let update = try db.cachedStatement(
            sql: "UPDATE seal SET sum = seal_take(?2, sum) WHERE name = ?1")
        for (number, table) in tables.enumerated() {
            try update.execute(arguments: [table, number])
        }
    }

    static func fault(_ table: String) -> String {
        wording("\(table)：有行与写入时不同", "\(table): rows differ from what was written")
    }

    /// The tables whose rows are not those that were written.
    static func broken(among names: [String] = tables, in db: Database) throws -> [String] {
        let sums = SealSums()
        sums.register(in: db)
        return try names.filter { name in
            guard let number = tables.firstIndex(of: name) else { return false }
            let columns = try db.columns(in: name).map { "\"\($0.name)\"" }
            try db.execute(
                sql:
                    "SELECT seal_row(\(number), 1, \(columns.joined(separator: ", "))) FROM \(name)"
            )
            let stored = try Int64.fetchOne(
                db, sql: "SELECT sum FROM seal WHERE name = ?", arguments: [name])
            return stored.map { UInt64(bitPattern: $0) } != sums.take(number)
        }
    }
}

/// What the rows changed since the last `TableSeals.write` come to, table by table. It belongs to one connection,
/// which calls it one at a time.
private final class SealSums: TransactionObserver {
    private var changes = [UInt64](repeating: 0, count: TableSeals.tables.count)

    func take(_ table: Int) -> UInt64 {
        guard changes.indices ~= table else { return 0 }
        defer { changes[table] = 0 }
        return changes[table]
    }

    private func add(_ hash: UInt64, _ table: Int, isGone: Bool) {
        guard changes.indices ~= table else { return }
        changes[table] = isGone ? changes[table] &- hash : changes[table] &+ hash
    }

    func observes(eventsOfKind: DatabaseEventKind) -> Bool { false }
    func databaseDidChange(with: DatabaseEvent) {}
    func databaseDidCommit(_: Database) {}
    func databaseDidRollback(_: Database) {
        changes = [UInt64](repeating: 0, count: changes.count)
    }

    /// Gives the connection `seal_row(table, sign, values…)` and `seal_take(table, sum)`. GRDB's own functions copy
    /// every value they are given.
    func register(in db: Database) {
        sqlite3_create_function_v2(
            db.sqliteConnection, "seal_row", -1, SQLITE_UTF8,
            Unmanaged.passRetained(self).toOpaque(),
            { context, count, values in
                guard let values, count >= 2, let table = values[0], let sign = values[1] else {
                    return
                }
                var hash = RowHash()
                for index in 2..<Int(count) {
                    if let value = values[index] { hash.add(argument: value) }
                }
                SealSums.of(context)?.add(
                    hash.value, Int(sqlite3_value_int64(table)),
                    isGone: sqlite3_value_int64(sign) < 0)
            }, nil, nil, SealSums.release)
        sqlite3_create_function_v2(
            db.sqliteConnection, "seal_take", 2, SQLITE_UTF8,
            Unmanaged.passRetained(self).toOpaque(),
            { context, _, values in
                guard let values, let table = values[0], let sum = values[1] else { return }
                let change = SealSums.of(context)?.take(Int(sqlite3_value_int64(table))) ?? 0
                sqlite3_result_int64(
                    context, sqlite3_value_int64(sum) &+ Int64(bitPattern: change))
            }, nil, nil, SealSums.release)
    }

    /// What SQLite calls once a function is no longer used.
    private static let release: @convention(c) (UnsafeMutableRawPointer?) -> Void = {
        if let pointer = $0 { Unmanaged<SealSums>.fromOpaque(pointer).release() }
    }

    private static func of(_ context: OpaquePointer?) -> SealSums? {
        sqlite3_user_data(context).map { Unmanaged<SealSums>.fromOpaque($0).takeUnretainedValue() }
    }
}
