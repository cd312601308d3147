import ReportModel
import ReportQuery

extension Records {
    /// A plan beside what answers it.
    package static let promise = RecordType<(row: PlanReview.Row, review: PlanReview)>(
        "promise", "一项计划及其结果", "a plan with what answers it",
        [
            .text("unit", "单位", "单位", "the unit") { $0.review.unit.name },
            .flag(
                "unit_by_name_only", "单位只凭名称",
                "各报告只写同一名称而无地名，按同一文件夹当作一个单位",
                "whether only name and folder make the reports one unit's"
            ) { $0.review.unit.isOneByName },
            .integer("year", "年份", "结果的年份", "the year of the results") { $0.review.year },
            .text("outcome", "结果", "兑现情况的代码", "what became of it") { $0.row.outcome.rawValue },
            .object(
                "plan", "计划", "计划的活动", "the planned activity", activity,
                columns: ["path", "line", "value", "measure"], prefix: "plan_"
            ) { $0.row.plan },
            .object(
                "result", "结果段落", "最能对应的段落",
                "the passage that answers it best; null without a trace",
                passage, columns: ["path", "line", "kind"], prefix: "result_"
            ) { $0.row.result },
            .text("quotation", "结果原文", "结果的原句", "the sentence of it") { $0.row.quotation },
            .exact("planned_value", "计划数", "计划的数字", "the figure planned") { $0.row.planned?.value },
            .exact("actual_value", "结果数", "结果的数字", "the figure that came") { $0.row.actual?.value },
            .number("likeness", "相似度", places: 3, "0 到 1", "from 0 to 1") { $0.row.likeness },
            .text("why", "依据", "判断的依据", "what decided") { answer in
                // Chinese whatever the reader's language: what is exported does not depend on it.
                MessageLanguage.$current.withValue(.chinese) { PromisesView.why(answer.row) }
            },
        ])
}
