import GRDB

extension IndexReading {
    /// The posting lists of a term, with the places of their shards in `index`.
    package func lists(of key: UInt64, in index: PassageIndex) throws(IndexError)
        -> [(shard: Int, list: PassageIndex.List)]
    {
        try read { db in
            try index.shards.enumerated().compactMap { number, shard in
                try index.list(of: key, in: shard, db).map { (number, $0) }
            }
        }
    }

    /// How many passages have a term.
    package func frequency(of key: UInt64, in index: PassageIndex) throws(IndexError) -> Int {
        try lists(of: key, in: index).reduce(0) { $0 + $1.list.entry.frequency }
    }

    /// Row ids of the passages that an FTS5 expression matches, character by character.
    package func matches(of expression: String) throws(IndexError) -> [Int64] {
        try read { db in
            try Int64.fetchAll(
                db.cachedStatement(
                    sql: "SELECT rowid FROM passage_text WHERE passage_text MATCH ?"),
                arguments: [expression])
        }
    }
}
