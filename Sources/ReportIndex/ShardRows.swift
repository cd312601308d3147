import Foundation
import GRDB
import ReportModel
import Segmentation

/// Writes shards, and makes them again from the passages (分片的行).
struct ShardRows {
    let db: Database
    /// Term blocks of a shard: its id and sixteen bits for the block.
    static let blockBits: Int64 = 16

    func write(_ shard: ShardDraft) throws {
        let id = try (Int64.fetchOne(db, sql: "SELECT max(id) FROM shard") ?? 0) + 1
        try write(shard, id: id)
    }

    private func write(_ shard: ShardDraft, id: Int64) throws {
        var row = try RowStatement(db, sql: "INSERT INTO term_block(id, bytes) VALUES (?, ?)")
        let blocks = shard.blocks()
        for (number, block) in blocks.enumerated() {
            row.bind(id << Self.blockBits | Int64(number))
            row.bind(block.bytes)
            try row.run()
        }
        try db.execute(
            sql: "INSERT INTO shard(id, first, count, columns, keys) VALUES (?, ?, ?, ?, ?)",
            arguments: [
                id, shard.first, shard.count, Data(shard.columns), Data(Self.keys(of: blocks)),
            ])
    }

    /// The first keys of blocks, each as its distance from the one before.
    static func keys(of blocks: [TermBlock]) -> [UInt8] {
        var keys = ByteWriter()
        var previous: UInt64 = 0
        for block in blocks {
            keys.append(block.firstKey - previous)
            previous = block.firstKey
        }
        return keys.bytes
    }

    private func erase(_ id: Int64) throws {
        try db.execute(
            sql: "DELETE FROM term_block WHERE id >= ? AND id < ?",
            arguments: [id << Self.blockBits, (id + 1) << Self.blockBits])
        try db.execute(sql: "DELETE FROM shard WHERE id = ?", arguments: [id])
    }

    /// Makes every shard again that holds one of these passages; empty ones go.
    func renew(holding passages: [Int64]) throws {
        var stale: Set<Int64> = []
        let find = try db.cachedStatement(
            sql: "SELECT id FROM shard WHERE first <= ? ORDER BY first DESC LIMIT 1")
        for passage in passages {
            if let id = try Int64.fetchOne(find, arguments: [passage]) { stale.insert(id) }
        }
        for id in stale.sorted() { try renew(id) }
    }

    func renew(_ id: Int64) throws {
        guard
            let row = try Row.fetchOne(
                db, sql: "SELECT first, count FROM shard WHERE id = ?", arguments: [id])
        else { return }
        let first = try row.id(0)
        let builder = try builder(first: first, count: try row.count(1))
        try erase(id)
        if builder.columns.reports.contains(where: { $0 != 0 }) {
            try write(ShardDraft(builder, first: first), id: id)
        }
    }

    /// The last shard when it is less than half full, so that the next passages go on where it ends.
    func lastToFill() throws -> Stored? {
        guard
            let row = try Row.fetchOne(
                db, sql: "SELECT id, first, count FROM shard ORDER BY id DESC LIMIT 1"),
            case let stored = Stored(
                id: try row.id(0), first: try row.id(1), count: try row.count(2)),
            stored.count < ShardBuilder.capacity / 2
        else { return nil }
        return stored
    }

    /// A shard that stands in the index.
    struct Stored {
        let id: Int64
        let first: Int64
        let count: Int
    }

    /// Makes a shard again with the passages that follow it.
    ///
    /// - Parameter next: the id after the last of them.
    func fill(_ shard: Stored, upTo next: Int64) throws {
        let builder = try builder(first: shard.first, count: Int(next - shard.first))
        try erase(shard.id)
        try write(ShardDraft(builder, first: shard.first))
    }

    /// Inverts stored passages; their word breaks are stored, so nothing is segmented again.
    func builder(first: Int64, count: Int) throws -> ShardBuilder {
        let folding = Folding.standard
        var terms = RunTerms.Builder()
        var tags: [(id: Int64, report: Int64, year: Int?, topics: Int, role: Role, kind: Kind)] = []
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT id, report_id, text, breaks, concerns_year, topics, role, kind
                FROM passage WHERE id >= ? AND id < ? ORDER BY id
                """, arguments: [first, first + Int64(count)])
        while let row = try rows.next() {
            terms.append(
                folding.fold(try row.value(2)),
                breaks: WordBreaks(bytes: try row.bytes(3) ?? []))
            tags.append(
                (
                    try row.id(0), try row.id(1), try row.year(4), try row.count(5),
                    try row.named(6), try row.named(7)
                ))
        }
        var builder = ShardBuilder()
        builder.begin(terms.finish())
        for (index, passage) in tags.enumerated() {
            while first + Int64(builder.count) < passage.id { builder.appendGap() }
            builder.append(
                index, report: passage.report, year: passage.year,
                topics: PassageColumns.unpack(UInt16(clamping: passage.topics)),
                role: passage.role, kind: passage.kind)
        }
        while builder.count < count { builder.appendGap() }
        return builder
    }
}
