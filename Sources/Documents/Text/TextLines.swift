/// The lines of a text file in one encoding (文本行).
struct TextLines {
    /// The lines that are not empty.
    private(set) var lines: [DecodedLine] = []
    /// All lines, the empty ones too.
    private(set) var count = 0

    init() {}

    /// `nil` when some bytes are not valid in the encoding.
    init?(_ bytes: [UInt8], as encoding: TextEncoding) {
        let ranges = ByteLines(bytes, as: encoding).ranges
        lines.reserveCapacity(ranges.count)
        if let name = encoding.converter {
            guard let converter = TextConverter(name) else { return nil }
            for range in ranges {
                guard let text = range.isEmpty ? "" : converter.decode(bytes[range]) else {
                    return nil
                }
                append(text, at: range.lowerBound, encoding)
            }
        } else {
            for range in ranges {
                guard let text = String(validating: bytes[range], as: UTF8.self) else { return nil }
                append(text, at: range.lowerBound, encoding)
            }
        }
    }

    /// Adds a line between line feeds. Within it the Unicode separators, vertical tab, form feed and
    /// NEL end lines too (UAX 14): Word, Pages and mail programs write them.
    mutating func append(_ text: String, at offset: Int, _ encoding: TextEncoding) {
        guard Self.hasSeparator(text) else { return add(text, at: offset) }
        let scalars = text.unicodeScalars
        var start = scalars.startIndex
        while true {
            let end = scalars[start...].firstIndex(where: Self.isSeparator) ?? scalars.endIndex
            let before = DecodedDocument.length(
                of: String(scalars[..<start]), in: encoding.name)
            add(String(scalars[start..<end]), at: offset + (before ?? 0))
            // A separator at the very end of a line ends that line only once.
            guard end < scalars.endIndex, scalars.index(after: end) < scalars.endIndex else {
                return
            }
            start = scalars.index(after: end)
        }
    }

    private mutating func add(_ text: String, at offset: Int) {
        count += 1
        guard !WhiteSpace.isBlank(text) else { return }
        lines.append(DecodedLine(text: text, line: count, byteOffset: offset))
    }

    private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0B, 0x0C, 0x85, 0x2028, 0x2029: true
        default: false
        }
    }

    private static func hasSeparator(_ text: String) -> Bool {
        let bytes = text.utf8Span.span
        for position in bytes.indices {
            switch bytes[position] {
            case 0x0B, 0x0C: return true
            case 0xC2: if bytes[position + 1] == 0x85 { return true }
            case 0xE2:
                if bytes[position + 1] == 0x80, bytes[position + 2] | 1 == 0xA9 { return true }
            default: continue
            }
        }
        return false
    }
}
