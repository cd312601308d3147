import Foundation
import ReportIndex
import ReportModel
import TestSupport
import Testing

@testable import ReportWeb

/// What the page writes: baskets, and corpora made of them.
@Suite struct BasketTests {
    private struct Desk {
        let folder: TemporaryFolder
        let index: String
        let site: TestSite
        var cookie = ""

        init() throws {
            folder = try TemporaryFolder()
            index = folder.path("index.sqlite")
            try TestIndex.write(
                [
                    TestIndex.source("甲.txt", ["走访慰问困难家庭五十户。", "为*留守儿童*建立<b>档案</b>。"]),
                    TestIndex.source("乙.txt", ["调解家庭纠纷三十起。"]),
                ], to: index)
            site = TestSite(site: Site(index: index, port: 8710))
        }

        mutating func post(_ form: String, _ headers: [String: String] = [:]) -> TestSite.Answer {
            let answer = site.post(
                "/basket", TestSite.encoded(form),
                headers: ["cookie": cookie].merging(headers) { $1 })
            if let set = answer.header("Set-Cookie") { cookie = String(set.prefix { $0 != ";" }) }
            return answer
        }

        func get(_ address: String) -> TestSite.Answer {
            site.get(address, headers: ["cookie": cookie])
        }

        /// The collected texts in their order.
        var texts: [Substring] {
            self.get("/basket").text.matches(of: /<p class="text">([^<]*)<\/p>/).map(\.1)
        }
    }

    @Test func `passages are collected, ordered, annotated and taken out`() throws {
        var desk = try Desk()
        #expect(desk.get("/basket").text.contains("还没有摘录"))
        let first = desk.post(
            "add=1&place=甲.txt:1&back=/search?q=a%23hit1".replacing("?", with: "%3F"))
        #expect(first.status == 303)
        #expect(first.header("Location") == "/search?q=a#hit1")
        #expect(first.header("Set-Cookie")?.contains("HttpOnly; SameSite=Strict") == true)
        #expect(desk.post("add=1&place=乙.txt:1").status == 303)
        #expect(desk.post("add=1&place=乙.txt:1").status == 303)
        #expect(desk.texts == ["走访慰问困难家庭五十户。", "调解家庭纠纷三十起。"])
        _ = desk.post("down=1&place=甲.txt:1&note=先写这段")
        #expect(desk.texts.first == "调解家庭纠纷三十起。")
        #expect(desk.get("/basket").text.contains("先写这段"))
        #expect(desk.get("/").text.contains("(2)"))
        #expect(desk.get("/search?q=走访慰问").text.contains("已摘录"))
        _ = desk.post("remove=1&place=乙.txt:1")
        #expect(desk.texts == ["走访慰问困难家庭五十户。"])
        _ = desk.post("clear=1")
        #expect(desk.texts.isEmpty)
    }

    @Test func `a script is told the number, and an address of another site is not gone to`() throws
    {
        var desk = try Desk()
        let answer = desk.post("add=1&place=甲.txt:1", ["accept": "application/json"])
        #expect(answer.text == "{\"count\": 1}\n")
        for back in [
            "//evil.example", "https://evil.example", "/\\evil.example", "/%0d%0aSet-Cookie:a=b",
        ] {
            #expect(desk.post("add=1&place=甲.txt:1&back=" + back).header("Location") == "/basket")
        }
    }

    @Test func `a basket is its owner's alone`() throws {
        var one = try Desk()
        _ = one.post("add=1&place=甲.txt:1")
        let two = one.site.get(
            "/basket", headers: ["cookie": BasketOwner.cookie + "=aaaaaaaaaaaaaaaaaaaa"])
        #expect(!two.text.contains("困难家庭"))
        for path in [
            "../../etc/passwd", "a", "..", "aaaaaaaaaaaaaaaa/aaa",
            String(repeating: "a", count: 65),
        ] {
            #expect(BasketOwner(browser: path) == nil)
        }
        #expect(
            BasketOwner.person("../张 三").fileName.allSatisfy {
                $0.isLetter || $0.isNumber || "-.".contains($0)
            })
        let folder = one.index + ".baskets"
        let names = try FileManager.default.contentsOfDirectory(atPath: folder)
        #expect(names.count == 1)
        let rights = try FileManager.default.attributesOfItem(atPath: folder + "/" + names[0])
        #expect((rights[.posixPermissions] as? Int).map { $0 & 0o777 } == 0o600)
    }

    @Test func `a basket is full at its limit, and what is in it stays`() throws {
        var basket = Basket()
        for number in 0..<Basket.mostItems {
            try basket.add(Basket.Item(place: "a:\(number)", text: "x"))
        }
        #expect(throws: WebError.self) { try basket.add(Basket.Item(place: "b:1", text: "x")) }
        #expect(basket.items.count == Basket.mostItems)
        basket.note("a:1", String(repeating: "长", count: 3000))
        #expect(basket.items[1].note.count == Basket.longestNote)
        basket.move("a:0", by: -1)
        basket.move("a:199", by: 1)
        #expect(basket.items.first?.place == "a:0")
    }

    @Test func `a basket is taken away as Markdown, Word and CSV, with sources`() throws {
        var desk = try Desk()
        _ = desk.post("add=1&place=甲.txt:2")
        _ = desk.post("save=1&place=甲.txt:2&note=参考")
        let markdown = desk.get("/basket/export?as=md")
        #expect(markdown.text.contains("> 为\\*留守儿童\\*建立\\<b\\>档案\\</b\\>。"))
        #expect(markdown.text.contains("参考\n\n> "))
        #expect(markdown.text.contains("甲.txt 第 2 行"))
        #expect(markdown.header("Content-Disposition")?.hasPrefix("attachment;") == true)
        let word = desk.get("/basket/export?as=docx")
        #expect(word.response.body.prefix(4).elementsEqual([0x50, 0x4B, 3, 4]))
        #expect(word.text.contains("建立&lt;b&gt;档案"))
        let csv = desk.get("/basket/export?as=csv").text
        #expect(csv.hasPrefix("\u{FEFF}位置,正文,批注"))
        #expect(desk.get("/api/basket").text.contains("\"note\": \"参考\""))
        #expect(desk.get("/basket/export?as=exe").status == 400)
    }

    @Test func `what changed since is told, and keeps its words`() throws {
        var desk = try Desk()
        _ = desk.post("add=1&place=甲.txt:1")
        try TestIndex.write([TestIndex.source("甲.txt", ["另写一段。"])], to: desk.index)
        let page = desk.get("/basket").text
        #expect(page.contains("走访慰问困难家庭五十户。"))
        #expect(page.contains("1 段在索引中已变或不在"))
        #expect(desk.get("/api/basket").text.contains("\"is_current\": false"))
    }

    @Test func `a basket is kept as a frozen corpus`() throws {
        var desk = try Desk()
        _ = desk.post("add=1&place=甲.txt:1")
        _ = desk.post("add=1&place=乙.txt:1")
        #expect(desk.post("freeze=1&name=选段").status == 303)
        let selection = try #require(
            try IndexDatabase.open(desk.index).reading().selection("选段"))
        #expect(Set(selection.passages.map(\.line)) == [1])
        #expect(selection.passages.count == 2)
        #expect(selection.definition.contains("\"isChosen\":true"))
        #expect(desk.post("freeze=1&name=选段").status == 400)
        #expect(desk.post("freeze=1&name=a/b").status == 400)
    }

    @Test func `a form from elsewhere, or that says nothing, changes nothing`() throws {
        var desk = try Desk()
        #expect(desk.post("add=1&place=甲.txt:1", ["origin": "http://evil.example"]).status == 403)
        #expect(desk.post("add=1&place=甲.txt:1", ["origin": ""]).status == 403)
        #expect(desk.post("add=1&place=没有.txt:1").status == 404)
        #expect(desk.post("place=甲.txt:1").status == 400)
        #expect(desk.site.send("PUT", "/basket").status == 405)
        #expect(!FileManager.default.fileExists(atPath: desk.index + ".baskets/x"))
        #expect(desk.texts.isEmpty)
    }

    @Test func `the original is sent as it lies on disk, and nothing else is`() throws {
        let folder = try TemporaryFolder()
        try folder.write("走访慰问困难家庭。\n", to: "甲 <b>.txt")
        let file = folder.path("甲 <b>.txt")
        try TestIndex.write(
            [TestIndex.source(file, ["走访慰问困难家庭。"])], to: folder.path("index.sqlite"))
        let site = TestSite(site: Site(index: folder.path("index.sqlite"), port: 8710))
        let answer = site.get("/original?passage=" + TestSite.encoded(file + ":1"))
        for wrong in ["/etc/passwd:1", "../甲.txt:1", file, "index.sqlite:1", ""] {
            #expect(site.get("/original?passage=" + TestSite.encoded(wrong)).status == 404)
        }
        #expect(answer.status == 200)
        #expect(answer.text == "走访慰问困难家庭。\n")
        #expect(
            answer.header("Content-Disposition")?.hasPrefix("attachment; filename*=UTF-8''") == true
        )
        try FileManager.default.removeItem(atPath: file)
        #expect(site.get("/original?passage=" + TestSite.encoded(file + ":1")).status == 404)
    }
}
