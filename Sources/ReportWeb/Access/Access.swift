import Foundation
import ReportModel
import Synchronization

/// Who may read the pages (访问许可).
package struct Access: Sendable {
    package enum Rule: Sendable {
        /// Whoever reaches the port: for the loopback address.
        case thisMachine
        /// People of a file, by an address that each opens once.
        case people(PersonFile)
        /// Whoever a proxy names. The header counts from the proxy's address; nobody else is answered.
        case proxy(address: String, header: String)
    }

    package let rule: Rule
    /// Names besides this machine's own that the pages are opened by.
    package let hosts: [String]
    private let verified = Verified()
    let failures = FailureLimit()

    package init(_ rule: Rule = .thisMachine, hosts: [String] = []) {
        self.rule = rule
        self.hosts = hosts.map { $0.lowercased() }
    }

    /// Whether nobody has to say who they are.
    package var isForThisMachine: Bool {
        if case .thisMachine = rule { true } else { false }
    }

    static let cookie = "zongjie"

    /// Who asks; `nil` where nobody has to say.
    ///
    /// - Throws: `WebError` 401 for somebody unknown, 403 for another machine than the proxy or a header that is no
    ///   name, 429 after too many wrong secrets.
    func person(of request: WebRequest) throws -> String? {
        switch rule {
        case .thisMachine: return nil
        case .people(let file):
            guard let token = request.cookies[Self.cookie] else { throw Self.unknown(request) }
            guard let name = try verified.name(of: token, in: file) else {
                throw Self.unknown(request)
            }
            return name
        case .proxy(let address, let header):
            guard request.remote == address else {
                throw WebError(
                    .forbidden, request.remote ?? "?",
                    wording("只回答代理转来的请求", "only the proxy is answered"),
                    wording("请打开代理的网址", "open the proxy's address"))
            }
            guard let name = request.headers[header.lowercased()], !name.isEmpty else {
                throw WebError(
                    .unauthorized, header, wording("代理没有说是谁", "the proxy names nobody"),
                    wording("请在代理处登录", "log in at the proxy"))
            }
            guard PersonName.isFit(name) else {
                throw WebError(
                    .forbidden, header, wording("代理给的不是人名", "what the proxy gives is no name"),
                    wording("请检查代理的设置", "check the proxy's settings"))
            }
            return name
        }
    }

    private static func unknown(_ request: WebRequest) -> WebError {
        WebError(
            .unauthorized, wording("登录", "log-in"),
            wording("请先登录", "please log in"),
            wording(
                "打开管理员给您的网址；没有的话，请他运行 zongjie serve --add-person 您的名字",
                "open the address you were given; without one, ask for zongjie serve --add-person YOUR-NAME"
            ))
    }

    /// Tokens that were found right, so that only the first request of each costs a hash. Forgotten when the file
    /// changes.
    private final class Verified: Sendable {
        private let kept = Mutex<(stamp: [Int], names: [String: String])>(([], [:]))

        func name(of token: String, in file: PersonFile) throws(ReportError) -> String? {
            let stamp = Self.stamp(file.path)
            let known = kept.withLock { kept -> String? in
                if kept.stamp != stamp { kept = (stamp, [:]) }
                return kept.names[token]
            }
            if let known { return known }
            let person = try file.people().first { $0.browsers.contains { $0.matches(token) } }
            guard let person else { return nil }
            kept.withLock { if $0.stamp == stamp { $0.names[token] = person.name } }
            return person.name
        }

        private static func stamp(_ path: String) -> [Int] {
            var info = stat()
            guard stat(path, &info) == 0 else { return [] }
            #if canImport(Darwin)
                let time = info.st_mtimespec
            #else
                let time = info.st_mtim
            #endif
            return [Int(info.st_ino), Int(info.st_size), Int(time.tv_sec), Int(time.tv_nsec)]
        }
    }
}

/// Wrong secrets from an address are few, or the address waits (限次).
final class FailureLimit: Sendable {
    /// Wrong secrets an address may give in a window.
    static let most = 5
    /// Wrong secrets all addresses may give in a window.
    static let mostOfAll = 100
    static let window = Duration.seconds(60)

    private struct Counts {
        var begin = ContinuousClock.now
        var all = 0
        var addresses: [String: Int] = [:]
    }

    private let counts = Mutex(Counts())
    private let now: @Sendable () -> ContinuousClock.Instant

    init(now: @escaping @Sendable () -> ContinuousClock.Instant = { ContinuousClock.now }) {
        self.now = now
    }

    /// - Throws: 429 when the address, or all together, have given too many.
    func check(_ address: String?) throws(WebError) {
        let isOver = counts.withLock { counts in
            if now() - counts.begin >= Self.window { counts = Counts(begin: now()) }
            return counts.addresses[address ?? "", default: 0] >= Self.most
                || counts.all >= Self.mostOfAll
        }
        guard !isOver else {
            throw WebError(
                .tooManyRequests, wording("登录", "log-in"),
                wording("错误太多", "too many wrong attempts"),
                wording("请过一分钟再试", "try again in a minute"))
        }
    }

    func note(_ address: String?) {
        counts.withLock {
            $0.all += 1
            $0.addresses[address ?? "", default: 0] += 1
        }
    }
}
