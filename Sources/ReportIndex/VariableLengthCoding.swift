/// Small numbers in few bytes: seven bits a byte, the high bit says that more follow (LEB128).
package struct ByteWriter: Sendable {
    package private(set) var bytes: [UInt8] = []

    package init() {}

    @inline(__always)
    package mutating func append(_ value: UInt64) {
        var rest = value
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: rest))
    }

    /// Appends many numbers, with one look at the array's room.
    @inline(__always)
    mutating func append(numbers count: Int, _ number: (Int) -> UInt64) {
        let longest = 10
        bytes.append(addingCapacity: count * longest) { span in
            for index in 0..<count {
                var rest = number(index)
                while rest >= 0x80 {
                    span.append(UInt8(truncatingIfNeeded: rest) | 0x80)
                    rest >>= 7
                }
                span.append(UInt8(truncatingIfNeeded: rest))
            }
        }
    }

    @inline(__always)
    package mutating func append(_ value: Int) {
        append(UInt64(max(0, value)))
    }

    /// The text's length in bytes, then its UTF-8.
    package mutating func append(_ text: String) {
        append(text.utf8.count)
        bytes.append(contentsOf: text.utf8)
    }

    package mutating func append(contentsOf other: [UInt8]) {
        bytes.append(contentsOf: other)
    }

    package mutating func append(byte: UInt8) {
        bytes.append(byte)
    }

    package mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
    }
}

/// Reads what `ByteWriter` wrote; past the end everything reads as zero or empty.
@usableFromInline
package struct ByteReader: Sendable {
    @usableFromInline package let bytes: [UInt8]
    @usableFromInline package var position: Int

    @inlinable
    package init(_ bytes: [UInt8], at position: Int = 0) {
        self.bytes = bytes
        self.position = position
    }

    @inlinable package var isAtEnd: Bool { position >= bytes.count }

    @inlinable
    package mutating func number() -> UInt64 {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            value |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 || shift > 56 { break }
            shift += 7
        }
        return value
    }

    /// A count or place; at most `Int32.max`, so that sums of damaged ones do not overflow.
    @inlinable
    package mutating func integer() -> Int {
        Int(min(number(), UInt64(Int32.max)))
    }

    @inlinable
    package mutating func byte() -> UInt8 {
        guard position < bytes.count else { return 0 }
        position += 1
        return bytes[position - 1]
    }

    package mutating func text() -> String {
        let length = integer()
        let end = min(bytes.count, position + max(0, length))
        defer { position = end }
        return String(decoding: bytes[position..<end], as: UTF8.self)
    }
}
