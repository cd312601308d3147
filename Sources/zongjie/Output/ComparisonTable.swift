import ReportModel
import ReportQuery

/// Units or years side by side, fitted to the window (对照表的排版).
struct ComparisonTable {
    let comparison: UnitComparison
    private let terminal = Terminal.output

    /// Narrower columns are set one below the other.
    private static let narrowest = 22
    /// Records and lines shown in a cell.
    private static let shownRecords = 3
    private static let shownLines = 4

    init(_ comparison: UnitComparison) {
        self.comparison = comparison
    }

    func print(limit: Int) {
        let count = max(1, comparison.columns.count)
        let width = (terminal.width - 3 * (count - 1)) / count
        let isStacked = width < Self.narrowest
        var topic: Topic??
        if !isStacked {
            line(comparison.columns.map { terminal.bold(pad(Terminal.fit($0, width), width)) })
        }
        for row in comparison.rows.prefix(limit) {
            if topic == nil || topic != .some(row.topic) {
                topic = .some(row.topic)
                StandardOutput.line()
                let name = row.topic?.chineseName ?? wording("未分主题", "no topic")
                StandardOutput.line(terminal.bold("【\(name)】"))
            }
            print(row, width: width, isStacked: isStacked)
        }
        let more = comparison.rows.count - limit
        if more > 0 {
            StandardOutput.line(wording("……另有 \(more) 行（--limit）", "… \(more) more rows (--limit)"))
        }
        if comparison.rows.isEmpty {
            StandardOutput.line(wording("没有可对照的活动", "nothing to compare"))
        }
    }

    private func print(_ row: UnitComparison.Row, width: Int, isStacked: Bool) {
        var head = row.kind ?? wording("仅一方写到", "told by one only")
        if comparison.isOverYears, row.kind != nil, let course = row.course {
            head += "  [\(Self.name(course))]"
        }
        StandardOutput.line()
        StandardOutput.line(terminal.bold(Terminal.fit("■ " + head, terminal.width)))
        if isStacked {
            for (name, records) in zip(comparison.columns, row.cells) where !records.isEmpty {
                StandardOutput.line(Terminal.fit("  " + name, terminal.width))
                for text in lines(records, width: max(10, terminal.width - 4)) {
                    StandardOutput.line("    " + text)
                }
            }
            return
        }
        let cells = row.cells.map { lines($0, width: width) }
        for number in 0..<(cells.map(\.count).max() ?? 0) {
            line(cells.map { pad(number < $0.count ? $0[number] : "", width) })
        }
    }

    private func line(_ cells: [String]) {
        StandardOutput.line(cells.joined(separator: " │ "))
    }

    private func pad(_ text: String, _ width: Int) -> String { Terminal.pad(text, width) }

    /// The quotations of a cell with their places; “—” where nothing is mentioned.
    private func lines(_ records: [ActivityRecord], width: Int) -> [String] {
        guard !records.isEmpty else { return [wording("— 未提及", "— not mentioned")] }
        var lines: [String] = []
        for record in records.prefix(Self.shownRecords) {
            let mark = record.activity.status == .planned ? wording("［计划］", "[plan] ") : ""
            let year = comparison.isOverYears ? "" : record.year.map { "\($0) " } ?? ""
            let text = TextWrapping.lines(year + mark + record.activity.span, width: width)
            lines += text.prefix(Self.shownLines)
            if text.count > Self.shownLines {
                lines[lines.count - 1] = Terminal.fit(lines[lines.count - 1] + "……", width)
            }
            lines.append(Terminal.fit("〔\(Self.place(record))〕", width))
        }
        let more = records.count - Self.shownRecords
        if more > 0 { lines.append(wording("……另 \(more) 项", "… \(more) more")) }
        return lines
    }

    /// The file's name and the line.
    private static func place(_ record: ActivityRecord) -> String {
        let name = record.report.path.split(separator: "/").last.map(String.init) ?? ""
        return "\(name):\(record.line)"
    }

    private static func name(_ course: UnitComparison.Row.Course) -> String {
        switch course {
        case .kept: wording("延续", "kept")
        case .dropped: wording("末年未提及", "dropped")
        case .new: wording("新增", "new")
        }
    }
}
