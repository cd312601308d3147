import GRDB

/// What an index holds, in short (索引版本): two hashes that change when its content or its row ids do.
package struct IndexStamp: Sendable, Hashable {
    /// Of the files, their hashes, the rules they were read with and the decisions of people: indexes
    /// of the same reports by the same program have the same one.
    package let content: String
    /// Of where each report's passages stand: while it stays, row ids mean the same passages.
    package let places: String

    /// O(files + reports).
    init(_ db: Database) throws {
        var bytes: [UInt8] = []
        try Self.append("SELECT path, hash, rules FROM file ORDER BY path, hash", db, to: &bytes)
        try Self.append(
            "SELECT path, first_line, line, field, value FROM decision ORDER BY 1, 2, 3, 4", db,
            to: &bytes)
        content = ContentHash.of(bytes)
        try Self.append(
            """
            SELECT path, first_line, first_passage, passage_count
            FROM report JOIN source ON source.id = source_id ORDER BY report.id
            """, db, to: &bytes)
        places = ContentHash.of(bytes)
    }

    private static func append(_ sql: String, _ db: Database, to bytes: inout [UInt8]) throws {
        let rows = try Row.fetchCursor(db, sql: sql)
        while let row = try rows.next() {
            for value in row.databaseValues {
                bytes +=
                    (String.fromDatabaseValue(value) ?? Int64.fromDatabaseValue(value)?.description
                    ?? "")
                    .utf8
                bytes.append(0)
            }
        }
    }
}
