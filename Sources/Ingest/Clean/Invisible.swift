/// Characters that show nothing: controls, zero width, soft hyphen, byte order marks (不可见字符).
enum Invisible {
    /// The length in bytes of the invisible character at `position`; 0 when it is none.
    @inline(__always)
    static func length(_ bytes: Span<UInt8>, at position: Int) -> Int {
        let byte = bytes[position]
        if byte < 0x80 { return (byte < 0x20 && byte != 9) || byte == 0x7F ? 1 : 0 }
        guard byte == 0xC2 || byte == 0xE2 || byte == 0xEF, position + 1 < bytes.count else {
            return 0
        }
        let second = bytes[position + 1]
        if byte == 0xC2 { return second == 0xAD || (0x80...0x9F).contains(second) ? 2 : 0 }
        guard position + 2 < bytes.count else { return 0 }
        let third = bytes[position + 2]
        if byte == 0xEF {
            // The byte order mark, and variation selectors.
            return second == 0xBB && third == 0xBF || second == 0xB8 && third <= 0x8F ? 3 : 0
        }
        if second == 0x80 {
            return (0x8B...0x8F).contains(third) || (0xA8...0xAE).contains(third) ? 3 : 0
        }
        return second == 0x81 && (0xA0...0xA4).contains(third) ? 3 : 0
    }
}
