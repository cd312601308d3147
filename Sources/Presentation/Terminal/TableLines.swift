import ReportModel

/// What stands in columns (分栏排版).
extension TerminalRenderer {
    func lines(_ table: TableBlock) -> [StyledText] {
        let widths = table.columns.indices.map { column in
            table.rows.reduce(TextColumns.of(table.columns[column].heading)) {
                max($0, min(40, TextColumns.of($1[column])))
            }
        }
        func line(_ cells: [String]) -> StyledText {
            var line = ""
            for (place, cell) in cells.enumerated() {
                let fitted = TextColumns.fit(cell, widths[place])
                line +=
                    table.columns[place].isText
                    ? TextColumns.pad(fitted, widths[place])
                    : TextColumns.padStart(fitted, widths[place])
                if place + 1 < cells.count { line += "  " }
            }
            while line.last == " " { line.removeLast() }
            return StyledText(line)
        }
        return [line(table.columns.map(\.heading))] + table.rows.map(line)
    }

    /// Matches stand under each other: the left side is filled up to half of what the window leaves.
    func lines(_ concordance: ConcordanceBlock) -> [StyledText] {
        let match = concordance.lines.reduce(0) { max($0, TextColumns.of($1.match)) }
        let source = min(34, concordance.lines.reduce(0) { max($0, TextColumns.of($1.source)) })
        let side = max(10, (max(width, 80) - match - source - 8) / 2)
        return concordance.lines.map { line in
            let left = TextColumns.fitEnd(Self.flat(line.left), side)
            let right = TextColumns.fit(Self.flat(line.right), side)
            let blanks = String(repeating: " ", count: match - TextColumns.of(line.match))
            return TextColumns.padStart(left, side) + StyledText.match(line.match) + blanks
                + TextColumns.pad(right, side) + "  "
                + StyledText.faint(TextColumns.fit(line.source, source))
        }
    }

    /// Control characters as blanks: a text's line ends say nothing in a line of contexts.
    private static func flat(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.map { $0.value < 0x20 ? " " : $0 }))
    }
}
