import Foundation
import GRDB
import ReportModel

/// Opens the files of indexes (打开索引文件): for reading without writing anything, for writing, and copies that
/// leave nothing behind.
enum IndexConnection {
    /// Opens a file for reading only. What a killed process left half written cannot be taken back by a
    /// reader: then a writing connection does it, and the reader looks again.
    ///
    /// Where the folder cannot be written to, SQLite cannot make its lock files. A file without a log is
    /// then read as it is; `isFrozen` says so, and the caller looks whether it stays as it was.
    static func reading(_ path: String) throws -> (queue: DatabaseQueue, isFrozen: Bool) {
        do {
            return (try look(path), false)
        } catch let error as DatabaseError
            where [.SQLITE_READONLY, .SQLITE_CANTOPEN].contains(error.resultCode)
        {
            let resolved = IndexFile.resolved(path)
            let folder = (resolved as NSString).deletingLastPathComponent
            if access(folder.isEmpty ? "." : folder, W_OK) == 0, access(resolved, W_OK) == 0 {
                let mending = try DatabaseQueue(path: path, configuration: configuration())
                _ = try mending.read { db in try Int.fetchOne(db, sql: "PRAGMA schema_version") }
                try mending.close()
                return (try look(path), false)
            }
            var name = URLComponents()
            name.path = URL(fileURLWithPath: resolved).path
            guard !IndexFile.hasLog(resolved) else { throw error }
            return (try look("file:\(name.percentEncodedPath)?immutable=1"), true)
        }
    }

    private static func look(_ path: String) throws -> DatabaseQueue {
        var reading = configuration(isReading: true)
        reading.readonly = true
        let queue = try DatabaseQueue(path: path, configuration: reading)
        _ = try queue.read { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") }
        return queue
    }

    /// Opens an index for writing and makes it when there is none.
    static func writing(_ path: String) throws(ReportError) -> DatabasePool {
        do {
            let file = IndexFile.resolved(path)
            try IndexFile.makeFolder(of: file)
            IndexFile.makePrivate(file)
            let isEmpty =
                (try? FileManager.default.attributesOfItem(atPath: file)[.size] as? Int) ?? 0 == 0
            // A file is looked at before any connection that could change it; foreign ones are refused.
            let isNew =
                try isEmpty
                || reading(path).queue.read { db in
                    if try isBlank(db) { return true }
                    try check(db, path: path)
                    return false
                }
            let pool = try DatabasePool(path: path, configuration: configuration())
            try pool.write { db in
                if isNew {
                    try Schema.create(in: db)
                } else {
                    try check(db, path: path)
                    try TableSeals.watch(db)
                }
            }
            return pool
        } catch {
            throw ReportError(place: path, cause: error)
        }
    }

    /// Opens an index of this or an older format, for `IndexRebuild` only.
    ///
    /// - Parameter salvages: reads on where the file contradicts itself.
    static func anyVersion(_ path: String, salvages: Bool) throws(ReportError) -> DatabaseQueue {
        guard FileManager.default.fileExists(atPath: path) else { throw missing(path) }
        do {
            _ = try reading(path).queue.read { db in
                try check(db, path: path, allowsOlder: true)
            }
        } catch {
            // What a reader cannot open may still be salvaged.
            if !salvages { throw ReportError(place: path, cause: error) }
        }
        do {
            let queue = try DatabaseQueue(
                path: path, configuration: configuration(salvages: salvages))
            try queue.writeWithoutTransaction { db in
                try check(db, path: path, allowsOlder: true)
            }
            return queue
        } catch {
            throw ReportError(place: path, cause: error)
        }
    }

    /// An empty database in SQLite's temporary folder (`SQLITE_TMPDIR`, else `TMPDIR`, else `/var/tmp`). No
    /// name leads there: it is gone with the process, however that ends.
    ///
    /// - Parameter pageSize: in bytes, as the file it shall be copied to has them.
    static func temporary(pageSize: Int? = nil) throws -> DatabaseQueue {
        let queue = try DatabaseQueue(path: "", configuration: configuration())
        if let pageSize {
            try queue.writeWithoutTransaction { db in
                try db.execute(sql: "PRAGMA page_size = \(pageSize)")
            }
        }
        return queue
    }

    static func missing(_ path: String) -> ReportError {
        ReportError(
            .notFound, place: path, problem: wording("没有索引", "there is no index"),
            advice: wording(
                "先运行 zongjie ingest 目录，或用 --index 指明位置",
                "run zongjie ingest FOLDER first, or name it with --index"))
    }

    /// Whether a database has no table: it was just begun, or whoever began it died.
    private static func isBlank(_ db: Database) throws -> Bool {
        try Int.fetchOne(db, sql: "PRAGMA application_id") == 0
            && Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") == 0
    }

    /// - Throws: `ReportError` when the database is no index, or one of another version.
    static func check(_ db: Database, path: String, allowsOlder: Bool = false) throws {
        let application = try Int.fetchOne(db, sql: "PRAGMA application_id")
        if application != Schema.applicationID, try isBlank(db) {
            throw ReportError(
                .notFound, place: path,
                problem: wording("索引还是空的", "the index is still empty"),
                advice: wording(
                    "等 zongjie ingest 写完，或运行它", "wait for zongjie ingest to end, or run it"))
        }
        guard application == Schema.applicationID else {
            throw ReportError(
                .unsupported, place: path,
                problem: wording("这不是 zongjie 的索引", "this is not an index of zongjie"),
                advice: wording("用 --index 指明另一个位置", "name another place with --index"))
        }
        let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
        guard version == Schema.version || (allowsOlder && version < Schema.version) else {
            throw ReportError(
                .unsupported, place: path,
                problem: wording(
                    "索引格式为第 \(version) 版，本程序使用第 \(Schema.version) 版",
                    "the index has format \(version), this program uses \(Schema.version)"),
                advice: version < Schema.version
                    ? wording(
                        "运行 zongjie rebuild 按新格式重建",
                        "run zongjie rebuild to make it anew in the new format")
                    : wording("请升级本程序", "use a newer zongjie"))
        }
    }

    private static func configuration(
        isReading: Bool = false, salvages: Bool = false
    ) -> Configuration {
        var configuration = Configuration()
        configuration.busyMode = .timeout(10)
        configuration.maximumReaderCount = 4
        // Rows go with what they belong to, children first; `verify` checks it. SQLite would look through all
        // passages for each heading that goes.
        configuration.foreignKeysEnabled = false
        // `IndexWriter` keeps a transaction open from one call to the next.
        configuration.allowsUnsafeTransactions = true
        configuration.prepareDatabase { db in
            db.add(tokenizer: CharacterTokenizer.self)
            // SQLite then reads on where the file is cut short or its list of tables is damaged.
            if salvages { try db.execute(sql: "PRAGMA writable_schema = ON") }
            // Counts only for a new file: four term blocks fill a page, paragraphs waste less.
            try db.execute(sql: "PRAGMA page_size = 16384")
            if isReading { try db.execute(sql: "PRAGMA mmap_size = \(1 << 30)") }
        }
        return configuration
    }
}
