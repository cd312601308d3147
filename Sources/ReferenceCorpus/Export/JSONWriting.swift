import ReportModel

/// JSON as text (RFC 8259), fields in the order they are given.
package enum JSONWriting {
    /// A text as a JSON string, characters beyond ASCII as they are, but for those that act on a terminal.
    package static func string(_ text: String) -> String {
        var json = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": json += "\\\""
            case "\\": json += "\\\\"
            case "\n": json += "\\n"
            case "\r": json += "\\r"
            case "\t": json += "\\t"
            case _ where VisibleText.isUnsafe(scalar):
                for unit in String(scalar).utf16 {
                    let hex = String(unit, radix: 16)
                    json += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
                }
            default: json.unicodeScalars.append(scalar)
            }
        }
        return json + "\""
    }

    static func list(_ texts: [String]) -> String {
        "[" + texts.map(string).joined(separator: ", ") + "]"
    }

    static func object(_ fields: [(name: String, json: String)]) -> String {
        "{" + fields.map { string($0.name) + ": " + $0.json }.joined(separator: ", ") + "}"
    }
}

/// Cells of CSV (RFC 4180), safe to open in a spreadsheet.
package enum CSVWriting {
    /// A row with its line end.
    package static func line(_ cells: [String]) -> String {
        cells.map(cell).joined(separator: ",") + "\r\n"
    }

    /// Beginnings that make a spreadsheet run a cell as a formula, full width ones too.
    private static let dangerous = Set("=+-@＝＋－＠\t\r".unicodeScalars)

    /// Whether a spreadsheet would run the cell; a plain number is none.
    private static func isFormula(_ text: some StringProtocol) -> Bool {
        guard let first = text.unicodeScalars.first, dangerous.contains(first) else { return false }
        return Double(text) == nil
    }

    /// A cell a spreadsheet would run as a formula begins with an apostrophe; what acts on a terminal, or turns
    /// text around, is made visible, for CSV has no escapes.
    private static func cell(_ text: String) -> String {
        let shown = VisibleText.of(text, keepingLines: true)
        let text = isFormula(shown) ? "'" + shown : shown
        guard text.unicodeScalars.contains(where: { ",\"\r\n".unicodeScalars.contains($0) }) else {
            return text
        }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }

    /// A cell without the apostrophe that kept it from being run.
    private static func plain(_ cell: String) -> String {
        cell.hasPrefix("'") && isFormula(cell.dropFirst()) ? String(cell.dropFirst()) : cell
    }

    /// The rows of a CSV text.
    static func rows(_ text: String) -> [[String]] {
        var rows: [[String]] = []
        var row: [String] = []
        var cell = ""
        var isQuoted = false
        var scalars = Array(text.unicodeScalars)[...]
        if scalars.first == "\u{FEFF}" { scalars.removeFirst() }
        while let scalar = scalars.popFirst() {
            switch scalar {
            case "\"" where isQuoted && scalars.first == "\"":
                scalars.removeFirst()
                cell.unicodeScalars.append("\"")
            case "\"": isQuoted.toggle()
            case "," where !isQuoted:
                row.append(plain(cell))
                cell = ""
            case "\r" where !isQuoted: continue
            case "\n" where !isQuoted:
                rows.append(row + [plain(cell)])
                row = []
                cell = ""
            default: cell.unicodeScalars.append(scalar)
            }
        }
        if !cell.isEmpty || !row.isEmpty { rows.append(row + [plain(cell)]) }
        return rows
    }
}
