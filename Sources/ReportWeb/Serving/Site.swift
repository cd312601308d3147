import Foundation
import Presentation
import ReportIndex
import ReportModel

/// The pages of an index (站点): requests in, answers out, without a network. It reads and never writes.
package struct Site: Sendable {
    let index: OpenIndex
    let engines: Engines
    /// The port a browser names in `Host`; `nil` when any will do.
    let port: Int?
    let limit: Duration
    let access: Access
    let log: RequestLog
    let baskets: BasketStore
    /// Whether the page asks for the reports' folder while nothing is read: something must watch it then.
    let asksForFolder: Bool

    package init(
        index: String, port: Int?, access: Access = Access(), log: RequestLog = .none,
        limit: Duration = .seconds(10), asksForFolder: Bool = false,
        embedder: (any Embedder)? = nil
    ) {
        self.asksForFolder = asksForFolder
        engines = Engines(embedder: embedder)
        self.log = log
        self.index = OpenIndex(path: index)
        baskets = BasketStore(beside: index)
        self.port = port
        self.access = access
        self.limit = limit
    }

    /// Reads vocabulary and columns before the first question.
    package func warmUp() {
        _ = try? engines.search()
        if let reading = try? index.reading(within: .seconds(60)) { _ = try? reading.index() }
        _ = try? engines.similar()
    }

    /// The answer to a request. Blocks until it is there: ten seconds at most, and what SQLite does is interrupted.
    package func answer(_ request: WebRequest) -> WebResponse {
        let parameters = Parameters(address: request.query)
        let language = ReaderLanguage(parameters, request.headers["accept-language"])
        let begin = ContinuousClock.now
        var person: String?
        var response = MessageLanguage.$current.withValue(language.current) {
            var layout = Layout(links: Links(chosenLanguage: language.chosen))
            layout.parameters = parameters
            defer { person = layout.person }
            do {
                return try answer(request, &layout)
            } catch {
                return refusal(error, of: request, layout)
            }
        }
        response.headers += Self.protection
        log.note(request, response, person: person, took: ContinuousClock.now - begin)
        if request.method == "HEAD" {
            response.headers.append(("Content-Length", String(response.body.count)))
            response.body = []
        }
        return response
    }

    /// What a browser may do with an answer: load style and script from here, and nothing else from anywhere.
    private static let protection = [
        (
            "Content-Security-Policy",
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
                + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
        ),
        ("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
    ].map { (name: $0.0, value: $0.1) }

    private func answer(_ request: WebRequest, _ layout: inout Layout) throws -> WebResponse {
        try RequestGuard(port: port, access: access).check(request)
        // A page to log in at needs its style; a proxy has logged in whoever comes through it.
        var isOpen = false
        if case .people(let file) = access.rule {
            if [EntryPage.path, EntryPage.leaving].contains(request.path) {
                return try EntryPage.response(request, file, access, layout)
            }
            isOpen = SiteFile.named(request.path) != nil
        }
        if !isOpen {
            layout.person = try access.person(of: request)
            if case .people = access.rule { layout.canLeave = true }
        }
        if let file = SiteFile.named(request.path) {
            try RequestGuard.refuse(request.method == "POST")
            return file
        }
        if asksForFolder, !request.path.hasPrefix("/api"), try isEmpty {
            return try FolderPage.response(request, index: index.path, layout)
        }
        return try answerView(request, layout)
    }

    private var isEmpty: Bool {
        get throws {
            guard IndexFile.exists(index.path) else { return true }
            return try index.reading(within: limit).reports().entries.isEmpty
        }
    }

    private func answerView(_ request: WebRequest, _ layout: Layout) throws -> WebResponse {
        let owner: BasketOwner? =
            layout.person.map { .person($0) }
            ?? BasketOwner(browser: request.cookies[BasketOwner.cookie])
        let basket = try owner.map { try baskets.basket(of: $0) } ?? Basket()
        var layout = layout
        layout.collected = basket.items.count
        if let answer = try answerAction(request, layout, owner, basket) { return answer }
        let isForPrograms = request.path == "/api" || request.path.hasPrefix("/api/")
        if request.path == "/api" || request.path == "/api/" {
            try RequestGuard.refuse(request.method == "POST")
            return try RecordsPage.response(layout)
        }
        guard let view = View.named(String(request.path.dropFirst(isForPrograms ? 5 : 1))) else {
            throw WebError.notFound
        }
        try RequestGuard.refuse(request.method == "POST" && !view.takesText)
        var visit = try visit(
            request, layout, isForPrograms: isForPrograms, takesText: view.takesText)
        visit.basket = basket
        if visit.format != .page { return try view.answer(visit) }
        return layout.of(view).response(try view.page(visit))
    }

    /// What is no view: files to keep, and what a form does. `nil` for another address.
    private func answerAction(
        _ request: WebRequest, _ layout: Layout, _ owner: BasketOwner?, _ basket: Basket
    ) throws -> WebResponse? {
        let isPosted = request.method == "POST"
        let isChange = request.path == "/basket" && isPosted
        guard isChange || [OriginalFile.path, BasketExport.path].contains(request.path) else {
            return nil
        }
        try RequestGuard.refuse(isPosted && !isChange)
        var visit = try visit(request, layout, isForPrograms: false, takesText: false)
        visit.basket = basket
        if isChange { return try changeBasket(request, visit, owner) }
        return request.path == OriginalFile.path
            ? try OriginalFile.response(visit) : try BasketExport.response(visit)
    }

    /// A browser that collects for the first time gets a cookie by which its basket is found again.
    private func changeBasket(_ request: WebRequest, _ visit: Visit, _ owner: BasketOwner?) throws
        -> WebResponse
    {
        if let owner { return try BasketChange.response(request, visit, baskets, owner) }
        let id = try Secret.random(24)
        var response = try BasketChange.response(request, visit, baskets, .browser(id))
        response.headers.append(
            (
                "Set-Cookie",
                "\(BasketOwner.cookie)=\(id); Path=/; Max-Age=31536000; HttpOnly; SameSite=Strict"
            ))
        return response
    }

    private func visit(
        _ request: WebRequest, _ layout: Layout, isForPrograms: Bool, takesText: Bool
    ) throws -> Visit {
        let parameters = layout.parameters
        var asked = Parameters()
        let own: Set = ["lang", "format", "headings"]
        let posted =
            request.method == "POST" && takesText ? request.form.pairs : []
        for pair in parameters.pairs + posted where !own.contains(pair.name) && pair.value != "" {
            asked.add(pair.name, pair.value)
        }
        if let question = asked.values("q").first,
            question.unicodeScalars.count > WebLimits.question
        {
            throw WebError(
                .contentTooLarge, "q",
                wording(
                    "检索式超过 \(WebLimits.question) 字", "longer than \(WebLimits.question) characters"),
                wording("整段文字请放到写作台", "take a whole text to the writing desk"))
        }
        var format = AnswerFormat.page
        if isForPrograms {
            let wanted = parameters.values("format").last ?? "json"
            guard let known = AnswerFormat(rawValue: wanted), known != .page else {
                throw ReportError(
                    place: "format", problem: wording("没有这种格式", "there is no such format"),
                    advice: "json, jsonl, csv")
            }
            format = known
        }
        return Visit(
            parameters: asked, links: layout.links, reading: try index.reading(within: limit),
            engines: engines, format: format,
            hasChineseHeadings: parameters.values("headings").last == "chinese")
    }
}
