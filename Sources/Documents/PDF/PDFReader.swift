import ReportModel

/// Reads the text layer of PDFs with poppler's `pdftotext`. Scans would be recognised here.
struct PDFReader: DocumentReader {
    var command = ExternalCommand(name: "pdftotext", package: "poppler-utils poppler-data")

    func accepts(name: String, head: [UInt8]) -> Bool {
        // Some programs write a few bytes before the mark.
        FileKind.contains(Array(head.prefix(1_024)), "%PDF-")
            || (FileKind.extension(of: name) == "pdf" && !ZipArchive.isZip(head))
    }

    func read(_ file: InputFile, options: ReadOptions) throws(ReportError) -> [DecodedDocument] {
        [try refusing(file.path) { () throws(Refusal) in try decode(file, options) }]
    }

    private func decode(_ file: InputFile, _ options: ReadOptions) throws(Refusal)
        -> DecodedDocument
    {
        guard FileKind.contains(Array(file.bytes.prefix(1_024)), "%PDF-") else {
            throw .notThisFormat("PDF")
        }
        var layout = try layout(file, ["-bbox-layout"])
        if layout.pages.contains(where: \.hasNeighbours) {
            let content = try self.layout(file, ["-raw", "-bbox"]).pages
            for (index, page) in content.enumerated() where index < layout.pages.count {
                guard layout.pages[index].hasNeighbours else { continue }
                layout.pages[index].lines = PDFTables(page.words).replacing(
                    layout.pages[index].lines)
            }
        }
        let bare = layout.pages.indices.filter { layout.pages[$0].lines.isEmpty }.map { $0 + 1 }
        var recognised: Set<Int> = []
        if let recognition = options.recognition {
            for (number, page) in try recognition.pages(bare, ofPDF: file.bytes) {
                layout.pages[number - 1].lines = page.lines
                recognised.insert(number)
            }
        }
        let pages = layout.pages
        guard pages.contains(where: { !$0.lines.isEmpty }) else { throw .noTextLayer }
        var properties: [String: String] = [:]
        if !layout.title.trimmed().isEmpty { properties["title"] = layout.title.trimmed() }
        if !layout.created.isEmpty { properties["created"] = layout.created }
        return Self.document(
            path: file.path, format: "pdf", pages: pages, properties: properties,
            unknownSymbols: layout.unknownSymbols, recognised: recognised)
    }

    /// The document that laid-out pages become: without their furniture, lines joined to paragraphs.
    static func document(
        path: String, format: String, pages: [PDFPage], properties: [String: String],
        unknownSymbols: Int, recognised: Set<Int> = []
    ) -> DecodedDocument {
        let furniture = PageFurniture(pages)
        let joined = PDFParagraphs(pages.map { furniture.body(of: $0) })
        var lines: [DecodedLine] = []
        for paragraph in joined.paragraphs {
            lines.append(
                DecodedLine(
                    text: paragraph.text, line: lines.count + 1,
                    locator: "page \(paragraph.page)"
                        + (recognised.contains(paragraph.page)
                            ? ", \(TextRecognition.mark)" : "")))
        }
        var doubts = DocumentFlow.doubts(unknownSymbols: unknownSymbols)
        if !recognised.isEmpty {
            doubts.append(.recognised(pages: recognised.count))
        }
        let empty = pages.count { $0.lines.isEmpty }
        if empty > 0 {
            doubts.append(.pagesWithoutText(empty, of: pages.count))
        }
        return DecodedDocument(
            path: path, encoding: format, lines: lines, lineCount: lines.count,
            properties: properties, doubts: doubts)
    }

    /// What `pdftotext` tells of the pages.
    private func layout(_ file: InputFile, _ options: [String]) throws(Refusal) -> PDFLayout {
        var output = try command.run(
            ["-q"] + options + ["-enc", "UTF-8", "{}", "-"], input: file.bytes)
        guard output.status == 0 else {
            // Poppler gives 1 for what it cannot open, which without a password is most often this.
            if Self.isEncrypted(file.bytes) { throw .encrypted }
            throw .commandFailed(command.name, status: output.status)
        }
        // Poppler hands on control characters, which XML does not allow.
        output.bytes.removeAll { $0 < 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
        var layout = PDFLayout()
        do throws(MarkupTrouble) {
            try MarkupParser.parse(output.bytes) { layout.take($0) }
        } catch {
            throw Refusal(error)
        }
        return layout
    }

    private static func isEncrypted(_ bytes: [UInt8]) -> Bool {
        FileKind.contains(Array(bytes.suffix(64 << 10)), "/Encrypt")
    }
}
