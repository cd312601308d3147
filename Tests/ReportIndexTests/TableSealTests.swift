import Foundation
import GRDB
import ReportModel
import TestSupport
import Testing

@testable import ReportIndex

/// Whatever value of whatever table changes behind the program's back, `verify` tells.
@Suite struct TableSealTests {
    /// An index with a row in every table.
    private static func make() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write(
            """
            望川区妇联2018年工作总结
            一、维权工作
            全年走访慰问困难妇女320人次，发放慰问金20xx元。##paidbegin##
            联合区司法局在3月8日举办法律讲座5场。
            二、2019年工作打算
            继续开展"两癌"免费检查。
            """, to: "in/甲.txt")
        let path = folder.path("index.sqlite")
        try TestIndex.write(try TestIndex.read(folder.path("in")), to: path)
        do {
            let writer = try IndexWriter(path: path) { _ in false }
            let target = try #require(
                try DecisionReader(try IndexDatabase.open(path).reading()).targets("1").first)
            let decision = try #require(
                target.decision(.year, "2011", made: "2020-01-01T00:00:00Z"))
            try writer.decide([decision])
            try writer.note(skipped: [SkippedFile(path: "坏.doc", refusal: .encrypted)])
        }
        try SelectionWriter(path: path) { _ in false }.write(
            FrozenSelection(
                name: "慰问", made: "2020-01-01T00:00:00Z", definition: "{}", counts: "{}", tool: "1",
                content: "a", places: "b",
                passages: [
                    FrozenPassage(
                        path: "甲.txt", sourceHash: "h", line: 3, textHash: "t", tagHash: "g",
                        copies: 0, passage: 3)
                ]))
        return folder
    }

    private static func open(_ path: String) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        configuration.prepareDatabase { db in db.add(tokenizer: CharacterTokenizer.self) }
        return try DatabaseQueue(path: path, configuration: configuration)
    }

    /// A statement for each column that changes one of its values to another of the same type.
    private static func changes(_ db: Database) throws -> [String] {
        let tables = try String.fetchAll(
            db,
            sql: """
                SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'passage_text'
                ORDER BY name
                """)
        var changes: [String] = []
        for table in tables {
            for column in try db.columns(in: table).map({ "\"\($0.name)\"" }) {
                let key = try db.primaryKey(table).columns.map { "\"\($0)\"" }
                let row = try #require(
                    try Row.fetchOne(
                        db,
                        sql: """
                            SELECT typeof(\(column)), \(key.map { "quote(\($0))" }.joined(separator: ", "))
                            FROM \(table) ORDER BY \(column) IS NULL, 1 LIMIT 1
                            """) ?? (table == "passage_text_idx" ? Row() : nil), "\(table) is empty"
                )
                guard !row.isEmpty else { continue }
                let other =
                    switch row[0] as String {
                    case "integer": "\(column) + 1000"
                    case "text": "\(column) || '1'"
                    case "blob":
                        "CAST(ifnull(substr(\(column), 1, length(\(column)) - 1), '') || x'07' AS BLOB)"
                    default: "1"
                    }
                let place = key.enumerated().map {
                    "\($0.element) = \(row[$0.offset + 1] as String)"
                }
                changes.append(
                    "UPDATE \(table) SET \(column) = \(other) WHERE \(place.joined(separator: " AND "))"
                )
            }
        }
        return changes
    }

    @Test func `verify tells a changed value in each column of each table`() throws {
        let folder = try Self.make()
        let path = folder.path("index.sqlite")
        #expect(try IndexVerification.run(path).faults == [])
        let queue = try Self.open(path)
        let changes = try queue.read { db in try Self.changes(db) }
        _ = try queue.writeWithoutTransaction { db in try db.checkpoint(.truncate) }
        try queue.close()
        #expect(changes.count > 90)
        for change in changes {
            try folder.copy(path, to: "changed.sqlite")
            let changed = try Self.open(folder.path("changed.sqlite"))
            try changed.writeWithoutTransaction { db in
                try db.execute(sql: change)
                #expect(db.changesCount == 1, "\(change)")
            }
            try changed.close()
            #expect(
                try !IndexVerification.run(folder.path("changed.sqlite")).faults.isEmpty,
                "\(change)")
        }
    }

    @Test func `verify tells a missing index, a row that went and one that came`() throws {
        let folder = try Self.make()
        for change in [
            "DROP INDEX repair_report", "DELETE FROM decision", "DELETE FROM skipped",
            "DELETE FROM repair", "DELETE FROM selection_passage; DELETE FROM selection_source",
            "INSERT INTO label(text) VALUES ('x')", "CREATE TABLE other(x)", "DELETE FROM seal",
            "INSERT INTO skipped VALUES ('y', '{}')",
        ] {
            try folder.copy(folder.path("index.sqlite"), to: "changed.sqlite")
            let changed = try Self.open(folder.path("changed.sqlite"))
            try changed.write { db in try db.execute(sql: change) }
            try changed.close()
            #expect(
                try !IndexVerification.run(folder.path("changed.sqlite")).faults.isEmpty,
                "\(change)")
        }
    }

    @Test func `rebuild takes no changed decision for one that was made`() throws {
        let folder = try Self.make()
        let path = folder.path("index.sqlite")
        let queue = try Self.open(path)
        try queue.write { db in try db.execute(sql: "UPDATE decision SET value = '2012'") }
        try queue.close()
        let error = try #require(throws: ReportError.self) {
            _ = try IndexRebuild(path: path) { _ in false }.begin()
        }
        #expect(error.isDamage && error.description.contains("--salvage"))
        let salvage = try IndexRebuild(path: path, salvages: true) { _ in false }
        try salvage.replace(with: try salvage.begin())
        #expect(salvage.losses.count == 1 && salvage.losses[0].contains("decision"))
        #expect(try IndexVerification.run(path).faults == [])
    }

    @Test func `an index with vectors is sound`() throws {
        let folder = try Self.make()
        let path = folder.path("index.sqlite")
        let pool = try IndexConnection.writing(path)
        try pool.change { db in
            try VectorRows.prepare(db, model: "m")
            try db.execute(sql: "INSERT INTO vector VALUES (1, x'00')")
        }
        try pool.close()
        #expect(try IndexVerification.run(path).faults == [])
    }

    @Test func `a transaction that is taken back leaves the sums as they were`() throws {
        let folder = try Self.make()
        let path = folder.path("index.sqlite")
        let pool = try IndexConnection.writing(path)
        #expect(throws: DatabaseError.self) {
            try pool.change { db in
                try db.execute(sql: "INSERT INTO label(text) VALUES ('x')")
                try db.execute(sql: "INSERT INTO nothing VALUES (1)")
            }
        }
        try pool.change { db in try db.execute(sql: "INSERT INTO label(text) VALUES ('y')") }
        try pool.change { db in
            try db.execute(sql: "INSERT OR REPLACE INTO skipped VALUES ('坏.doc', '{}')")
        }
        try pool.close()
        #expect(try IndexVerification.run(path).faults == [])
    }
}
