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
            let whole = bytes.dropLast(bytes.count % converter.unit)
            let rest = whole.count < bytes.count ? "\u{FFFD}" : ""
            return (converter.decode(whole) ?? units(whole, encoding)) + rest
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

    /// UTF-16 with lone surrogates; anything else is given up.
    private static func units(_ bytes: ArraySlice<UInt8>, _ encoding: TextEncoding) -> String {
        guard encoding.unit == 2 else { return "\u{FFFD}" }
        let units = stride(from: bytes.startIndex, to: bytes.endIndex - 1, by: 2).map { place in
            let pair = (UInt16(bytes[place]), UInt16(bytes[place + 1]))
            return encoding.bigEndian ? pair.0 << 8 | pair.1 : pair.1 << 8 | pair.0
        }
        return String(decoding: units, as: UTF16.self)
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
