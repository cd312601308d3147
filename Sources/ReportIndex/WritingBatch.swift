import GRDB
import ReportModel

/// Files written since the last commit (写入批次): their rows stand in an open transaction, the terms of the
/// latest wait in memory until their shard is full or the transaction ends.
struct WritingBatch {
    private var builder = ShardBuilder()
    /// The first passage of the builder.
    private var first: Int64
    /// The passage that comes next.
    private var next: Int64
    /// The last shard of the index, which the builder's passages shall join.
    private var unfilled: ShardRows.Stored?
    /// The shard before the builder's, in the making.
    private var draft: ShardDraft?
    /// Texts of the builder's passages, not yet in the exact index. A row of a sealed table begins a savepoint, at
    /// which FTS5 writes out what it has gathered: so texts go in by the shard, not each behind its row.
    private var texts: [(passage: Int64, text: String)] = []
    /// Passages that went.
    private var removed: [Int64] = []

    init(_ db: Database) throws {
        next = try Int64.fetchOne(db, sql: "SELECT max(first + count) FROM shard") ?? 1
        first = next
        unfilled = try ShardRows(db: db).lastToFill()
    }

    /// Turns to the next shard when this one is full.
    mutating func writeFullShard(_ shards: ShardRows) throws {
        if builder.count >= ShardBuilder.capacity { try writeShard(upTo: next, shards) }
    }

    /// Drops what the index holds of files.
    mutating func remove(_ locations: [String], rows: SourceRows) throws {
        // What waits may be of these files.
        try writeTexts(rows.db)
        for location in locations { removed += try rows.remove(location: location) }
    }

    /// Inserts a file that the index does not hold.
    mutating func insert(_ file: PreparedFile, rows: SourceRows, shards: ShardRows) throws {
        var next = next
        defer { self.next = next }
        var run: Int64?
        try rows.insert(file, next: &next) { row in
            if builder.count + (unfilled?.count ?? 0) >= ShardBuilder.limit {
                try writeShard(upTo: row.id, shards)
                run = nil
            }
            if row.paragraph.role != .noise { texts.append((row.id, row.paragraph.text)) }
            if run != row.report { builder.begin(row.terms) }
            run = row.report
            builder.append(
                row.index, report: row.report, year: row.paragraph.concernsYear,
                topics: row.paragraph.topics, role: row.paragraph.role, kind: row.paragraph.kind)
        }
    }

    /// Brings the exact index up to the passages.
    mutating func writeTexts(_ db: Database) throws {
        try SourceRows.index(texts, in: db)
        texts.removeAll(keepingCapacity: true)
    }

    /// Writes the shards that wait, and makes those again that lost passages.
    mutating func finish(_ shards: ShardRows) throws {
        try writeTexts(shards.db)
        let start = builder.count > 0 ? unfilled?.first ?? .max : .max
        try shards.renew(holding: removed.filter { $0 < start })
        if builder.count > 0 { try writeShard(upTo: next, shards) }
        // FTS5 writes out what it has gathered while the last shard is made.
        try shards.db.inSavepoint { .commit }
        try writeDraft(shards)
    }

    private mutating func writeShard(upTo end: Int64, _ shards: ShardRows) throws {
        try writeTexts(shards.db)
        try writeDraft(shards)
        if let unfilled {
            try shards.fill(unfilled, upTo: end)
        } else {
            draft = ShardDraft(builder, first: first)
        }
        unfilled = nil
        builder = ShardBuilder()
        first = end
    }

    private mutating func writeDraft(_ shards: ShardRows) throws {
        if let draft = draft.take() { try shards.write(draft) }
    }
}
