import ReportModel

/// The text of one document, before anything is mended: what a reader hands on (解码结果).
package struct DecodedDocument: Sendable, Hashable {
    /// The path as given to `ingest`; of an archive's member `archive path/member name`.
    package var path: String
    /// The encoding or format the text came in (`UTF-8`, `GB18030`, `docx` …).
    package var encoding: String
    /// The non-empty lines, in order.
    package var lines: [DecodedLine]
    /// Number of physical lines, the empty ones too.
    package var lineCount: Int
    /// The file's own claims (title, created).
    package var properties: [String: String]
    /// What the reader was unsure of.
    package var doubts: [Doubt]
    /// Why this member of an archive was not read; it has no lines then. Its brothers are whole.
    package var refusal: ReportError?

    package init(
        path: String, encoding: String, lines: [DecodedLine], lineCount: Int,
        properties: [String: String] = [:], doubts: [Doubt] = []
    ) {
        self.path = path
        self.encoding = encoding
        self.lines = lines
        self.lineCount = lineCount
        self.properties = properties
        self.doubts = doubts
    }
}

extension DecodedDocument {
    /// How many bytes a text takes in a text file's encoding; `nil` when it cannot be written in it.
    package static func length(of text: String, in encoding: String) -> Int? {
        guard let name = TextEncoding.named(encoding)?.converter else { return text.utf8.count }
        guard let converter = TextConverter(name) else { return nil }
        return converter.encode(text)?.count
    }
}

/// One non-empty physical line of a text file, or one paragraph of an office document.
package struct DecodedLine: Sendable, Hashable {
    package var text: String
    /// Number of the line (or paragraph) in the decoded document, from 1.
    package var line: Int
    /// Where the line begins in the file, in bytes; `nil` when the format has no such place.
    package var byteOffset: Int?
    /// Page, paragraph or archive member.
    package var locator: String?
    /// The outline level a heading style gives, from 1; `nil` for ordinary text.
    package var styleLevel: Int?
    /// UTF-8 bytes of the bold words the line opens with; `nil` when it opens with none.
    package var boldLength: Int?

    package init(
        text: String, line: Int, byteOffset: Int? = nil, locator: String? = nil,
        styleLevel: Int? = nil
    ) {
        self.text = text
        self.line = line
        self.byteOffset = byteOffset
        self.locator = locator
        self.styleLevel = styleLevel
    }
}
