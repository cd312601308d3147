import ReportModel

/// Reads Word documents that are one XML file (Word XML), as office systems write them under the name of
/// `.doc`: a package in one file (flat OPC) and Word 2003's own form.
struct WordXMLReader: DocumentReader {
    func accepts(name: String, head: [UInt8]) -> Bool {
        guard let kind = Kind(head) else { return false }
        return kind == .package || FileKind.extension(of: name) != "md"
    }

    private enum Kind {
        case package, word2003

        /// By the root element's name, in UTF-8 or UTF-16.
        init?(_ head: [UInt8]) {
            switch XMLRoot.name(head) {
            case "package" where FileKind.contains(head.filter { $0 != 0 }, "xmlPackage"):
                self = .package
            case "wordDocument": self = .word2003
            default: return nil
            }
        }
    }

    static let namespaces =
        WordReader.namespaces + [
            ("http://schemas.microsoft.com/office/2006/xmlPackage", "pkg"),
            ("http://schemas.microsoft.com/office/word/2003/wordml", "w"),
            ("http://schemas.microsoft.com/aml/2001/core", "aml"),
            ("urn:schemas-microsoft-com:office:office", "o"),
        ]

    func read(_ file: InputFile, options: ReadOptions) throws(ReportError) -> [DecodedDocument] {
        [try refusing(file.path) { () throws(Refusal) in try decode(file) }]
    }

    private func decode(_ file: InputFile) throws(Refusal) -> DecodedDocument {
        let is2003 = Kind(Array(file.bytes.prefix(4_096))) == .word2003
        // The text may stand before the styles and lists that it needs: they are read first.
        var parts = WordXMLParts()
        try parse(file) { parts.take(is2003 ? Word2003.translated($0) : $0) }
        var body = WordBody(
            styles: parts.styles.styles, numbering: parts.numbering.numbering,
            notes: parts.notes.notes)
        var main = WordXMLMain(isAll: is2003)
        try parse(file) { event in
            let event = is2003 ? Word2003.translated(event) : event
            if main.holds(event) { body.take(event) }
        }
        body.flow.finish()
        return try body.document(
            path: file.path, format: "word xml", properties: parts.properties.values)
    }

    private func parse(_ file: InputFile, _ each: (MarkupEvent) -> Void) throws(Refusal) {
        do throws(MarkupTrouble) {
            try MarkupParser.parse(file.bytes, namespaces: Self.namespaces, each)
        } catch {
            throw Refusal(error)
        }
    }
}

/// Collects what the text needs: styles, lists, notes, properties.
private struct WordXMLParts {
    var styles = WordStyles.Parser()
    var numbering = WordNumbering.Parser()
    var notes = WordNotes()
    var properties = OfficeProperties()
    /// The kind of part that is being read; of Word 2003's form there is only one.
    private var part = ""
    private var isPackage = false

    mutating func take(_ event: MarkupEvent) {
        if case .start("pkg:part", let attributes) = event {
            isPackage = true
            part = String(attributes["pkg:contentType"]?.split(separator: ".").last ?? "")
        }
        func isPart(_ name: String) -> Bool { !isPackage || part.hasPrefix(name) }
        if isPart("styles+") { styles.take(event) }
        if isPart("numbering+") { numbering.take(event) }
        if isPackage, part.hasPrefix("footnotes+") || part.hasPrefix("endnotes+") {
            notes.take(event)
        }
        if isPart("core-properties+") || part.hasSuffix("core-properties+xml") {
            properties.take(event)
        }
    }
}

/// Tells which events belong to the text itself.
private struct WordXMLMain {
    let isAll: Bool
    private var isMain = false
    private var depth = 0

    init(isAll: Bool) { self.isAll = isAll }

    mutating func holds(_ event: MarkupEvent) -> Bool {
        switch event {
        case .start("pkg:part", let attributes):
            let type = attributes["pkg:contentType"] ?? ""
            isMain =
                type.hasSuffix("document.main+xml") || type.hasSuffix("template.main+xml")
                || type.contains("macroEnabled") && type.hasSuffix("main+xml")
        case .end("pkg:part"): isMain = false
        case .start("w:body", _): depth += 1
        case .end("w:body"): depth -= 1
        default: return (isAll || isMain) && depth > 0
        }
        return false
    }
}

/// The elements of Word 2003's form by the names they have since (WordprocessingML 2003).
private enum Word2003 {
    static func translated(_ event: MarkupEvent) -> MarkupEvent {
        switch event {
        case .start(let name, let attributes):
            var attributes = attributes
            let name = translated(name, &attributes)
            return .start(name: name, attributes: attributes)
        case .end(let name):
            var none = MarkupAttributes()
            return .end(name: translated(name, &none))
        case .text: return event
        }
    }

    private static func translated(_ name: String, _ attributes: inout MarkupAttributes) -> String {
        switch name {
        case "w:listDef":
            rename("w:listDefId", "w:abstractNumId", &attributes)
            return "w:abstractNum"
        case "w:list":
            rename("w:ilfo", "w:numId", &attributes)
            return "w:num"
        case "w:ilst": return "w:abstractNumId"
        case "w:ilfo": return "w:numId"
        case "w:nfc":
            let number = attributes["w:val"].flatMap { Int($0) } ?? 0
            attributes.pairs = [("w:val", DocLists.format(number))]
            return "w:numFmt"
        case "o:Title": return "dc:title"
        case "o:Created": return "dcterms:created"
        case "o:LastSaved": return "dcterms:modified"
        case "aml:annotation":
            return attributes["w:type"] == "Word.Deletion" ? "w:del" : name
        default: return name
        }
    }

    private static func rename(
        _ old: String, _ new: String, _ attributes: inout MarkupAttributes
    ) {
        for index in attributes.pairs.indices where attributes.pairs[index].name == old {
            attributes.pairs[index].name = new
        }
    }
}
