import GRDB
import ReportModel
import TestSupport
import Testing

@testable import ReportIndex

@Suite struct WriterTests {
    private static func files(_ names: [String], seed: UInt64) throws -> [PreparedFile] {
        var random = SeededRandom(seed)
        var preparer = try SourcePreparer()
        return names.map { name in
            let texts = (0..<1 + random.below(5)).map { _ in
                String(
                    String.UnicodeScalarView(
                        (0..<1 + random.below(40)).compactMap { _ in
                            Unicode.Scalar(UInt32(0x4E00 + random.below(60)))
                        }))
            }
            return preparer.prepare(
                [TestIndex.source(name, texts)], state: TestIndex.state(name))
        }
    }

    private static func locations(_ path: String) throws -> Set<String> {
        Set(try IndexWriter(path: path) { _ in false }.knownFiles().keys)
    }

    @Test func `a writer that goes without a commit leaves what was committed`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path("index.sqlite")
        do {
            let writer = try IndexWriter(path: path) { _ in false }
            try writer.append(try Self.files(["甲", "乙"], seed: 1))
            try writer.commit()
            try writer.append(try Self.files(["丙"], seed: 2))
            try writer.append(try Self.files(["乙"], seed: 3))
        }
        #expect(try Self.locations(path) == ["甲", "乙"])
        #expect(try IndexVerification.run(path).faults == [])
    }

    @Test func `an error takes back what was not committed, and the writer goes on`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path("index.sqlite")
        let writer = try IndexWriter(path: path) { _ in false }
        try writer.append(try Self.files(["甲"], seed: 1))
        try writer.commit()
        try writer.append(try Self.files(["乙"], seed: 2))
        try writer.database.writeWithoutTransaction { db in
            try db.execute(
                sql: """
                    CREATE TEMP TRIGGER full BEFORE INSERT ON passage
                    BEGIN SELECT raise(ABORT, 'disk full'); END
                    """)
        }
        #expect(throws: ReportError.self) {
            try writer.append(try Self.files(["丙"], seed: 3))
        }
        try writer.database.writeWithoutTransaction { db in
            try db.execute(sql: "DROP TRIGGER IF EXISTS full")
        }
        try writer.append(try Self.files(["丁"], seed: 4))
        try writer.finish()
        #expect(try Set(writer.knownFiles().keys) == ["甲", "丁"])
        try writer.close()
        #expect(try IndexVerification.run(path).faults == [])
    }

    @Test func `files written, replaced and dropped in steps leave a sound index`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path("index.sqlite")
        var random = SeededRandom(7)
        var expected: Set<String> = []
        let writer = try IndexWriter(path: path) { _ in false }
        for step in 0..<40 {
            let names = (0..<random.below(4)).map { _ in "f\(random.below(12))" }
            let distinct = Array(Set(names)).sorted()
            if random.below(4) == 0 {
                try writer.remove(distinct)
                expected.subtract(distinct)
            } else {
                try writer.append(try Self.files(distinct, seed: UInt64(step)))
                expected.formUnion(distinct)
            }
            if random.below(3) == 0 { try writer.commit() }
        }
        try writer.finish()
        #expect(try Set(writer.knownFiles().keys) == expected)
        try writer.close()
        let verification = try IndexVerification.run(path)
        #expect(verification.faults == [])
        // Small commits join the last shard until it is half full.
        #expect(verification.shards == 1)
    }

    @Test func `a writer for much leaves no settings for much in what it commits`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path("index.sqlite")
        do {
            let writer = try IndexWriter(path: path) { _ in false }
            for step in 0..<3 {
                writer.expectMany()
                try writer.append(try Self.files(["甲\(step)"], seed: 1))
                try writer.commit()
                let settings = try IndexDatabase.open(path).reading().read { db in
                    try Int.fetchAll(
                        db,
                        sql: """
                            SELECT v FROM passage_text_config
                            WHERE k IN ('automerge', 'hashsize') ORDER BY k
                            """)
                }
                #expect(settings == [4, 1 << 20])
            }
            // What an older program left is set right by the next that writes.
            try writer.database.write { db in
                try db.execute(
                    sql: "INSERT INTO passage_text(passage_text, rank) VALUES ('automerge', 0)")
            }
            try writer.close()
        }
        let next = try IndexWriter(path: path) { _ in false }
        try next.append(try Self.files(["乙"], seed: 2))
        try next.finish()
        let automerge = try next.database.read { db in
            try Int.fetchOne(db, sql: "SELECT v FROM passage_text_config WHERE k = 'automerge'")
        }
        #expect(automerge == 4)
    }

    @Test func `a decision and its tag go together or stay together`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path("index.sqlite")
        let source = TestIndex.source("甲", ["走访慰问留守儿童九人次。"])
        var preparer = try SourcePreparer()
        let file = preparer.prepare([source], state: TestIndex.state("甲"))
        func kinds() throws -> (Int, Kind?) {
            let reading = try IndexDatabase.open(path).reading()
            var kind: Kind?
            try reading.forEachPassage { kind = $0.kind }
            return (try DecisionReader(reading).list().count, kind)
        }
        do {
            let writer = try IndexWriter(path: path) { _ in false }
            try writer.append([file])
            try writer.commit()
            let target = try #require(
                try DecisionReader(try IndexDatabase.open(path).reading()).targets("甲:1").first)
            try writer.decide([try #require(target.decision(.kind, "plan", made: "2020"))])
        }
        #expect(try kinds() == (1, .plan))
        let decisions = try DecisionReader(try IndexDatabase.open(path).reading()).list()
            .map(\.decision)
        do {
            // Gone before the file was read again, as if killed.
            let writer = try IndexWriter(path: path) { _ in false }
            #expect(try writer.forget(decisions) == 1)
        }
        #expect(try kinds() == (1, .plan))
        do {
            let writer = try IndexWriter(path: path) { _ in false }
            _ = try writer.forget(decisions)
            try writer.append([file])
            #expect(try kinds() == (1, .plan))
            try writer.finish()
        }
        #expect(try kinds() == (0, .other))
        #expect(try IndexVerification.run(path).faults == [])
    }

    @Test func `pack gives pages back and changes no answer`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path("index.sqlite")
        let writer = try IndexWriter(path: path) { _ in false }
        for step in 0..<30 {
            try writer.append(
                try Self.files((0..<40).map { "f\($0)" }, seed: UInt64(step)))
            try writer.commit()
        }
        try writer.remove((5..<40).map { "f\($0)" })
        let (before, after) = try writer.pack()
        #expect(after < before)
        #expect(try writer.knownFiles().count == 5)
        try writer.close()
        #expect(try IndexVerification.run(path).faults == [])
    }
}
