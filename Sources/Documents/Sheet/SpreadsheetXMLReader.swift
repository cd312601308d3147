import Foundation
import ReportModel

/// Reads workbooks that are one XML file (XML 表格 2003), as office systems write them under the name of `.xls`.
struct SpreadsheetXMLReader: DocumentReader {
    func accepts(name: String, head: [UInt8]) -> Bool {
        XMLRoot.name(head) == "Workbook"
            && FileKind.contains(
                head.filter { $0 != 0 }, "urn:schemas-microsoft-com:office:spreadsheet")
    }

    func read(_ file: InputFile, options: ReadOptions) throws(ReportError) -> [DecodedDocument] {
        [
            try refusing(file.path) { () throws(Refusal) in
                var body = SpreadsheetXMLBody()
                do throws(MarkupTrouble) {
                    try MarkupParser.parse(file.bytes, namespaces: Self.namespaces) {
                        body.take($0)
                    }
                } catch {
                    throw Refusal(error)
                }
                return try body.lines.document(path: file.path, format: "xls (xml)")
            }
        ]
    }

    private static let namespaces: [(uri: StaticString, prefix: StaticString)] = [
        ("urn:schemas-microsoft-com:office:spreadsheet", "ss"),
        ("urn:schemas-microsoft-com:office:excel", "x"),
        ("http://www.w3.org/TR/REC-html40", "html"),
    ]
}

/// Follows the workbook from element to element.
private struct SpreadsheetXMLBody {
    private(set) var lines = SheetLines()
    private var sheet = SheetCells()
    private var name = ""
    private var isHidden = false
    private var row = -1
    private var column = -1
    private var style = ""
    private var formats: [String: CellFormat] = [:]
    private var cellFormat: CellFormat?
    private var type = ""
    private var text: String?
    private var isVisibility = false
    private var sheets = 0

    /// The names that stand for formats.
    private static let named = [
        "General Number": "General", "Short Date": "yyyy/m/d", "Long Date": "yyyy年m月d日",
        "General Date": "yyyy/m/d h:mm", "Medium Date": "yyyy/m/d", "Short Time": "h:mm",
        "Medium Time": "h:mm AM/PM", "Long Time": "h:mm:ss", "Fixed": "0.00",
        "Standard": "#,##0.00", "Percent": "0.00%", "Scientific": "0.00E+00",
        "Currency": "¥#,##0.00",
    ]

    mutating func take(_ event: MarkupEvent) {
        if lines.isFull { return }
        switch event {
        case .start(let name, let attributes): start(name, attributes)
        case .text(let words):
            if isVisibility, words.hasPrefix("SheetHidden") || words.hasPrefix("SheetVeryHidden") {
                isHidden = true
            }
            text?.append(words)
        case .end("ss:Data"): endData()
        case .end("ss:Cell"): endCell()
        case .end("x:Visible"): isVisibility = false
        case .end("ss:Worksheet"):
            guard sheets < XLSXReader.sheetLimit else { return }
            sheets += 1
            lines.add(sheet: name, sheet, isHidden: isHidden)
        case .end: break
        }
    }

    private mutating func start(_ name: String, _ attributes: MarkupAttributes) {
        func number(_ name: String) -> Int? { attributes[name].flatMap { Int($0) } }
        switch name {
        case "ss:Style": style = attributes["ss:ID"] ?? ""
        case "ss:NumberFormat":
            guard let code = attributes["ss:Format"] else { return }
            formats[style] = CellFormat(code: Self.named[code] ?? code)
        case "ss:Worksheet":
            self.name = attributes["ss:Name"] ?? ""
            (sheet, row, isHidden) = (SheetCells(), -1, false)
        case "x:Visible": isVisibility = true
        case "ss:Column":
            column = MergedCells.place(attributes["ss:Index"]) ?? column + 1
            let last = column + max(0, min(number("ss:Span") ?? 0, SheetLines.columnLimit))
            if attributes["ss:Hidden"] == "1", column >= 0 {
                sheet.hiddenColumns.append(column...last)
            }
            column = last
        case "ss:Table": column = -1
        case "ss:Row":
            row = MergedCells.place(attributes["ss:Index"]) ?? row + 1
            column = -1
            if attributes["ss:Hidden"] == "1" { sheet.hidden.insert(row) }
        case "ss:Cell":
            column = MergedCells.place(attributes["ss:Index"]) ?? column + 1
            cellFormat = attributes["ss:StyleID"].flatMap { formats[$0] }
            let across = max(0, min(number("ss:MergeAcross") ?? 0, SheetLines.columnLimit))
            let down = max(0, min(number("ss:MergeDown") ?? 0, 1 << 20))
            guard row >= 0, column >= 0, row < 1 << 30, column < 1 << 30
            else { return }
            if let merged = MergedCells(
                rows: row...(row + down), columns: column...(column + across)),
                sheet.merges.count < MergedCells.limit
            {
                sheet.merges.append(merged)
            }
        case "ss:Data":
            type = attributes["ss:Type"] ?? "String"
            text = ""
        default: break
        }
    }

    private mutating func endData() {
        guard let text, row >= 0, column >= 0 else { return }
        self.text = nil
        let shown = shown(text)
        if !shown.trimmed().isEmpty, lines.admits(shown) {
            sheet.rows[row, default: [:]][column] = shown
        }
    }

    /// What spans columns leaves them to the next cell.
    private mutating func endCell() {
        if let last = sheet.merges.last, last.rows.lowerBound == row,
            last.columns.lowerBound == column
        {
            column = last.columns.upperBound
        }
    }

    private func shown(_ text: String) -> String {
        let format = cellFormat ?? .general
        switch type {
        case "Number": return Double(text).map { format.text($0) } ?? text
        case "DateTime":
            guard let day = Self.days(text) else { return text }
            return (cellFormat ?? CellFormat(builtIn: 14)).text(day)
        case "Boolean": return text == "1" ? "TRUE" : "FALSE"
        default: return format.text(text)
        }
    }

    /// Days from the end of 1899 of `2021-03-08T14:30:00.000`.
    private static func days(_ text: String) -> Double? {
        let strategy = Date.ISO8601FormatStyle(timeZone: .gmt)
            .year().month().day().dateTimeSeparator(.standard).time(
                includingFractionalSeconds: false)
        guard let date = try? strategy.parse(String(text.prefix(19))) else { return nil }
        return date.timeIntervalSince1970 / 86_400 + 25_569
    }
}
