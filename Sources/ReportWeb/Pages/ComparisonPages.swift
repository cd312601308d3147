import Presentation
import ReportModel
import ReportQuery

/// Units, or the years of one, side by side (对照).
enum ComparePage {
    static let view = View(
        name: "compare", title: Bilingual("对照", "Compare"), page: page, answer: answer)

    private static func answer(_ visit: Visit) throws -> WebResponse {
        let request: CompareRequest = try visit.request()
        let limit = try visit.rows(request.limit, else: visit.mostRows)
        let comparison = try request.answer(in: visit.reading)
        let cells = comparison.cells(limit: limit)
        return visit.answer(
            Records.comparison(isOverYears: comparison.isOverYears), cells.prefix(visit.mostRows))
    }

    private static func page(_ visit: Visit) throws -> Page {
        let fields = FormFields(visit: visit)
        let form = fields.form(
            view.path,
            fields.text(
                "units", wording("单位（逗号隔开）", "units, with commas"),
                hint: wording("如 望川区妇联,东浦区妇联", "two or more"))
                + fields.text(
                    "years", wording("年份", "years"), hint: wording("如 2017-2019", "2017-2019"))
                + fields.topic, wording("对照", "compare"))
        let head: HTML = "<h1>\(view.title.current)</h1>\(form)"
        guard !visit.parameters.values("units").isEmpty || !visit.parameters.values("unit").isEmpty
        else {
            let hint = wording(
                "写两个或更多单位；只写一个单位和几个年份，则看它历年的变化。",
                "Name two or more units; one unit and several years show its course.")
            return Page(title: view.title.current, body: head + "<p class=\"note\">\(hint)</p>")
        }
        let request: CompareRequest = try visit.request()
        let limit = try visit.rows(request.limit, else: 40)
        let renderer = HTMLRenderer(visit, view.path, request.parameters)
        let blocks = ComparisonView.blocks(
            try request.answer(in: visit.reading), limit: limit)
        return Page(
            title: request.units.joined(separator: "、"),
            body: head + renderer.html(blocks) + fields.downloads(view, request.parameters),
            isWide: true)
    }
}

/// What peers report and a unit does not mention (缺项).
enum GapsPage {
    static let view = View(name: "gaps", title: Bilingual("缺项", "Gaps"), page: page, answer: answer)

    private static func answer(_ visit: Visit) throws -> WebResponse {
        let request: GapsRequest = try visit.request()
        let limit = try visit.rows(request.limit, else: visit.mostRows)
        let gaps = try request.answer(in: visit.reading)
        return visit.answer(Records.gap, gaps.rows.prefix(limit).map { ($0, gaps) })
    }

    private static func page(_ visit: Visit) throws -> Page {
        let fields = FormFields(visit: visit)
        let form = fields.form(
            view.path,
            fields.unit(wording("本单位", "our unit"))
                + fields.text(
                    "peers", wording("对照单位（可空）", "peers, if not all"),
                    hint: wording("默认为同类单位", "units of the same type"))
                + fields.text("years", wording("报告年份", "years of the reports"), hint: "2018"),
            wording("查缺项", "show gaps"))
        let head: HTML = "<h1>\(view.title.current)</h1>\(form)\(try fields.knownUnits())"
        guard !visit.parameters.values("unit").isEmpty else {
            let hint = wording("写本单位的名字。", "name the unit.")
            return Page(title: view.title.current, body: head + "<p class=\"note\">\(hint)</p>")
        }
        let request: GapsRequest = try visit.request()
        let limit = try visit.rows(request.limit, else: 30)
        let renderer = HTMLRenderer(visit, view.path, request.parameters)
        let gaps = try request.answer(in: visit.reading)
        let blocks = GapsView.blocks(gaps, limit: limit, isOpen: request.open != nil)
        return Page(
            title: "\(view.title.current) · \(request.unit)",
            body: head + renderer.html(blocks) + fields.downloads(view, request.parameters))
    }
}

/// Plans beside what became of them (计划兑现).
enum PromisesPage {
    static let view = View(
        name: "promises", title: Bilingual("计划兑现", "Promises"), page: page, answer: answer)

    private static func answer(_ visit: Visit) throws -> WebResponse {
        let request: PromisesRequest = try visit.request()
        let review = try request.answer(in: visit.reading)
        return visit.answer(
            Records.promise, review.rows.prefix(visit.mostRows).map { ($0, review) })
    }

    private static func page(_ visit: Visit) throws -> Page {
        let fields = FormFields(visit: visit)
        let form = fields.form(
            view.path,
            fields.unit(wording("单位", "unit"))
                + fields.text("year", wording("结果的年份", "year of the results"), hint: "2018"),
            wording("查看", "show"))
        let head: HTML = "<h1>\(view.title.current)</h1>\(form)\(try fields.knownUnits())"
        guard !visit.parameters.values("unit").isEmpty else {
            let hint = wording(
                "写一个单位；年份不写，取有计划又有结果的最近一年。",
                "Name a unit; without a year, the latest with plans and results is taken.")
            return Page(title: view.title.current, body: head + "<p class=\"note\">\(hint)</p>")
        }
        let request: PromisesRequest = try visit.request()
        let renderer = HTMLRenderer(visit, view.path, request.parameters)
        let review = try request.answer(in: visit.reading)
        return Page(
            title: "\(view.title.current) · \(request.unit)",
            body: head + renderer.html(PromisesView.blocks(review))
                + fields.downloads(view, request.parameters))
    }
}
