/// A zip archive whose members are stored as they are (PKWARE APPNOTE 6.3, method 0): the same members give
/// the same bytes.
struct StoredArchive {
    private(set) var bytes: [UInt8] = []
    private var directory: [UInt8] = []
    private var count = 0

    /// 1980-01-01, the earliest date of the format: a member's date says nothing here.
    private static let date: UInt64 = 0x0021

    mutating func add(_ name: String, _ content: [UInt8]) {
        let offset = UInt64(bytes.count)
        let name = Array(name.utf8)
        var common: [UInt8] = []
        // Version 2.0, names in UTF-8, stored, time and date.
        Self.put([(20, 2), (1 << 11, 2), (0, 2), (0, 2), (Self.date, 2)], into: &common)
        Self.put(
            [
                (UInt64(Self.checksum(content)), 4), (UInt64(content.count), 4),
                (UInt64(content.count), 4), (UInt64(name.count), 2), (0, 2),
            ], into: &common)
        Self.put([(0x0403_4B50, 4)], into: &bytes)
        bytes += common + name + content
        Self.put([(0x0201_4B50, 4), (20, 2)], into: &directory)
        directory += common
        Self.put([(0, 2), (0, 2), (0, 2), (0, 4), (offset, 4)], into: &directory)
        directory += name
        count += 1
    }

    /// The archive with its directory.
    func finished() -> [UInt8] {
        var end: [UInt8] = []
        Self.put(
            [
                (0x0605_4B50, 4), (0, 2), (0, 2), (UInt64(count), 2), (UInt64(count), 2),
                (UInt64(directory.count), 4), (UInt64(bytes.count), 4), (0, 2),
            ], into: &end)
        return bytes + directory + end
    }

    private static func put(_ fields: [(value: UInt64, width: Int)], into bytes: inout [UInt8]) {
        for (value, width) in fields {
            for place in 0..<width {
                bytes.append(UInt8(truncatingIfNeeded: value >> (8 * UInt64(place))))
            }
        }
    }

    /// CRC-32 of ISO 3309, as zip has it.
    static func checksum(_ bytes: [UInt8]) -> UInt32 {
        var checksum: UInt32 = 0xFFFF_FFFF
        for byte in bytes {
            checksum = table[Int((checksum ^ UInt32(byte)) & 0xFF)] ^ (checksum >> 8)
        }
        return ~checksum
    }

    private static let table: [UInt32] = (0..<256).map { start in
        (0..<8).reduce(UInt32(start)) { value, _ in
            value & 1 == 0 ? value >> 1 : 0xEDB8_8320 ^ (value >> 1)
        }
    }
}
