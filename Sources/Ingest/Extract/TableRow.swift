/// A line that may be a row of a table, cut into cells (表格行): at tabs, at wide gaps, or at blanks.
struct TableRow {
    let cells: [String]

    /// The longest line that is looked at, in bytes.
    private static let longest = 400

    /// `nil` for a line that has no cells or is a sentence.
    ///
    /// - Parameter before: Empty cells before the text's first.
    init?(_ text: String, before: Int = 0) {
        guard text.utf8.count <= Self.longest, Self.hasGap(text) else { return nil }
        let scalars = text.unicodeScalars
        guard !scalars.contains(where: { "。；！？".unicodeScalars.contains($0) }) else { return nil }
        let separators: [(String) -> [String]] = [
            {
                $0.contains("\t")
                    ? Self.cut($0, at: { $0 == "\t" }, atLeast: 1, keepsEmpty: true) : []
            },
            {
                $0.contains("|")
                    ? Self.cut($0, at: { $0 == "|" }, atLeast: 1, keepsEmpty: true) : []
            },
            { Self.cut($0, at: Self.isBlank, atLeast: 2, keepsEmpty: false) },
            { Self.cut($0, at: Self.isBlank, atLeast: 1, keepsEmpty: false) },
        ]
        var found: [String] = []
        for separate in separators where found.count < 2 { found = separate(text) }
        while found.last?.isEmpty == true { found.removeLast() }
        if found.first?.isEmpty == true, text.contains("|") { found.removeFirst() }
        guard found.count >= 2 else { return nil }
        cells = Array(repeating: "", count: before) + found
    }

    /// Whether a line has a tab, a wide blank, two blanks or an upright stroke: one pass over its bytes.
    private static func hasGap(_ text: String) -> Bool {
        var last: UInt8 = 0
        for byte in text.utf8 {
            // U+3000 is E3 80 80.
            if byte == 0x09 || byte == 0x7C || byte == 0x20 && last == 0x20 { return true }
            if byte == 0x80, last == 0x80 { return true }
            last = byte
        }
        return false
    }

    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        scalar == " " || scalar == "\u{3000}" || scalar == "\u{A0}"
    }

    /// The pieces between runs of separators, trimmed.
    private static func cut(
        _ text: String, at isSeparator: (Unicode.Scalar) -> Bool, atLeast: Int, keepsEmpty: Bool
    ) -> [String] {
        var cells: [String] = []
        var cell = String.UnicodeScalarView()
        var run = String.UnicodeScalarView()
        func close() {
            let words = String(cell).trimmingBlanks()
            if keepsEmpty || !words.isEmpty { cells.append(words) }
            cell = String.UnicodeScalarView()
        }
        for scalar in text.unicodeScalars {
            guard !isSeparator(scalar) else {
                if keepsEmpty { close() } else { run.append(scalar) }
                continue
            }
            if run.count >= atLeast { close() } else { cell.append(contentsOf: run) }
            run = String.UnicodeScalarView()
            cell.append(scalar)
        }
        close()
        return cells
    }

    /// 妇女小额担保贷款(笔), 金额（万元）: a name and the unit in brackets behind it.
    static func withoutUnit(_ cell: String) -> (name: String, unit: String?) {
        let scalars = Array(cell.unicodeScalars)
        guard let last = scalars.last, last == ")" || last == "）",
            let open = scalars.lastIndex(where: { $0 == "(" || $0 == "（" }), open > 0,
            scalars.count - open <= 8
        else { return (cell, nil) }
        func string(_ range: Range<Int>) -> String {
            String(String.UnicodeScalarView(scalars[range]))
        }
        var unit = string(open + 1..<scalars.count - 1).trimmingBlanks()
        for lead in ["单位：", "单位:"] where unit.hasPrefix(lead) {
            unit.removeFirst(lead.count)
        }
        return (string(0..<open).trimmingBlanks(), unit == "％" ? "%" : unit)
    }
}

extension String {
    fileprivate func trimmingBlanks() -> String {
        func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace }
        let head = unicodeScalars.drop(while: isBlank)
        let tail = head.reversed().drop(while: isBlank).reversed()
        return String(String.UnicodeScalarView(tail))
    }
}
