import Foundation
import ReportModel

/// Whether the index's file is there.
enum IndexFile {
    static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }
}

/// What a request must be to be answered at all (请求检查).
struct RequestGuard: Sendable {
    let port: Int?

    /// - Throws: `WebError` for another host's name (a page elsewhere that had its name lead here, known as DNS
    ///   rebinding), a method that writes, an address too long, a post from another site or too large.
    func check(_ request: WebRequest) throws(WebError) {
        guard isOwn(host: request.headers["host"]) else {
            throw WebError(
                .forbidden, "Host",
                wording("请求不是发给本机的", "the request was not meant for this machine"),
                wording("请打开 http://localhost:端口/", "open http://localhost:PORT/"))
        }
        guard ["GET", "HEAD", "POST"].contains(request.method) else { return try Self.refuse(true) }
        guard request.path.utf8.count + request.query.utf8.count <= WebLimits.address else {
            throw WebError(
                .contentTooLarge, wording("网址", "address"), wording("网址太长", "it is too long"),
                wording("整段文字请放到写作台", "take a whole text to the writing desk"))
        }
        guard request.body.count <= WebLimits.body else { throw Self.tooLarge }
        if request.method == "POST" { try checkOrigin(request) }
    }

    static var tooLarge: WebError {
        let size = WebLimits.body >> 10
        return WebError(
            .contentTooLarge, wording("文稿", "text"),
            wording("超过 \(size) KB", "larger than \(size) KB"),
            wording("请分几次粘贴", "paste it in parts"))
    }

    /// - Throws: 405 when a method is not for this address.
    static func refuse(_ isRefused: Bool) throws(WebError) {
        guard isRefused else { return }
        throw WebError(
            .methodNotAllowed, wording("方法", "method"),
            wording("本页只供查看", "this page is for reading only"),
            wording("请用 GET", "use GET"))
    }

    private func isOwn(host: String?) -> Bool {
        guard let host = host?.lowercased() else { return false }
        return ["localhost", "127.0.0.1", "[::1]"].contains { name in
            guard let port else { return host == name || host.hasPrefix(name + ":") }
            return host == "\(name):\(port)" || (port == 80 && host == name)
        }
    }

    /// A form is posted from a page of ours, or not at all.
    private func checkOrigin(_ request: WebRequest) throws(WebError) {
        let host = (request.headers["host"] ?? "").lowercased()
        guard request.headers["origin"]?.lowercased() == "http://\(host)" else {
            throw WebError(
                .forbidden, "Origin",
                wording("表单不是从本站提交的", "the form was not sent from this site"),
                wording("请在写作台页面提交", "send it from the writing desk"))
        }
        let type = request.headers["content-type"] ?? ""
        guard type.lowercased().hasPrefix("application/x-www-form-urlencoded") else {
            throw WebError(
                .badRequest, "Content-Type",
                wording("不是表单", "not a form"), "application/x-www-form-urlencoded")
        }
    }
}
