import ReportModel

/// Rows as a table with columns that line up, or as JSON Lines or CSV (表格).
struct TableWriter {
    /// A column: its name in machine-readable output, and at the head of a table.
    struct Column {
        let name: String
        let head: String
        let isText: Bool

        init(_ name: String, _ head: @autoclosure () -> String, isText: Bool = false) {
            self.name = name
            self.head = head()
            self.isText = isText
        }
    }

    let format: OutputFormat
    let columns: [Column]

    func write(_ rows: [[OutputValue]]) {
        guard format == .text else {
            var writer = RowWriter(format: format)
            for values in rows {
                var row = OutputRow()
                for (column, value) in zip(columns, values) { row.add(column.name, value) }
                writer.write(row)
            }
            return
        }
        let cells = rows.map { $0.map(Self.shown) }
        let widths = columns.indices.map { column in
            cells.reduce(Terminal.columns(columns[column].head)) {
                max($0, min(40, Terminal.columns($1[column])))
            }
        }
        line(columns.map(\.head), widths)
        for row in cells { line(row, widths) }
    }

    private func line(_ cells: [String], _ widths: [Int]) {
        var line = ""
        for (place, cell) in cells.enumerated() {
            let fitted = Terminal.fit(cell, widths[place])
            if columns[place].isText {
                line += Terminal.pad(fitted, widths[place])
            } else {
                line += String(
                    repeating: " ", count: max(0, widths[place] - Terminal.columns(fitted)))
                line += fitted
            }
            if place + 1 < cells.count { line += "  " }
        }
        while line.last == " " { line.removeLast() }
        StandardOutput.line(line)
    }

    /// Numbers with at most two decimals.
    private static func shown(_ value: OutputValue) -> String {
        guard case .number(let number) = value else { return value.cell }
        return Decimal2.text(number)
    }
}

/// Numbers as people read them.
enum Decimal2 {
    static func text(_ number: Double) -> String {
        guard number.isFinite else { return "–" }
        if abs(number) >= 1e12 { return "∞" }
        let hundredths = (abs(number) * 100).rounded()
        let whole = Int(hundredths / 100)
        let rest = Int(hundredths) - whole * 100
        let sign = number < 0 && hundredths > 0 ? "-" : ""
        return "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)"
    }

    /// A number for machine-readable output: six digits after the point.
    static func value(_ number: Double) -> OutputValue {
        .number((number * 1e6).rounded() / 1e6)
    }
}
