import ReportModel

/// Reads presentations of Office Open XML (.pptx): the text of the slides in their order, each followed by its
/// notes; nothing of masters and layouts.
struct PPTXReader: DocumentReader {
    static let slideLimit = 2_000

    let limits: ZipLimits

    init(limits: ZipLimits = ZipLimits()) { self.limits = limits }

    func accepts(name: String, head: [UInt8]) -> Bool {
        guard head.isEmpty || ZipArchive.isZip(head) else { return false }
        switch FileKind.extension(of: name) {
        case "pptx", "pptm", "ppsx", "potx": return true
        case "ppt", "dps", "pps": return !head.isEmpty
        case "zip", "docx", "xlsx": return false
        default: return FileKind.contains(head, "ppt/")
        }
    }

    func read(_ file: InputFile, options: ReadOptions) throws(ReportError) -> [DecodedDocument] {
        [try refusing(file.path) { () throws(Refusal) in try decode(file) }]
    }

    private static let namespaces: [(uri: StaticString, prefix: StaticString)] =
        [
            ("http://schemas.openxmlformats.org/presentationml/2006/main", "p"),
            ("http://purl.oclc.org/ooxml/presentationml/main", "p"),
            ("http://schemas.openxmlformats.org/drawingml/2006/main", "a"),
            ("http://purl.oclc.org/ooxml/drawingml/main", "a"),
        ] + WordReader.namespaces

    private func decode(_ file: InputFile) throws(Refusal) -> DecodedDocument {
        let package = ZippedMarkup(
            archive: ZipArchive(file.bytes, limits: limits), namespaces: Self.namespaces)
        let root = try package.relationships(of: "")
        let main = root.first { $0.type == "officeDocument" }?.path ?? "ppt/presentation.xml"
        var slides: [String] = []
        let isFound = try package.parse(main) { event in
            if case .start("p:sldId", let attributes) = event, let id = attributes["r:id"] {
                slides.append(id)
            }
        }
        guard isFound else { throw .notThisFormat("PowerPoint (.pptx)") }
        let parts = try package.relationships(of: main)
        var properties = OfficeProperties()
        try package.parse(root.first { $0.type == "core-properties" }?.path) {
            properties.take($0)
        }
        var flow = DocumentFlow()
        var hidden = 0
        for (index, id) in slides.prefix(Self.slideLimit).enumerated() {
            guard let part = parts.first(where: { $0.id == id })?.path else { continue }
            var slide = SlideBody(flow: flow)
            slide.begin("slide \(index + 1)")
            try package.parse(part) { slide.take($0) }
            guard !slide.isHidden else {
                hidden += 1
                continue
            }
            let notes = try package.relationships(of: part).first { $0.type == "notesSlide" }
            slide.begin("slide \(index + 1), notes", isNotes: true)
            try package.parse(notes?.path) { slide.take($0) }
            slide.end()
            flow = slide.flow
        }
        flow.finish()
        let doubts: [Doubt] =
            hidden == 0
            ? []
            : [.hiddenSlides(hidden)]
        return try DecodedDocument(
            path: file.path, format: "pptx", flow: flow, properties: properties.values,
            doubts: doubts)
    }
}

/// The text of one slide, or of its notes.
private struct SlideBody {
    var flow: DocumentFlow
    private(set) var isHidden = false
    private var isNotes = false
    private var isOpen = false
    private var skipped = 0
    private var isText = false
    /// The kind of the shape's placeholder, once it is known.
    private var placeholder: String?

    init(flow: DocumentFlow) { self.flow = flow }

    mutating func begin(_ place: String, isNotes: Bool = false) {
        end()
        flow.beginAside(place)
        isOpen = true
        self.isNotes = isNotes
    }

    mutating func end() {
        if isOpen { flow.endAside() }
        isOpen = false
    }

    /// Dates, numbers and feet are furniture; of notes only the body is text.
    private var isLeft: Bool {
        ["dt", "ftr", "sldNum", "hdr"].contains(placeholder) || (isNotes && placeholder != "body")
    }

    mutating func take(_ event: MarkupEvent) {
        switch event {
        case .start(let name, let attributes):
            if skipped > 0 || name == "mc:Fallback" {
                skipped += 1
            } else {
                start(name, attributes)
            }
        case .end(let name):
            if skipped > 0 {
                skipped -= 1
            } else {
                end(name)
            }
        case .text(let text): if skipped == 0, isText, !isLeft { flow.append(text) }
        }
    }

    private mutating func start(_ name: String, _ attributes: MarkupAttributes) {
        switch name {
        case "p:sld": isHidden = attributes["show"] == "0" || attributes["show"] == "false"
        case "p:sp", "p:graphicFrame": placeholder = nil
        case "p:ph": placeholder = attributes["type"] ?? "body"
        case "p:pic": flow.hasPictures = true
        case "a:p": if !isLeft { flow.beginParagraph() }
        case "a:t": isText = true
        case "a:br": if !isLeft { flow.append("\n") }
        case "a:tbl": flow.beginTable()
        case "a:tr": flow.beginRow()
        case "a:tc": flow.beginCell()
        default: break
        }
    }

    private mutating func end(_ name: String) {
        switch name {
        case "a:p":
            let isTitle = !isNotes && (placeholder == "title" || placeholder == "ctrTitle")
            if !isLeft { flow.endParagraph(styleLevel: isTitle ? 1 : nil) }
        case "a:t": isText = false
        case "a:tbl": flow.endTable()
        case "a:tr": flow.endRow()
        case "a:tc": flow.endCell()
        default: break
        }
    }
}
