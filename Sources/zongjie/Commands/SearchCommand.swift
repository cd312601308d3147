import ArgumentParser
import Presentation
import ReportIndex
import ReportModel
import ReportQuery

extension SearchOptions.Order: ExpressibleByArgument {}
extension SearchOptions.Grouping: ExpressibleByArgument {}

struct SearchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search",
        abstract: wording("检索段落，逐字准确，有用的在前。", "Find passages, exactly and in order of use."),
        discussion: discussion(
            """
            几个词要同时出现，次序不限。“…”须逐字出现；-词 不得出现；OR 任取其一；
            NEAR(a b, 10) 相距不超过这些字；词* 以此开头；
            单位: 年份: 报告年份: 主题: 类型: 地区: 用来筛选。-- 之后的都是检索词。
            """,
            """
            Plain words are wanted together, in any order. "…" must stand there literally; -word must not; \
            OR between alternatives; NEAR(a b, 10) within so many characters; word* for beginnings; \
            单位: 年份: 报告年份: 主题: 类型: 地区: (unit: year: report-year: topic: kind: region:) filter. After -- everything is a word.
            """,
            examples: """
                zongjie search 留守儿童 关爱
                zongjie search '"两癌"免费检查 年份:2015-2018 类型:done'
                zongjie search 智障 --exact-words
                zongjie search 怎样让老人不孤单 --meaning
                zongjie search '走访慰问 -春节' --unit 区妇联 --format jsonl --limit 50
                """))

    @Argument(
        parsing: .allUnrecognized,
        help: .wording("要找的词；几个词之间空格。", "What to look for; several words are joined by blanks."))
    var query: [String] = []

    @OptionGroup var filters: FilterOptions
    @OptionGroup var index: IndexOption
    @OptionGroup var meaning: MeaningOptions

    @Option(help: .wording("每页条数。", "Hits a page."))
    var limit = 10

    @Option(help: .wording("页码。", "Which page."))
    var page = 1

    @Option(help: .wording("排序：relevance 相关、source 来源、year 年份。", "relevance, source or year."))
    var sort = SearchOptions.Order.relevance

    @Option(
        name: .customLong("group-by"),
        help: .wording("每份报告（report）或单位（unit）一条。", "One hit a report or unit."))
    var grouping: SearchOptions.Grouping?

    @Option(
        help: .wording("命中句前后显示的句数。", "Sentences shown before and after the one with the match."))
    var context = 0

    @OptionGroup var output: OutputOptions

    @Option(help: .wording("超过这些秒即放弃。", "Give up after so many seconds."))
    var timeout = 10

    @Flag(
        name: .customLong("no-fold"),
        help: .wording("副本逐一列出。", "List near-identical copies one by one."))
    var noFold = false

    @Flag(
        name: .customLong("exact-words"),
        help: .wording("只按原词，不用近义词和简称。", "Words as written: no synonyms, no abbreviations."))
    var exactWords = false

    @Flag(help: .wording("按单位、年份、主题、类型计数。", "Count matches by unit, year, topic and kind."))
    var facets = false

    @Flag(
        help: .wording(
            "显示词、同义词和每条的排序缘由。", "Show words, synonyms, and why each hit stands where it does."))
    var explain = false

    func validate() throws {
        try Usage.refuseOptions(in: query)
        try Usage.check(request.validate)
        try Usage.range("timeout", timeout, 1...86_400)
        if facets, output.format == .csv {
            throw ValidationError(
                wording("--facets 用于 text 与 jsonl", "--facets goes with text and jsonl"))
        }
    }

    private var request: SearchRequest {
        var request = SearchRequest()
        request.query = Usage.words(query)
        request.filters = filters.request
        request.limit = limit
        request.page = page
        request.order = sort
        request.grouping = grouping
        request.context = context
        request.listsCopies = noFold
        request.wantsFacets = facets
        request.exactWords = exactWords
        request.explains = explain
        return request
    }

    func run() throws {
        let request = request
        _ = try request.parsed()
        let reading = try index.open(within: .seconds(timeout))
        let answer = try request.answer(
            using: try SearchEngine(embedder: try meaning.embedder()), in: reading,
            countsMatches: output.isText)
        for note in answer.notes where output.isText { StandardError.line(note) }
        if output.isText {
            for note in SearchView.missing(answer) { StandardError.line(note) }
            StandardOutput.blocks(SearchView.blocks(answer, request))
        } else {
            output.write(Records.hit, answer.hits)
            if facets { output.write(Records.facets, [answer]) }
            for note in answer.notes { StandardError.line(note) }
        }
        if answer.hits.isEmpty { throw ExitCode(1) }
    }
}
