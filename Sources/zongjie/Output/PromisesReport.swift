import ReportModel
import ReportQuery

/// Plans and results for the eye (计划兑现的排版).
struct PromisesReport {
    let review: PlanReview
    private let terminal = Terminal.output

    init(review: PlanReview) {
        self.review = review
    }

    func print() {
        StandardOutput.line(
            terminal.bold(
                wording(
                    "\(review.unit.name)：\(review.year) 年的计划与结果",
                    "\(review.unit.name): plans for \(review.year) and results")))
        if review.planReports.isEmpty {
            StandardOutput.line(
                wording("没有关于 \(review.year) 年的计划", "no report has plans for \(review.year)"))
        }
        if review.resultReports.isEmpty {
            StandardOutput.line(
                wording("没有 \(review.year) 年的报告", "there is no report on \(review.year)"))
        }
        for outcome in PlanReview.Outcome.allCases {
            let rows = review.rows.filter { $0.outcome == outcome }
            guard !rows.isEmpty else { continue }
            StandardOutput.line()
            StandardOutput.line(terminal.bold("\(Self.name(outcome)) \(rows.count)"))
            for row in rows { print(row) }
        }
        StandardOutput.line()
        StandardOutput.line(
            wording(
                "“未见”指当年报告没有写到，不等于没有做。",
                "“No trace” means that the report does not tell of it, not that it was not done."))
    }

    private func print(_ row: PlanReview.Row) {
        quote(wording("计划", "plan"), row.plan.activity.span, row.plan.place)
        if let result = row.result {
            quote(
                wording("结果", "result"), row.quotation ?? result.text,
                "\(result.report.path):\(result.line)  \(row.why)")
        }
        StandardOutput.line()
    }

    private func quote(_ name: String, _ text: String, _ place: String) {
        let indent = Terminal.columns(name) + 4
        let lines = TextWrapping.lines(text, width: max(20, terminal.width - indent))
        for (number, line) in lines.prefix(4).enumerated() {
            let head = number == 0 ? "  \(name)  " : String(repeating: " ", count: indent)
            StandardOutput.line(head + line + (number == 3 && lines.count > 4 ? "…" : ""))
        }
        StandardOutput.line(
            String(repeating: " ", count: indent)
                + terminal.dim(Terminal.fit(place, max(20, terminal.width - indent))))
    }

    private static func name(_ outcome: PlanReview.Outcome) -> String {
        switch outcome {
        case .kept: wording("兑现", "kept")
        case .reworded: wording("提法改变", "reworded")
        case .noTrace: wording("未见", "no trace")
        }
    }
}
