import ReportModel

/// Reads Word's .docx (Office Open XML, also of WPS and LibreOffice), whatever its extension.
struct WordReader: DocumentReader {
    let limits: ZipLimits

    init(limits: ZipLimits = ZipLimits()) { self.limits = limits }

    func accepts(name: String, head: [UInt8]) -> Bool {
        guard head.isEmpty || ZipArchive.isZip(head) else { return false }
        switch FileKind.extension(of: name) {
        case "docx", "docm", "dotx", "dotm": return true
        case "doc", "wps", "wpt", "dot": return !head.isEmpty
        case "xlsx", "xlsm", "pptx", "pptm", "odt", "ods", "odp", "zip": return false
        default: return FileKind.contains(head, "word/")
        }
    }

    func read(_ file: InputFile, options: ReadOptions) throws(IngestError) -> [DecodedDocument] {
        [try refusing(file.path) { () throws(Refusal) in try decode(file) }]
    }

    static let namespaces: [(uri: StaticString, prefix: StaticString)] = [
        ("http://schemas.openxmlformats.org/wordprocessingml/2006/main", "w"),
        ("http://purl.oclc.org/ooxml/wordprocessingml/main", "w"),
        ("http://schemas.openxmlformats.org/officeDocument/2006/math", "m"),
        ("http://purl.oclc.org/ooxml/officeDocument/math", "m"),
        ("http://schemas.openxmlformats.org/markup-compatibility/2006", "mc"),
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
            styles: styles.styles, numbering: numbering.numbering, notes: notes.notes)
        let isFound = try package.parse(parts.main) { body.take($0) }
        guard isFound else { throw .notThisFormat("Word (.docx)") }
        body.flow.finish()
        let doubts =
            body.hasForeignParts
            ? [
                wording(
                    "文件嵌入了其他格式的内容，未读取",
                    "the file embeds content of another format, which was not read")
            ] : []
        return try DecodedDocument(
            path: file.path, format: "docx", flow: body.flow, properties: properties.values,
            doubts: doubts)
    }
}
