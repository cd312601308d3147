import Foundation
import ReportModel
import Synchronization
import TestSupport
import Testing

@testable import ReportWeb

/// Who is let in, and who is not.
@Suite struct AccessTests {
    /// A site for people on the office network, with the file that names them.
    private struct Office {
        let folder: TemporaryFolder
        let file: PersonFile
        let site: TestSite

        init() throws {
            folder = try TemporaryFolder()
            let index = folder.path("index.sqlite")
            try TestIndex.write([TestIndex.source("甲.txt", ["走访慰问困难家庭。"])], to: index)
            file = PersonFile(beside: index)
            site = TestSite(site: Site(index: index, port: nil, access: Access(.people(file))))
        }

        func post(_ path: String, _ form: String, _ headers: [String: String] = [:])
            -> TestSite.Answer
        {
            site.post(
                path, form, headers: ["origin": "http://localhost:8710"].merging(headers) { $1 })
        }

        /// Opens the address a person was given; gives back the cookie.
        func enter(_ token: String) throws -> String {
            let answer = post("/enter", "token=" + token)
            #expect(answer.status == 303)
            let cookie = try #require(answer.header("Set-Cookie"))
            #expect(cookie.contains("HttpOnly; SameSite=Strict"))
            return String(cookie.prefix { $0 != ";" })
        }
    }

    @Test func `an address lets one browser in, once, and a removed person out`() throws {
        let office = try Office()
        let token = try office.file.invite("张三", added: "2020-01-01T00:00:00Z")
        for address in [
            "/", "/search?q=走访", "/api/search?q=走访", "/api", "/nowhere", "/similar?id=1",
        ] {
            let answer = office.site.get(address)
            #expect(answer.status == 401)
            #expect(answer.header("WWW-Authenticate") != nil)
            #expect(!answer.text.contains("走访慰问"))
        }
        #expect(office.site.get("/style.css").status == 200)
        // Programs that look at links beforehand use nothing up.
        #expect(office.site.get("/enter?token=" + token).text.contains(token))
        let cookie = try office.enter(token)
        let page = office.site.get("/search?q=走访", headers: ["cookie": "a=b; " + cookie])
        #expect(page.status == 200)
        #expect(page.text.contains("张三"))
        #expect(office.post("/enter", "token=" + token).status == 401)
        #expect(office.site.get("/", headers: ["cookie": cookie + "x"]).status == 401)
        #expect(office.site.get("/", headers: ["cookie": "zongjie=" + token]).status == 401)

        let again = try office.enter(try office.file.invite("张三", added: "2020-01-01T00:00:00Z"))
        #expect(office.site.get("/", headers: ["cookie": again]).status == 200)
        #expect(office.site.get("/", headers: ["cookie": cookie]).status == 200)
        #expect(office.post("/leave", "", ["cookie": again]).status == 303)
        #expect(office.site.get("/", headers: ["cookie": again]).status == 401)
        try office.file.remove("张三")
        #expect(office.site.get("/", headers: ["cookie": cookie]).status == 401)
        #expect(throws: ReportError.self) { try office.file.remove("张三") }
    }

    @Test func `secrets are kept as hashes in a file that only its owner reads`() throws {
        let office = try Office()
        let token = try office.file.invite("张三", added: "2020-01-01T00:00:00Z")
        let cookie = try office.enter(token)
        _ = try office.file.invite("李四", added: "2020-01-01T00:00:00Z")
        let text = try String(contentsOfFile: office.file.path, encoding: .utf8)
        for secret in [token, String(cookie.dropFirst("zongjie=".count))] {
            #expect(!text.contains(secret.split(separator: ".")[1]))
        }
        let attributes = try FileManager.default.attributesOfItem(atPath: office.file.path)
        #expect((attributes[.posixPermissions] as? Int).map { $0 & 0o777 } == 0o600)
        #expect(try office.file.people().map(\.name).sorted() == ["张三", "李四"].sorted())
        #expect(try office.file.people().map(\.browserCount).reduce(0, +) == 1)
    }

    @Test func `wrong secrets are few, and another machine may go on`() throws {
        let office = try Office()
        let token = try office.file.invite("张三", added: "2020-01-01T00:00:00Z")
        func attempt(_ form: String, from remote: String) -> Int {
            let request = WebRequest(
                "POST", "/enter",
                headers: [
                    "host": "10.0.0.1:80", "origin": "http://10.0.0.1:80",
                    "content-type": "application/x-www-form-urlencoded",
                ], body: Array(form.utf8), remote: remote)
            return office.site.site.answer(request).status.rawValue
        }
        for _ in 0..<FailureLimit.most {
            #expect(attempt("token=wrong", from: "10.0.0.7") == 401)
        }
        #expect(attempt("token=" + token, from: "10.0.0.7") == 429)
        #expect(attempt("token=" + token, from: "10.0.0.8") == 303)
    }

    @Test func `a window of time ends`() throws {
        let time = TestClock()
        let limit = FailureLimit { time.now }
        for _ in 0..<FailureLimit.most { limit.note("a") }
        #expect(throws: WebError.self) { try limit.check("a") }
        try limit.check("b")
        time.pass(.seconds(61))
        try limit.check("a")
    }

    @Test(
        arguments: [
            ("10.0.0.2", "张三", 200), ("10.0.0.2", "", 401), ("10.0.0.2", nil, 401),
            ("10.0.0.3", "张三", 403), (nil, "张三", 403), ("10.0.0.2", "{user}", 403),
            ("10.0.0.2", "a\\b", 403), ("10.0.0.2", "a\u{7}b", 403), ("10.0.0.2", "<b>", 403),
        ] as [(String?, String?, Int)])
    func `a proxy is believed at its own address, on every route`(
        _ remote: String?, _ name: String?, _ status: Int
    ) throws {
        let site = Site(
            index: try TestIndex.corpus().path, port: nil,
            access: Access(
                .proxy(address: "10.0.0.2", header: "X-Remote-User"), hosts: ["Page.example"]))
        for path in ["/", "/style.css", "/api", "/reports", "/api/reports"] {
            for host in ["10.0.0.1:8080", "page.example"] {
                var headers = ["host": host, "x-forwarded-for": "10.0.0.2"]
                headers["x-remote-user"] = name
                let answer = site.answer(WebRequest("GET", path, headers: headers, remote: remote))
                #expect(answer.status.rawValue == status, "\(path)")
            }
        }
    }

    @Test(arguments: [
        ("http://page.example", 200), ("https://page.example", 200), ("https://10.0.0.1", 200),
        ("http://10.0.0.1", 200), ("https://evil.example", 403), ("null", 403), ("", 403),
        ("https://page.example.evil.example", 403),
    ])
    func `a form comes from the site, whatever the proxy calls it`(_ origin: String, _ status: Int)
        throws
    {
        let site = Site(
            index: try TestIndex.corpus().path, port: nil,
            access: Access(.proxy(address: "10.0.0.2", header: "user"), hosts: ["page.example"]),
            limit: .seconds(60))
        let headers = [
            "host": "10.0.0.1", "user": "张三", "origin": origin,
            "content-type": "application/x-www-form-urlencoded",
        ]
        let request = WebRequest(
            "POST", "/desk", headers: headers, body: Array("text=a".utf8), remote: "10.0.0.2")
        #expect(site.answer(request).status.rawValue == status)
    }

    @Test func `on a network a name that was not given is refused, an address is not`() throws {
        let office = try Office()
        for (host, status) in [
            ("evil.example", 403), ("evil.example:8080", 403), ("192.168.1.20:8080", 401),
            ("[fe80::1]:8080", 401), ("localhost:8080", 401), ("1.2.3.4.evil.example", 403),
        ] {
            #expect(office.site.get("/", headers: ["host": host]).status == status, "\(host)")
        }
    }

    @Test(arguments: [
        ("127.0.0.1", "127.0.0.1", 80, true), ("localhost:81", "127.0.0.1", 81, true),
        ("0.0.0.0:8080", "0.0.0.0", 8080, false), ("[::]:8080", "::", 8080, false),
        ("::1", "::1", 80, true), ("192.168.1.20", "192.168.1.20", 80, false),
    ])
    func `an address to listen on is read`(
        _ text: String, _ address: String, _ port: UInt16, _ isLoopback: Bool
    ) throws {
        let read = try ListenAddress(parsing: text, port: 80)
        #expect(read.address == address)
        #expect(read.port == port)
        #expect(read.isLoopback == isLoopback)
    }

    @Test(arguments: [
        "", "example.cn", "1.2.3", "1.2.3.4:", "1.2.3.4:99999", "[::1]x", "127.evil.example:80",
    ])
    func `what is no address is refused`(_ text: String) {
        #expect(throws: ReportError.self) { try ListenAddress(parsing: text, port: 80) }
    }

    @Test func `a log says who and what, and neither questions nor secrets unless asked`() throws {
        for (extent, isTold) in [
            (RequestLog.Extent.requests, false), (.questions, true), (.none, false),
        ] {
            let lines = Lines()
            let site = TestSite(
                site: Site(
                    index: try TestIndex.corpus().path, port: 8710,
                    log: RequestLog(extent) { lines.add($0) }))
            _ = site.get("/search?q=%E4%B8%A4%E7%99%8C")
            _ = site.get("/a\u{1B}[31m")
            _ = site.get("/enter?token=abc")
            let text = lines.all.joined(separator: "\n")
            #expect(lines.all.count == (extent == .none ? 0 : 3))
            #expect(text.contains("%E4%B8%A4") == isTold)
            #expect(!text.contains("\u{1B}"))
            #expect(!text.contains("abc"))
        }
    }
}

/// A clock that goes when told.
private final class TestClock: Sendable {
    private let time = Mutex(ContinuousClock.now)

    var now: ContinuousClock.Instant { time.withLock { $0 } }
    func pass(_ duration: Duration) { time.withLock { $0 += duration } }
}

private final class Lines: Sendable {
    private let lines = Mutex<[String]>([])

    var all: [String] { lines.withLock { $0 } }
    func add(_ line: String) { lines.withLock { $0.append(line) } }
}
