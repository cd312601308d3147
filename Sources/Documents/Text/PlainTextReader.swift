import ReportModel

/// Reads `.txt` and Markdown in the encodings Chinese offices use (纯文本).
package struct PlainTextReader: DocumentReader {
    package static let extensions: Set<String> = ["txt", "text", "md", "markdown"]

    package init() {}

    package func accepts(name: String, head: [UInt8]) -> Bool {
        Self.extensions.contains(pathExtension(name))
    }

    package func read(_ file: InputFile, options: ReadOptions) throws(IngestError)
        -> [DecodedDocument]
    {
        guard !file.bytes.isEmpty else { throw emptyFile(file.path) }
        var doubts: [String] = []
        let (encoding, decoded) = try decode(file, options: options, doubts: &doubts)
        guard !decoded.lines.isEmpty else {
            throw IngestError(
                place: file.path,
                problem: wording("文件里只有空白", "the file holds nothing but white space"))
        }
        if MarkupShare.isMarkup(file.bytes) {
            doubts.append(
                wording(
                    "内容大半是标记（XML 或网页源码），不像文章",
                    "most of it is markup (XML or a page's source), not text"))
        }
        return [
            DecodedDocument(
                path: file.path, encoding: encoding.name, lines: decoded.lines,
                lineCount: decoded.count, doubts: doubts)
        ]
    }

    private func decode(
        _ file: InputFile, options: ReadOptions, doubts: inout [String]
    ) throws(IngestError) -> (TextEncoding, TextLines) {
        if let name = options.encoding {
            guard var encoding = TextEncoding.named(name) else {
                throw IngestError(
                    place: file.path,
                    problem: wording("不认识编码 \(name)", "unknown encoding \(name)"),
                    advice: wording(
                        "可用 UTF-8、GB18030、Big5、UTF-16LE、UTF-16BE 等",
                        "use UTF-8, GB18030, Big5, UTF-16LE, UTF-16BE or another ICU name"))
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
            throw IngestError(
                place: file.path,
                problem: wording(
                    "不是文本文件（\(binary.chinese)）", "not a text file (\(binary.english))"))
        }
        let nulls = Self.count(ofNullsIn: file.bytes)
        // Real UTF-8 text has no NUL; a few come from faulty programs and are cleaned away.
        let hasFewNulls = nulls * 200 <= file.bytes.count
        if hasFewNulls, let lines = TextLines(file.bytes, as: .utf8) {
            if nulls > 0 {
                doubts.append(wording("含 \(nulls) 个空字节", "\(nulls) NUL bytes inside"))
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
            throw IngestError(
                place: file.path, problem: wording("是二进制文件", "a binary file"))
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
        _ encoding: TextEncoding, _ file: InputFile, _ doubts: inout [String], isNamed: Bool
    ) throws(IngestError) -> TextLines {
        if let lines = TextLines(file.bytes, as: encoding) { return lines }
        let mixed = MixedText(file.bytes, as: encoding)
        guard mixed.isMostlyText else {
            if isNamed {
                throw IngestError(
                    place: file.path,
                    problem: wording(
                        "按 \(encoding.name) 无法解码", "cannot be decoded as \(encoding.name)"),
                    advice: wording("请换一个 --encoding", "try another --encoding"))
            }
            throw IngestError(
                place: file.path,
                problem: wording(
                    "认不出字符编码，或字节已损坏",
                    "the encoding is not recognised, or bytes are damaged"),
                advice: wording(
                    "请用 --encoding 指定，或另存为 UTF-8",
                    "name it with --encoding, or save the file as UTF-8"))
        }
        doubts += mixed.doubts(encoding)
        return mixed.lines
    }
}

/// What a file is that only looks like text to its name.
private struct BinaryKind {
    let chinese: String
    let english: String

    static func of(_ bytes: [UInt8]) -> BinaryKind? {
        let kinds: [([UInt8], BinaryKind)] = [
            (Array("%PDF-".utf8), BinaryKind(chinese: "PDF", english: "PDF")),
            ([0x50, 0x4B, 3, 4], BinaryKind(chinese: "压缩包或 Office 文档", english: "ZIP or Office")),
            (
                [0xD0, 0xCF, 0x11, 0xE0],
                BinaryKind(chinese: "旧版 Office 文档", english: "old Office document")
            ),
            ([0x89, 0x50, 0x4E, 0x47], BinaryKind(chinese: "PNG 图片", english: "PNG image")),
            ([0xFF, 0xD8, 0xFF], BinaryKind(chinese: "JPEG 图片", english: "JPEG image")),
            (Array("GIF8".utf8), BinaryKind(chinese: "GIF 图片", english: "GIF image")),
            ([0x1F, 0x8B], BinaryKind(chinese: "gzip 压缩文件", english: "gzip")),
            (Array("Rar!".utf8), BinaryKind(chinese: "RAR 压缩包", english: "RAR")),
            ([0x7F, 0x45, 0x4C, 0x46], BinaryKind(chinese: "可执行程序", english: "program")),
            (Array("SQLite format 3".utf8), BinaryKind(chinese: "SQLite", english: "SQLite")),
        ]
        return kinds.first { bytes.starts(with: $0.0) }?.1
    }
}
