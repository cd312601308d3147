import ReportModel

/// The encoding of a text file and how it was found (字符编码).
struct TextEncoding: Hashable {
    /// The name shown, and the one `--encoding` takes.
    var name: String
    /// The name ICU's converter is opened by; `nil` for UTF-8, which needs none.
    var converter: String?
    /// Length of the byte order mark.
    var mark = 0
    /// Bytes a code unit.
    var unit = 1
    var bigEndian = false

    static let utf8 = TextEncoding(name: "UTF-8", converter: nil)
    static let utf16LE = TextEncoding(name: "UTF-16LE", converter: "UTF-16LE", unit: 2)
    static let utf16BE = TextEncoding(
        name: "UTF-16BE", converter: "UTF-16BE", unit: 2, bigEndian: true)
    static let gb18030 = TextEncoding(name: "GB18030", converter: "GB18030")
    /// ICU's table with the Hong Kong supplement, which contains plain Big5.
    static let big5 = TextEncoding(name: "Big5", converter: "Big5-HKSCS")

    private static let utf32LE = TextEncoding(name: "UTF-32LE", converter: "UTF-32LE", unit: 4)
    private static let utf32BE = TextEncoding(
        name: "UTF-32BE", converter: "UTF-32BE", unit: 4, bigEndian: true)

    /// What a byte order mark says; `nil` without one.
    static func marked(_ bytes: [UInt8]) -> TextEncoding? {
        let marks: [([UInt8], TextEncoding)] = [
            ([0xEF, 0xBB, 0xBF], utf8), ([0xFF, 0xFE, 0, 0], utf32LE),
            ([0, 0, 0xFE, 0xFF], utf32BE),
            ([0xFF, 0xFE], utf16LE), ([0xFE, 0xFF], utf16BE),
            ([0x84, 0x31, 0x95, 0x33], gb18030),
        ]
        for (mark, encoding) in marks where bytes.starts(with: mark) {
            var encoding = encoding
            encoding.mark = mark.count
            return encoding
        }
        return nil
    }

    /// The encoding of that name; `nil` when neither we nor ICU know it.
    static func named(_ name: String) -> TextEncoding? {
        let plain = name.lowercased().filter { $0.isLetter || $0.isNumber }
        switch plain {
        case "utf8", "utf8sig": return .utf8
        case "utf16le": return .utf16LE
        case "utf16be": return .utf16BE
        // Without a mark the byte order of "UTF-16" is what Windows writes.
        case "utf16", "unicode", "ucs2": return .utf16LE
        // Old names of parts of GB18030; people's files seldom keep to the part.
        case "gb2312", "gbk", "gb18030", "cp936", "windows936", "ansi": return .gb18030
        case "big5", "big5hkscs", "cp950", "windows950": return .big5
        default:
            guard let converter = TextConverter(name) else { return nil }
            return TextEncoding(
                name: name, converter: name, unit: converter.unit,
                bigEndian: converter.unit > 1 && !plain.hasSuffix("le"))
        }
    }

    /// Finds the encoding of a file without a mark that is not UTF-8: of GB18030, Big5 and UTF-16
    /// the one whose strict decoding has the commonest characters.
    ///
    /// - Returns: `nil` when nothing decodes to something like text.
    static func guess(_ bytes: [UInt8]) -> TextEncoding? { scoredGuess(bytes)?.encoding }

    /// The same with how much its text looks like Chinese (`Commonness`).
    static func scoredGuess(_ bytes: [UInt8]) -> (encoding: TextEncoding, score: Double)? {
        // Characters tell; a few thousand are plenty. The sample ends at a line's end when it can.
        var sample = bytes[...]
        if bytes.count > 1 << 14 {
            let cut = bytes[..<(1 << 14)]
            sample = cut.lastIndex(of: 10).map { cut[...$0] } ?? bytes[...]
        }
        let hasNull = sample.contains(0)
        var best: (encoding: TextEncoding, score: Double)?
        for encoding in [gb18030, big5, utf16LE, utf16BE] {
            if hasNull && encoding.unit == 1 { continue }
            var part = sample
            if encoding.unit == 2 {
                part = bytes.count <= 1 << 14 ? bytes[...] : bytes[..<(1 << 14)]
                // A cut between two surrogates would look like a fault.
                if bytes.count > 1 << 14, isHighSurrogate(part, bigEndian: encoding.bigEndian) {
                    part = part.dropLast(2)
                }
            }
            guard let name = encoding.converter, let converter = TextConverter(name),
                let text = converter.decode(part)
            else { continue }
            let score = Commonness.standard.score(text)
            if score > (best?.score ?? 0.15) { best = (encoding, score) }
        }
        return best
    }

    private static func isHighSurrogate(_ bytes: ArraySlice<UInt8>, bigEndian: Bool) -> Bool {
        let pair = Array(bytes.suffix(2))
        guard pair.count == 2 else { return false }
        return (bigEndian ? pair[0] : pair[1]) & 0xFC == 0xD8
    }
}
