import ReportModel

/// Reads OpenDocument spreadsheets (.ods and flat .fods): cells hold their text as it is shown.
struct ODSReader: DocumentReader {
    let limits: ZipLimits

    init(limits: ZipLimits = ZipLimits()) { self.limits = limits }

    func accepts(name: String, head: [UInt8]) -> Bool {
        OpenDocument.isOne(
            .spreadsheet, name: name, head: head, extensions: ["ods", "ots"], flat: ["fods"])
    }

    func read(_ file: InputFile, options: ReadOptions) throws(ReportError) -> [DecodedDocument] {
        [try refusing(file.path) { () throws(Refusal) in try decode(file) }]
    }

    private func decode(_ file: InputFile) throws(Refusal) -> DecodedDocument {
        var body = ODSBody()
        let properties = try OpenDocument(file: file, limits: limits).parse { body.take($0) }
        return try body.lines.document(path: file.path, format: "ods", properties: properties)
    }
}

/// Follows a spreadsheet from element to element.
private struct ODSBody {
    private(set) var lines = SheetLines()
    private var sheet = SheetCells()
    private var sheets = 0
    private var name = ""
    private var style = ""
    private var hiddenStyles: Set<String> = []
    private var isHidden = false
    private var row = 0
    private var column = 0
    /// How often the open row and cell stand there.
    private var rowCount = 1
    private var cellCount = 1
    private var cells: [Int: String] = [:]
    private var text: String?
    private var value = ""
    private var isParagraph = false
    private var tables = 0
    private var skipped = 0

    /// What is no text of a cell.
    private static let left: Set<String> = [
        "office:annotation", "table:shapes", "text:ruby-text", "svg:title", "svg:desc",
        "table:tracked-changes", "office:binary-data", "office:forms", "draw:frame",
        "draw:custom-shape",
    ]

    mutating func take(_ event: MarkupEvent) {
        if lines.isFull { return }
        switch event {
        case .start(let name, let attributes):
            if skipped > 0 || Self.left.contains(name) {
                skipped += 1
            } else {
                start(name, attributes)
            }
        case .end(let name): if skipped > 0 { skipped -= 1 } else { end(name) }
        case .text(let words): if skipped == 0, isParagraph { text?.append(words.collapsed()) }
        }
    }

    private static func count(_ name: String, _ attributes: MarkupAttributes) -> Int {
        max(1, min(attributes[name].flatMap { Int($0) } ?? 1, 1 << 21))
    }

    private static func isHidden(_ attributes: MarkupAttributes) -> Bool {
        ["collapse", "filter"].contains(attributes["table:visibility"])
    }

    private mutating func start(_ name: String, _ attributes: MarkupAttributes) {
        switch name {
        case "style:style": style = attributes["style:name"] ?? ""
        case "style:table-properties":
            if attributes["table:display"] == "false" { hiddenStyles.insert(style) }
        case "table:table":
            tables += 1
            guard tables == 1 else { return }
            self.name = attributes["table:name"] ?? ""
            isHidden = attributes["table:style-name"].map { hiddenStyles.contains($0) } ?? false
            sheet = SheetCells()
            (row, column) = (0, 0)
        case _ where tables > 1: return
        case "table:table-column":
            let count = Self.count("table:number-columns-repeated", attributes)
            if Self.isHidden(attributes) {
                sheet.hiddenColumns.append(column...(column + count - 1))
            }
            column += count
        case "table:table-row":
            column = 0
            cells = [:]
            rowCount = Self.count("table:number-rows-repeated", attributes)
            if Self.isHidden(attributes) {
                for hidden in row..<(row + min(rowCount, DocumentFlow.lineLimit)) {
                    sheet.hidden.insert(hidden)
                }
            }
        case "table:table-cell", "table:covered-table-cell": startCell(attributes)
        case "text:p":
            text = text.map { $0.isEmpty ? "" : $0 + "\n" } ?? ""
            isParagraph = true
        case "text:s":
            text?.append(
                String(repeating: " ", count: min(64, Self.count("text:c", attributes))))
        case "text:tab": text?.append(" ")
        case "text:line-break": text?.append("\n")
        default: break
        }
    }

    private mutating func startCell(_ attributes: MarkupAttributes) {
        text = nil
        cellCount = Self.count("table:number-columns-repeated", attributes)
        value =
            attributes["office:string-value"] ?? attributes["office:date-value"]
            ?? attributes["office:value"] ?? ""
        if attributes["table:formula"] != nil, attributes["office:value-type"] == nil {
            sheet.formulas += 1
        }
        let rows = Self.count("table:number-rows-spanned", attributes)
        let columns = Self.count("table:number-columns-spanned", attributes)
        if let merged = MergedCells(
            rows: row...(row + rows - 1), columns: column...(column + columns - 1)),
            sheet.merges.count < MergedCells.limit
        {
            sheet.merges.append(merged)
        }
    }

    private mutating func end(_ name: String) {
        if name == "table:table" {
            tables -= 1
            guard tables == 0, sheets < XLSXReader.sheetLimit else { return }
            sheets += 1
            lines.add(sheet: self.name, sheet, isHidden: isHidden)
            return
        }
        guard tables == 1 else { return }
        switch name {
        case "text:p": isParagraph = false
        case "table:table-cell", "table:covered-table-cell":
            let shown = text ?? value
            text = nil
            if !shown.trimmed().isEmpty {
                for place in column..<(column + cellCount) where lines.admits(shown) {
                    cells[place] = shown
                }
            }
            column += cellCount
        case "table:table-row":
            if !cells.isEmpty {
                for place in row..<(row + rowCount) {
                    // The cells of the first are counted already.
                    let isAdmitted = place == row || cells.values.allSatisfy { lines.admits($0) }
                    guard isAdmitted else { return }
                    sheet.rows[place] = cells
                }
            }
            row += rowCount
        default: break
        }
    }
}
