import ReportIndex
import ReportModel
import ReportQuery

/// What `search` is asked (检索请求).
package struct SearchRequest: FilteredRequest {
    package var query = ""
    package var filters = FilterRequest()
    /// Hits a page.
    package var limit = 10
    /// Which page, from 1.
    package var page = 1
    /// Hits left out before the first page; a reader is not asked for it.
    package var offset = 0
    package var order: SearchOptions.Order?
    package var grouping: SearchOptions.Grouping?
    /// Sentences shown before and after the one with the match.
    package var context = 0
    /// Whether near-identical copies are listed one by one.
    package var listsCopies = false
    package var wantsFacets = false
    /// Whether only the words as written count.
    package var exactWords = false
    package var explains = false

    package init() {}

    package static var fields: [RequestField<SearchRequest>] {
        [.text("q", "检索式", "the question, in the query language", \.query)] + filterFields + [
            .number("limit", "每页条数", "hits a page", in: NumberRange.rows, \.limit),
            .number("page", "页码", "which page", in: NumberRange.rows, \.page),
            .choice("sort", "排序：relevance、source、year", "relevance, source or year", \.order),
            .choice("group-by", "每组一条：report、unit", "one hit a report or unit", \.grouping),
            .number(
                "context", "命中句前后的句数", "sentences around the one that matches",
                in: NumberRange.sentences, \.context),
            .flag("no-fold", "副本逐一列出", "list copies one by one", \.listsCopies),
            .flag(
                "exact-words", "只按原词，不用近义词和简称", "no synonyms, no long forms of abbreviations",
                \.exactWords),
            .flag("facets", "分面计数", "count matches by field", \.wantsFacets),
            .flag("explain", "说明排序", "say why each hit stands where it does", \.explains),
        ]
    }

    /// The question as the engine takes it.
    ///
    /// - Throws: `ReportError` for a filter's value, or for a question that asks nothing.
    package func parsed() throws -> Query {
        var parsed = try QueryParser.parse(query)
        try filters.apply(to: &parsed.filter)
        guard !parsed.isEmpty || !parsed.filter.isEmpty else {
            throw ReportError(
                place: wording("检索式", "query"),
                problem: wording("没有要找的词", "there is nothing to look for"),
                advice: wording(
                    "例如 zongjie search 留守儿童 关爱", "for example zongjie search 留守儿童 关爱"))
        }
        return parsed
    }

    /// - Parameter countsMatches: whether all matches are counted; facets are counted in any case.
    package func options(countsMatches: Bool) -> SearchOptions {
        var options = SearchOptions()
        options.limit = limit
        options.page = page
        options.offset = offset
        options.order = order ?? .relevance
        options.grouping = grouping
        options.foldsCopies = !listsCopies
        options.wantsFacets = wantsFacets
        options.exactWords = exactWords
        options.countsMatches = countsMatches || wantsFacets
        return options
    }

    /// - Throws: as `parsed()`, and what the engine throws.
    package func answer(
        using engine: SearchEngine, in reading: IndexReading, countsMatches: Bool = true
    ) throws -> SearchAnswer {
        try engine.search(try parsed(), options(countsMatches: countsMatches), in: reading)
    }
}
