import Presentation

/// A view of the site (栏目): the same question answered as a page at `/name` and as rows at `/api/name`.
struct View: Sendable {
    let name: String
    let title: Bilingual
    let page: @Sendable (Visit) throws -> Page
    let answer: @Sendable (Visit) throws -> WebResponse
    /// Whether it takes a text that is posted.
    var takesText = false
    /// Whether it stands in the list at the top of every page.
    var isListed = true

    var path: String { "/" + name }

    /// The view at `/name`; the first is the site's own page.
    static func named(_ name: String) -> View? {
        name.isEmpty ? all.first : all.first { $0.name == name }
    }

    static let all = [
        SearchPage.view, ReportsPage.view, ActivitiesPage.view, ComparePage.view, GapsPage.view,
        PromisesPage.view, DuplicatesPage.view, TrendPage.view,
        ConcordancePage.view, KeynessPage.view, DeskPage.view, BasketPage.view,
        SimilarPage.view, PassagePage.view,
    ]
}

/// A page: its title and what stands in it (页面).
struct Page: Sendable {
    let title: String
    let body: HTML
    /// Whether the page uses the whole width, for tables.
    var isWide = false
}
