import Presentation
import ReferenceCorpus
import ReportModel

/// A term or an activity over the years, as a chart and as a table (趋势).
enum TrendPage {
    static let view = View(
        name: "trend", title: Bilingual("趋势", "Trend"), page: page, answer: answer)

    private static func answer(_ visit: Visit) throws -> WebResponse {
        let request: TrendRequest = try visit.request()
        return visit.answer(
            Records.trend(isOfActivity: request.countsActivities),
            try request.answer(in: visit.reading).years)
    }

    private static func page(_ visit: Visit) throws -> Page {
        let request: TrendRequest = try visit.request()
        let fields = FormFields(visit: visit)
        let form = fields.form(
            view.path,
            fields.text(
                "q", wording("词或活动", "term or activity"), hint: wording("如 留守儿童", "as written"))
                + fields.unit(wording("单位", "unit")) + fields.topic
                + fields.flag("activity", wording("数活动", "count activities"))
                + fields.flag("by-work", wording("按工作年份", "by year of the work")),
            wording("查看", "show"))
        let head: HTML = "<h1>\(view.title.current)</h1>\(form)\(try fields.knownUnits())"
        guard !request.term.isEmpty else {
            let hint = wording(
                "写一个词（照原样数）；勾选“数活动”则数名称或对象含它的活动。",
                "Name a term, counted as it is written, or tick “count activities”.")
            return Page(title: view.title.current, body: head + "<p class=\"note\">\(hint)</p>")
        }
        let trend = try request.answer(in: visit.reading)
        let renderer = HTMLRenderer(visit, view.path, request.parameters)
        let figure = TrendView.figure(
            trend, of: request.term, isOfActivity: request.countsActivities)
        let table = TableBlock(
            Records.trend(isOfActivity: request.countsActivities), trend.years,
            unknown: wording("未知", "unknown"))
        return Page(
            title: "\(view.title.current) · \(request.term)",
            body: head + FigureHTML.html(figure) + renderer.html(.table(table))
                + fields.downloads(view, request.parameters))
    }
}

/// A word in its contexts, line under line (语境共现).
enum ConcordancePage {
    static let view = View(
        name: "concordance", title: Bilingual("语境", "Contexts"), page: page, answer: answer)

    private static func answer(_ visit: Visit) throws -> WebResponse {
        let request: ConcordanceRequest = try visit.request()
        let limit = try visit.rows(request.limit, else: visit.mostRows)
        return visit.answer(
            Records.concordanceLine, try request.answer(in: visit.reading, limit: limit).lines)
    }

    private static func page(_ visit: Visit) throws -> Page {
        let request: ConcordanceRequest = try visit.request()
        let limit = try visit.rows(request.limit, else: visit.mostRows)
        let fields = FormFields(visit: visit)
        let orders = [
            ("source", wording("出处", "source")), ("left", wording("左边的字", "words before")),
            ("right", wording("右边的字", "words after")), ("unit", wording("单位", "unit")),
            ("year", wording("年份", "year")),
        ]
        let form = fields.form(
            view.path,
            fields.text("q", wording("词", "word"), hint: wording("照原样，如 留守儿童", "as written"))
                + fields.unit(wording("单位", "unit")) + fields.year
                + fields.choice("sort", wording("排序", "order"), orders), wording("查看", "show"))
        let head: HTML = "<h1>\(view.title.current)</h1>\(form)\(try fields.knownUnits())"
        guard !request.query.isEmpty else {
            let hint = wording("写一个词，逐行看它前后的文字。", "Name a word to see what stands around it.")
            return Page(title: view.title.current, body: head + "<p class=\"note\">\(hint)</p>")
        }
        let found = try request.answer(in: visit.reading, limit: limit)
        let renderer = HTMLRenderer(visit, view.path, request.parameters)
        return Page(
            title: "\(view.title.current) · \(request.query)",
            body: head + renderer.html(ConcordanceView.blocks(found))
                + fields.downloads(view, request.parameters), isWide: true)
    }
}

/// Words that set a choice of passages apart from the rest (关键词).
enum KeynessPage {
    static let view = View(
        name: "keyness", title: Bilingual("关键词", "Key words"), page: page, answer: answer)

    private static func items(_ request: KeynessRequest, _ visit: Visit, _ usual: Int) throws
        -> (Keyness, ArraySlice<Keyness.Item>)
    {
        let limit = try visit.rows(request.limit, else: usual)
        let keyness = try request.answer(in: visit.reading)
        return (keyness, keyness.items.prefix(limit))
    }

    private static func answer(_ visit: Visit) throws -> WebResponse {
        visit.answer(Records.keyness, try items(try visit.request(), visit, visit.mostRows).1)
    }

    private static func page(_ visit: Visit) throws -> Page {
        let request: KeynessRequest = try visit.request()
        let fields = FormFields(visit: visit)
        let form = fields.form(
            view.path,
            fields.unit(wording("单位", "unit")) + fields.year + fields.topic, wording("查看", "show"))
        let head: HTML = "<h1>\(view.title.current)</h1>\(form)\(try fields.knownUnits())"
        guard !request.filters.isEmpty else {
            let hint = wording(
                "选单位、年份或主题，看它比其余报告多用哪些词。",
                "Choose a unit, years or a topic to see the words it uses more than the rest.")
            return Page(title: view.title.current, body: head + "<p class=\"note\">\(hint)</p>")
        }
        let (keyness, shown) = try items(request, visit, 30)
        let renderer = HTMLRenderer(visit, view.path, request.parameters)
        let figure = Figure.bars(
            title: wording("关键词 G²", "Keyness G²"),
            shown.prefix(20).map { ($0.term, $0.logLikelihood) })
        let sizes = wording(
            "所选 \(keyness.targetSize) 词，其余 \(keyness.referenceSize) 词。G² 高于 15.13 为 0.01 % 水平。",
            "\(keyness.targetSize) words chosen, \(keyness.referenceSize) in the rest. G² above 15.13 is the 0.01 % level."
        )
        return Page(
            title: view.title.current,
            body: head + FigureHTML.html(figure)
                + renderer.html([.table(TableBlock(Records.keyness, shown)), .note(sizes)])
                + fields.downloads(view, request.parameters))
    }
}
