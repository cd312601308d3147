import Foundation
import GRDB

/// Values of rows, looked at before they are used (行的取值): a file may be damaged, or somebody else's. GRDB's own
/// subscripts end the program, or take text for zero.
extension Row {
    /// The value in a column.
    ///
    /// - Throws: `DatabaseError` that says that the file is damaged, when the value has another type.
    func value<Value: DatabaseValueConvertible>(
        _ column: Int, as type: Value.Type = Value.self
    ) throws -> Value {
        guard let value = Value.fromDatabaseValue(self[column] as DatabaseValue) else {
            throw damaged(column)
        }
        return value
    }

    func value<Value: DatabaseValueConvertible>(_ name: String) throws -> Value {
        guard let value = Value.fromDatabaseValue((self[name] as DatabaseValue?) ?? .null) else {
            throw Self.damaged(name)
        }
        return value
    }

    /// A count, a line or a place: not below zero, and small enough to be added to others.
    func count(_ column: Int) throws -> Int {
        try checked(column, 0...Int(Int32.max))
    }

    /// A row id, or the number of passages from one to another.
    func id(_ column: Int) throws -> Int64 {
        Int64(try checked(column, 0...1 << 40))
    }

    /// The place of something in bytes, a size or a level; `nil` for none.
    func optionalCount(_ column: Int) throws -> Int? {
        hasNull(atIndex: column) ? nil : try count(column)
    }

    func year(_ column: Int) throws -> Int? {
        hasNull(atIndex: column) ? nil : try checked(column, TableVerification.years)
    }

    private func checked(_ column: Int, _ range: ClosedRange<Int>) throws -> Int {
        let value: Int = try value(column)
        guard range.contains(value) else {
            throw damaged(column)
        }
        return value
    }

    /// One of a set of names.
    func named<Value: RawRepresentable<String>>(_ column: Int) throws -> Value {
        guard let value = Value(rawValue: try value(column)) else {
            throw damaged(column)
        }
        return value
    }

    /// A blob; `nil` for none.
    func bytes(_ column: Int) throws -> [UInt8]? {
        let data: Data? = try value(column)
        return data.map { [UInt8]($0) }
    }

    /// The word breaks of a text, a bit a scalar: a scalar has one to four bytes.
    func breaks(_ column: Int, of text: String) throws -> [UInt8] {
        let bytes = try bytes(column) ?? []
        let length = text.utf8.count
        guard (length + 31) / 32...(length + 7) / 8 ~= bytes.count else { throw damaged(column) }
        return bytes
    }

    /// What coded bytes say; `nil` is no answer.
    func decoded<Value>(_ column: Int, _ value: Value?) throws -> Value {
        guard let value else { throw damaged(column) }
        return value
    }

    private func damaged(_ column: Int) -> DatabaseError {
        Self.damaged(Array(columnNames)[column])
    }

    private static func damaged(_ column: String) -> DatabaseError {
        DatabaseError(
            resultCode: .SQLITE_CORRUPT, message: "\(column): a value of a wrong type or range")
    }
}
