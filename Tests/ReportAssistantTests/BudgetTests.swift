import Presentation
import ReportIndex
import ReportModel
import ReportQuery
import TestSupport
import Testing

@testable import ReportAssistant

/// Answers keep within their budget, and their pages add up to what is told.
@Suite struct BudgetTests {
    private static let questions: [(tool: String, rows: String, arguments: [RecordValue.Member])] =
        [
            ("search", "hits", [.init("query", .text("妇女")), .init("limit", .integer(50))]),
            ("activities", "activities", [.init("query", .text("走访慰问"))]),
            ("activities", "sums", [.init("query", .text("妇女")), .init("sum", .flag(true))]),
            ("similar", "hits", [.init("text", .text("走访慰问困难妇女"))]),
            ("compare", "activities", [.init("units", .list([.text("望川区妇联"), .text("东浦区妇联")]))]),
            ("compare", "activities", [.init("units", .text("清岭县妇联"))]),
            ("compare", "gaps", [.init("units", .text("望川区妇联")), .init("gaps", .flag(true))]),
            ("read", "paragraphs", [.init("place", .text("妇女儿童工作总结范文汇编.txt"))]),
            ("verify_quote", "places", [.init("quote", .text("妇女"))]), ("about", "units", []),
        ]

    @Test(arguments: questions.indices)
    func `no page is larger than it may be, and the pages add up`(_ number: Int) throws {
        let assistant = try TestAssistant.corpus()
        let (tool, rows, arguments) = Self.questions[number]
        var texts: Set<String> = []
        for budget in [1_500, 20_000] {
            let told = try assistant.pages(
                tool, rows, arguments + [.init("budget", .integer(budget))])
            for page in told.pages { #expect(TokenBudget.tokens(page.text) <= budget) }
            #expect(told.totals.count == 1, "\(told.totals)")
            let total = told.pages.first?.value["total"]?.integer
            if tool == "search" {
                // Copies stand under the first; what matches in part is not counted.
                let every = told.rows.reduce(0) { sum, hit in
                    guard hit["every_word"] == .flag(true) else { return sum }
                    guard case .list(let copies)? = hit["copies"] else { return sum + 1 }
                    return sum + 1 + copies.count
                }
                #expect(every == total)
                #expect(Set(told.rows.map { JSONText($0["place"]) }).count == told.rows.count)
                #expect(told.rows.map { $0["rank"]?.integer } == Array(1...told.rows.count))
            } else if tool == "read" {
                // A long paragraph may stand on two pages.
                #expect(Set(told.rows.map { JSONText($0["line"]) }).count == total)
                texts.insert(told.rows.compactMap { $0["text"]?.text }.joined())
            } else {
                #expect(told.rows.count == total)
            }
            for (page, next) in zip(told.pages, told.pages.dropFirst()) {
                #expect(page.value["cut"] != nil)
                #expect(next.value["from"]?.integer ?? 0 > 0)
            }
        }
        // Whatever the pages, it is the same text.
        if tool == "read" { #expect(texts.count == 1) }
    }

    @Test func `the pages of a file are its text, piece by piece`() throws {
        let folder = try TemporaryFolder()
        let long = (0..<900).map { "第\($0)户，" }.joined()
        let source = TestIndex.source("长.txt", ["标题", long, "末段。"])
        try TestIndex.write([source], to: folder.path("i.sqlite"))
        let told = try TestAssistant(folder.path("i.sqlite")).pages(
            "read", "paragraphs", [.init("place", .text("长.txt")), .init("budget", .integer(500))])
        #expect(told.rows.compactMap { $0["text"]?.text }.joined() == "标题" + long + "末段。")
        #expect(told.pages.count > 5)
        for page in told.pages { #expect(TokenBudget.tokens(page.text) <= 500) }
    }

    @Test func `a cursor goes with its question, and tells when the index has changed`() throws {
        let folder = try TemporaryFolder()
        func source(_ number: Int) -> Source {
            let work = ["修建图书室", "检查两癌", "举办厨艺比赛", "看望老人"][number]
            return TestIndex.source("\(number).txt", ["走访慰问困难母亲，\(work)。"])
        }
        try TestIndex.write([source(0), source(1), source(2)], to: folder.path("i.sqlite"))
        let assistant = TestAssistant(folder.path("i.sqlite"))
        let first = try assistant.call("search", #"{"query":"走访慰问","limit":1}"#)
        let cursor = try #require(first.value["next_cursor"]?.text)
        let other = try assistant.call("search", #"{"query":"困难","limit":1,"cursor":"\#(cursor)"}"#)
        #expect(other.isError)
        try TestIndex.write([source(3)], to: folder.path("i.sqlite"))
        let later = try assistant.call(
            "search", #"{"query":"走访慰问","limit":1,"cursor":"\#(cursor)"}"#)
        #expect(later.value["notes"] != nil && later.value["total"] == .integer(4))
    }

    @Test func `rows are those of the command and the page`() throws {
        let assistant = try TestAssistant.corpus()
        let reading = try TestIndex.corpus().open()
        var search = SearchRequest()
        search.query = "两癌 检查"
        search.limit = 5
        let answer = try search.answer(using: try SearchEngine(), in: reading)
        let told = try assistant.call("search", #"{"query":"两癌 检查","limit":5}"#)
        #expect(told.value["total"] == .integer(answer.matchCount ?? -1))
        let hits = told.rows("hits")
        #expect(hits.count == answer.hits.count)
        for (hit, own) in zip(hits, answer.hits) {
            let passage = own.passage
            #expect(hit["place"] == .text("\(passage.report.path):\(passage.line)"))
            #expect(hit["unit"]?.text == passage.report.unit.name)
            #expect(hit["hash"] == .text(ContentHash.of(Array(passage.text.utf8))))
            #expect(passage.text.contains(hit["text"]?.text ?? "?"))
            let year = passage.report.year
            if year.year != nil || year.range != nil {
                #expect(hit["year"] == .text(Naming.year(year)))
            } else {
                #expect(hit["year"] == .null)
            }
        }
    }
}
