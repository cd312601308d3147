import ReportModel
import GRDB
import Segmentation

extension IndexReading {
    /// The posting lists of a term, with the places of their shards in `index`.
    package func lists(of key: UInt64, in index: PassageIndex) throws(ReportError)
        -> [(shard: Int, list: PassageIndex.List)]
    {
        try read { db in
            try index.shards.enumerated().compactMap { number, shard in
                try index.list(of: key, in: shard, db).map { (number, $0) }
            }
        }
    }

    /// How many passages have a term.
    package func frequency(of key: UInt64, in index: PassageIndex) throws(ReportError) -> Int {
        try lists(of: key, in: index).reduce(0) { $0 + $1.list.entry.frequency }
    }

    /// The Han characters that follow one in passages, with how many passages have the pair.
    package func followers(of first: UInt32, in index: PassageIndex) throws(ReportError)
        -> [UInt32: Int]
    {
        let range = IndexTerms.pair(first, 0)..<IndexTerms.pair(first + 1, 0)
        var followers: [UInt32: Int] = [:]
        try read { db in
            for shard in index.shards {
                try index.forEachTerm(in: range, of: shard, db) { key, frequency in
                    followers[UInt32(truncatingIfNeeded: key & 0x1F_FFFF), default: 0] += frequency
                }
            }
        }
        return followers
    }

    /// Row ids of the passages that an FTS5 expression matches, character by character.
    package func matches(of expression: String) throws(ReportError) -> [Int64] {
        try read { db in
            try Int64.fetchAll(
                db.cachedStatement(
                    sql: "SELECT rowid FROM passage_text WHERE passage_text MATCH ?"),
                arguments: [expression])
        }
    }
}
