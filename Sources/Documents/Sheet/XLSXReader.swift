import ReportModel

/// Reads workbooks of Office Open XML (.xlsx, also of WPS under the name of .et).
struct XLSXReader: DocumentReader {
    static let sheetLimit = 256

    let limits: ZipLimits

    init(limits: ZipLimits = ZipLimits()) { self.limits = limits }

    func accepts(name: String, head: [UInt8]) -> Bool {
        guard head.isEmpty || ZipArchive.isZip(head) else { return false }
        switch FileKind.extension(of: name) {
        case "xlsx", "xlsm", "xltx", "xltm": return true
        case "xls", "et", "ett": return !head.isEmpty
        case "docx", "pptx", "odt", "ods", "zip", "ofd": return false
        default: return FileKind.contains(head, "xl/")
        }
    }

    func read(_ file: InputFile, options: ReadOptions) throws(ReportError) -> [DecodedDocument] {
        [try refusing(file.path) { () throws(Refusal) in try decode(file) }]
    }

    private static let namespaces: [(uri: StaticString, prefix: StaticString)] =
        [
            ("http://schemas.openxmlformats.org/spreadsheetml/2006/main", "s"),
            ("http://purl.oclc.org/ooxml/spreadsheetml/main", "s"),
        ] + WordReader.namespaces

    private func decode(_ file: InputFile) throws(Refusal) -> DecodedDocument {
        let package = ZippedMarkup(
            archive: ZipArchive(file.bytes, limits: limits), namespaces: Self.namespaces)
        let root = try package.relationships(of: "")
        let main = root.first { $0.type == "officeDocument" }?.path ?? "xl/workbook.xml"
        var workbook = XLSXWorkbook()
        guard try package.parse(main, { workbook.take($0) }) else {
            throw .notThisFormat("Excel (.xlsx)")
        }
        let parts = try package.relationships(of: main)
        var strings = XLSXStrings()
        try package.parse(parts.first { $0.type == "sharedStrings" }?.path) { strings.take($0) }
        var styles = XLSXStyles()
        try package.parse(parts.first { $0.type == "styles" }?.path) { styles.take($0) }
        var properties = OfficeProperties()
        try package.parse(root.first { $0.type == "core-properties" }?.path) {
            properties.take($0)
        }
        var lines = SheetLines()
        for sheet in workbook.sheets.prefix(Self.sheetLimit) {
            guard let part = parts.first(where: { $0.id == sheet.id })?.path else { continue }
            var reader = XLSXSheet(
                strings: strings.texts, formats: styles.formats, is1904: workbook.is1904)
            try package.parse(part) { reader.take($0, &lines) }
            lines.add(sheet: sheet.name, reader.cells, isHidden: sheet.isHidden)
        }
        return try lines.document(path: file.path, format: "xlsx", properties: properties.values)
    }
}

/// The sheets of a workbook by their order.
private struct XLSXWorkbook {
    var sheets: [(name: String, id: String, isHidden: Bool)] = []
    var is1904 = false

    mutating func take(_ event: MarkupEvent) {
        guard case .start(let name, let attributes) = event else { return }
        switch name {
        case "s:sheet":
            sheets.append(
                (
                    attributes["name"] ?? "", attributes["r:id"] ?? "",
                    attributes["state"]?.lowercased().hasSuffix("hidden") ?? false
                ))
        case "s:workbookPr": is1904 = ["1", "true"].contains(attributes["date1904"])
        default: break
        }
    }
}

/// The texts that cells share.
private struct XLSXStrings {
    var texts: [String] = []
    private var isText = false
    private var inReading = 0

    mutating func take(_ event: MarkupEvent) {
        switch event {
        case .start("s:si", _): texts.append("")
        case .start("s:t", _): isText = true
        // The reading of Chinese characters is no text of the cell.
        case .start("s:rPh", _): inReading += 1
        case .end("s:t"): isText = false
        case .end("s:rPh"): inReading -= 1
        case .text(let text):
            if isText, inReading == 0, !texts.isEmpty { texts[texts.count - 1] += text }
        default: break
        }
    }
}

/// The number formats of cells by the number of their style.
private struct XLSXStyles {
    var formats: [CellFormat] = []
    private var codes: [Int: String] = [:]
    private var isInCells = false

    mutating func take(_ event: MarkupEvent) {
        switch event {
        case .start("s:numFmt", let attributes):
            if let id = attributes["numFmtId"].flatMap({ Int($0) }) {
                codes[id] = attributes["formatCode"]
            }
        case .start("s:cellXfs", _): isInCells = true
        case .end("s:cellXfs"): isInCells = false
        case .start("s:xf", let attributes) where isInCells:
            let id = attributes["numFmtId"].flatMap { Int($0) } ?? 0
            formats.append(codes[id].map { CellFormat(code: $0) } ?? CellFormat(builtIn: id))
        default: break
        }
    }
}

/// One sheet's cells.
private struct XLSXSheet {
    let strings: [String]
    let formats: [CellFormat]
    let is1904: Bool
    private(set) var cells = SheetCells()
    private var row = -1
    private var column = -1
    private var type = ""
    private var style = 0
    private var value = ""
    private var isValue = false
    private var inReading = 0
    private var isFormula = false
    private var hasValue = false

    init(strings: [String], formats: [CellFormat], is1904: Bool) {
        self.strings = strings
        self.formats = formats
        self.is1904 = is1904
    }

    mutating func take(_ event: MarkupEvent, _ lines: inout SheetLines) {
        if lines.isFull { return }
        switch event {
        case .start("s:row", let attributes):
            row = attributes["r"].flatMap { Int($0) }.map { $0 - 1 } ?? row + 1
            column = -1
            if ["1", "true"].contains(attributes["hidden"]) { cells.hidden.insert(row) }
        case .start("s:c", let attributes):
            column = attributes["r"].flatMap(Self.column) ?? column + 1
            type = attributes["t"] ?? "n"
            style = attributes["s"].flatMap { Int($0) } ?? 0
            value = ""
            (isFormula, hasValue) = (false, false)
        case .start("s:f", _): isFormula = true
        case .start("s:col", let attributes):
            let first = attributes["min"].flatMap { Int($0) } ?? 1
            let last = attributes["max"].flatMap { Int($0) } ?? first
            guard ["1", "true"].contains(attributes["hidden"]), first > 0, first <= last,
                cells.hiddenColumns.count < SheetLines.columnLimit
            else { return }
            cells.hiddenColumns.append((first - 1)...(last - 1))
        case .start("s:mergeCell", let attributes):
            guard cells.merges.count < MergedCells.limit, let reference = attributes["ref"] else {
                return
            }
            if let merged = MergedCells(reference) { cells.merges.append(merged) }
        case .start("s:v", _), .start("s:t", _):
            isValue = inReading == 0
            hasValue = true
        case .start("s:rPh", _): inReading += 1
        case .end("s:rPh"): inReading -= 1
        case .end("s:v"), .end("s:t"): isValue = false
        case .end("s:c"):
            let text = shown()
            if isFormula, !hasValue { cells.formulas += 1 }
            if !text.isEmpty, lines.admits(text) { cells.rows[row, default: [:]][column] = text }
        case .text(let text): if isValue { value += text }
        default: break
        }
    }

    private func shown() -> String {
        let format = formats.indices.contains(style) ? formats[style] : .general
        switch type {
        case "s":
            let text = Int(value).flatMap { strings.indices.contains($0) ? strings[$0] : nil } ?? ""
            return format.text(text)
        case "n":
            guard let number = Double(value) else { return value }
            return format.text(number, is1904: is1904)
        case "b": return value == "1" ? "TRUE" : value == "0" ? "FALSE" : value
        default: return value
        }
    }

    /// The column of a reference such as `AB12`, from 0.
    private static func column(_ reference: String) -> Int? {
        var column = 0
        for byte in reference.utf8.prefix(4) {
            guard byte >= 0x41, byte <= 0x5A else { break }
            column = column * 26 + Int(byte) - 0x40
        }
        return column > 0 ? column - 1 : nil
    }
}
