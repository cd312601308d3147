import ReportModel

/// Reads OpenDocument texts (.odt of LibreOffice and WPS).
struct ODTReader: DocumentReader {
    let limits: ZipLimits

    init(limits: ZipLimits = ZipLimits()) { self.limits = limits }

    func accepts(name: String, head: [UInt8]) -> Bool {
        if ["odt", "ott"].contains(FileKind.extension(of: name)) {
            return head.isEmpty || ZipArchive.isZip(head)
        }
        return ZipArchive.isZip(head)
            && FileKind.contains(head, "mimetypeapplication/vnd.oasis.opendocument.text")
    }

    private static let namespaces: [(uri: StaticString, prefix: StaticString)] = [
        ("urn:oasis:names:tc:opendocument:xmlns:office:1.0", "office"),
        ("urn:oasis:names:tc:opendocument:xmlns:text:1.0", "text"),
        ("urn:oasis:names:tc:opendocument:xmlns:table:1.0", "table"),
        ("urn:oasis:names:tc:opendocument:xmlns:drawing:1.0", "draw"),
        ("urn:oasis:names:tc:opendocument:xmlns:style:1.0", "style"),
        ("urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0", "fo"),
        ("urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0", "svg"),
        ("urn:oasis:names:tc:opendocument:xmlns:meta:1.0", "meta"),
        ("urn:oasis:names:tc:opendocument:xmlns:manifest:1.0", "manifest"),
        ("urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0", "loext"),
        ("http://purl.org/dc/elements/1.1/", "dc"),
    ]

    func read(_ file: InputFile, options: ReadOptions) throws(ReportError) -> [DecodedDocument] {
        [try refusing(file.path) { () throws(Refusal) in try decode(file) }]
    }

    private func decode(_ file: InputFile) throws(Refusal) -> DecodedDocument {
        let package = ZippedMarkup(
            archive: ZipArchive(file.bytes, limits: limits), namespaces: Self.namespaces)
        var isEncrypted = false
        try package.parse("META-INF/manifest.xml") { event in
            if case .start("manifest:encryption-data", _) = event { isEncrypted = true }
        }
        if isEncrypted { throw .encrypted }
        var lists = ODTLists()
        try package.parse("styles.xml") { event in
            if case .start(let name, let attributes) = event { lists.define(name, attributes) }
        }
        var properties = OfficeProperties()
        try package.parse("meta.xml") { properties.take($0) }
        var body = ODTBody(lists: lists)
        guard try package.parse("content.xml", { body.take($0) }) else {
            throw .notThisFormat("OpenDocument (.odt)")
        }
        body.flow.finish()
        return try DecodedDocument(
            path: file.path, format: "odt", flow: body.flow, properties: properties.values)
    }
}
