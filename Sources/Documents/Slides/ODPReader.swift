import ReportModel

/// Reads OpenDocument presentations (.odp and flat .fodp): the text of the slides, each followed by its notes.
struct ODPReader: DocumentReader {
    let limits: ZipLimits

    init(limits: ZipLimits = ZipLimits()) { self.limits = limits }

    func accepts(name: String, head: [UInt8]) -> Bool {
        OpenDocument.isOne(
            .presentation, name: name, head: head, extensions: ["odp", "otp"], flat: ["fodp"])
    }

    func read(_ file: InputFile, options: ReadOptions) throws(ReportError) -> [DecodedDocument] {
        [try refusing(file.path) { () throws(Refusal) in try decode(file) }]
    }

    private func decode(_ file: InputFile) throws(Refusal) -> DecodedDocument {
        var body = ODPBody()
        let properties = try OpenDocument(file: file, limits: limits).parse { body.take($0) }
        body.flow.finish()
        return try DecodedDocument(
            path: file.path, format: "odp", flow: body.flow, properties: properties,
            doubts: body.hiddenSlides == 0 ? [] : [.hiddenSlides(body.hiddenSlides)])
    }
}

/// Follows a presentation from element to element.
private struct ODPBody {
    var flow = DocumentFlow()
    private(set) var hiddenSlides = 0
    private var isBody = false
    private var slides = 0
    private var isNotes = false
    private var style = ""
    private var hiddenStyles: Set<String> = []
    private var skipped = 0
    private var paragraphs = 0
    /// What each open frame is for.
    private var kinds: [String] = []

    private static let frames: Set<String> = [
        "draw:frame", "draw:custom-shape", "draw:rect", "draw:ellipse", "draw:line", "draw:path",
        "draw:connector", "draw:caption",
    ]
    private static let left: Set<String> = [
        "office:annotation", "text:ruby-text", "svg:title", "svg:desc", "office:binary-data",
        "office:forms", "draw:object", "draw:object-ole", "draw:page-thumbnail",
    ]
    private static let furniture: Set<String> = ["page-number", "date-time", "footer", "header"]

    mutating func take(_ event: MarkupEvent) {
        if flow.isFull || flow.isTooDeep { return }
        switch event {
        case .start(let name, let attributes):
            if skipped > 0 || isLeft(name, attributes) {
                skipped += 1
            } else if isBody {
                start(name, attributes)
            } else {
                isBody = name == "office:presentation"
                define(name, attributes)
            }
        case .end(let name):
            if skipped > 0 {
                skipped -= 1
            } else if isBody {
                end(name)
            }
        case .text(let text): if skipped == 0, paragraphs > 0 { flow.append(text.collapsed()) }
        }
    }

    private mutating func define(_ name: String, _ attributes: MarkupAttributes) {
        if name == "style:style" { style = attributes["style:name"] ?? "" }
        if name == "style:drawing-page-properties",
            attributes["presentation:visibility"] == "hidden"
        {
            hiddenStyles.insert(style)
        }
    }

    private mutating func isLeft(_ name: String, _ attributes: MarkupAttributes) -> Bool {
        guard isBody else { return false }
        if name == "draw:page", let style = attributes["draw:style-name"],
            hiddenStyles.contains(style)
        {
            slides += 1
            hiddenSlides += 1
            return true
        }
        guard let kind = attributes["presentation:class"] else { return Self.left.contains(name) }
        return Self.furniture.contains(kind) || attributes["presentation:placeholder"] == "true"
    }

    private mutating func start(_ name: String, _ attributes: MarkupAttributes) {
        switch name {
        case "draw:page":
            slides += 1
            flow.beginAside("slide \(slides)")
        case "presentation:notes":
            isNotes = true
            flow.beginAside("slide \(slides), notes")
        case _ where Self.frames.contains(name):
            kinds.append(attributes["presentation:class"] ?? "")
        case "text:p", "text:h":
            paragraphs += 1
            flow.beginParagraph()
        default: flow.beginShared(name, attributes)
        }
    }

    private mutating func end(_ name: String) {
        switch name {
        case "draw:page": flow.endAside()
        case "presentation:notes":
            isNotes = false
            flow.endAside()
        case _ where Self.frames.contains(name): _ = kinds.popLast()
        case "text:p", "text:h":
            paragraphs -= 1
            let isTitle = kinds.last == "title" && !isNotes
            flow.endParagraph(styleLevel: isTitle ? 1 : nil)
        case "table:table": flow.endTable()
        case "table:table-row": flow.endRow()
        case "table:table-cell", "table:covered-table-cell": flow.endCell()
        default: break
        }
    }
}
