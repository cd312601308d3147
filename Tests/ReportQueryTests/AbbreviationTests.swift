import ReportIndex
import ReportModel
import Segmentation
import TestSupport
import Testing

@testable import ReportQuery

@Suite struct `Short forms` {
    private static let texts =
        [
            "县里为失独家庭做心理疏导三十次。", "心理疏导进了八个村，妇女们都说好。", "请来老师讲心理疏导的方法，听课的有九十人。",
            "镇上的心疏热线全年接听二百个电话。", "人民生活更好，群众点赞。", "人民生活水平提高了。", "人民生活有了新变化，路修通了。",
            "贯彻未成年人保护法，开课十二堂。",
        ]
        + (1...9).map { "第\($0)季度的会上说到人民的期盼，也说到大家的生活。" }

    private func searcher(_ folder: borrowing TemporaryFolder) throws -> Searcher {
        try TestIndex.write([TestIndex.source("a.txt", Self.texts)], to: folder.path("i.sqlite"))
        return try Searcher(try IndexDatabase.open(folder.path("i.sqlite")).reading())
    }

    private func lines(_ answer: SearchAnswer) -> Set<Int> {
        Set(answer.hits.flatMap { [$0.passage.line] })
    }

    @Test func `a short form finds words that usually stand side by side, and says so`() throws {
        let folder = try TemporaryFolder()
        let searcher = try searcher(folder)
        let answer = try searcher.search(try QueryParser.parse("心疏"))
        #expect(answer.question.abbreviations.map(\.long) == ["心理疏导"])
        #expect(answer.hits.first?.passage.line == 4)
        #expect(lines(answer).isSuperset(of: [1, 2, 3, 4]))
        #expect(answer.matchCount == 1)
    }

    @Test func `words as written have no long forms and no synonyms`() throws {
        let folder = try TemporaryFolder()
        let searcher = try searcher(folder)
        var options = SearchOptions()
        options.exactWords = true
        let answer = try searcher.search(try QueryParser.parse("心疏"), options)
        #expect(answer.question.abbreviations.isEmpty)
        #expect(answer.question.concepts.allSatisfy { $0.substitutes.isEmpty })
        let other = try searcher.search(try QueryParser.parse("两癌"), options)
        #expect(other.question.concepts.allSatisfy { $0.substitutes.isEmpty })
    }

    @Test func `words that seldom meet are no long form`() throws {
        let folder = try TemporaryFolder()
        let answer = try searcher(folder).search(try QueryParser.parse("人生"))
        #expect(answer.question.abbreviations.isEmpty)
    }

    @Test func `a name of the field that stands in the index needs no other proof`() throws {
        let folder = try TemporaryFolder()
        let answer = try searcher(folder).search(try QueryParser.parse("未保"))
        #expect(answer.question.abbreviations.map(\.long) == ["未成年人保护法"])
        #expect(answer.hits.first?.passage.line == 8)
    }

    @Test(arguments: [
        ("未成年人保护法", "未保", true), ("妇女儿童工作委员会", "妇儿工委", true), ("智力障碍", "智障", true),
        ("家庭暴力", "家暴", true), ("家庭暴力", "暴家", false), ("家庭", "家庭", false), ("儿童节", "儿节", false),
        ("合法权益", "法权", false), ("", "妇联", false),
    ])
    func `characters come in order, and each leaves something out`(
        _ name: String, _ short: String, _ isLong: Bool
    ) {
        let name = name.unicodeScalars.map(\.value)
        #expect(Abbreviations.isLong(name, of: short.unicodeScalars.map(\.value)) == isLong)
    }

    /// Each of its characters stands before and behind the same sixty: 60⁴ chains lead through them.
    @Test func `a short form of characters that begin many words has an answer`() throws {
        let folder = try TemporaryFolder()
        let short = "甲乙丙丁"
        let second = (0..<60).compactMap { Unicode.Scalar(0x8000 + $0).map(Character.init) }
        let texts = second.flatMap { second in
            let text = short.map { String([$0, second]) }.joined() + "。"
            return [text, text, text]
        }
        try TestIndex.write([TestIndex.source("a.txt", texts)], to: folder.path("i.sqlite"))
        let searcher = try Searcher(try IndexDatabase.open(folder.path("i.sqlite")).reading())
        let answer = try searcher.search(try QueryParser.parse("\"\(short)\""))
        #expect(answer.matchCount == 0)
        #expect(answer.question.abbreviations.count <= 2)
    }

    @Test func `followers of a character are counted as a scan counts them`() throws {
        let folder = try TemporaryFolder()
        let reading = try searcher(folder).reading
        let found = try reading.followers(of: 0x4EBA, in: try reading.index())
        var counts: [UInt32: Int] = [:]
        for text in Self.texts {
            let scalars = Folding.standard.fold(text)
            let pairs = zip(scalars, scalars.dropFirst()).filter { $0.0 == 0x4EBA }
            for second in Set(pairs.map(\.1)) where IndexTerms.isHan(second) {
                counts[second, default: 0] += 1
            }
        }
        #expect(found == counts)
    }
}
