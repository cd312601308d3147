import ArgumentParser
import ReportIndex
import ReportModel
import ReportQuery

extension SearchOptions.Order: ExpressibleByArgument {}
extension SearchOptions.Grouping: ExpressibleByArgument {}

struct SearchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search",
        abstract: "Find passages, exactly and in order of use. 检索段落。",
        discussion: """
            Plain words are wanted together, in any order. "…" must stand there literally; -word must not; \
            OR between alternatives; NEAR(a b, 10) within so many characters; word* for beginnings; \
            单位: 年份: 报告年份: 主题: 类型: 地区: (unit: year: report-year: topic: kind: region:) filter.

            Example:
              zongjie search 留守儿童 关爱
              zongjie search '"两癌"免费检查 年份:2015-2018 类型:done'
              zongjie search '走访慰问 -春节' --unit 区妇联 --format jsonl --limit 50
            """)

    @Argument(
        parsing: .allUnrecognized, help: "What to look for; several words are joined by blanks.")
    var query: [String] = []

    @OptionGroup var filters: FilterOptions
    @OptionGroup var index: IndexOption

    @Option(help: "Hits a page.")
    var limit = 10

    @Option(help: "Which page.")
    var page = 1

    @Option(help: "relevance, source or year.")
    var sort = SearchOptions.Order.relevance

    @Option(name: .customLong("group-by"), help: "One hit a report or unit.")
    var grouping: SearchOptions.Grouping?

    @Option(help: "Sentences shown before and after the one with the match.")
    var context = 0

    @Option(help: "text, jsonl or csv.")
    var format = OutputFormat.text

    @Option(help: "Give up after so many seconds.")
    var timeout = 10

    @Flag(name: .customLong("no-fold"), help: "List near-identical copies one by one.")
    var noFold = false

    @Flag(help: "Count matches by unit, year, topic and kind.")
    var facets = false

    @Flag(help: "Show words, synonyms, and why each hit stands where it does.")
    var explain = false

    func validate() throws {
        guard (1...86_400).contains(timeout) else {
            throw ValidationError(
                wording("--timeout 应为 1 到 86400 秒", "--timeout must be 1 to 86400 seconds"))
        }
        guard limit > 0, page > 0, context >= 0 else {
            throw ValidationError(
                wording("--limit 与 --page 应大于 0", "--limit and --page must be above 0"))
        }
        // What looks like an option and is none of ours is a slip, not a word to exclude.
        if let slip = query.first(where: { $0.hasPrefix("--") }) {
            throw ValidationError(
                wording("没有选项 \(slip)", "there is no option \(slip)"))
        }
    }

    func run() throws {
        var parsed = try QueryParser.parse(query.joined(separator: " "))
        try filters.apply(to: &parsed.filter)
        guard !parsed.isEmpty || !parsed.filter.isEmpty else {
            throw QueryError(
                place: wording("检索式", "query"),
                problem: wording("没有要找的词", "there is nothing to look for"),
                advice: wording("例如 zongjie search 留守儿童 关爱", "for example zongjie search 留守儿童 关爱"))
        }
        var options = SearchOptions()
        options.limit = limit
        options.page = page
        options.order = sort
        options.grouping = grouping
        options.foldsCopies = !noFold
        options.wantsFacets = facets
        options.countsMatches = format == .text || facets
        let reading = try index.open(within: .seconds(timeout))
        let answer = try SearchEngine().search(parsed, options, in: reading)
        switch format {
        case .text:
            SearchReport(answer: answer, options: options, context: context, explains: explain)
                .print()
        case .jsonl, .csv:
            var writer = RowWriter(format: format)
            for hit in answer.hits { writer.write(Self.row(hit)) }
            for note in answer.notes { StandardError.line(note) }
        }
        if answer.hits.isEmpty { throw ExitCode(1) }
    }

    /// A hit's fields: rank, score, matched, highlights, copies, then the paragraph's.
    static func row(_ hit: Hit) -> OutputRow {
        var row = OutputRow()
        row.add("rank", hit.rank)
        row.add("score", .number((hit.score * 10_000).rounded() / 10_000))
        row.add("matched", hit.matched)
        row.add(
            "highlights",
            .list(hit.highlights.map { .list([.integer($0.lowerBound), .integer($0.upperBound)]) }))
        row.add("copies", .list(hit.copies.map { .integer(Int($0)) }))
        PassageRow.add(hit.passage, to: &row)
        return row
    }
}
