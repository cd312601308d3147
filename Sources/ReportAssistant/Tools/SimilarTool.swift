import Presentation
import ReportModel
import ReportQuery

/// Passages about the same work (可比段落).
enum SimilarTool {
    static let tool = Tool(
        name: "similar", title: Bilingual("可比段落", "Similar passages"),
        description: Bilingual(
            "别的报告中与一段文字（text）或一个段落（at）说同样工作的段落。total 是够相近的候选数（至多 200）。",
            "Passages of other reports about the same work as a text, or as the passage at PATH:LINE. total: those near enough among 200 candidates."
        ),
        arguments: [
            ToolArgument("text", .text(most: 20_000), "任意文字", "any text"),
            ToolArgument("at", .text(), "路径:行号", "PATH:LINE"),
            ToolArgument("other_units", .flag, "只看别的单位", "other units only"),
        ] + SearchTool.filters.filter { $0.name != "path" } + [
            ToolArgument("limit", .integer(1...50), "默认 10", "default 10")
        ], answer: answer)

    @Sendable private static func answer(_ call: ToolCall) throws -> RecordValue {
        var request: SimilarRequest = try call.request()
        guard (request.text == nil) != (request.at == nil) else {
            throw ReportError(
                place: "text", problem: wording("text 与 at 给且只给一个", "give either text or at"))
        }
        let limit = request.limit
        // All of them, so that their number is known: candidates are two hundred at most.
        request.limit = 1_000
        let answer = try request.answer(using: try call.engines.similar(), in: call.reading)
        let rest = answer.hits.dropFirst(call.cursor.row)
        var page = Page(name: "hits", total: answer.hits.count)
        page.notes = answer.notes + call.notes
        return try page.written(
            rest.prefix(limit), isRest: rest.count <= limit, from: call.cursor,
            within: call.budget
        ) { hit, most in
            Records.quotedSimilar.object(QuotedSimilarHit(hit, most: most)).withoutBlanks
        }
    }
}
