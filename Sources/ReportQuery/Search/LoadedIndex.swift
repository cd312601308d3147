import GRDB
import ReportIndex

/// What an engine keeps of the index between questions, and which state of it that is (载入的索引).
struct LoadedIndex: Sendable {
    let index: PassageIndex
    /// Everything but noise.
    let searchable: PassageSet
    /// SQLite's data version: changes when another connection commits.
    private let version: Int

    init(_ db: Database) throws {
        try self.init(db, version: try Self.version(db))
    }

    private init(_ db: Database, version: Int) throws {
        self.version = version
        let index = try PassageIndex(db)
        self.index = index
        searchable = PassageSet(capacity: index.columns.count) {
            index.columns.reports[$0] != 0 && index.columns.role(at: $0) != .noise
        }
    }

    /// This, or the index loaded again when a writer has committed since: posting lists must be read
    /// with the columns they were written with.
    func current(_ db: Database) throws -> LoadedIndex {
        let now = try Self.version(db)
        return now == version ? self : try LoadedIndex(db, version: now)
    }

    private static func version(_ db: Database) throws -> Int {
        try Int.fetchOne(db.cachedStatement(sql: "PRAGMA data_version")) ?? 0
    }
}
