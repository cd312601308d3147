import ReportIndex
import ReportModel
import Segmentation
import TestSupport
import Testing

@testable import ReportQuery

@Suite struct HostileQueryTests {
    private static let pieces = [
        "\"", "“", "”", "＂", "'", "-", "--", "－", "*", "**", "OR", "AND", "NOT", "NEAR(", ")", "(",
        ",", "，", "NEAR(妇女 儿童, 5)", "NEAR(,)", "NEAR()", "NEAR(a, -1)", "NEAR(\" \" b)",
        "-NEAR(a b)", "单位:", "单位：区妇联", "年份:abc", "年份:2018", "年份:-", "年份:99999999999999999999",
        "year:2015-", "主题:维权", "topic:", "类型:done", "kind:???", "-类型:done", "text:妇女", "rowid:1",
        "🎉", "👩‍👩‍👧", "\u{0}", "\u{0}\u{0}", "\u{200F}", "\u{202E}عربي", "e\u{301}\u{302}\u{303}",
        "\u{FEFF}", "\u{FFFD}", "\u{10FFFF}", "\r\n", "\t", " ", "　", ";", "DROP TABLE passage",
        "%", "_",
        "' OR 1=1 --", "\\", "{", "}", "[", "]", "^妇女", "+", "&&", "||", "妇女", "儿童", "3", "a", "𠮷",
        "两癌",
        "\u{E000}", "|", ":", "：", "://", "http://x.y/?a=b&c", "0x00", "NaN", "-0", "1e999",
    ]

    private func answer(_ text: String, _ engine: Searcher) throws {
        do {
            let query = try QueryParser.parse(text)
            var options = SearchOptions()
            options.limit = 3
            options.wantsFacets = true
            let answer = try engine.search(query, options)
            for hit in answer.hits {
                let count = hit.passage.text.unicodeScalars.count
                var last = 0
                for range in hit.highlights {
                    #expect(range.lowerBound >= last && range.upperBound <= count && !range.isEmpty)
                    last = range.upperBound
                }
            }
        } catch let error as ReportError {
            #expect(!error.description.isEmpty)
        }
    }

    @Test func `random strings of operators and debris are answered or refused`() throws {
        let engine = try Searcher(try TestIndex.corpus().open())
        var random = SeededRandom(77)
        for _ in 0..<200 {
            var text = ""
            for _ in 0..<1 + random.below(7) {
                text += random.pick(Self.pieces, else: "")
                if random.below(2) == 0 { text += " " }
            }
            try answer(text, engine)
        }
        for piece in Self.pieces { try answer(piece, engine) }
    }

    @Test(arguments: [
        "妇", "a", "\"", "-", "OR ", "\"a\" ", "-妇 ", "妇女儿童 ", "🎉", "e\u{301}", "NEAR(", "* ",
        "\u{0}",
    ])
    func `ten thousand characters are answered or refused`(_ piece: String) throws {
        let engine = try Searcher(try TestIndex.corpus().open())
        let count = 10_000 / piece.unicodeScalars.count
        try answer(String(repeating: piece, count: count), engine)
        try answer("NEAR(" + String(repeating: "妇 ", count: 200) + ", 3)", engine)
        #expect(throws: ReportError.self) {
            try QueryParser.parse(String(repeating: "妇", count: QueryParser.longest + 1))
        }
    }

    @Test func `pages and limits beyond all hits are empty`() throws {
        let engine = try Searcher(try TestIndex.corpus().open())
        for (limit, page) in [(Int.max, Int.max), (Int.max, 2), (10, Int.max), (1, 1_000_000)] {
            var options = SearchOptions()
            options.limit = limit
            options.page = page
            #expect(try engine.search(SearchOracle.query(.words("妇女")), options).hits.isEmpty)
        }
        var options = SearchOptions()
        options.limit = .max
        #expect(try !engine.search(SearchOracle.query(.words("妇女")), options).hits.isEmpty)
    }

    @Test func `an engine sees what was written after it was made`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path("i.sqlite")
        try TestIndex.write([TestIndex.source("a.txt", ["组织妇女培训"])], to: path)
        let engine = try SearchEngine()
        let database = try IndexDatabase.open(path)
        let query = SearchOracle.query(.phrase("妇女"))
        #expect(try engine.search(query, in: database.reading()).matchCount == 1)
        var total = 1
        for part in 1..<4 {
            let texts = (0..<200).map { "第\($0)次走访慰问妇女，发放资料\($0 * part)份" }
            try TestIndex.write([TestIndex.source("\(part).txt", texts)], to: path)
            total += 200
            let answer = try engine.search(query, in: database.reading())
            #expect(answer.matchCount == total && answer.hits.count > 0)
        }
    }
}
