import ReportModel
import Foundation
import ReportIndex
import ReportQuery
import Testing

@testable import ReferenceCorpus

/// Corpus work answers from the state it opened, whatever a writer commits meanwhile, and freezes what is
/// there when it has the writer's lock.
@Suite struct `One state of the index` {
    private let index: TestIndex

    init() throws {
        index = try TestIndex()
        try index.write(Self.items(12, "维权"))
    }

    private static func items(_ count: Int, _ word: String) -> [TestIndex.Item] {
        (0..<count).map {
            .init(
                path: "\(word)\($0).txt", unit: "\(word)第\($0)站", year: 2010 + $0 % 3,
                texts: ["\(word)热线\($0)开通，妇女\(word)宣传进社区。", "妇女儿童工作\($0)。"])
        }
    }

    private func replaceAll() throws {
        try index.write(
            Self.items(5, "就业"), removing: Self.items(12, "维权").map(\.path))
    }

    private func figures(_ corpus: CorpusIndex) throws -> [String] {
        let query = try QueryParser.parse("妇女")
        let all = try corpus.passages(query)
        let lines = try Concordance(
            query, corpus: corpus, within: nil, order: .source, limit: 100)
        let trend = try Trend(of: ["妇女"], byWork: false, corpus: corpus, passages: all)
        let collocates = try Collocates(
            of: ["妇女"], corpus: corpus, passages: all, leastCount: 1)
        return ["\(all.count) \(lines.count)"] + lines.lines.map { $0.left + $0.match + $0.right }
            + trend.years.map { "\($0)" } + ["\(collocates)"]
    }

    @Test func `concordance, trend and collocates`() throws {
        let corpus = try index.open()
        let before = try figures(corpus)
        try replaceAll()
        #expect(try figures(corpus) == before)
        #expect(try figures(try index.open()) != before)
    }

    @Test func `a scan whose workers come too late reads through the first connection`() throws {
        let texts = (0..<4000).map { "妇女工作第\($0)项。" }
        try index.write([
            .init(path: "大.txt", unit: "大", year: 2012, texts: Array(texts[..<2000])),
            .init(path: "小.txt", unit: "小", year: 2012, texts: Array(texts[2000...])),
        ])
        let corpus = try index.open()
        let all = corpus.index.searchable
        try index.write(Self.items(3, "就业"), removing: ["大.txt", "小.txt"])
        let parts = try PassageScan(corpus: corpus, passages: all).run {
            0
        } _: { count, _ in
            count += 1
        }
        #expect(parts.count > 1)
        #expect(parts.reduce(0, +) == all.count)
    }

    @Test func `what is frozen is read under the writer's lock`() throws {
        let writer = try SelectionWriter(path: index.path) { _ in false }
        #expect(throws: ReportError.self) {
            _ = try IndexWriter(path: index.path) { _ in false }
        }
        let selection = try SelectionBuilder(CorpusIndex(try writer.reading(within: .seconds(60))))
            .build(
                name: "全部", CorpusDefinition(), made: "2026-01-02T03:04:05Z", tool: "test")
        try writer.write(selection)
        #expect(try index.open().reading.selection("全部")?.passages.count == 24)
    }
}
