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
        return [
            DecodedDocument(
                path: file.path, encoding: encoding.name, lines: decoded.lines,
                lineCount: decoded.count, doubts: doubts)
        ]
    }

    private typealias Decoded = (lines: [DecodedLine], count: Int)

    private func decode(
        _ file: InputFile, options: ReadOptions, doubts: inout [String]
    ) throws(IngestError) -> (TextEncoding, Decoded) {
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
            return (encoding, try strictly(encoding, file))
        }
        if let encoding = TextEncoding.marked(file.bytes) {
            return (encoding, try strictly(encoding, file))
        }
        if let binary = BinaryKind.of(file.bytes) {
            throw IngestError(
                place: file.path,
                problem: wording(
                    "不是文本文件（\(binary.chinese)）", "not a text file (\(binary.english))"))
        }
        let nulls = Self.count(ofNullsIn: file.bytes)
        // Real UTF-8 text has no NUL; a few come from faulty programs and are cleaned away.
        if nulls * 200 <= file.bytes.count, let decoded = lines(file.bytes, as: .utf8) {
            if nulls > 0 {
                doubts.append(wording("含 \(nulls) 个空字节", "\(nulls) NUL bytes inside"))
            }
            return (.utf8, decoded)
        }
        if let encoding = TextEncoding.guess(file.bytes),
            let decoded = lines(file.bytes, as: encoding)
        {
            return (encoding, decoded)
        }
        if nulls > 0 {
            throw IngestError(
                place: file.path, problem: wording("是二进制文件", "a binary file"))
        }
        throw IngestError(
            place: file.path,
            problem: wording(
                "认不出字符编码，或字节已损坏",
                "the encoding is not recognised, or bytes are damaged"),
            advice: wording(
                "请用 --encoding 指定，或另存为 UTF-8", "name it with --encoding, or save the file as UTF-8")
        )
    }

    private static func count(ofNullsIn bytes: [UInt8]) -> Int {
        // The least byte is found many bytes at a time.
        var least: UInt8 = 1
        for byte in bytes { least = min(least, byte) }
        return least > 0 ? 0 : bytes.count { $0 == 0 }
    }

    private func strictly(_ encoding: TextEncoding, _ file: InputFile) throws(IngestError)
        -> Decoded
    {
        if let decoded = lines(file.bytes, as: encoding) { return decoded }
        throw IngestError(
            place: file.path,
            problem: wording("按 \(encoding.name) 无法解码", "cannot be decoded as \(encoding.name)"),
            advice: wording("请换一个 --encoding", "try another --encoding"))
    }

    /// The non-empty lines; `nil` when some bytes are not valid in the encoding.
    private func lines(_ bytes: [UInt8], as encoding: TextEncoding) -> Decoded? {
        let ranges = ByteLines(
            bytes, from: encoding.mark, unit: encoding.unit, bigEndian: encoding.bigEndian
        ).ranges
        var lines: [DecodedLine] = []
        lines.reserveCapacity(ranges.count)
        func append(_ text: String, _ index: Int) {
            guard !WhiteSpace.isBlank(text) else { return }
            lines.append(
                DecodedLine(text: text, line: index + 1, byteOffset: ranges[index].lowerBound))
        }
        if let name = encoding.converter {
            guard let converter = TextConverter(name) else { return nil }
            for index in ranges.indices where !ranges[index].isEmpty {
                guard let text = converter.decode(bytes[ranges[index]]) else { return nil }
                append(text, index)
            }
        } else {
            for index in ranges.indices where !ranges[index].isEmpty {
                guard let text = String(validating: bytes[ranges[index]], as: UTF8.self) else {
                    return nil
                }
                append(text, index)
            }
        }
        return (lines, ranges.count)
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
