import Foundation
import GRDB
import ReportModel

/// Checks an index against itself and its text (校验): the database's pages, the types and values of all rows,
/// the exact index against every passage, and every shard against a new one made from its passages.
///
/// It looks at a copy of one state, in SQLite's temporary folder, because FTS5 checks itself only where it
/// could write. The index itself is only read.
package struct IndexVerification: Sendable {
    /// What does not agree, in words; empty when all is well.
    package private(set) var faults: [String] = []
    package private(set) var passages = 0
    package private(set) var shards = 0

    /// - Throws: `ReportError` when there is no index, or the copy cannot be made.
    package static func run(_ path: String) throws(ReportError) -> IndexVerification {
        let reading = try IndexDatabase.open(path).reading()
        var verification = IndexVerification()
        do {
            let copy = try IndexConnection.temporary()
            try reading.read { from in
                try copy.writeWithoutTransaction { to in try from.backup(to: to) }
            }
            try copy.writeWithoutTransaction { db in try verification.check(db) }
        } catch {
            let trouble = ReportError(place: path, cause: error)
            guard trouble.isDamage else { throw trouble }
            verification.faults.append(trouble.problem)
        }
        return verification
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
        faults += try TableVerification(db).schema()
        let types = try TableVerification(db).types()
        faults += types
        // What follows reads rows by their types.
        guard types.isEmpty else { return }
        faults += try TableVerification(db).values()
        faults += try TableSeals.broken(in: db).map(TableSeals.fault)
        do {
            try db.execute(
                sql: "INSERT INTO passage_text(passage_text, rank) VALUES ('integrity-check', 1)")
        } catch {
            faults.append(
                wording("逐字索引与文本不符：\(error)", "the exact index differs from the text: \(error)"))
        }
        try checkPageBeginnings(db)
        try checkShards(db)
    }

    /// FTS5 does not look at the beginnings of pages that belong to no segment, nor for a segment without any.
    private mutating func checkPageBeginnings(_ db: Database) throws {
        let segments = "SELECT id >> 37 FROM passage_text_data WHERE id >= 1 << 37"
        let listed = "SELECT segid FROM passage_text_idx"
        for (some, others) in [(segments, listed + " WHERE term = x''"), (listed, segments)] {
            let amiss = try Int.fetchOne(
                db, sql: "SELECT count(*) FROM (\(some) EXCEPT \(others))")
            guard amiss ?? 0 > 0 else { continue }
            faults.append(wording("逐字索引的页首不全", "the exact index: beginnings of pages are amiss"))
        }
    }

    private mutating func checkShards(_ db: Database) throws {
        let rows = ShardRows(db: db)
        passages = try Int.fetchOne(db, sql: "SELECT count(*) FROM passage") ?? 0
        var covered = 0
        var end: Int64 = 1
        for row in try Row.fetchAll(
            db, sql: "SELECT id, first, count, columns, keys FROM shard ORDER BY first")
        {
            shards += 1
            let id: Int64 = row[0]
            let (first, count): (Int64, Int) = (row[1], row[2])
            let columns = [UInt8](row[3] as Data)
            guard first >= end, first < 1 << 40, id > 0, id < 1 << 40,
                PassageColumns(encoded: columns, count: count) != nil
            else {
                faults.append(wording("分片 \(id) 已损坏", "shard \(id) is damaged"))
                continue
            }
            end = first + Int64(count)
            let builder = try rows.builder(first: first, count: count)
            covered += builder.columns.reports.count { $0 != 0 }
            if builder.columns.encoded() != columns {
                faults.append(
                    wording("分片 \(id) 的列与段落不符", "shard \(id): columns differ from its passages"))
            }
            let blocks = builder.blocks()
            let base = id << ShardRows.blockBits
            let stored = try Row.fetchAll(
                db, sql: "SELECT id, bytes FROM term_block WHERE id >= ? AND id < ? ORDER BY id",
                arguments: [base, (id + 1) << ShardRows.blockBits])
            if stored.map({ $0[0] as Int64 - base }) != blocks.indices.map({ Int64($0) })
                || stored.map({ [UInt8]($0[1] as Data) }) != blocks.map(\.bytes)
                || ShardRows.keys(of: blocks) != [UInt8](row[4] as Data)
            {
                faults.append(
                    wording("分片 \(id) 的词表与段落不符", "shard \(id): terms differ from its passages"))
            }
        }
        let strays = try Int.fetchOne(
            db,
            sql: """
                SELECT count(*) FROM term_block
                WHERE id >> \(ShardRows.blockBits) NOT IN (SELECT id FROM shard)
                """)
        if strays ?? 0 > 0 {
            faults.append(wording("有不属于任何分片的词块", "there are term blocks of no shard"))
        }
        if covered != passages {
            faults.append(
                wording(
                    "\(passages) 个段落中只有 \(covered) 个在排序索引里",
                    "the ranked index holds \(covered) of \(passages) passages"))
        }
    }
}
