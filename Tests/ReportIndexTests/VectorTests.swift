import ReportModel
import TestSupport
import Testing

@testable import ReportIndex

@Suite struct VectorTests {
    private static func vector(_ dice: inout SeededRandom, _ dimension: Int) -> [Float] {
        (0..<dimension).map { _ in Float.random(in: -1...1, using: &dice) }
    }

    private static func cosine(_ left: [Float], _ right: [Float]) -> Double {
        func dot(_ one: [Float], _ other: [Float]) -> Double {
            zip(one, other).reduce(0) { $0 + Double($1.0) * Double($1.1) }
        }
        return dot(left, right) / (dot(left, left) * dot(right, right)).squareRoot()
    }

    /// An index of two files with a vector for each passage.
    private static func index(_ path: String, _ dice: inout SeededRandom) throws -> [[Float]] {
        try TestIndex.write(
            [
                TestIndex.source("甲.txt", ["走访慰问老人。", "开展两癌检查。"]),
                TestIndex.source("乙.txt", ["举办家庭教育讲座。"]),
            ], to: path)
        let writer = try IndexWriter(path: path) { _ in false }
        let counts = try writer.prepareVectors(model: "m")
        #expect(counts.all == 3 && counts.missing == 3)
        let numbers = (0..<3).map { _ in vector(&dice, 8) }
        let texts = try writer.textsWithoutVector(limit: 10)
        #expect(texts.map(\.text) == ["走访慰问老人。", "开展两癌检查。", "举办家庭教育讲座。"])
        try writer.store(
            zip(texts, numbers).map { ($0.passage, try #require(PackedVector($1))) })
        try writer.finish()
        return numbers
    }

    @Test func `a vector in bytes has the cosines of the vector itself, nearly`() throws {
        var dice = SeededRandom(11)
        let folder = try TemporaryFolder()
        let numbers = try Self.index(folder.path("i.sqlite"), &dice)
        let table = try #require(
            try IndexDatabase.open(folder.path("i.sqlite")).reading().vectors())
        #expect(table.model == "m" && table.dimension == 8 && table.count == 3)
        for _ in 0..<200 {
            let asked = Self.vector(&dice, 8)
            var found: [Double] = []
            table.forEachCosine(with: try #require(PackedVector(asked))) { found.append($1) }
            for (cosine, mine) in zip(found, numbers) {
                #expect(abs(cosine - Self.cosine(asked, mine)) < 0.02)
            }
        }
        var others = 0
        table.forEachCosine(with: try #require(PackedVector([1, 2]))) { _, _ in others += 1 }
        #expect(others == 0)
    }

    @Test(arguments: [[], [0, 0], [.nan, 1], [.infinity, 1]] as [[Float]])
    func `what has no direction is no vector`(numbers: [Float]) {
        #expect(PackedVector(numbers) == nil)
    }

    @Test func `a vector goes with its passage, and a new text under its id has none`() throws {
        var dice = SeededRandom(12)
        let folder = try TemporaryFolder()
        let path = folder.path("i.sqlite")
        _ = try Self.index(path, &dice)
        try TestIndex.write([TestIndex.source("乙.txt", ["举办新的讲座。"])], to: path)
        let writer = try IndexWriter(path: path) { _ in false }
        #expect(try writer.prepareVectors(model: "m").missing == 1)
        #expect(try writer.textsWithoutVector(limit: 10).map(\.text) == ["举办新的讲座。"])
        try writer.remove(["甲.txt"])
        try writer.finish()
        #expect(try IndexDatabase.open(path).reading().vectors()?.count == 0)
    }

    @Test func `vectors of another model go`() throws {
        var dice = SeededRandom(13)
        let folder = try TemporaryFolder()
        let path = folder.path("i.sqlite")
        _ = try Self.index(path, &dice)
        let writer = try IndexWriter(path: path) { _ in false }
        #expect(try writer.prepareVectors(model: "n").missing == 3)
        try writer.finish()
        let table = try IndexDatabase.open(path).reading().vectors()
        #expect(table?.model == "n" && table?.count == 0)
    }

    @Test func `an index that never met a model has no vectors`() throws {
        #expect(try TestIndex.corpus().open().vectors() == nil)
    }
}
