import ReportModel

/// Reads fixed-layout documents of Chinese offices (.ofd, 版式文档; GB/T 33190-2016): OFD.xml leads to the
/// document, that to its pages, and these to text objects with places, whose lines are joined as a PDF's.
struct OFDReader: DocumentReader {
    static let pageLimit = 5_000
    /// What one document may take.
    static let patience = Duration.seconds(8)

    let limits: ZipLimits

    init(limits: ZipLimits = ZipLimits()) { self.limits = limits }

    func accepts(name: String, head: [UInt8]) -> Bool {
        guard head.isEmpty || ZipArchive.isZip(head) else { return false }
        return FileKind.extension(of: name) == "ofd"
            || (FileKind.extension(of: name) != "zip" && FileKind.contains(head, "OFD.xml"))
    }

    private static let namespaces: [(uri: StaticString, prefix: StaticString)] = [
        ("http://www.ofdspec.org/2016", "ofd"), ("http://www.ofdspec.org", "ofd"),
        ("http://www.ofdspec.org/", "ofd"),
    ]

    func read(_ file: InputFile, options: ReadOptions) throws(ReportError) -> [DecodedDocument] {
        [try refusing(file.path) { () throws(Refusal) in try decode(file) }]
    }

    private func decode(_ file: InputFile) throws(Refusal) -> DecodedDocument {
        let start = ContinuousClock.now
        let archive = ZipArchive(file.bytes, limits: limits)
        var root = OFDRoot()
        guard let main = try parts(["OFD.xml"], of: archive)["OFD.xml"] else {
            throw .notThisFormat("OFD")
        }
        try parse(main) { root.take($0) }
        let paths = root.documents.map { ZippedMarkup.resolved($0) }
        let documents = try parts(Set(paths), of: archive)
        var pages: [(page: OFDPages.Page, box: [Double])] = []
        var templates: [String: String] = [:]
        for path in paths {
            guard let bytes = documents[path] else { continue }
            var list = OFDPages(folder: path)
            try parse(bytes) { list.take($0) }
            pages += list.pages.map { ($0, list.box) }
            templates.merge(list.templates) { $1 }
        }
        guard pages.count <= Self.pageLimit else { throw .tooMany(Self.pageLimit) }
        let wanted = Set(pages.map(\.page.path)).union(templates.values)
        let contents = try parts(wanted, of: archive)
        if contents.isEmpty, archive.holdsEncryption { throw .encrypted }
        var layouts: [PDFPage] = []
        var known: [String: OFDContent] = [:]
        var hasPictures = false
        var unknownSymbols = 0
        for (page, box) in pages {
            guard ContinuousClock.now - start < Self.patience else {
                throw .tooSlow(seconds: Int(Self.patience.components.seconds))
            }
            guard let bytes = contents[page.path] else { continue }
            var content = OFDContent(box: box)
            try parse(bytes) { content.take($0) }
            // A template's own templates are not followed, so that none can lead in a circle.
            for id in content.templates {
                guard let path = templates[id], let bytes = contents[path] else { continue }
                if known[path] == nil {
                    var template = OFDContent(box: box)
                    try parse(bytes) { template.take($0) }
                    known[path] = template
                }
                content.words += known[path]?.words ?? []
            }
            hasPictures = hasPictures || content.hasPictures
            unknownSymbols += content.unknownSymbols
            layouts.append(content.page)
        }
        guard layouts.contains(where: { !$0.lines.isEmpty }) else {
            throw hasPictures ? .noTextLayer : .noText
        }
        let properties = root.title.trimmed().isEmpty ? [:] : ["title": root.title.trimmed()]
        return PDFReader.document(
            path: file.path, format: "ofd", pages: layouts, properties: properties,
            unknownSymbols: unknownSymbols)
    }

    private func parts(_ names: Set<String>, of archive: ZipArchive) throws(Refusal)
        -> [String: [UInt8]]
    {
        do throws(ZipTrouble) {
            return try archive.read(names)
        } catch {
            throw Refusal(error)
        }
    }

    private func parse(_ bytes: [UInt8], _ each: (MarkupEvent) -> Void) throws(Refusal) {
        do throws(MarkupTrouble) {
            try MarkupParser.parse(bytes, namespaces: Self.namespaces, each)
        } catch {
            throw Refusal(error)
        }
    }
}

extension ZipArchive {
    /// Whether it keeps a list of what it encrypts (GB/T 33190 annex).
    fileprivate var holdsEncryption: Bool {
        var isFound = false
        do throws(ZipTrouble) {
            try forEach { entry, _ throws(ZipTrouble) in
                isFound =
                    isFound || entry.isEncrypted || entry.name.lowercased().contains("encrypt")
                return !isFound
            }
        } catch {
            return isFound
        }
        return isFound
    }
}

/// OFD.xml: the documents and the title.
private struct OFDRoot {
    var documents: [String] = []
    var title = ""
    private var element = ""

    mutating func take(_ event: MarkupEvent) {
        switch event {
        case .start(let name, _):
            element = name
            if name == "ofd:DocRoot" { documents.append("") }
        case .end: element = ""
        case .text(let text):
            if element == "ofd:DocRoot" { documents[documents.count - 1] += text.trimmed() }
            if element == "ofd:Title" { title += text }
        }
    }
}

/// Document.xml: its pages, templates and the size of a page.
private struct OFDPages {
    struct Page {
        var path: String
    }

    var pages: [Page] = []
    var templates: [String: String] = [:]
    var box = [0.0, 0, 210, 297]
    private let folder: String
    private var isBox = false

    /// - Parameter folder: The path of Document.xml.
    init(folder: String) {
        self.folder = folder.lastIndex(of: "/").map { String(folder[...$0]) } ?? ""
    }

    mutating func take(_ event: MarkupEvent) {
        switch event {
        case .start("ofd:Page", let attributes):
            if let place = attributes["BaseLoc"] { pages.append(Page(path: path(place))) }
        case .start("ofd:TemplatePage", let attributes):
            if let id = attributes["ID"], let place = attributes["BaseLoc"] {
                templates[id] = path(place)
            }
        case .start("ofd:PhysicalBox", _): isBox = true
        case .end("ofd:PhysicalBox"): isBox = false
        case .text(let text):
            let numbers = OFDContent.numbers(text)
            if isBox, numbers.count == 4 { box = numbers }
        default: break
        }
    }

    private func path(_ place: String) -> String {
        ZippedMarkup.resolved(place.hasPrefix("/") ? place : folder + place)
    }
}
