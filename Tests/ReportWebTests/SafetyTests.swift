import Foundation
import ReportModel
import TestSupport
import Testing

@testable import ReportWeb

/// What the site refuses, and what it never sends.
@Suite struct SafetyTests {
    private static let hostile =
        "<script>alert(1)</script>\"' onmouseover='x' &lt; \u{202E}走访慰问困难家庭50户。"

    @Test(arguments: [
        "/search?q=走访慰问", "/passage?passage=坏<b>.txt:1", "/activities?q=走访慰问", "/reports",
    ])
    func `markup in a report shows as text`(_ address: String) throws {
        let folder = try TemporaryFolder()
        var source = TestIndex.source("坏<b>.txt", [Self.hostile, Self.hostile + "送去慰问金。"])
        source.reports[0].title = Self.hostile
        source.reports[0].unit.name = "<img src=x>妇联"
        try TestIndex.write([source], to: folder.path("index.sqlite"))
        let site = TestSite(site: Site(index: folder.path("index.sqlite"), port: 8710))
        let answer = site.get(address)
        #expect(answer.status == 200)
        #expect(!answer.text.contains("<script>alert"))
        #expect(!answer.text.contains("<img"))
        #expect(!answer.text.contains("<b>.txt"))
        #expect(!answer.text.contains("\u{202E}"))
        #expect(MarkupCheck.trouble(in: answer.text) == nil)
        if !address.hasPrefix("/activities") {
            #expect(answer.text.contains("&lt;img src=x&gt;妇联"))
        }
    }

    @Test(arguments: [
        "/search?q=\"><script>alert(1)</script>", "/search?q=a&unit=\"><script>alert(1)</script>",
        "/desk?text=</textarea><script>alert(1)</script>",
        "/passage?passage=<script>alert(1)</script>:1",
        "/gaps?unit=<script>alert(1)</script>", "/search?<script>alert(1)</script>=1",
        "/?lang=\"><script>alert(1)</script>",
    ])
    func `markup in an address shows as text`(_ address: String) throws {
        let answer = try TestSite.corpus().get(address)
        #expect(!answer.text.contains("<script>alert"))
        #expect(MarkupCheck.trouble(in: answer.text) == nil)
    }

    @Test
    func
        `a browser is told to load nothing from elsewhere, and no page has script or style of its own`()
        throws
    {
        let site = try TestSite.corpus()
        for address in PageTests.everyPage + ["/nowhere", "/api/search?q=两癌"] {
            let answer = site.get(address)
            let policy = try #require(answer.header("Content-Security-Policy"))
            #expect(policy.hasPrefix("default-src 'none'"))
            #expect(!policy.contains("unsafe"))
            #expect(answer.header("X-Content-Type-Options") == "nosniff")
            guard answer.response.type.hasPrefix("text/html") else { continue }
            #expect(!answer.text.contains(/<[^>]*\s(style|on[a-z]+)=/))
            #expect(!answer.text.contains(/<(style|script)>/))
            #expect(!answer.text.contains(/(src|href|action)="(https?:|\/\/|file:|javascript:)/))
        }
    }

    @Test(arguments: [
        "evil.example:8710", "localhost.evil.example:8710", "localhost:1", "localhost", "",
    ])
    func `a request meant for another host is refused`(_ host: String) throws {
        let answer = try TestSite.corpus().get("/", headers: ["host": host])
        #expect(answer.status == 403)
        #expect(!answer.text.contains("望川区"))
    }

    @Test(arguments: ["localhost:8710", "LOCALHOST:8710", "127.0.0.1:8710", "[::1]:8710"])
    func `the machine's own names are answered`(_ host: String) throws {
        #expect(try TestSite.corpus().get("/", headers: ["host": host]).status == 200)
    }

    @Test func `wrong requests get the status that says why, and a page that says what to do`()
        throws
    {
        let site = try TestSite.corpus()
        let long = String(repeating: "长", count: 900)
        let wrong: [(Int, TestSite.Answer)] = [
            (404, site.get("/nowhere")), (404, site.get("/../Package.swift")),
            (404, site.get("/style.css/../page.js")), (404, site.get("/api/nothing")),
            (405, site.send("PUT", "/")), (405, site.send("DELETE", "/search?q=a")),
            (405, site.post("/search", "q=a")), (400, site.get("/search?q=a&page=0")),
            (400, site.get("/search?q=a&limit=101")), (400, site.get("/search?q=a&page=99999")),
            (400, site.get("/search?q=a&nothing=1")), (400, site.get("/search?q=年份:abc")),
            (404, site.get("/gaps?unit=没有的单位")), (400, site.get("/api/search?q=a&format=xml")),
            (400, site.get("/api/search?q=a&limit=1001")),
            (413, site.get("/search?q=" + long + long)),
            (413, site.get("/search?q=" + String(repeating: "a", count: 2001))),
            (413, site.post("/desk", "text=" + String(repeating: "a", count: WebLimits.body))),
            (
                413,
                site.post(
                    "/desk", "text=" + String(repeating: "aaaaaaaaaaaaaaaaaaaaaaaaa.%0A", count: 41)
                )
            ),
            (403, site.send("POST", "/desk", body: "text=a")),
            (403, site.post("/desk", "text=a", headers: ["origin": "http://evil.example"])),
            (400, site.post("/desk", "text=a", headers: ["content-type": "text/plain"])),
        ]
        for (place, (status, answer)) in wrong.enumerated() {
            #expect(answer.status == status, "number \(place): \(answer.text.suffix(700))")
            #expect(answer.text.contains("refusal") || answer.text.contains("\"error\""))
        }
        #expect(site.send("PUT", "/").header("Allow") == "GET, HEAD")
    }

    @Test func `HEAD is GET without the body`() throws {
        let site = try TestSite.corpus()
        let answer = site.send("HEAD", "/reports")
        #expect(answer.response.body.isEmpty)
        #expect(answer.header("Content-Length") == String(site.get("/reports").response.body.count))
    }

    @Test func `without an index the page says how to make one, and shows it when it is there`()
        throws
    {
        let folder = try TemporaryFolder()
        let site = TestSite(site: Site(index: folder.path("index.sqlite"), port: 8710))
        let answer = site.get("/")
        #expect(answer.status == 503)
        #expect(answer.text.contains("zongjie ingest"))
        #expect(answer.header("Retry-After") != nil)
        try TestIndex.write(
            [TestIndex.source("甲.txt", ["走访慰问困难家庭。"])], to: folder.path("index.sqlite"))
        #expect(site.get("/search?q=走访慰问").text.contains("共 1 段"))
        try TestIndex.write(
            [TestIndex.source("乙.txt", ["走访慰问老人。"])], to: folder.path("index.sqlite"))
        #expect(site.get("/search?q=走访慰问").text.contains("乙.txt"))
    }

    @Test func `a question that takes too long is given up, with advice`() throws {
        let site = TestSite(
            site: Site(index: try TestIndex.corpus().path, port: 8710, limit: .nanoseconds(1)))
        let answer = site.get("/search?q=妇女")
        #expect(answer.status == 503)
        #expect(answer.text.contains("请缩小范围"))
    }
}
