/// The characters of a Word 97-2003 file (文字片段): its piece table says where in the file each
/// stretch of text is, and in one or two bytes a character (MS-DOC 2.4.1).
struct DocText {
    static let characterLimit = 16 << 20

    /// UTF-16 units, and the place in the file that each comes from.
    private(set) var units: [UInt16] = []
    private(set) var places: [Int32] = []

    /// `nil` when there is no piece table or it leads outside the file.
    init?(document: ByteReader, table: ByteReader, index: (Int, Int)) {
        var place = index.0
        let end = index.0 + index.1
        // Property lists stand before the piece table.
        while place < end, table.byte(place) == 1 { place += 3 + table.word(place + 1) }
        guard place < end, table.byte(place) == 2 else { return nil }
        let count = (table.long(place + 1) - 4) / 12
        place += 5
        guard count > 0, count <= table.count / 12 else { return nil }
        for piece in 0..<count {
            let first = table.long(place + 4 * piece)
            let last = table.long(place + 4 * piece + 4)
            let position = table.long(place + 4 * (count + 1) + 8 * piece + 2)
            guard first == units.count, last >= first, last <= Self.characterLimit else {
                return nil
            }
            let isNarrow = position & 0x4000_0000 != 0
            let start = isNarrow ? (position & 0x3FFF_FFFF) / 2 : position & 0x3FFF_FFFF
            let width = isNarrow ? 1 : 2
            guard start + (last - first) * width <= document.count else { return nil }
            for offset in 0..<(last - first) {
                let at = start + offset * width
                units.append(isNarrow ? Self.narrow(document.byte(at)) : UInt16(document.word(at)))
                places.append(Int32(truncatingIfNeeded: at))
            }
        }
    }

    /// Windows-1252 above Latin-1.
    private static func narrow(_ byte: Int) -> UInt16 {
        switch byte {
        case 0x82: 0x201A
        case 0x84: 0x201E
        case 0x85: 0x2026
        case 0x91: 0x2018
        case 0x92: 0x2019
        case 0x93: 0x201C
        case 0x94: 0x201D
        case 0x95: 0x2022
        case 0x96: 0x2013
        case 0x97: 0x2014
        case 0x99: 0x2122
        default: UInt16(byte)
        }
    }
}
