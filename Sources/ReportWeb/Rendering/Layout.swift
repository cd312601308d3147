import Presentation
import ReportModel

/// What every page has around it (页面框架).
struct Layout: Sendable {
    let links: Links
    var view: View?
    var parameters = Parameters()
    /// Who reads, where it is known.
    var person: String?
    /// How many passages the reader collected.
    var collected = 0
    /// Whether the person logged in here, and may leave.
    var canLeave = false

    init(links: Links) {
        self.links = links
    }

    func of(_ view: View?) -> Layout {
        var layout = self
        layout.view = view
        return layout
    }

    func response(_ page: Page, _ status: WebStatus = .ok) -> WebResponse {
        var response = WebResponse(status, type: "text/html; charset=utf-8", html(page).text)
        response.headers.append(("Cache-Control", "no-store"))
        response.headers.append(("Vary", "Accept-Language"))
        return response
    }

    private func html(_ page: Page) -> HTML {
        let isChinese = MessageLanguage.current == .chinese
        let width: HTML = page.isWide ? " class=\"wide\"" : ""
        return """
            <!DOCTYPE html>
            <html lang="\(isChinese ? "zh-CN" : "en")">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(page.title) · 总结 zongjie</title>
            <link rel="icon" type="image/svg+xml" href="\(SiteFile.address("icon.svg"))">
            <link rel="stylesheet" href="\(SiteFile.address("style.css"))">
            <script src="\(SiteFile.address("page.js"))" defer></script>
            </head>
            <body>
            <a class="skip" href="#main">\(wording("跳到正文", "skip to the text"))</a>
            <header class="top"><a class="brand" href="\(links.to("/"))">总结 <small>zongjie</small></a>
            <nav aria-label="\(wording("栏目", "pages"))"><ul>\(View.all.filter(\.isListed).map(item))</ul></nav>
            \(languageSwitch(isChinese))\(whoReads)</header>
            <main id="main"\(width)>
            \(page.body)</main>
            <footer class="foot"><p>\(wording("答案与命令行相同，均出自本机的索引，只读。",
                "The answers are those of the command line, from the index of this machine, read-only.")) \
            <a href="\(links.to("/api"))">\(wording("数据接口与字段说明", "data for programs, with all fields"))</a> \
            zongjie \(ToolVersion.current)</p></footer>
            </body>
            </html>

            """
    }

    private var whoReads: HTML {
        guard let person else { return "" }
        guard canLeave else { return "<span class=\"person\">\(person)</span>" }
        return """
            <form class="person" action="\(EntryPage.leaving)" method="post"><span>\(person)</span> \
            <button type="submit">\(wording("退出", "leave"))</button></form>
            """
    }

    private func item(_ listed: View) -> HTML {
        let current: HTML = listed.name == view?.name ? " aria-current=\"page\"" : ""
        let count: HTML =
            listed.name == BasketPage.view.name
            ? " <span id=\"collected\">\(collected > 0 ? "(\(collected))" : "")</span>" : ""
        return """
            <li><a href="\(links.to(listed.path))"\(current)>\(listed.title.current)\(count)</a></li>
            """
    }

    /// The same page in the other language.
    private func languageSwitch(_ isChinese: Bool) -> HTML {
        var other = links
        other.chosenLanguage = isChinese ? "en" : "zh"
        let address = other.to(view?.path ?? "/", parameters.removing("lang"))
        return """
            <a class="language" hreflang="\(isChinese ? "en" : "zh-CN")" \
            lang="\(isChinese ? "en" : "zh-CN")" href="\(address)">\(isChinese ? "English" : "中文")</a>
            """
    }
}
