import Foundation
import ReportModel

/// Whether the index's file is there.
enum IndexFile {
    static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }
}

/// What a request must be to be answered at all (请求检查).
struct RequestGuard: Sendable {
    /// The port a browser names in `Host`; `nil` when any will do.
    let port: Int?
    let access: Access

    /// - Throws: `WebError` for another host's name (a page elsewhere that had its name lead here, known as DNS
    ///   rebinding), a method that writes, an address too long, a post from another site or too large.
    func check(_ request: WebRequest) throws(WebError) {
        guard isOwn(host: request.headers["host"]) else {
            throw WebError(
                .forbidden, "Host",
                wording("请求所写的网址不是本站的", "the address asked for is not this site's"),
                access.isForThisMachine
                    ? wording("请打开 http://localhost:端口/", "open http://localhost:PORT/")
                    : wording(
                        "请用 IP 地址打开；要用名字，启动时加 --host 名字",
                        "open it by its IP address; for a name, serve with --host NAME"))
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
        let name = Self.name(ofHost: host)
        if access.hosts.contains(name) { return true }
        guard access.isForThisMachine else {
            return name == "localhost" || name == Self.machine || Self.isAddress(name)
        }
        return ["localhost", "127.0.0.1", "[::1]"].contains { name in
            guard let port else { return host == name || host.hasPrefix(name + ":") }
            return host == "\(name):\(port)" || (port == 80 && host == name)
        }
    }

    private static let machine: String = {
        var name = [CChar](repeating: 0, count: 256)
        guard gethostname(&name, name.count - 1) == 0 else { return "localhost" }
        return String(decoding: name.prefix { $0 != 0 }.map(UInt8.init), as: UTF8.self).lowercased()
    }()

    /// The name without its port.
    private static func name(ofHost host: String) -> String {
        if host.hasPrefix("["), let end = host.firstIndex(of: "]") { return String(host[...end]) }
        return String(host.prefix { $0 != ":" })
    }

    /// Whether a name is an IP address: no page elsewhere can have its name lead here by one.
    private static func isAddress(_ name: String) -> Bool {
        var bytes = in6_addr()
        if name.hasPrefix("["), name.hasSuffix("]") {
            return inet_pton(AF_INET6, String(name.dropFirst().dropLast()), &bytes) == 1
        }
        return inet_pton(AF_INET, name, &bytes) == 1
    }

    /// A form is posted from a page of ours, or not at all.
    private func checkOrigin(_ request: WebRequest) throws(WebError) {
        let host = (request.headers["host"] ?? "").lowercased()
        let origin = request.headers["origin"]?.lowercased() ?? ""
        guard origin == "http://\(host)" || isOwn(secureOrigin: origin, host) else {
            throw WebError(
                .forbidden, "Origin",
                wording("表单不是从本站提交的", "the form was not sent from this site"),
                wording(
                    "请在本站的页面提交；经代理时，启动加 --host 网址里的名字",
                    "send it from a page of this site; behind a proxy, serve with --host NAME"))
        }
        let type = request.headers["content-type"] ?? ""
        guard type.lowercased().hasPrefix("application/x-www-form-urlencoded") else {
            throw WebError(
                .badRequest, "Content-Type",
                wording("不是表单", "not a form"), "application/x-www-form-urlencoded")
        }
    }

    /// A proxy may speak TLS for us, and by a name of its own.
    private func isOwn(secureOrigin origin: String, _ host: String) -> Bool {
        guard let scheme = ["https://", "http://"].first(where: { origin.hasPrefix($0) }) else {
            return false
        }
        let authority = String(origin.dropFirst(scheme.count))
        return (scheme == "https://" && authority == host)
            || access.hosts.contains(Self.name(ofHost: authority))
    }
}
