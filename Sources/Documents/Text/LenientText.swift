/// Decodes bytes of a known encoding and puts U+FFFD for what is not valid in it (宽容解码): one bad
/// byte in a page must not cost the page.
enum LenientText {
    /// Bytes that may be tried one by one before whole pieces are given up.
    private static let patience = 1 << 18

    static func decode(_ bytes: ArraySlice<UInt8>, as encoding: TextEncoding) -> String {
        guard let name = encoding.converter, let converter = TextConverter(name) else {
            return String(decoding: bytes, as: UTF8.self)
        }
        if let text = converter.decode(bytes) { return text }
        if converter.unit > 1 {
            return converter.decode(bytes.dropLast(bytes.count % converter.unit)) ?? "\u{FFFD}"
        }
        var result = ""
        var patience = Self.patience
        // Bytes below 0x30 are never part of a longer character in the encodings of East Asia.
        for piece in bytes.split(omittingEmptySubsequences: false, whereSeparator: { $0 == 10 }) {
            if !result.isEmpty { result += "\n" }
            if let text = converter.decode(piece) {
                result += text
            } else if patience > piece.count {
                patience -= piece.count
                result += Self.piecewise(piece, converter)
            } else {
                result += "\u{FFFD}"
            }
        }
        return result
    }

    private static func piecewise(_ bytes: ArraySlice<UInt8>, _ converter: borrowing TextConverter)
        -> String
    {
        var result = ""
        var position = bytes.startIndex
        while position < bytes.endIndex {
            var length = 0
            for tried in [1, 2, 4] where position + tried <= bytes.endIndex {
                guard let text = converter.decode(bytes[position..<(position + tried)]) else {
                    continue
                }
                result += text
                length = tried
                break
            }
            if length == 0 { result += "\u{FFFD}" }
            position += max(1, length)
        }
        return result
    }
}
