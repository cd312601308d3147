import Presentation
import ReportIndex
import ReportModel
import ReportQuery

/// Activities with their figures, one by one or added up (活动与数字).
enum ActivitiesTool {
    static let tool = Tool(
        name: "activities", title: Bilingual("活动与数字", "Activities and figures"),
        description: Bilingual(
            """
            各单位做了、计划或未做的具体活动，附数字。数字的 part 只有 head 可相加；value 为 null 是原文隐去，不是零。\
            sum：按单位、年份、计量单位合计。
            """,
            """
            Concrete things units did, planned or failed to do, with figures. Of figures only part=head may be added up; \
            value null is withheld, not zero. sum adds heads up by unit, year and measure.
            """),
        arguments: [
            ToolArgument(
                "query", .text(most: 2_000), "如 走访慰问", "e.g. 走访慰问", parameter: "q")
        ] + SearchTool.filters + [
            ToolArgument("status", .choice(["done", "planned", "not-done"]), "", ""),
            ToolArgument("sum", .flag, "合计", "add up"),
        ], answer: answer)

    @Sendable private static func answer(_ call: ToolCall) throws -> RecordValue {
        let request: ActivitiesRequest = try call.request()
        let notes = try request.parsed().notes + call.notes
        let records = try request.answer(in: call.reading)
        if request.sums {
            let sums = try ActivitiesRequest.sums(of: records)
            let page = Page(name: "sums", total: sums.count, notes: notes)
            return try page.written(
                sums.dropFirst(call.cursor.row), from: call.cursor, within: call.budget
            ) { sum, _ in Records.activitySum.object(sum).withoutBlanks }
        }
        let page = Page(name: "activities", total: records.count, notes: notes)
        let rest = records.dropFirst(call.cursor.row)
        let texts = try call.texts(of: rest.prefix(Page.mostRows))
        return try page.written(rest, from: call.cursor, within: call.budget) { record, most in
            Records.quotedActivity.object(
                QuotedActivity(record, text: texts[record.paragraph] ?? "", most: most)
            ).withoutBlanks
        }
    }
}

extension ToolCall {
    /// The texts of the paragraphs that activities stand in, by row id.
    func texts(of records: some Sequence<ActivityRecord>) throws(ReportError) -> [Int64: String] {
        var texts: [Int64: String] = [:]
        try reading.forEachText(of: Set(records.map(\.paragraph)).sorted()) {
            texts[$0.id] = $0.text
        }
        return texts
    }
}
