import Presentation
import ReportModel
import ReportQuery

/// Passages for a question (检索).
enum SearchTool {
    static let tool = Tool(
        name: "search", title: Bilingual("检索", "Search"),
        description: Bilingual(
            """
            在工作总结里检索段落，有用的在前。query：几个词要同时出现；"…" 须逐字出现；-词 排除；OR 任取其一；NEAR(a b, 20)。\
            total 是含有全部词的段落数；every_word 为 false 的是近义或部分匹配。
            """,
            """
            Find passages of Chinese work reports, best first. query (in Chinese): words are wanted together; "…" exactly; \
            -word excludes; OR; NEAR(a b, 20). total counts passages with every word; every_word false marks partial matches.
            """),
        arguments: [
            ToolArgument(
                "query", .text(most: 2_000), "如 留守儿童 关爱", "e.g. 留守儿童 关爱", parameter: "q")
        ] + filters + [
            ToolArgument("limit", .integer(1...50), "默认 10", "default 10"),
            ToolArgument("sort", .choice(["relevance", "source", "year"]), "", ""),
        ], answer: answer)

    /// Which passages are looked at.
    static let filters = [
        ToolArgument("unit", .text(), "名称或其一部分", "name or part of it"),
        ToolArgument("year", .text(), "工作年份，如 2015-2018", "of the work, e.g. 2015-2018"),
        ToolArgument("topic", .text(), "代码，见 about", "id, see about"),
        ToolArgument(
            "kind", .choice(["overview", "done", "problem", "plan", "advice", "other"]), "", ""),
        ToolArgument("path", .text(), "路径的一部分", "part of it"),
    ]

    @Sendable private static func answer(_ call: ToolCall) throws -> RecordValue {
        var request: SearchRequest = try call.request()
        let limit = request.limit
        request.offset = call.cursor.row
        // One more tells whether there are more.
        request.limit = limit + 1
        let answer = try request.answer(using: try call.engines.search(), in: call.reading)
        var page = Page(name: "hits", total: answer.matchCount)
        page.notes = answer.notes + SearchView.missing(answer) + call.notes
        if answer.matchCount == 0, !answer.hits.isEmpty {
            page.notes.append(
                wording(
                    "没有段落同时含有全部词语，以下为部分匹配",
                    "no passage has every word; these match in part"))
        }
        return try page.written(
            answer.hits.prefix(limit), isRest: answer.hits.count <= limit, from: call.cursor,
            within: call.budget
        ) { hit, most in
            Records.quotedHit.object(QuotedHit(hit, most: most)).withoutBlanks
        }
    }
}
