import Presentation
import ReportIndex
import ReportModel
import ReportQuery

/// Whether words stand in the reports, and where (核对引文).
enum QuoteTool {
    static let tool = Tool(
        name: "verify_quote", title: Bilingual("核对引文", "Verify a quotation"),
        description: Bilingual(
            """
            引文是否逐字见于报告。verdict：exact 一字不差；alike 只在 differs 所列方面（空白、全半角、大小写、繁简）不同，不算相符；\
            not-found 没有。引用之前请核对。
            """,
            """
            Whether words stand in the reports, every character. verdict: exact; alike (differs only in white space, width, \
            letter case or traditional characters: not the same); not-found. Verify before you quote.
            """),
        arguments: [
            ToolArgument(
                "quote", .text(most: 20_000), "引文；换行是段落的末尾",
                "the words; a line end is a paragraph's end", isRequired: true),
            ToolArgument("place", .text(), "只在此文件或 路径:行号 中找", "only in this PATH or at PATH:LINE"),
        ], answer: answer)

    @Sendable private static func answer(_ call: ToolCall) throws -> RecordValue {
        let quote = call.parameters.values("quote").last ?? ""
        let everywhere = try QuoteSearch(call.reading).places(of: quote)
        let place = call.parameters.values("place").last
        let places = try place.map { place in
            let allowed = try ids(at: place, in: call.reading)
            return everywhere.filter { allowed.contains($0.passage) }
        }
        let found = places ?? everywhere
        var page = Page(name: "places", total: found.count, notes: call.notes)
        let verdict =
            found.isEmpty ? "not-found" : found[0].differences.isEmpty ? "exact" : "alike"
        page.head = [.init("verdict", .text(verdict))]
        if places != nil, found.isEmpty {
            page.head.append(.init("found_elsewhere", .integer(everywhere.count)))
        }
        let rest = found.dropFirst(call.cursor.row)
        let shown = rest.prefix(Page.mostRows)
        let passages = try call.reading.passages(shown.map(\.passage))
        return try page.written(
            Array(zip(shown, passages)), isRest: shown.count == rest.count, from: call.cursor,
            within: call.budget
        ) { pair, most in
            Records.quotedPlace.object(QuotedPlace(pair.0, in: pair.1, most: most))
                .withoutBlanks
        }
    }

    private static func ids(at place: String, in reading: IndexReading) throws -> Set<Int64> {
        switch try ReadingPlace(place).found(in: reading) {
        case .passage(let passage): [passage.id]
        case .file(let reports): Set(reports.flatMap(\.passages).map(\.id))
        }
    }
}
