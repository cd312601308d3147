import ReportModel

/// Puts the sheets of a workbook into lines (工作表成行): the sheet's name is a heading, a row is a line, its
/// cells by tabs as in other formats' tables; a row of one cell above a table is the table's title.
struct SheetLines {
    static let cellLimit = 2_000_000
    static let columnLimit = 1_024

    private(set) var lines: [DecodedLine] = []
    private(set) var isFull = false
    private var cells = 0
    private var size = 0
    private var hiddenRows = 0
    private var hiddenColumns = 0
    private var formulas = 0
    private var hiddenSheets: [String] = []

    /// Whether one more cell may be kept; the readers ask before they hold it.
    mutating func admits(_ text: String) -> Bool {
        cells += 1
        size += text.utf8.count
        if cells > Self.cellLimit || size > DocumentFlow.textLimit { isFull = true }
        return !isFull
    }

    mutating func add(sheet name: String, _ sheet: SheetCells, isHidden: Bool) {
        let (rows, columns) = sheet.shownColumns()
        let filled = rows.compactMapValues { Self.text($0) }.sorted { $0.key < $1.key }
        guard !filled.isEmpty else { return }
        guard !isHidden else { return hiddenSheets.append(name) }
        hiddenColumns += columns
        formulas += sheet.formulas
        let shown = filled.filter { !sheet.hidden.contains($0.key) }
        hiddenRows += filled.count - shown.count
        guard let first = shown.first else { return }
        if !Self.isUnnamed(name) { append(name, "\(name)!", level: 1) }
        let hasTable = shown.contains { $0.value.contains("\t") }
        for (row, text) in shown {
            let isTitle =
                row == first.key && hasTable && !text.contains("\t")
                && text.unicodeScalars.count <= 60
            append(text, "\(name)!\(row + 1)", level: isTitle ? 2 : nil)
        }
    }

    private mutating func append(_ text: String, _ locator: String, level: Int?) {
        guard lines.count < DocumentFlow.lineLimit else {
            isFull = true
            return
        }
        lines.append(
            DecodedLine(text: text, line: lines.count + 1, locator: locator, styleLevel: level))
    }

    /// The cells up to the last that is not empty; `nil` when all are.
    private static func text(_ cells: [Int: String]) -> String? {
        let filled = cells.mapValues { $0.joinedLines() }.filter { !$0.value.isEmpty }
        guard let last = filled.keys.max(), let first = filled.keys.min() else { return nil }
        // Cells far out are not worth a tab for every column between.
        guard last < columnLimit else {
            return filled.sorted { $0.key < $1.key }.map(\.value).joined(separator: "\t")
        }
        // One cell is a title wherever it stands.
        if first == last { return filled[first] }
        return (0...last).map { filled[$0] ?? "" }.joined(separator: "\t")
    }

    /// Sheet1, 工作表1: the names that programs give.
    private static func isUnnamed(_ name: String) -> Bool {
        let start = name.prefix { !$0.isNumber }.lowercased()
        return ["sheet", "工作表", "sheet ", "表"].contains(start)
            && name.dropFirst(start.count).allSatisfy(\.isNumber)
    }

    /// The document that the sheets become.
    func document(path: String, format: String, properties: [String: String] = [:])
        throws(Refusal) -> DecodedDocument
    {
        if isFull { throw .tooMany(Self.cellLimit) }
        guard !lines.isEmpty else { throw .noText }
        var doubts: [Doubt] = []
        if hiddenRows > 0 {
            doubts.append(.hiddenRows(hiddenRows))
        }
        if hiddenColumns > 0 { doubts.append(.hiddenColumns(hiddenColumns)) }
        if formulas > 0 { doubts.append(.formulasWithoutValues(formulas)) }
        if !hiddenSheets.isEmpty {
            let names = hiddenSheets.joined(separator: "、")
            doubts.append(.hiddenSheets(names))
        }
        return DecodedDocument(
            path: path, encoding: format, lines: lines, lineCount: lines.count,
            properties: properties, doubts: doubts)
    }
}
