import GRDB
import ReportModel

/// The rows of a table, whose types are looked at; of a damaged one those that can still be read (读取表的行).
struct TableRows {
    let db: Database
    /// Whether rows that cannot be read are left out; else they are an error.
    let salvages: Bool

    init(_ db: Database, salvages: Bool) {
        self.db = db
        self.salvages = salvages
    }

    /// Calls `body` with the values of rows in the columns. Where reading from the front breaks off, the
    /// rest is read from the end: a row may then come twice.
    ///
    /// - Returns: whether all rows were read.
    func forEach(
        _ table: String, _ columns: [String], _ body: ([DatabaseValue]) throws -> Void
    ) throws -> Bool {
        let types = try Dictionary(
            uniqueKeysWithValues: db.columns(in: table).map { ($0.name, $0) })
        let expected = columns.map { types[$0] }
        var isWhole = true
        func read(_ order: String) throws {
            let rows = try Row.fetchCursor(
                db,
                sql: "SELECT \(columns.joined(separator: ", ")) FROM \(table) ORDER BY \(order)")
            while let row = try rows.next() {
                let values = Array(row.databaseValues)
                guard zip(values, expected).allSatisfy({ Self.fits($0, $1) }) else {
                    if !salvages {
                        throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: table)
                    }
                    isWhole = false
                    continue
                }
                try body(values)
            }
        }
        let key = try columns.count == 1 ? columns : db.primaryKey(table).columns
        for (number, direction) in ["", " DESC"].enumerated() {
            do {
                try read(key.map { $0 + direction }.joined(separator: ", "))
                if number == 0 { return isWhole }
            } catch let error as DatabaseError where salvages && error.isDamage {
                isWhole = false
            }
        }
        return false
    }

    private static func fits(_ value: DatabaseValue, _ column: ColumnInfo?) -> Bool {
        guard let column else { return true }
        switch value.storage {
        case .null: return !column.isNotNull
        case .int64: return column.type == "INTEGER"
        case .double: return false
        case .string: return column.type == "TEXT"
        case .blob: return column.type == "BLOB"
        }
    }

    static func loss(_ table: String) -> String {
        wording("表 \(table) 有读不出的行", "table \(table): some rows cannot be read")
    }
}

extension DatabaseError {
    /// Whether the file contradicts itself.
    var isDamage: Bool {
        [.SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_IOERR].contains(resultCode)
    }
}
