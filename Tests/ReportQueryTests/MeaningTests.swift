import ReportIndex
import ReportModel
import TestSupport
import Testing

@testable import ReportQuery

/// A model whose vectors say which of three things a text is about.
private struct ThreeThings: Embedder {
    var model = "three things"
    var isAway = false

    private static let words: [[String]] = [
        ["老人", "孤单", "敬老"], ["检查", "两癌", "健康"], ["讲座", "父母", "孩子"],
    ]

    func vectors(of texts: [String], areQuestions: Bool) throws(ReportError) -> [[Float]] {
        guard !isAway else { throw ReportError(.other, place: "http://away", problem: "away") }
        return texts.map { text in
            Self.words.map { group in
                Float(group.count { text.contains($0) }) + 0.01
            }
        }
    }
}

@Suite struct MeaningTests {
    private static func index(_ path: String, embedder: ThreeThings = ThreeThings()) throws
        -> IndexReading
    {
        let texts = [
            "重阳节敬老活动在各村开展起来。", "组织两癌免费检查一千人次。", "请专家为父母办了家教课堂。",
            "对全年档案做了整理归类。", "修订了机关财务管理制度。", "完成了年度报表填报工作。",
        ]
        try TestIndex.write([TestIndex.source("甲.txt", texts)], to: path)
        let writer = try IndexWriter(path: path) { _ in false }
        _ = try writer.prepareVectors(model: embedder.model)
        let missing = try writer.textsWithoutVector(limit: 10)
        let vectors = try embedder.vectors(of: missing.map(\.text), areQuestions: false)
        try writer.store(
            zip(missing, vectors).map { ($0.passage, try #require(PackedVector($1))) })
        try writer.finish()
        return try IndexDatabase.open(path).reading()
    }

    private static func search(
        _ question: String, by embedder: (any Embedder)?, in reading: IndexReading
    ) throws -> SearchAnswer {
        try SearchEngine(embedder: embedder).search(try QueryParser.parse(question), in: reading)
    }

    @Test func `what shares no word with the question is found by what it means`() throws {
        let folder = try TemporaryFolder()
        let reading = try Self.index(folder.path("i.sqlite"))
        let question = "怎么不让长者孤单"
        #expect(try Self.search(question, by: nil, in: reading).hits.isEmpty)
        let answer = try Self.search(question, by: ThreeThings(), in: reading)
        let hit = try #require(answer.hits.first)
        #expect(hit.passage.text.contains("敬老") && hit.matched.isEmpty && answer.notes.isEmpty)
        #expect(hit.parts.contains { $0.name == "meaning" && $0.value > 0 })
        // A count of what has the words stays a count of what has the words.
        #expect(answer.matchCount == 0)
    }

    @Test func `a filter holds for what is found by meaning too`() throws {
        let folder = try TemporaryFolder()
        let reading = try Self.index(folder.path("i.sqlite"))
        let answer = try Self.search("长者孤单 类型:plan", by: ThreeThings(), in: reading)
        #expect(answer.hits.allSatisfy { $0.passage.kind == .plan })
    }

    @Test(arguments: [ThreeThings(isAway: true), ThreeThings(model: "another")])
    fileprivate func `without its model a search says so and goes on`(embedder: ThreeThings) throws
    {
        let folder = try TemporaryFolder()
        let reading = try Self.index(folder.path("i.sqlite"))
        let plain = try Self.search("两癌检查", by: nil, in: reading)
        let answer = try Self.search("两癌检查", by: embedder, in: reading)
        #expect(answer.hits.map(\.passage.id) == plain.hits.map(\.passage.id))
        #expect(answer.notes.count == 1 && plain.notes.isEmpty)
        var notes: [String] = []
        let like = try SimilarEngine(embedder: embedder).similar(
            to: "为妇女做两癌检查", in: reading, noting: &notes)
        #expect(!like.isEmpty && notes.count == 1)
    }

    @Test func `comparable passages are found by meaning`() throws {
        let folder = try TemporaryFolder()
        let reading = try Self.index(folder.path("i.sqlite"))
        let text = "给孩子们开了三次讲座"
        var notes: [String] = []
        let hits = try SimilarEngine(embedder: ThreeThings()).similar(
            to: text, in: reading, noting: &notes)
        #expect(hits.first?.passage.text.contains("家教课堂") == true && notes.isEmpty)
    }
}
