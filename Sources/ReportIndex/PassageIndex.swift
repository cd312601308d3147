import Foundation
import GRDB

/// The ranked index as a reader sees it (排序索引): the columns of every passage and the first keys of
/// every term block, in memory; posting lists are read when a question needs them.
///
/// Passages are numbered by *ordinal*: their place in the shards laid end to end.
package struct PassageIndex: Sendable {
    package struct Shard: Sendable {
        let id: Int64
        /// Row id of the first passage.
        package let first: Int64
        /// Ordinals of the shard's passages.
        package let ordinals: Range<Int>
        /// First key of each term block, rising.
        let keys: [UInt64]
    }

    package let shards: [Shard]
    package let columns: PassageColumns
    /// Every passage that search looks at: all but noise.
    package let searchable: PassageSet
    /// How many those are.
    package let passageCount: Int

    init(_ db: Database) throws {
        var shards: [Shard] = []
        var columns = PassageColumns()
        let rows = try Row.fetchCursor(
            db, sql: "SELECT id, first, count, columns, keys FROM shard ORDER BY first")
        while let row = try rows.next() {
            let count = try row.count(2)
            let first = try row.id(1)
            guard let part = PassageColumns(encoded: try row.bytes(3) ?? [], count: count),
                first >= (shards.last.map { $0.first + Int64($0.ordinals.count) } ?? 0)
            else {
                throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "shard columns")
            }
            let start = columns.count
            columns.append(contentsOf: part)
            var keys: [UInt64] = []
            var reader = ByteReader(try row.bytes(4) ?? [])
            while !reader.isAtEnd { keys.append((keys.last ?? 0) &+ reader.number()) }
            guard zip(keys, keys.dropFirst()).allSatisfy({ $0 < $1 }) else {
                throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "shard keys")
            }
            shards.append(
                Shard(id: try row.id(0), first: first, ordinals: start..<start + count, keys: keys))
        }
        self.shards = shards
        self.columns = columns
        let all = columns
        searchable = PassageSet(capacity: all.count) {
            all.reports[$0] != 0 && all.role(at: $0) != .noise
        }
        passageCount = searchable.count
    }

    /// The row id of the passage with an ordinal.
    package func passage(at ordinal: Int) -> Int64 {
        let shard = shards[shard(containing: ordinal)]
        return shard.first + Int64(ordinal - shard.ordinals.lowerBound)
    }

    /// The ordinal of the passage with a row id; `nil` when no shard holds it. O(log shards).
    package func ordinal(of passage: Int64) -> Int? {
        let place = Self.partition(shards) { $0.first <= passage } - 1
        guard place >= 0 else { return nil }
        let ordinal = shards[place].ordinals.lowerBound + Int(passage - shards[place].first)
        return shards[place].ordinals.contains(ordinal) ? ordinal : nil
    }

    private func shard(containing ordinal: Int) -> Int {
        Self.partition(shards) { $0.ordinals.lowerBound <= ordinal } - 1
    }

    /// How many elements at the front satisfy a condition that the others do not.
    private static func partition<Element>(_ elements: [Element], _ holds: (Element) -> Bool) -> Int
    {
        var low = 0
        var high = elements.count
        while low < high {
            let middle = (low + high) / 2
            if holds(elements[middle]) { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// One term's list in one shard, as stored.
    package struct List: Sendable {
        package let bytes: [UInt8]
        package let entry: TermBlock.Entry
    }

    /// Calls `body` with the terms of a shard whose keys are in a range, and in how many passages each stands.
    /// O(bytes of their blocks).
    func forEachTerm(
        in range: Range<UInt64>, of shard: Shard, _ db: Database,
        _ body: (_ key: UInt64, _ frequency: Int) -> Void
    ) throws {
        let first = max(0, Self.partition(shard.keys) { $0 <= range.lowerBound } - 1)
        let last = Self.partition(shard.keys) { $0 < range.upperBound }
        guard first < last else { return }
        let statement = try db.cachedStatement(sql: "SELECT bytes FROM term_block WHERE id = ?")
        for block in first..<last {
            let id = shard.id << ShardRows.blockBits | Int64(block)
            guard let data = try Data.fetchOne(statement, arguments: [id]) else {
                throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "term_block")
            }
            TermBlock.forEach(in: [UInt8](data), firstKey: shard.keys[block]) { key, frequency in
                if range.contains(key) { body(key, frequency) }
            }
        }
    }

    /// The list of a term in a shard; `nil` when no passage of it has the term.
    func list(of key: UInt64, in shard: Shard, _ db: Database) throws -> List? {
        let block = Self.partition(shard.keys) { $0 <= key } - 1
        guard block >= 0 else { return nil }
        let statement = try db.cachedStatement(sql: "SELECT bytes FROM term_block WHERE id = ?")
        guard
            let data = try Data.fetchOne(
                statement, arguments: [shard.id << ShardRows.blockBits | Int64(block)])
        else { throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "term_block") }
        let bytes = [UInt8](data)
        if let entry = TermBlock.entry(of: key, in: bytes, firstKey: shard.keys[block]) {
            return List(bytes: bytes, entry: entry)
        }
        // That a term is nowhere is said only of blocks that are whole.
        let next = block + 1 < shard.keys.count ? shard.keys[block + 1] : nil
        guard TermBlock.isWhole(bytes, from: shard.keys[block], before: next) else {
            throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "term_block")
        }
        return nil
    }
}
