import ReportModel

/// Reads `.txt` and Markdown in the encodings Chinese offices use (纯文本).
package struct PlainTextReader: DocumentReader {
    package static let extensions: Set<String> = ["txt", "text", "md", "markdown"]

    package init() {}

    package func accepts(name: String, head: [UInt8]) -> Bool {
        Self.extensions.contains(pathExtension(name))
    }

    package func read(_ file: InputFile, options: ReadOptions) throws(ReportError)
        -> [DecodedDocument]
    {
        guard !file.bytes.isEmpty else { throw emptyFile(file.path) }
        var doubts: [Doubt] = []
        let (encoding, decoded) = try decode(file, options: options, doubts: &doubts)
        guard !decoded.lines.isEmpty else {
            throw Refusal.blank.error(at: file.path)
        }
        if MarkupShare.isMarkup(file.bytes) {
            doubts.append(.mostlyMarkup)
        }
        return [
            DecodedDocument(
                path: file.path, encoding: encoding.name, lines: decoded.lines,
                lineCount: decoded.count, doubts: doubts)
        ]
    }

    private func decode(
        _ file: InputFile, options: ReadOptions, doubts: inout [Doubt]
    ) throws(ReportError) -> (TextEncoding, TextLines) {
        if let name = options.encoding {
            guard var encoding = TextEncoding.named(name) else {
                throw Refusal.unknownEncoding(name).error(at: file.path)
            }
            if let marked = TextEncoding.marked(file.bytes), marked.unit == encoding.unit {
                let isOpen =
                    !name.lowercased().hasSuffix("le") && !name.lowercased().hasSuffix("be")
                if marked.name == encoding.name || (encoding.unit > 1 && isOpen) {
                    encoding = marked
                }
            }
            return (encoding, try leniently(encoding, file, &doubts, isNamed: true))
        }
        if let encoding = TextEncoding.marked(file.bytes) {
            return (encoding, try leniently(encoding, file, &doubts, isNamed: true))
        }
        if let binary = BinaryKind.of(file.bytes) {
            throw Refusal.binary(binary).error(at: file.path)
        }
        let nulls = Self.count(ofNullsIn: file.bytes)
        // Real UTF-8 text has no NUL; a few come from faulty programs and are cleaned away.
        let hasFewNulls = nulls * 200 <= file.bytes.count
        if hasFewNulls, let lines = TextLines(file.bytes, as: .utf8) {
            if nulls > 0 {
                doubts.append(.nulls(nulls))
            }
            return (.utf8, lines)
        }
        let encoding = MixedText.mainEncoding(of: file.bytes)
        if let (guess, score) = TextEncoding.scoredGuess(file.bytes),
            // Rare characters throughout may be lines of another encoding.
            guess == encoding || guess.unit > 1 || score > 0.6,
            let lines = TextLines(file.bytes, as: guess)
        {
            return (guess, lines)
        }
        guard hasFewNulls else {
            throw Refusal.binary(nil).error(at: file.path)
        }
        return (encoding, try leniently(encoding, file, &doubts, isNamed: false))
    }

    private static func count(ofNullsIn bytes: [UInt8]) -> Int {
        // The least byte is found many bytes at a time.
        var least: UInt8 = 1
        for byte in bytes { least = min(least, byte) }
        return least > 0 ? 0 : bytes.count { $0 == 0 }
    }

    /// The text in an encoding. Lines that are not valid in it are read in the one they are valid in, and
    /// else their bad bytes become U+FFFD; both are told. A text of which much is bad is refused.
    private func leniently(
        _ encoding: TextEncoding, _ file: InputFile, _ doubts: inout [Doubt], isNamed: Bool
    ) throws(ReportError) -> TextLines {
        if let lines = TextLines(file.bytes, as: encoding) { return lines }
        let mixed = MixedText(file.bytes, as: encoding)
        guard mixed.isMostlyText else {
            if isNamed {
                throw Refusal.undecodable(encoding.name).error(at: file.path)
            }
            throw Refusal.unrecognised.error(at: file.path)
        }
        doubts += mixed.doubts(encoding)
        return mixed.lines
    }
}

/// What a file is that only looks like text to its name.
private enum BinaryKind {
    /// As `Refusal.binary` names it; `nil` when the bytes may be text.
    static func of(_ bytes: [UInt8]) -> String? {
        let kinds: [([UInt8], String)] = [
            (Array("%PDF-".utf8), "PDF"), ([0x50, 0x4B, 3, 4], "ZIP or Office"),
            ([0xD0, 0xCF, 0x11, 0xE0], "old Office document"),
            ([0x89, 0x50, 0x4E, 0x47], "PNG image"), ([0xFF, 0xD8, 0xFF], "JPEG image"),
            (Array("GIF8".utf8), "GIF image"), ([0x1F, 0x8B], "gzip"), (Array("Rar!".utf8), "RAR"),
            ([0x7F, 0x45, 0x4C, 0x46], "program"), (Array("SQLite format 3".utf8), "SQLite"),
        ]
        return kinds.first { bytes.starts(with: $0.0) }?.1
    }
}
