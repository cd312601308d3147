import GRDB
import GRDBSQLite
import Segmentation

/// The FTS5 tokenizer behind exact search (单字切分): every scalar, folded, is a token, spaces and
/// punctuation too. So an FTS5 phrase matches exactly where the text contains it.
///
/// It works on pointers because FTS5 hands it pointers, and because a tokenizer on `String` is
/// twenty times slower; they are valid only during the call and are not kept.
final class CharacterTokenizer: FTS5CustomTokenizer {
    static let name = "zongjie_characters"
    private let folding = Folding.standard

    init(db: Database, arguments: [String]) throws {}

    func tokenize(
        context: UnsafeMutableRawPointer?, tokenization: FTS5Tokenization,
        pText: UnsafePointer<CChar>?, nText: CInt, tokenCallback: @escaping FTS5TokenCallback
    ) -> CInt {
        guard let pText else { return SQLITE_OK }
        let count = Int(nText)
        return pText.withMemoryRebound(to: UInt8.self, capacity: count) { text in
            withUnsafeTemporaryAllocation(of: CChar.self, capacity: 4) { token in
                var position = 0
                while position < count {
                    let start = position
                    let scalar = Self.scalar(in: text, count: count, at: &position)
                    let length = Self.encode(folding.fold(scalar), into: token)
                    let status = tokenCallback(
                        context, 0, token.baseAddress, CInt(length), CInt(start), CInt(position))
                    if status != SQLITE_OK { return status }
                }
                return SQLITE_OK
            }
        }
    }

    /// Decodes one scalar of valid UTF-8 and moves past it; a stray byte is U+FFFD.
    @inline(__always)
    private static func scalar(
        in text: UnsafePointer<UInt8>, count: Int, at position: inout Int
    ) -> UInt32 {
        let first = UInt32(text[position])
        let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        guard first < 0x80 || first >= 0xC2, position + length <= count else {
            position += 1
            return 0xFFFD
        }
        var scalar = length == 1 ? first : first & (0xFF >> UInt32(length + 1))
        for offset in 1..<max(1, length) {
            scalar = scalar << 6 | UInt32(text[position + offset]) & 0x3F
        }
        position += length
        return scalar
    }

    /// Writes a scalar as UTF-8 and returns its length.
    @inline(__always)
    private static func encode(_ scalar: UInt32, into token: UnsafeMutableBufferPointer<CChar>)
        -> Int
    {
        func put(_ index: Int, _ byte: UInt32) {
            token[index] = CChar(bitPattern: UInt8(truncatingIfNeeded: byte))
        }
        if scalar < 0x80 {
            put(0, scalar)
            return 1
        }
        if scalar < 0x800 {
            put(0, 0xC0 | scalar >> 6)
            put(1, 0x80 | scalar & 0x3F)
            return 2
        }
        if scalar < 0x10000 {
            put(0, 0xE0 | scalar >> 12)
            put(1, 0x80 | scalar >> 6 & 0x3F)
            put(2, 0x80 | scalar & 0x3F)
            return 3
        }
        put(0, 0xF0 | scalar >> 18)
        put(1, 0x80 | scalar >> 12 & 0x3F)
        put(2, 0x80 | scalar >> 6 & 0x3F)
        put(3, 0x80 | scalar & 0x3F)
        return 4
    }
}
