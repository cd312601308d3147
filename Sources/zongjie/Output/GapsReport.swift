import ReportModel
import ReportQuery

/// Gaps for the eye (缺项的排版).
struct GapsReport {
    let gaps: ActivityGaps
    /// Whether every passage is shown.
    let isOpen: Bool
    private let terminal = Terminal.output

    init(gaps: ActivityGaps, isOpen: Bool) {
        self.gaps = gaps
        self.isOpen = isOpen
    }

    func print(limit: Int) {
        let years =
            gaps.years.isEmpty
            ? wording("各年", "all years") : gaps.years.map(String.init).joined(separator: ", ")
        StandardOutput.line(
            terminal.bold(
                wording(
                    "\(gaps.unit.name)的报告未提及（\(years)，对照 \(gaps.peers.count) 个同类单位）",
                    "not mentioned in the reports of \(gaps.unit.name) (\(years), beside \(gaps.peers.count) peers)"
                )))
        if gaps.unit.reports.isEmpty {
            StandardOutput.line(wording("该单位这些年没有报告", "the unit has no report for these years"))
        }
        StandardOutput.line()
        for row in gaps.rows.prefix(limit) { print(row) }
        if gaps.rows.count > limit {
            StandardOutput.line(
                wording(
                    "……另有 \(gaps.rows.count - limit) 类（--limit）",
                    "… \(gaps.rows.count - limit) more kinds (--limit)"))
        }
        StandardOutput.line(
            wording(
                "未提及 \(gaps.rows.count) 类，已提及 \(gaps.mentioned) 类。未提及不等于没有做。",
                "\(gaps.rows.count) kinds not mentioned, \(gaps.mentioned) mentioned. Not mentioned does not mean not done."
            ))
    }

    private func print(_ row: ActivityGaps.Row) {
        var counts = wording(
            "\(gaps.peers.count) 个单位中 \(row.doneBy.count) 个已做",
            "done by \(row.doneBy.count) of \(gaps.peers.count)")
        if !row.plannedBy.isEmpty {
            counts += wording("，\(row.plannedBy.count) 个计划", ", planned by \(row.plannedBy.count)")
        }
        let width = max(10, terminal.width - Terminal.columns(counts) - 2)
        StandardOutput.line(terminal.bold(Terminal.fit(row.kind, width)) + "  " + counts)
        for record in row.records.prefix(isOpen ? .max : 2) {
            let status =
                record.activity.status == .done ? "" : wording("（计划）", " (planned)")
            let head = "  \(ReportNaming.head(record.report))\(status)  \(record.place)"
            StandardOutput.line(terminal.dim(Terminal.fit(head, terminal.width)))
            let width = max(20, terminal.width - 4)
            let lines = TextWrapping.lines(record.activity.span, width: width)
            for line in lines.prefix(isOpen ? .max : 2) { StandardOutput.line("    " + line) }
        }
        StandardOutput.line()
    }
}
