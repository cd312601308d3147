import GRDBSQLite

/// What the values of a row come to in 64 bits (行的指纹): for each value its type and its bytes, eight a step, as in
/// `ContentHash`. Each step is a bijection, so that no change of a single word goes unseen; it is no defence against
/// forgery.
struct RowHash {
    private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

    private mutating func add(_ word: UInt64) {
        value = (value ^ word) &* 0x0000_0100_0000_01b3
        value ^= value >> 29
    }

    private mutating func add(_ bytes: UnsafeRawBufferPointer) {
        var position = 0
        while position + 8 <= bytes.count {
            add(
                UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self))
            )
            position += 8
        }
        var last: UInt64 = 0
        for (shift, byte) in bytes[position...].enumerated() {
            last |= UInt64(byte) << UInt64(shift * 8)
        }
        if position < bytes.count { add(last) }
    }

    /// Adds an argument of a function that SQLite calls; its bytes are read where they stand.
    mutating func add(argument: OpaquePointer) {
        let type = sqlite3_value_type(argument)
        switch type {
        case SQLITE_INTEGER:
            add(UInt64(type))
            add(UInt64(bitPattern: sqlite3_value_int64(argument)))
        case SQLITE_FLOAT:
            add(UInt64(type))
            add(sqlite3_value_double(argument).bitPattern)
        case SQLITE_TEXT, SQLITE_BLOB:
            // Text is UTF-8 already, and its bytes are its blob.
            let start = sqlite3_value_blob(argument)
            let count = Int(sqlite3_value_bytes(argument))
            add(UInt64(type) | UInt64(count) << 8)
            add(UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : count))
        default:
            add(UInt64(type))
        }
    }
}
