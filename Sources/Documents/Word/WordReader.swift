import ReportModel

/// Reads Word's .docx (Office Open XML, also of WPS and LibreOffice), whatever its extension.
struct WordReader: DocumentReader {
    let limits: ZipLimits
    /// A document embedded in another one; what is embedded in it is not read.
    let isEmbedded: Bool

    init(limits: ZipLimits = ZipLimits(), isEmbedded: Bool = false) {
        self.limits = limits
        self.isEmbedded = isEmbedded
    }

    func accepts(name: String, head: [UInt8]) -> Bool {
        guard head.isEmpty || ZipArchive.isZip(head) else { return false }
        switch FileKind.extension(of: name) {
        case "docx", "docm", "dotx", "dotm": return true
        case "doc", "wps", "wpt", "dot": return !head.isEmpty
        case "xlsx", "xlsm", "pptx", "pptm", "odt", "ods", "odp", "zip": return false
        default: return FileKind.contains(head, "word/")
        }
    }

    func read(_ file: InputFile, options: ReadOptions) throws(ReportError) -> [DecodedDocument] {
        [try refusing(file.path) { () throws(Refusal) in try decode(file) }]
    }

    static let namespaces: [(uri: StaticString, prefix: StaticString)] = [
        ("http://schemas.openxmlformats.org/wordprocessingml/2006/main", "w"),
        ("http://purl.oclc.org/ooxml/wordprocessingml/main", "w"),
        ("http://schemas.openxmlformats.org/officeDocument/2006/math", "m"),
        ("http://purl.oclc.org/ooxml/officeDocument/math", "m"),
        ("http://schemas.openxmlformats.org/markup-compatibility/2006", "mc"),
        ("http://schemas.openxmlformats.org/officeDocument/2006/relationships", "r"),
        ("http://purl.oclc.org/ooxml/officeDocument/relationships", "r"),
        ("urn:schemas-microsoft-com:vml", "v"),
        ("http://purl.org/dc/elements/1.1/", "dc"),
        ("http://purl.org/dc/terms/", "dcterms"),
    ]

    private func decode(_ file: InputFile) throws(Refusal) -> DecodedDocument {
        let package = ZippedMarkup(
            archive: ZipArchive(file.bytes, limits: limits), namespaces: Self.namespaces)
        let parts = try WordParts(package)
        var styles = WordStyles.Parser()
        try package.parse(parts.styles) { styles.take($0) }
        var numbering = WordNumbering.Parser()
        try package.parse(parts.numbering) { numbering.take($0) }
        var notes = WordNotes()
        for part in parts.notes { try package.parse(part) { notes.take($0) } }
        var properties = OfficeProperties()
        try package.parse(parts.properties) { properties.take($0) }
        var body = WordBody(
            styles: styles.styles, numbering: numbering.numbering, notes: notes.notes,
            chunks: try chunks(parts.chunks, of: package.archive))
        let isFound = try package.parse(parts.main) { body.take($0) }
        guard isFound else { throw .notThisFormat("Word (.docx)") }
        body.flow.finish()
        return try body.document(path: file.path, format: "docx", properties: properties.values)
    }

    /// The lines of embedded files (altChunk) that can be read.
    private func chunks(_ parts: [String: String], of archive: ZipArchive) throws(Refusal)
        -> [String: [String]]
    {
        guard !isEmbedded, !parts.isEmpty else { return [:] }
        let found: [String: [UInt8]]
        do throws(ZipTrouble) {
            found = try archive.read(Set(parts.values))
        } catch {
            throw Refusal(error)
        }
        let readers: [any DocumentReader] = [
            WordReader(limits: limits, isEmbedded: true), WordXMLReader(), RTFReader(), MHTReader(),
            HTMLReader(), PlainTextReader(),
        ]
        return parts.compactMapValues { part in
            guard let bytes = found[part] else { return nil }
            let file = InputFile(path: part, bytes: bytes)
            let head = Array(bytes.prefix(4_096))
            let reader = readers.first { $0.accepts(name: part, head: head) }
            let documents = (try? reader?.read(file, options: ReadOptions())) ?? []
            return documents.isEmpty ? nil : documents.flatMap(\.lines).map(\.text)
        }
    }
}
