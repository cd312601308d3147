import ReferenceCorpus
import ReportIndex
import ReportModel
import ReportQuery

/// What `trend` is asked of words or an activity (趋势请求).
package struct TrendRequest: FilteredRequest {
    /// The term, as it is written.
    package var term = ""
    package var filters = FilterRequest()
    /// Whether activities are counted whose name or object has the term, not the term itself.
    package var countsActivities = false
    /// By the year the work concerns, not the year the report is filed under.
    package var byWork = false

    package init() {}

    package static var fields: [RequestField<TrendRequest>] {
        [.text("q", "照原样的词，或活动", "the term as it is written, or an activity", \.term)]
            + filterFields + [
                .flag("activity", "数活动而不数词", "count activities, not words", \.countsActivities),
                .flag("by-work", "按工作年份", "by the year the work concerns", \.byWork),
            ]
    }

    package func check() throws(ReportError) { try refuseNoise() }

    /// - Throws: `ReportError` for a filter's value.
    package func answer(in reading: IndexReading) throws -> Trend {
        guard !term.isEmpty else {
            throw ReportError(
                place: "q", problem: wording("没有给出词", "no term is given"),
                advice: wording("例如 留守儿童", "for example 留守儿童"))
        }
        let corpus = try CorpusIndex(reading)
        var query = try QueryParser.parse("")
        try filters.apply(to: &query.filter)
        let passages = try corpus.passages(query)
        guard countsActivities else {
            return try Trend(of: [term], byWork: byWork, corpus: corpus, passages: passages)
        }
        return try Trend(
            ofActivity: term, done: false, byWork: byWork, corpus: corpus, passages: passages)
    }
}

/// What `concordance` is asked (语境共现请求).
package struct ConcordanceRequest: FilteredRequest {
    package var query = ""
    package var filters = FilterRequest()
    package var order: Concordance.Order?
    package var limit: Int?

    package init() {}

    package static var fields: [RequestField<ConcordanceRequest>] {
        [.text("q", "检索式，词照原样找", "the question; its words are taken as written", \.query)]
            + filterFields + [
                .choice(
                    "sort", "排序：source、left、right、unit、year", "source, left, right, unit or year",
                    \.order),
                .optionalNumber("limit", "行数", "lines", in: NumberRange.rows, \.limit),
            ]
    }

    package func check() throws(ReportError) { try refuseNoise() }

    /// - Throws: `ReportError` for a question that asks nothing.
    package func answer(in reading: IndexReading, limit: Int) throws -> Concordance {
        var parsed = try QueryParser.parse(query)
        try filters.apply(to: &parsed.filter)
        guard !parsed.texts.isEmpty else {
            throw ReportError(
                place: wording("检索式", "query"),
                problem: wording("没有要找的词", "there is nothing to look for"))
        }
        return try Concordance(
            parsed, corpus: try CorpusIndex(reading), within: nil, order: order ?? .source,
            limit: limit)
    }
}

/// What `keyness` is asked: words that set what the filters leave apart from the rest (关键词请求).
package struct KeynessRequest: FilteredRequest {
    package var filters = FilterRequest()
    package var order: Keyness.Order?
    package var limit: Int?

    package init() {}

    package static var fields: [RequestField<KeynessRequest>] {
        filterFields + [
            .choice("sort", "排序：ll、log-ratio、diff", "ll, log-ratio or diff", \.order),
            .optionalNumber("limit", "行数", "rows", in: NumberRange.rows, \.limit),
        ]
    }

    package func check() throws(ReportError) { try refuseNoise() }

    /// - Throws: `ReportError` when there is nothing, or no rest, to compare.
    package func answer(in reading: IndexReading) throws -> Keyness {
        let corpus = try CorpusIndex(reading)
        var query = try QueryParser.parse("")
        var reference = try corpus.passages(query)
        try filters.apply(to: &query.filter)
        let target = try corpus.passages(query)
        reference.subtract(target)
        guard !target.isEmpty, !reference.isEmpty else {
            throw ReportError(
                .notFound, place: wording("筛选", "filters"),
                problem: wording("没有可比的两批文字", "there are no two selections to compare"),
                advice: wording("请选一个单位、年份、主题或类型", "choose a unit, year, topic or kind"))
        }
        return try Keyness(
            corpus: corpus, target: target, reference: reference, units: TextUnits(.words),
            order: order ?? .logLikelihood)
    }
}
