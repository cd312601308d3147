import GRDB

/// How FTS5 gathers and merges the exact index (归并设置). FTS5 keeps it in the file.
struct MergeSettings {
    /// Bytes gathered in memory before they are written.
    let hashSize: Int
    /// Segments of a level that are merged as soon as there are so many; 0 for never.
    let automerge: Int

    static let usual = MergeSettings(hashSize: 1 << 20, automerge: 4)
    /// For much that comes at once: it is merged in the end.
    static let bulk = MergeSettings(hashSize: 96 << 20, automerge: 0)

    /// Writes the settings that differ.
    func apply(_ db: Database) throws {
        for (name, value) in [("hashsize", hashSize), ("automerge", automerge)] {
            let stored = try Int.fetchOne(
                db, sql: "SELECT v FROM passage_text_config WHERE k = ?", arguments: [name])
            guard stored != value else { continue }
            try db.execute(
                sql: "INSERT INTO passage_text(passage_text, rank) VALUES (?, ?)",
                arguments: [name, value])
        }
    }
}
