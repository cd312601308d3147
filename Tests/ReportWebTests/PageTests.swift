import Foundation
import Presentation
import ReportIndex
import ReportModel
import ReportQuery
import TestSupport
import Testing

@testable import ReportWeb

/// What the pages show, without a network.
@Suite struct PageTests {
    static let everyPage = [
        "/", "/search?q=两癌", "/search?kind=plan&year=2018", "/reports", "/reports?unit=望川区妇联",
        "/activities", "/activities?q=走访慰问", "/activities?q=走访慰问&sum=1", "/compare",
        "/compare?units=望川区妇联,东浦区妇联", "/compare?units=望川区妇联&years=2017-2019", "/gaps",
        "/gaps?unit=望川区妇联", "/gaps?unit=望川区妇联&open=两癌", "/promises", "/promises?unit=望川区妇联",
        "/duplicates", "/duplicates?reports=1", "/duplicates?boilerplate=1", "/desk",
        "/desk?text=为留守儿童建立档案，结对帮扶三十名。", "/similar?text=免费为农村妇女检查两癌",
        "/passage?passage=2016年望川区妇联工作总结.txt:18", "/api", "/basket", "/trend", "/trend?q=留守儿童",
        "/trend?q=走访慰问&activity=1&unit=望川区妇联",
        "/concordance", "/concordance?q=留守儿童&sort=right", "/keyness", "/keyness?unit=望川区妇联",
    ]

    @Test(arguments: everyPage)
    func `every page is there in both languages, with its tags closed`(_ address: String) throws {
        let site = try TestSite.corpus()
        for language in ["zh", "en"] {
            let mark = address.contains("?") ? "&" : "?"
            let answer = site.get(address + mark + "lang=" + language)
            #expect(answer.status == 200, "\(answer.text.prefix(2000))")
            #expect(answer.text.hasPrefix("<!DOCTYPE html>"))
            #expect(answer.text.contains("<html lang=\"\(language == "zh" ? "zh-CN" : "en")\">"))
            #expect(MarkupCheck.trouble(in: answer.text) == nil)
            #expect(!answer.text.contains("--limit"), "an option of the command line")
        }
    }

    @Test func `a search shows what the command finds, in its order, with matches marked`() throws {
        let page = try TestSite.corpus().get("/search?q=两癌 检查").text
        var request = SearchRequest()
        request.query = "两癌 检查"
        let reading = try TestIndex.corpus().open()
        let answer = try request.answer(using: try SearchEngine(), in: reading)
        var rest = page[...]
        for hit in answer.hits {
            let place = "\(hit.passage.report.path):\(hit.passage.line)"
            let found = try #require(rest.range(of: place), "\(place) stands in its order")
            rest = rest[found.upperBound...]
        }
        #expect(page.contains("<mark>两癌检查</mark>"))
        #expect(page.contains(try Regex("(共|原词) \(answer.matchCount ?? -1) 段")))
    }

    @Test func `a facet's count is what its link finds`() throws {
        let site = try TestSite.corpus()
        let page = site.get("/search?q=走访慰问").text
        let facet =
            /<li><a href="([^"]*(year|topic|kind)=[^"]*)"><span>[^<]*<\/span> <span class="count">(\d+)</
        let facets = page.matches(of: facet)
        #expect(facets.count > 8)
        for match in facets {
            let address = String(match.1).replacing("&amp;", with: "&")
            let narrowed = site.get(address).text
            let count = try Regex("(共|原词) \(match.3) 段")
            #expect(narrowed.firstMatch(of: count) != nil, "\(address)")
            #expect(narrowed.contains("class=\"chips\""))
        }
    }

    @Test func `a condition can be taken away, and the next page goes on`() throws {
        let site = try TestSite.corpus()
        let page = site.get("/search?q=妇女&kind=done").text
        let chip = try #require(
            page.firstMatch(of: /<nav class="chips"[^>]*><ul><li><a href="([^"]*)"/))
        #expect(!chip.1.contains("kind="))
        let next = try #require(page.firstMatch(of: /rel="next" href="([^"]*)"/))
        let address = String(next.1).replacing("&amp;", with: "&")
        #expect(address.contains("kind=done"))
        #expect(site.get(address).text.contains("id=\"hit11\""))
    }

    @Test func `a passage stands in its report, with the evidence of its tags and comparable ones`()
        throws
    {
        let page = try TestSite.corpus().get("/passage?passage=2016年望川区妇联工作总结.txt:18").text
        #expect(page.contains("class=\"paragraph current\" id=\"l18\""))
        #expect(page.contains("<li class=\"level1\"><a href=\"#l17\">关爱贫困妇女儿童</a></li>"))
        #expect(page.contains("role=\"tooltip\""))
        let similar = try #require(page.range(of: "class=\"similar\""))
        #expect(page[similar.upperBound...].contains("class=\"hit\""))
        #expect(try TestSite.corpus().get("/passage?passage=没有.txt:1").status == 404)
    }

    @Test func `a hit leads to the one after it, and back to the list`() throws {
        let site = try TestSite.corpus()
        let list = site.get("/search?q=两癌 检查&kind=done").text
        let titles = list.matches(of: /<a class="title" href="([^"]*)"/).map {
            String($0.1).replacing("&amp;", with: "&")
        }
        let second = site.get(String(try #require(titles.dropFirst().first).prefix { $0 != "#" }))
            .text
        let links = second.matches(of: /<a rel="(prev|next)" href="([^"]*)"/)
        #expect(links.map(\.1) == ["prev", "next"])
        #expect(links.map { String($0.2).replacing("&amp;", with: "&") } == [titles[0], titles[2]])
        #expect(second.contains("#hit2\""))
        #expect(site.get("/passage?passage=2016年望川区妇联工作总结.txt:18&hit=1&nothing=1").status == 400)
        #expect(site.get("/passage?passage=2016年望川区妇联工作总结.txt:18&q=a").status == 400)
    }

    @Test func `a draft is answered paragraph by paragraph`() throws {
        let text = "text=" + TestSite.encoded("一、关爱\n为农村妇女免费做宫颈癌和乳腺癌检查，查了三千人。\n走访慰问困难老人五十户，送去米和油。")
        let page = try TestSite.corpus().post("/desk", text).text
        #expect(page.matches(of: /<section class="draft"/).count == 2)
        #expect(page.contains("查了三千人。"))
    }

    @Test func `the language is the chosen one, else the browser's, else Chinese`() throws {
        let site = try TestSite.corpus()
        func language(_ address: String, _ accepted: String) -> String {
            let page = site.get(address, headers: ["accept-language": accepted]).text
            return page.contains("<html lang=\"en\">") ? "en" : "zh"
        }
        #expect(language("/", "en-US,en;q=0.9") == "en")
        #expect(language("/", "zh-CN,zh;q=0.9,en;q=0.8") == "zh")
        #expect(language("/", "en;q=0.5,zh;q=0.4") == "en")
        #expect(language("/", "fr") == "zh")
        #expect(language("/?lang=zh", "en") == "zh")
        #expect(site.get("/?lang=en").text.contains("href=\"/reports?lang=en\""))
    }
}

/// Whether every element that is opened is closed, in order.
enum MarkupCheck {
    private static let void: Set = ["meta", "link", "input", "!doctype", "br"]

    static func trouble(in page: String) -> String? {
        var open: [String] = []
        for match in page.matches(of: /<(\/?)([a-zA-Z!][a-zA-Z0-9]*)[^>]*>/) {
            let name = match.2.lowercased()
            if void.contains(name) { continue }
            if match.1.isEmpty {
                open.append(name)
            } else if open.popLast() != name {
                return "</\(name)> after \(open.suffix(4))"
            }
        }
        return open.isEmpty ? nil : "open: \(open)"
    }
}
