import Presentation
import ReportIndex
import ReportModel
import ReportQuery

/// Search (检索): the box, facets, conditions that can be taken away, hits and pages.
enum SearchPage {
    static let view = View(
        name: "search", title: Bilingual("检索", "Search"), page: page, answer: answer)

    private static func request(_ visit: Visit) throws -> SearchRequest {
        let request: SearchRequest = try visit.request()
        _ = try visit.rows(request.limit, else: 10)
        guard request.page <= WebLimits.reach / request.limit else {
            throw ReportError.range("page", 1...WebLimits.reach / request.limit)
        }
        return request
    }

    private static func answer(_ visit: Visit) throws -> WebResponse {
        let request = try request(visit)
        let answer = try request.answer(using: try visit.engines.search(), in: visit.reading)
        return visit.answer(
            Records.hit, answer.hits, notes: answer.notes + SearchView.missing(answer),
            facets: request.wantsFacets ? Records.facets.object(answer) : nil)
    }

    private static func page(_ visit: Visit) throws -> Page {
        var request = try request(visit)
        let parts = SearchParts(visit: visit, request: request)
        guard !request.query.isEmpty || !request.filters.isEmpty else {
            return Page(
                title: wording("检索", "Search"), body: parts.box + (try HomePage.body(visit)))
        }
        request.wantsFacets = true
        let answer = try request.answer(using: try visit.engines.search(), in: visit.reading)
        var renderer = HTMLRenderer(visit, view.path, parts.parameters)
        renderer.search = parts.parameters
        var hits = HTML()
        var facets = HTML()
        var notes = (answer.notes + SearchView.missing(answer)).map {
            "<p class=\"note\">\($0)</p>\n" as HTML
        }
        for block in SearchView.blocks(answer, request) {
            switch block {
            case .facets: facets += renderer.html(block)
            case .note: notes.insert(renderer.html(block), at: 0)
            default: hits += renderer.html(block)
            }
        }
        if answer.hits.isEmpty { hits += parts.nothing }
        let body: HTML = """
            \(parts.box)\(parts.chips)
            <div class="columns"><div class="results">
            <div class="summary">\(notes)\(parts.order)</div>
            \(hits)\(parts.pages(answer))
            \(FormFields(visit: visit).downloads(view, parts.parameters))</div>
            <aside class="side" id="facets" aria-label="\(wording("筛选", "filters"))">\(facets)</aside></div>

            """
        return Page(
            title: request.query.isEmpty ? wording("检索", "Search") : request.query, body: body)
    }
}
