import ReportIndex
import ReportModel
import TestSupport
import Testing

@testable import ReportQuery

/// How a question's text is read: cleaned, joined, negated, filtered.
@Suite struct `Questions are cleaned as texts are` {
    @Test(arguments: ["\u{200B}", "\u{FEFF}", "\u{AD}", "\u{2060}", "\u{200E}"])
    func `what cannot be seen is not asked for`(_ mark: String) throws {
        #expect(try QueryParser.parse("“留守\(mark)儿童”").clauses == [.phrase("留守儿童")])
        #expect(try QueryParser.parse("走访 年份:20\(mark)18").filter.years == [.years(2018...2018)])
    }

    @Test func `radicals and double forms are the characters they look like`() throws {
        #expect(try QueryParser.parse("\u{2F25}性").clauses == [.words("女性")])
        #expect(try QueryParser.parse("\u{F981}性").clauses == [.words("女性")])
    }

    @Test(arguments: [
        ("２０１８", 2018...2018), ("2017～2018", 2017...2018), ("2017－2018", 2017...2018),
        ("二〇一八", 2018...2018), ("二○一七至二〇一八年", 2017...2018),
    ])
    func `years are read as input methods write them`(_ text: String, _ range: ClosedRange<Int>)
        throws
    {
        #expect(try QueryParser.parse("走访 年份:\(text)").filter.years == [.years(range)])
    }

    @Test func `topics and units are read in traditional characters`() throws {
        let filter = try QueryParser.parse("主题:扶貧幫困 单位:河西縣婦聯").filter
        #expect(filter.topics == [.relief])
        #expect(UnitNames().name("河西县妇联", region: "", answersTo: filter.units[0]))
        #expect(UnitNames().name("河西縣婦聯", region: "", answersTo: "河西县"))
    }

    @Test(arguments: [
        "走访 OR 慰问", "走访|慰问", "走访 ｜ 慰问", "(走访 OR 慰问)", "（走访 OR 慰问）", "( 走访 || 慰问 )",
    ])
    func `alternatives are joined by OR and bars, in brackets or not`(_ text: String) throws {
        let either = Query.Clause.any([.words("走访"), .words("慰问")])
        #expect(try QueryParser.parse(text).clauses == [either])
        #expect(try QueryParser.parse(text + " 儿童").clauses == [either, .words("儿童")])
    }

    @Test func `brackets without OR are text`() throws {
        #expect(try QueryParser.parse("村（居）委会").clauses == [.words("村（居）委会")])
        #expect(try QueryParser.parse("“a|b（c）”").clauses == [.phrase("a|b（c）")])
    }

    @Test(arguments: ["走访 NOT 慰问", "走访 -慰问", "走访 －慰问", "走访 −慰问", "走访 NOT “慰问”"])
    func `NOT and every dash exclude`(_ text: String) throws {
        let query = try QueryParser.parse(text)
        #expect(query.clauses == [.words("走访")])
        #expect(query.excluded == [.phrase("慰问")])
    }

    @Test func `a year among the words is told of, a NOT without a word is ignored`() throws {
        #expect(try QueryParser.parse("2018年 维权").notes.count == 1)
        #expect(try QueryParser.parse("2018 维权").clauses.count == 2)
        #expect(try QueryParser.parse("2018份 维权").notes.isEmpty)
        #expect(try QueryParser.parse("维权 NOT").notes.count == 1)
    }

    @Test func `when nothing is found, the filter that left nothing is named`() throws {
        let engine = try Searcher(try TestIndex.corpus().open())
        let answer = try engine.search(try QueryParser.parse("留守儿童 年份:1990 类型:done"))
        #expect(answer.matchCount == 0)
        #expect(answer.blockers.map(\.field) == [.year])
        #expect(answer.blockers.allSatisfy { $0.count > 0 })
    }
}

/// What ranking makes of words.
@Suite struct `Words, not letters across words` {
    private static let texts = [
        "妇联开展儿童工作调研，走访了十二个村的儿童之家和幼儿园。", "监察中队查处一家餐馆使用童工，责令整改并罚款五千元。",
        "全镇儿童工作例会开了三次，儿童工作有了专人负责。", "乡里修通了三公里水渠，灌溉面积增加。",
    ]

    private func engine(_ folder: borrowing TemporaryFolder) throws -> Searcher {
        try TestIndex.write([TestIndex.source("a.txt", Self.texts)], to: folder.path("i.sqlite"))
        return try Searcher(try IndexDatabase.open(folder.path("i.sqlite")).reading())
    }

    @Test func `an occurrence that cuts words is found and ranks last`() throws {
        let folder = try TemporaryFolder()
        let answer = try engine(folder).search(SearchOracle.query(.phrase("童工")))
        #expect(answer.matchCount == 3)
        #expect(answer.hits.first?.passage.line == 2)
        #expect(answer.hits.map(\.cutsWords) == [false, true, true])
    }

    @Test func `passages that only cut words are counted apart`() throws {
        let folder = try TemporaryFolder()
        let engine = try engine(folder)
        let answer = try engine.search(try QueryParser.parse("童工"))
        #expect(answer.matchCount == 3)
        #expect(answer.cutCount == 2)
        // A part of a longer word cuts nothing: 儿童 in 儿童之家.
        #expect(try engine.search(try QueryParser.parse("儿童")).cutCount == 0)
    }

    @Test func `a name that is known has no synonyms of its parts`() throws {
        let analyzer = try QuestionAnalyzer(
            words: try QuestionWords(), synonyms: try SynonymTable())
        for (name, part) in [("春蕾计划", "工作计划"), ("计划生育", "打算"), ("妇女之家", "女性")] {
            let concepts = analyzer.question(of: name).concepts
            #expect(concepts.map(\.text) == [name])
            #expect(!concepts[0].substitutes.contains { $0.text == part }, "\(name) ~ \(part)")
        }
    }

    @Test func `figures and fillers weigh little in a passage, telling words and their pairs much`()
        throws
    {
        let analyzer = try QuestionAnalyzer(
            words: try QuestionWords(), synonyms: try SynonymTable())
        let question = analyzer.question(of: "组织女骑手326名开展体检")
        func weight(_ text: String) -> Double {
            question.terms.first { $0.text == text }?.weight ?? 0
        }
        #expect(weight("326") < 0.5)
        #expect(weight("组织") < 0.5)
        #expect(weight("骑手") >= 0.5)
        #expect(weight("体检") == 1)
    }
}
