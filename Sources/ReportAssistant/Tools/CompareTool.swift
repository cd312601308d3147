import Presentation
import ReportModel
import ReportQuery

/// Units or years side by side, and what a unit does not mention (对照与缺项).
enum CompareTool {
    static let tool = Tool(
        name: "compare", title: Bilingual("对照与缺项", "Compare and gaps"),
        description: Bilingual(
            """
            units 两个以上：同类活动并排；一个：历年变化（course：kept、dropped、new）。\
            gaps：同类单位（或 units 其余各单位）有、units 第一个单位未提及的活动类；未提及不等于没有做。
            """,
            """
            Two or more units: their activities side by side by kind; one unit: its years (course kept, dropped, new). \
            gaps: kinds that peers (or the other units) report and the first does not mention, which is not "not done".
            """),
        arguments: [
            ToolArgument("units", .texts, "单位名", "names of units", isRequired: true),
            ToolArgument(
                "years", .text(), "如 2017-2019", "e.g. 2017-2019"),
            ToolArgument("topic", .text(), "主题代码；不用于 gaps", "topic id; not with gaps"),
            ToolArgument("gaps", .flag, "", ""),
        ], answer: answer)

    @Sendable private static func answer(_ call: ToolCall) throws -> RecordValue {
        if call.parameters.values("gaps").isEmpty { return try comparison(call) }
        return try gaps(call)
    }

    private static func comparison(_ call: ToolCall) throws -> RecordValue {
        let request: CompareRequest = try call.request()
        let comparison = try request.answer(in: call.reading)
        let cells = comparison.cells()
        var page = Page(name: "activities", total: cells.count, notes: call.notes)
        page.head = [.init("columns", .list(comparison.columns.map { .text($0) }))]
        let rest = cells.dropFirst(call.cursor.row)
        let texts = try call.texts(of: rest.prefix(Page.mostRows).map(\.record))
        return try page.written(rest, from: call.cursor, within: call.budget) { cell, most in
            let text = texts[cell.record.paragraph] ?? ""
            return Records.quotedCell.object(QuotedCell(cell, text: text, most: most))
                .withoutBlanks
        }
    }

    /// Mentions of a kind that are quoted, of all there are.
    private static let mostMentions = 2

    private static func gaps(_ call: ToolCall) throws -> RecordValue {
        let units = ValueList.split(call.parameters.values("units"))
        var asked = call.parameters.removing("units").removing("gaps")
        asked.add("unit", units.first ?? "")
        for peer in units.dropFirst() { asked.add("peers", peer) }
        let request = try GapsRequest(asked)
        let gaps = try request.answer(in: call.reading)
        var page = Page(name: "gaps", total: gaps.rows.count, notes: call.notes)
        page.head = [
            .init("unit", .text(gaps.unit.name)),
            .init("years", .list(gaps.years.map { .integer($0) })),
            .init("peers", .integer(gaps.peers.count)),
            .init("kinds_mentioned", .integer(gaps.mentioned)),
        ]
        let rest = gaps.rows.dropFirst(call.cursor.row)
        let texts = try call.texts(
            of: rest.prefix(Page.mostRows).flatMap { $0.records.prefix(mostMentions) })
        return try page.written(rest, from: call.cursor, within: call.budget) { row, most in
            let mentions = row.records.prefix(mostMentions).map { record in
                QuotedActivity(record, text: texts[record.paragraph] ?? "", most: most)
            }
            return Records.quotedGap.object(QuotedGap(row, gaps, mentions: mentions))
                .withoutBlanks
        }
    }
}
