import Foundation
import GRDB
import ReportModel

/// Checks an index against itself and its text (校验): the database's pages, the exact index against every
/// passage, and every shard against a new one made from its passages.
package struct IndexVerification: Sendable {
    /// What does not agree, in words; empty when all is well.
    package private(set) var faults: [String] = []
    package private(set) var passages = 0
    package private(set) var shards = 0

    /// Writes nothing, but FTS5 checks itself only on a writable connection.
    package static func run(_ path: String) throws(IndexError) -> IndexVerification {
        _ = try IndexDatabase.open(path)
        let pool = try IndexDatabase.openForWriting(path)
        do {
            return try pool.writeWithoutTransaction { db in
                var verification = IndexVerification()
                try verification.check(db)
                return verification
            }
        } catch {
            throw IndexError(place: path, cause: error)
        }
    }

    private mutating func check(_ db: Database) throws {
        let pages = try String.fetchAll(db, sql: "PRAGMA integrity_check(20)")
        guard pages == ["ok"] else {
            // Rows of a damaged file may be anything: nothing more can be read from them.
            faults += pages
            return
        }
        faults += try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").map {
            wording("外键无对应行：\($0)", "a foreign key has no row: \($0)")
        }
        do {
            try db.execute(
                sql: "INSERT INTO passage_text(passage_text, rank) VALUES ('integrity-check', 1)")
        } catch {
            faults.append(
                wording("逐字索引与文本不符：\(error)", "the exact index differs from the text: \(error)"))
        }
        try checkShards(db)
    }

    private mutating func checkShards(_ db: Database) throws {
        let rows = ShardRows(db: db)
        passages = try Int.fetchOne(db, sql: "SELECT count(*) FROM passage") ?? 0
        var covered = 0
        for row in try Row.fetchAll(db, sql: "SELECT id, first, count, columns FROM shard") {
            shards += 1
            let id: Int64 = row[0]
            let (first, count): (Int64, Int) = (row[1], row[2])
            guard first > 0, first < 1 << 40,
                PassageColumns(encoded: [UInt8](row[3] as Data), count: count) != nil
            else {
                faults.append(wording("分片 \(id) 已损坏", "shard \(id) is damaged"))
                continue
            }
            let builder = try rows.builder(first: first, count: count)
            covered += builder.columns.reports.count { $0 != 0 }
            if builder.columns.encoded() != [UInt8](row[3] as Data) {
                faults.append(
                    wording("分片 \(id) 的列与段落不符", "shard \(id): columns differ from its passages"))
            }
            let stored = try Data.fetchAll(
                db, sql: "SELECT bytes FROM term_block WHERE id >= ? AND id < ? ORDER BY id",
                arguments: [id << ShardRows.blockBits, (id + 1) << ShardRows.blockBits])
            if stored.map({ [UInt8]($0) }) != builder.blocks().map(\.bytes) {
                faults.append(
                    wording("分片 \(id) 的词表与段落不符", "shard \(id): terms differ from its passages"))
            }
        }
        if covered != passages {
            faults.append(
                wording(
                    "\(passages) 个段落中只有 \(covered) 个在排序索引里",
                    "the ranked index holds \(covered) of \(passages) passages"))
        }
    }
}
