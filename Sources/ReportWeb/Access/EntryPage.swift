import Presentation
import ReportModel

/// Logging in (登录): the address that was given shows a button, because programs that look at links in messages
/// beforehand must not use it up; the button gives the browser a secret of its own in a cookie.
enum EntryPage {
    static let path = "/enter"
    static let leaving = "/leave"
    /// Half a year, in seconds.
    private static let lasting = 15_552_000

    /// - Throws: `WebError` 401 for a secret that leads nowhere, 429 after too many.
    static func response(
        _ request: WebRequest, _ file: PersonFile, _ access: Access, _ layout: Layout
    )
        throws -> WebResponse
    {
        if request.path == leaving {
            try RequestGuard.refuse(request.method != "POST")
            if let token = request.cookies[Access.cookie] { try file.leave(token) }
            var response = WebResponse.seeOther(layout.links.to(path))
            response.headers.append(("Set-Cookie", cookie("", lasting: 0, request)))
            return response
        }
        guard request.method == "POST" else {
            let token = Parameters(address: request.query).values("token").last ?? ""
            return layout.response(
                Page(title: wording("登录", "Log in"), body: form(token: token)))
        }
        try access.failures.check(request.remote)
        let typed = request.form.values("token").last ?? ""
        guard let token = try file.accept(typed.filter { !$0.isWhitespace }) else {
            access.failures.note(request.remote)
            throw WebError(
                .unauthorized, wording("登录", "log-in"),
                wording("这个网址或口令无效，或者已经用过", "this address or code is wrong, or was used already"),
                wording("请向管理员要一个新的", "ask for a new one"))
        }
        var response = WebResponse.seeOther(layout.links.to("/"))
        response.headers.append(("Set-Cookie", cookie(token, lasting: lasting, request)))
        return response
    }

    static func form(token: String) -> HTML {
        let field: HTML =
            token.isEmpty
            ? """
            <label>\(wording("口令", "code")) <input name="token" type="password" required \
            autocomplete="off"></label>
            """
            : "<input type=\"hidden\" name=\"token\" value=\"\(token)\">"
        return """
            <section class="entry"><h1>\(wording("登录", "Log in"))</h1>
            <form action="\(path)" method="post">\(field)
            <button type="submit">\(wording("进入", "enter"))</button></form>
            <p class="aside">\(wording("网址只能用一次，之后本浏览器记住您半年。公用电脑用完请退出。",
                "The address works once; this browser then knows you for half a year. Leave on a shared machine."))</p>
            </section>

            """
    }

    private static func cookie(_ token: String, lasting: Int, _ request: WebRequest) -> String {
        "\(Access.cookie)=\(token); Path=/; Max-Age=\(lasting); HttpOnly; SameSite=Strict"
            + (request.isSecure ? "; Secure" : "")
    }
}
