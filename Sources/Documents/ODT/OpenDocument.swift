/// A file of the OpenDocument family (ISO 26300, 开放文档): a zip of parts, or flat, one XML file with all of them.
struct OpenDocument {
    /// What the file holds, as its media type says.
    enum Content: String {
        case text, spreadsheet, presentation
    }

    let file: InputFile
    let limits: ZipLimits

    /// - Parameters:
    ///   - extensions: Of packages and templates.
    ///   - flat: Of flat files.
    static func isOne(
        _ content: Content, name: String, head: [UInt8], extensions: [String], flat: [String]
    ) -> Bool {
        let own = FileKind.extension(of: name)
        if ZipArchive.isZip(head) {
            return extensions.contains(own)
                || FileKind.contains(
                    head, "mimetypeapplication/vnd.oasis.opendocument.\(content.rawValue)")
        }
        if head.isEmpty { return extensions.contains(own) || flat.contains(own) }
        guard XMLRoot.name(head) == "document" else { return false }
        return flat.contains(own)
            || FileKind.contains(head, "application/vnd.oasis.opendocument.\(content.rawValue)")
    }

    private static let namespaces: [(uri: StaticString, prefix: StaticString)] = [
        ("urn:oasis:names:tc:opendocument:xmlns:office:1.0", "office"),
        ("urn:oasis:names:tc:opendocument:xmlns:text:1.0", "text"),
        ("urn:oasis:names:tc:opendocument:xmlns:table:1.0", "table"),
        ("urn:oasis:names:tc:opendocument:xmlns:drawing:1.0", "draw"),
        ("urn:oasis:names:tc:opendocument:xmlns:presentation:1.0", "presentation"),
        ("urn:oasis:names:tc:opendocument:xmlns:style:1.0", "style"),
        ("urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0", "fo"),
        ("urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0", "svg"),
        ("urn:oasis:names:tc:opendocument:xmlns:meta:1.0", "meta"),
        ("urn:oasis:names:tc:opendocument:xmlns:manifest:1.0", "manifest"),
        ("urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0", "loext"),
        ("http://purl.org/dc/elements/1.1/", "dc"),
    ]

    /// Hands on the elements of the styles, then those of the content.
    ///
    /// - Returns: The file's own claims.
    func parse(_ each: (MarkupEvent) -> Void) throws(Refusal) -> [String: String] {
        var properties = OfficeProperties()
        guard ZipArchive.isZip(file.bytes) else {
            var isMeta = false
            do throws(MarkupTrouble) {
                try MarkupParser.parse(file.bytes, namespaces: Self.namespaces) { event in
                    switch event {
                    case .start("office:meta", _): isMeta = true
                    case .end("office:meta"): isMeta = false
                    default: if isMeta { properties.take(event) } else { each(event) }
                    }
                }
            } catch {
                throw Refusal(error)
            }
            return properties.values
        }
        let package = ZippedMarkup(
            archive: ZipArchive(file.bytes, limits: limits), namespaces: Self.namespaces)
        var isEncrypted = false
        try package.parse("META-INF/manifest.xml") { event in
            if case .start("manifest:encryption-data", _) = event { isEncrypted = true }
        }
        if isEncrypted { throw .encrypted }
        try package.parse("styles.xml", each)
        try package.parse("meta.xml") { properties.take($0) }
        guard try package.parse("content.xml", each) else {
            throw .notThisFormat("OpenDocument")
        }
        return properties.values
    }
}
