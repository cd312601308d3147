import ReportModel

/// Units or years side by side, fitted to the window (对照表的排版).
extension TerminalRenderer {
    /// Narrower columns are set one below the other.
    private static let narrowest = 22
    /// Quotations of a cell, and lines of a quotation.
    private static let shownQuotations = 3
    private static let shownLines = 4

    func lines(_ comparison: ComparisonBlock) -> [StyledText] {
        let count = max(1, comparison.columns.count)
        let column = (width - 3 * (count - 1)) / count
        let isStacked = column < Self.narrowest
        var lines: [StyledText] = []
        if !isStacked {
            lines.append(
                Self.joined(
                    comparison.columns.map {
                        .strong(TextColumns.pad(TextColumns.fit($0, column), column))
                    }))
        }
        var topic: String?
        for row in comparison.rows {
            if topic != row.topic {
                topic = row.topic
                lines += ["", .strong("【\(row.topic)】")]
            }
            lines += ["", .strong(TextColumns.fit("■ " + row.head, width))]
            lines += isStacked ? stacked(row, comparison.columns) : aside(row, column: column)
        }
        return lines
    }

    private func stacked(_ row: ComparisonBlock.Row, _ columns: [String]) -> [StyledText] {
        zip(columns, row.cells).flatMap { name, quotations -> [StyledText] in
            guard !quotations.isEmpty else { return [] }
            return [StyledText(TextColumns.fit("  " + name, width))]
                + cell(quotations, max(10, width - 4)).map { StyledText("    " + $0) }
        }
    }

    private func aside(_ row: ComparisonBlock.Row, column: Int) -> [StyledText] {
        let cells = row.cells.map { cell($0, column) }
        return (0..<(cells.map(\.count).max() ?? 0)).map { number in
            Self.joined(
                cells.map { lines in
                    StyledText(
                        TextColumns.pad(number < lines.count ? lines[number] : "", column))
                })
        }
    }

    private static func joined(_ cells: [StyledText]) -> StyledText {
        guard var line = cells.first else { return "" }
        for cell in cells.dropFirst() { line += " │ " + cell }
        return line
    }

    /// The quotations of a cell with their places; “—” where nothing is mentioned.
    private func cell(_ quotations: [Quotation], _ width: Int) -> [String] {
        guard !quotations.isEmpty else { return [wording("— 未提及", "— not mentioned")] }
        var lines: [String] = []
        for quotation in quotations.prefix(Self.shownQuotations) {
            let text = TextColumns.wrap(quotation.text, width)
            lines += text.prefix(Self.shownLines)
            if text.count > Self.shownLines, let last = lines.popLast() {
                lines.append(TextColumns.fit(last + "……", width))
            }
            lines.append(TextColumns.fit("〔\(quotation.source)〕", width))
        }
        let more = quotations.count - Self.shownQuotations
        if more > 0 { lines.append(wording("……另 \(more) 项", "… \(more) more")) }
        return lines
    }
}
