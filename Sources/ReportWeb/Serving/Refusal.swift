import Presentation
import ReportIndex
import ReportModel
import ReportQuery

/// What is answered when a question is not (拒绝的页面): the status, what is wrong, what to do.
extension Site {
    func refusal(_ error: any Error, of request: WebRequest, _ layout: Layout) -> WebResponse {
        let hasIndex = IndexFile.exists(index.path)
        let told = (error as? WebError)?.error ?? error as? ReportError
        let status =
            (error as? WebError)?.status ?? told.map {
                hasIndex ? Self.status(of: $0) : .unavailable
            }
            ?? .serverError
        let place = told?.place ?? wording("程序", "program")
        let problem = told?.problem ?? String(describing: error)
        var response: WebResponse
        if request.path.hasPrefix("/api") {
            let parts: [RecordValue.Member] = [
                .init("status", .integer(status.rawValue)), .init("place", .text(place)),
                .init("problem", .text(problem)), .init("advice", RecordValue(told?.advice)),
            ]
            response = WebResponse(
                status, type: "application/json; charset=utf-8",
                RecordValue.object([.init("error", .object(parts))]).json + "\n")
        } else {
            response = layout.of(nil).response(
                page(status, place, problem, told?.advice, request, layout), status)
        }
        if status == .unauthorized {
            // The standard wants a challenge; no browser knows this one, and none asks for a password by itself.
            response.headers.append(("WWW-Authenticate", "Zongjie realm=\"zongjie\""))
        }
        if status == .tooManyRequests { response.headers.append(("Retry-After", "60")) }
        if status == .methodNotAllowed { response.headers.append(("Allow", "GET, HEAD")) }
        if status == .unavailable { response.headers.append(("Retry-After", "10")) }
        return response
    }

    private static func status(of error: ReportError) -> WebStatus {
        switch error.kind {
        case .usage: .badRequest
        case .notFound: .notFound
        case .busy, .damaged, .full, .permission, .limit, .unsupported: .unavailable
        case .other: .serverError
        }
    }

    private func page(
        _ status: WebStatus, _ place: String, _ problem: String, _ advice: String?,
        _ request: WebRequest, _ layout: Layout
    ) -> Page {
        let hint: HTML = advice.map { "<p>\($0)</p>" } ?? ""
        var body: HTML = """
            <section class="refusal"><h1>\(problem)</h1>
            <p class="aside">\(status.rawValue) · \(place)</p>
            \(hint)
            """
        if status == .unauthorized, case .people = access.rule {
            // A link from another site comes without the cookie: from here it comes with it.
            if request.method == "GET", request.path.hasPrefix("/"), !request.path.hasPrefix("//") {
                let again = layout.links.to(request.path, layout.parameters.removing("lang"))
                body += """
                    <p><a href="\(again)">\(wording("已经登录过：再打开一次本页",
                        "logged in already: open this page again"))</a></p>

                    """
            }
            body += EntryPage.form(token: "")
        }
        if status == .unavailable, !IndexFile.exists(index.path) { body += Self.firstSteps }
        return Page(title: problem, body: body + "</section>\n")
    }

    /// How an index is made, for the first time the page is opened.
    private static var firstSteps: HTML {
        """
        <ol><li>\(wording("把各单位的工作总结放进一个文件夹（Word、PDF、文本、网页、压缩包都可以）。",
            "Put the work summaries into a folder (Word, PDF, text, web pages, archives)."))</li>
        <li>\(wording("在终端运行：", "In a terminal, run:"))<pre>zongjie ingest \
        \(wording("文件夹", "FOLDER"))</pre></li>
        <li>\(wording("读完后刷新本页，不必重启。", "Then load this page again; no restart is needed."))</li></ol>

        """
    }
}
