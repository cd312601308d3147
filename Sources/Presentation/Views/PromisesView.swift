import ReportIndex
import ReportModel
import ReportQuery

/// A plan with what answers it (计划与结果).
package struct PromiseBlock: Sendable {
    package let outcome: PlanReview.Outcome
    package let plan: Quotation
    /// `nil` without a trace.
    package let result: Quotation?
}

/// Plans and results (计划兑现).
package enum PromisesView {
    package static func blocks(_ review: PlanReview) -> [Block] {
        var blocks: [Block] = [
            .heading(
                wording(
                    "\(review.unit.name)：\(review.year) 年的计划与结果",
                    "\(review.unit.name): plans for \(review.year) and results"))
        ]
        if review.unit.isOneByName { blocks.append(.note(Naming.oneByName(review.unit.name))) }
        if review.planReports.isEmpty {
            blocks.append(
                .note(
                    wording("没有关于 \(review.year) 年的计划", "no report has plans for \(review.year)")))
        }
        if review.resultReports.isEmpty {
            blocks.append(
                .note(wording("没有 \(review.year) 年的报告", "there is no report on \(review.year)")))
        }
        for outcome in PlanReview.Outcome.allCases {
            let rows = review.rows.filter { $0.outcome == outcome }
            guard !rows.isEmpty else { continue }
            blocks += [.space, .heading("\(name(outcome)) \(rows.count)")]
            blocks += rows.map { .promise(block($0)) }
        }
        let counts = PlanReview.Outcome.allCases.map { "\(name($0)) \(review.count($0))" }
        return blocks + [
            .space, .note(counts.joined(separator: wording("，", ", "))),
            .note(
                wording(
                    "“未见”指当年报告没有写到，不等于没有做。",
                    "“No trace” means that the report does not tell of it, not that it was not done."
                )),
        ]
    }

    private static func block(_ row: PlanReview.Row) -> PromiseBlock {
        PromiseBlock(
            outcome: row.outcome, plan: Quotation(row.plan, source: row.plan.place),
            result: row.result.map { result in
                Quotation(
                    result, text: row.quotation ?? result.text,
                    source: "\(result.report.path):\(result.line)  \(why(row))")
            })
    }

    /// What decided, in words: 计划 260家，实际 247家.
    package static func why(_ row: PlanReview.Row) -> String {
        switch row.reason {
        case .figures:
            let planned = row.planned?.raw ?? "—"
            let actual = row.actual?.raw ?? "—"
            return wording("计划 \(planned)，实际 \(actual)", "planned \(planned), actual \(actual)")
        case .words(let words): return wording("写有“\(words)”", "it says “\(words)”")
        case .months(let due, let came):
            return wording("应在\(due)月，写的是\(came)月", "due by month \(due), told of month \(came)")
        case .told: return wording("写到此事", "told, and nothing speaks against it")
        case .noTrace: return wording("未写到", "not told")
        }
    }

    /// What became of a plan, in a word.
    package static func name(_ outcome: PlanReview.Outcome) -> String {
        switch outcome {
        case .kept: wording("兑现", "kept")
        case .partly: wording("部分兑现", "partly kept")
        case .notKept: wording("未兑现", "not kept")
        case .noTrace: wording("未见", "no trace")
        }
    }
}
