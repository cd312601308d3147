import ReportQuery
import Testing

@testable import ReferenceCorpus

@Suite struct `Concordances` {
    private let index: TestIndex

    init() throws {
        index = try TestIndex()
        try index.write([
            .init(
                path: "1.txt", unit: "甲", year: 2012,
                texts: ["开展维权宣传，维权热线开通。", "没有那个词。", "依法維權，成效明显。"]),
            .init(path: "2.txt", unit: "乙", year: 2011, texts: ["妇女维权工作，依靠维权站。"]),
        ])
    }

    private func lines(_ order: Concordance.Order, sample: Int? = nil, seed: UInt64 = 1) throws
        -> [Concordance.Line]
    {
        try Concordance(
            try QueryParser.parse("维权"), corpus: try index.open(), within: nil, order: order,
            limit: 100, sample: sample, seed: seed
        ).lines
    }

    @Test
    func `Every match has its line, in traditional characters too, and the sides rebuild the text`()
        throws
    {
        let lines = try lines(.source)
        #expect(lines.map(\.match) == ["维权", "维权", "維權", "维权", "维权"])
        for line in lines { #expect(line.left + line.match + line.right == line.passage.text) }
    }

    @Test func `Lines are sorted by what stands beside the match`() throws {
        let keys = try lines(.right).map {
            $0.right.unicodeScalars.map(\.value).filter { $0 >= 0x4E00 && $0 < 0xA000 }
        }
        #expect(zip(keys, keys.dropFirst()).allSatisfy { !$1.lexicographicallyPrecedes($0) })
        let before = try lines(.left).map {
            $0.left.unicodeScalars.map(\.value).filter { $0 >= 0x4E00 && $0 < 0xA000 }.reversed()
        }
        #expect(
            zip(before, before.dropFirst()).allSatisfy { !$1.lexicographicallyPrecedes($0) })
        #expect(Set(before.compactMap(\.first)).count > 2)
        #expect(try lines(.unit).first?.passage.report.unit.name == "乙")
        #expect(try lines(.year).first?.passage.report.year.year == 2011)
    }

    @Test func `A sample is the same for the same seed`() throws {
        let first = try lines(.source, sample: 2, seed: 9).map(\.range)
        #expect(first.count == 2)
        #expect(try lines(.source, sample: 2, seed: 9).map(\.range) == first)
    }

    @Test func `A trend tells each year's base`() throws {
        let corpus = try index.open()
        let trend = try Trend(
            of: ["维权"], byWork: false, corpus: corpus, passages: corpus.index.searchable)
        #expect(trend.years.map(\.year) == [2011, 2012])
        #expect(trend.years.map(\.count) == [2, 3])
        #expect(trend.years.map(\.base) == [1, 1])
        // The rate is of the words, not of the reports.
        for year in trend.years {
            #expect(year.size > 3 * year.base)
            #expect(abs(year.rate - Double(year.count) * 1e6 / Double(year.size)) < 1e-6)
        }
    }
}
