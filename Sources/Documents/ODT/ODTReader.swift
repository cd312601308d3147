import ReportModel

/// Reads OpenDocument texts (.odt and flat .fodt of LibreOffice and WPS).
struct ODTReader: DocumentReader {
    let limits: ZipLimits

    init(limits: ZipLimits = ZipLimits()) { self.limits = limits }

    func accepts(name: String, head: [UInt8]) -> Bool {
        OpenDocument.isOne(
            .text, name: name, head: head, extensions: ["odt", "ott"], flat: ["fodt"])
    }

    func read(_ file: InputFile, options: ReadOptions) throws(ReportError) -> [DecodedDocument] {
        [try refusing(file.path) { () throws(Refusal) in try decode(file) }]
    }

    private func decode(_ file: InputFile) throws(Refusal) -> DecodedDocument {
        var body = ODTBody(lists: ODTLists())
        let properties = try OpenDocument(file: file, limits: limits).parse { body.take($0) }
        body.flow.finish()
        return try DecodedDocument(
            path: file.path, format: "odt", flow: body.flow, properties: properties)
    }
}
