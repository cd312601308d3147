import ReportModel

/// Reads Word's .docx (Office Open XML, also of WPS and LibreOffice), whatever its extension.
struct WordReader: DocumentReader {
    let limits: ZipLimits

    init(limits: ZipLimits = ZipLimits()) { self.limits = limits }

    func accepts(name: String, head: [UInt8]) -> Bool {
        guard ZipArchive.isZip(head) else { return false }
        switch FileKind.extension(of: name) {
        case "docx", "docm", "dotx", "dotm", "doc", "wps", "wpt", "dot": return true
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
        let package = WordPackage(archive: ZipArchive(file.bytes, limits: limits))
        let parts = try package.parts()
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

/// Finds the parts of an Office Open XML package by its relationships.
struct WordPackage {
    let archive: ZipArchive

    struct Parts {
        var main = "word/document.xml"
        var styles: String?
        var numbering: String?
        var notes: [String] = []
        var properties: String?
    }

    /// The parts that the relationships name, with the usual names where they are missing.
    func parts() throws(Refusal) -> Parts {
        var parts = Parts()
        let root = try relationships("_rels/.rels", folder: "")
        parts.main = root["officeDocument"]?.first ?? parts.main
        parts.properties = root["core-properties"]?.first ?? "docProps/core.xml"
        let slash = parts.main.lastIndex(of: "/")
        let folder = slash.map { String(parts.main[...$0]) } ?? ""
        let name = parts.main.dropFirst(folder.count)
        let own = try relationships("\(folder)_rels/\(name).rels", folder: folder)
        parts.styles = own["styles"]?.first
        parts.numbering = own["numbering"]?.first
        parts.notes = (own["footnotes"] ?? []) + (own["endnotes"] ?? [])
        return parts
    }

    /// Targets by the last word of their type's address.
    private func relationships(_ part: String, folder: String) throws(Refusal)
        -> [String: [String]]
    {
        var found: [String: [String]] = [:]
        try parse(part) { event in
            guard case .start("Relationship", let attributes) = event,
                attributes["TargetMode"] != "External", let target = attributes["Target"],
                let type = attributes["Type"]?.split(separator: "/").last
            else { return }
            let path = target.hasPrefix("/") ? String(target.dropFirst()) : folder + target
            found[String(type), default: []].append(path)
        }
        return found
    }

    /// Unpacks a part and hands its events on as they come; false when there is no such part.
    @discardableResult
    func parse(
        _ part: String?,
        namespaces: [(uri: StaticString, prefix: StaticString)] = WordReader.namespaces,
        _ each: (MarkupEvent) -> Void
    ) throws(Refusal) -> Bool {
        guard let part else { return false }
        var isFound = false
        var trouble: MarkupTrouble?
        var isEncrypted = false
        do throws(ZipTrouble) {
            try archive.forEach { entry, member throws(ZipTrouble) in
                guard entry.name == part else { return true }
                isFound = true
                isEncrypted = entry.isEncrypted
                if !isEncrypted {
                    trouble = try Self.feed(member, namespaces: namespaces, each)
                }
                return false
            }
        } catch {
            throw Refusal(error)
        }
        if isEncrypted { throw .encrypted }
        if let trouble { throw Refusal(trouble) }
        return isFound
    }

    /// Gives back what is wrong with the markup, and throws what is wrong with the zip.
    private static func feed(
        _ member: borrowing ZipArchive.MemberBytes,
        namespaces: [(uri: StaticString, prefix: StaticString)],
        _ each: (MarkupEvent) -> Void
    ) throws(ZipTrouble) -> MarkupTrouble? {
        var trouble: MarkupTrouble?
        let parser = MarkupParser(namespaces: namespaces)
        try member.chunks { chunk in
            do throws(MarkupTrouble) {
                try parser.feed(chunk, last: false, each: each)
            } catch {
                trouble = error
            }
            return trouble == nil
        }
        do throws(MarkupTrouble) {
            if trouble == nil { try parser.feed([], last: true, each: each) }
        } catch {
            trouble = error
        }
        return trouble
    }
}

/// The title and dates that an office program keeps beside the text (文档属性): weak evidence.
struct OfficeProperties {
    private(set) var values: [String: String] = [:]
    private var name: String?

    private static let names = [
        "dc:title": "title", "dcterms:created": "created", "dcterms:modified": "modified",
        "meta:creation-date": "created", "dc:date": "modified",
    ]

    mutating func take(_ event: MarkupEvent) {
        switch event {
        case .start(let element, _): name = Self.names[element]
        case .end: name = nil
        case .text(let text):
            guard let name else { return }
            let value = ((values[name] ?? "") + text).trimmed()
            if !value.isEmpty { values[name] = value }
        }
    }
}

extension DecodedDocument {
    /// What a flow holds at its end.
    init(
        path: String, format: String, flow: DocumentFlow, properties: [String: String] = [:],
        doubts: [String] = []
    ) throws(Refusal) {
        if flow.isTooDeep { throw .tooDeep(DocumentFlow.tableDepth) }
        if flow.isFull { throw .tooMany(DocumentFlow.lineLimit) }
        self.init(
            path: path, encoding: format, lines: flow.lines, lineCount: flow.lines.count,
            properties: properties, doubts: doubts)
    }
}
