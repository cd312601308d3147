import Documents

/// The block of properties between `---` lines at the top of a Markdown file (文件头).
struct FrontMatter {
    /// The non-empty lines it takes, both rulers included.
    let lineCount: Int
    /// Its simple `key: value` lines.
    private(set) var properties: [String: String] = [:]

    /// `nil` when the lines do not begin with such a block.
    init?(_ lines: [DecodedLine]) {
        guard let first = lines.first, first.line == 1, Self.isRuler(first.text),
            let end = lines.prefix(60).dropFirst().firstIndex(where: { Self.isRuler($0.text) })
        else { return nil }
        var last: String?
        for line in lines[1..<end] {
            let text = line.text
            if let colon = text.firstIndex(of: ":"), colon != text.startIndex,
                text.utf8.first != 0x20, text.utf8.first != 0x2D
            {
                let key = String(text[..<colon])
                last = key
                let value = text[text.index(after: colon)...]
                properties[key] = Self.plain(value)
            } else if let key = last, text.utf8.first == 0x2D || text.utf8.first == 0x20 {
                // An item of a list under the last key.
                if properties[key] == "" {
                    properties[key] = Self.plain(text.drop { $0 == "-" || $0 == " " })
                }
            } else {
                return nil
            }
        }
        lineCount = end + 1
    }

    private static func isRuler(_ text: String) -> Bool {
        text.utf8.starts(with: "---".utf8) && text.utf8.allSatisfy { $0 == 0x2D || $0 <= 0x20 }
    }

    /// A value without the space and the quotation marks around it.
    private static func plain(_ value: some StringProtocol) -> String {
        var bytes = Array(value.utf8)
        bytes = Array(bytes[WhiteSpace.trimmed(bytes.span)])
        if bytes.count >= 2, let quote = bytes.first, quote == bytes.last,
            quote == 0x22 || quote == 0x27
        {
            bytes = Array(bytes[1..<bytes.count - 1])
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
