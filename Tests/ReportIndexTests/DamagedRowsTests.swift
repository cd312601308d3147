import Foundation
import GRDB
import ReportModel
import TestSupport
import Testing

@testable import ReportIndex

/// Rows that the program never writes: reading says so, and `verify` finds each.
@Suite struct DamagedRowsTests {
    /// A copy of an index with every kind of row, which is made once.
    private static func index(in folder: TemporaryFolder) throws -> String {
        try folder.copy(try made.get().path("index.sqlite"), to: "index.sqlite")
        return folder.path("index.sqlite")
    }

    private static let made = Result { try make(in: TemporaryFolder()) }

    private static func make(in folder: TemporaryFolder) throws -> TemporaryFolder {
        let path = folder.path("index.sqlite")
        let sources = try TestIndex.read(Checkout.corpus + "/望川区")
        try TestIndex.write(sources, to: path)
        let writer = try IndexWriter(path: path) { _ in false }
        let target = try #require(
            try DecisionReader(try IndexDatabase.open(path).reading()).targets("1").first)
        let decision = try #require(target.decision(.year, "2011", made: "2020-01-01T00:00:00Z"))
        try writer.decide([decision])
        try writer.close()
        return folder
    }

    private static func change(_ path: String, _ sql: String) throws {
        var configuration = Configuration()
        configuration.prepareDatabase { db in db.add(tokenizer: CharacterTokenizer.self) }
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        try queue.write { db in try db.execute(sql: sql) }
        try queue.close()
    }

    /// All that can be read of an index.
    private static func readAll(_ path: String) throws {
        let reading = try IndexDatabase.open(path).reading()
        let index = try reading.index()
        _ = try reading.reports()
        _ = try reading.details()
        try reading.forEachPassage { passage in
            _ = try reading.evidence(of: passage)
            _ = passage.breaks.ends
        }
        try reading.forEachText(in: 0..<Int64.max) { _ in }
        let ids = (0..<index.columns.count).map { index.passage(at: $0) }
        try reading.forEachActivities(of: ids) { _ in }
        try reading.forEachRankingText(of: ids) { _ in }
        _ = try reading.lists(of: 1, in: index)
        _ = try DecisionReader(reading).list()
        _ = try reading.selections()
        _ = try IndexStatus.read(reading)
    }

    @Test func `the index that is damaged here is sound before`() throws {
        let folder = try TemporaryFolder()
        let path = try Self.index(in: folder)
        try Self.readAll(path)
        #expect(try IndexVerification.run(path).faults == [])
    }

    static let wrongTypes = [
        "UPDATE passage SET line = 'abc' WHERE id = 20",
        "UPDATE report SET year = 'x' WHERE id = 2", "UPDATE report SET first_line = 'y'",
        "UPDATE shard SET columns = x'ffffffffffff'",
        "UPDATE shard SET count = 9223372036854775807",
        "UPDATE shard SET first = -9223372036854775808",
        "UPDATE report SET passage_count = 9223372036854775807, first_passage = 9223372036854775800",
        "UPDATE passage SET concerns_year = 9223372036854775807, topics = -1",
        "UPDATE report SET year = 9223372036854775807", "UPDATE passage SET role = 'nothing'",
        "UPDATE decision SET line = 'x'", "UPDATE passage SET text = 5.5 WHERE id = 9",
    ]

    @Test(arguments: wrongTypes)
    func `a value of a wrong type or range is damage, not a trap and not an answer`(sql: String)
        throws
    {
        let folder = try TemporaryFolder()
        let path = try Self.index(in: folder)
        try Self.change(path, sql)
        let error = try #require(throws: ReportError.self) { try Self.readAll(path) }
        #expect(error.isDamage && error.description.contains("rebuild"), "\(error)")
        #expect(try !IndexVerification.run(path).faults.isEmpty)
    }

    static let changes = [
        "UPDATE source SET encoding = x'ff00'",
        "UPDATE passage SET breaks = x'' WHERE id = 3",
        "UPDATE passage SET activities = x'ffffffffffffffffffffffffff' WHERE id = 12",
        "UPDATE passage SET evidence = x'ffffffffffffffffffffffffffff' WHERE id = 12",
        "UPDATE shard SET keys = x'ffffffffffffffffffffffffffffffffffffffff'",
        "UPDATE term_block SET bytes = randomblob(4000) WHERE id = (SELECT max(id) FROM term_block)",
        "INSERT INTO term_block VALUES (9 << 16, x'00')",
        "UPDATE report SET unit_type = 'bank' WHERE id = 1",
        "UPDATE report SET year_min = 2019, year_max = 2011 WHERE id = 1",
        "UPDATE report SET region = 'here' WHERE id = 1",
        "UPDATE report SET evidence = '[{}]' WHERE id = 1",
        "UPDATE report SET passage_count = passage_count - 1 WHERE id = 1",
        "UPDATE section SET report_id = 1 + (report_id = 1) WHERE id = 2",
        "UPDATE passage SET concerns_year = 1999 WHERE id = 7",
        "UPDATE passage SET text = text || '。' WHERE id = 7",
        "DELETE FROM label WHERE id = 1",
        "UPDATE decision SET field = 'colour'",
        "INSERT INTO selection_passage VALUES (4, 0, 0, 1, '', '', 0, 1)",
    ]

    @Test(arguments: changes)
    func `verify finds what was changed`(sql: String) throws {
        let folder = try TemporaryFolder()
        let path = try Self.index(in: folder)
        try Self.change(path, sql)
        #expect(try !IndexVerification.run(path).faults.isEmpty)
        // Reading it gives an answer or an error, no more.
        try? Self.readAll(path)
    }
}
