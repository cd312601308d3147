/// Little-endian numbers at places in bytes; 0 outside of them, so that damage reads as nothing.
struct ByteReader: Sendable {
    let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var count: Int { bytes.count }

    func byte(_ offset: Int) -> Int {
        bytes.indices.contains(offset) ? Int(bytes[offset]) : 0
    }

    func word(_ offset: Int) -> Int { byte(offset) | byte(offset &+ 1) << 8 }

    func long(_ offset: Int) -> Int { word(offset) | word(offset &+ 2) << 16 }

    /// The long as a signed number.
    func signed(_ offset: Int) -> Int { Int(Int32(truncatingIfNeeded: long(offset))) }

    /// The bytes of a range, as far as they are there.
    func slice(_ offset: Int, _ length: Int) -> [UInt8] {
        guard offset >= 0, length > 0, offset < bytes.count else { return [] }
        return Array(bytes[offset..<min(bytes.count, offset + min(length, bytes.count))])
    }

    /// UTF-16 text of `length` units.
    func text(_ offset: Int, _ length: Int) -> String {
        let units = (0..<max(0, min(length, (bytes.count - offset) / 2))).map {
            UInt16(word(offset + 2 * $0))
        }
        return String(decoding: units, as: UTF16.self)
    }
}
