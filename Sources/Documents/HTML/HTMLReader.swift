import ReportModel

/// Reads saved web pages (网页), and what web systems call `.doc` though it is a page.
struct HTMLReader: DocumentReader {
    var words = PageWords.standard

    init() {}

    func accepts(name: String, head: [UInt8]) -> Bool {
        switch FileKind.extension(of: name) {
        case "html", "htm", "xhtml", "shtml": true
        case "txt", "md": false
        default: Self.isPage(head)
        }
    }

    /// Whether the first bytes open a page.
    static func isPage(_ head: [UInt8]) -> Bool {
        guard let first = head.first(where: { $0 > 0x20 && $0 < 0x80 }), first == 0x3C else {
            return false
        }
        return FileKind.contains(head, "<html") || FileKind.contains(head, "<!doctype html")
    }

    func read(_ file: InputFile, options: ReadOptions) throws(ReportError) -> [DecodedDocument] {
        [
            try refusing(file.path) { () throws(Refusal) in
                try document(
                    path: file.path, bytes: file.bytes, header: nil, option: options.encoding)
            }
        ]
    }

    /// Decodes a page and keeps its main text.
    func document(path: String, bytes: [UInt8], header: String?, option: String?) throws(Refusal)
        -> DecodedDocument
    {
        let (text, encoding) = HTMLCharset.decode(bytes, header: header, option: option)
        var tree = HTMLTree()
        do throws(MarkupTrouble) {
            let parser = MarkupParser(
                depth: MarkupParser.htmlDepth, events: MarkupParser.pageEventLimit)
            try parser.page(WordConditions.removed(from: text)) { tree.take($0) }
        } catch {
            throw Refusal(error)
        }
        let main = MainText(tree)
        let flow = HTMLText(main).flow
        var document = try DecodedDocument(path: path, format: "html (\(encoding))", flow: flow)
        document.lines.removeAll { words.contains($0.text) }
        if let heading = main.heading(), !Self.opens(document, with: heading) {
            document.lines.insert(
                DecodedLine(text: heading.trimmed(), line: 1, locator: "title", styleLevel: 1),
                at: 0)
        }
        guard !document.lines.isEmpty else { throw .noText }
        for index in document.lines.indices { document.lines[index].line = index + 1 }
        document.lineCount = document.lines.count
        let title = tree.title.collapsed().trimmed()
        if !title.isEmpty { document.properties["title"] = title }
        let bad = text.unicodeScalars.count { $0 == "\u{FFFD}" }
        if bad > 0 {
            document.doubts.append(.badBytes(count: bad, encoding: encoding, line: nil))
        }
        return document
    }

    /// Whether the first lines say the heading already, perhaps broken over two or three.
    private static func opens(_ document: DecodedDocument, with heading: String) -> Bool {
        let words = MainText.squeezed(heading)
        let opening = MainText.squeezed(document.lines.prefix(6).map(\.text).joined())
        return opening.contains(words)
    }
}
