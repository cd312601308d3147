import Foundation
import GRDB
import ReportModel
import Synchronization

/// An index file, opened for reading by any number of threads (索引库).
package final class IndexDatabase: Sendable {
    package let path: String
    private let idle: Mutex<[DatabaseQueue]>
    private let kept = Mutex(Kept())

    /// What is kept in memory of the state that was read last.
    struct Kept: Sendable {
        fileprivate var state: IndexState?
        var passages: PassageIndex?
        var reports: ReportTable?
    }

    /// Connections kept open for the next readings.
    private static let mostIdle = 4

    private init(path: String, connection: DatabaseQueue) {
        self.path = path
        idle = Mutex([connection])
    }

    /// `ZONGJIE_INDEX`, else `zongjie/index.sqlite` in the user's data folder.
    package static var defaultPath: String {
        let environment = ProcessInfo.processInfo.environment
        if let path = environment["ZONGJIE_INDEX"], !path.isEmpty { return path }
        let data =
            environment["XDG_DATA_HOME"].flatMap { $0.isEmpty ? nil : $0 }
            ?? (environment["HOME"] ?? ".") + "/.local/share"
        return data + "/zongjie/index.sqlite"
    }

    /// Opens an index for reading; writers never block it.
    ///
    /// - Throws: `IndexError` when there is no index, or a foreign, older or newer one.
    package static func open(_ path: String) throws(IndexError) -> IndexDatabase {
        guard FileManager.default.fileExists(atPath: path) else { throw missing(path) }
        do {
            let queue = try mended(path) { queue in
                try queue.read { db in try check(db, path: path) }
                return queue
            }
            return IndexDatabase(path: path, connection: queue)
        } catch {
            throw IndexError(place: path, cause: error)
        }
    }

    /// The index as it is now, for one answer or one whole command.
    ///
    /// - Parameter limit: after this time every call fails and what is running is interrupted; `nil` for none.
    /// - Throws: `IndexError` with what SQLite said.
    package func reading(within limit: Duration? = nil) throws(IndexError) -> IndexReading {
        if let connection = idle.withLock({ $0.popLast() }) {
            return try IndexReading(self, connection, within: limit)
        }
        do {
            let connection = try Self.mended(path) { $0 }
            return try IndexReading(self, connection, within: limit)
        } catch {
            throw IndexError(place: path, cause: error)
        }
    }

    func takeBack(_ connection: DatabaseQueue) {
        idle.withLock { if $0.count < Self.mostIdle { $0.append(connection) } }
    }

    /// A value of a state, made when it is not the one kept.
    func kept<Value: Sendable>(
        _ field: WritableKeyPath<Kept, Value?>, of state: IndexState,
        make: () throws(IndexError) -> Value
    ) throws(IndexError) -> Value {
        let known = kept.withLock { $0.state == state ? $0[keyPath: field] : nil }
        if let known { return known }
        let value = try make()
        kept.withLock {
            if $0.state != state { $0 = Kept(state: state) }
            $0[keyPath: field] = value
        }
        return value
    }

    /// Opens an index for writing and makes it when there is none.
    static func openForWriting(_ path: String) throws(IndexError) -> DatabasePool {
        let folder = (path as NSString).deletingLastPathComponent
        do {
            if !folder.isEmpty {
                try FileManager.default.createDirectory(
                    atPath: folder, withIntermediateDirectories: true)
            }
            let isEmpty =
                (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0 == 0
            let isNew = try isEmpty || isBlank(path)
            let pool = try DatabasePool(path: path, configuration: configuration())
            try pool.write { db in
                if isNew {
                    try Schema.create(in: db)
                } else {
                    try check(db, path: path)
                }
            }
            return pool
        } catch {
            throw IndexError(place: path, cause: error)
        }
    }

    /// Whether a file is a database without any table, as one is left by a process that died before it
    /// made the first. Looks at a file before any connection that could change it, and refuses foreign ones.
    private static func isBlank(_ path: String) throws -> Bool {
        try mended(path) { queue in
            let isBlank = try queue.read { db in
                let isBlank =
                    try Int.fetchOne(db, sql: "PRAGMA application_id") == 0
                    && Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") == 0
                if !isBlank { try check(db, path: path) }
                return isBlank
            }
            try queue.close()
            return isBlank
        }
    }

    /// Opens a file for reading only and looks at it. What a killed process left half written cannot be
    /// taken back by a reader: then a writing connection does it, and the reader looks again.
    private static func mended<Value>(
        _ path: String, _ look: (DatabaseQueue) throws -> Value
    ) throws -> Value {
        var reading = configuration(isReading: true)
        reading.readonly = true
        do {
            return try look(try DatabaseQueue(path: path, configuration: reading))
        } catch let error as DatabaseError where error.resultCode == .SQLITE_READONLY {
            let mending = try DatabaseQueue(path: path, configuration: configuration())
            _ = try mending.read { db in try Int.fetchOne(db, sql: "PRAGMA application_id") }
            try mending.close()
            return try look(try DatabaseQueue(path: path, configuration: reading))
        }
    }

    /// Opens an index of this or an older format, for `IndexRebuild` only.
    static func openAnyVersion(_ path: String) throws(IndexError) -> DatabaseQueue {
        guard FileManager.default.fileExists(atPath: path) else { throw missing(path) }
        do {
            let queue = try DatabaseQueue(path: path, configuration: configuration())
            try queue.read { db in try check(db, path: path, allowsOlder: true) }
            return queue
        } catch {
            throw IndexError(place: path, cause: error)
        }
    }

    private static func missing(_ path: String) -> IndexError {
        IndexError(
            .notFound,
            place: path, problem: wording("没有索引", "there is no index"),
            advice: wording(
                "先运行 zongjie ingest 目录，或用 --index 指明位置",
                "run zongjie ingest FOLDER first, or name it with --index"))
    }

    private static func check(_ db: Database, path: String, allowsOlder: Bool = false) throws {
        let application = try Int.fetchOne(db, sql: "PRAGMA application_id")
        guard application == Schema.applicationID else {
            throw IndexError(
                .unsupported,
                place: path,
                problem: wording("这不是 zongjie 的索引", "this is not an index of zongjie"),
                advice: wording("用 --index 指明另一个位置", "name another place with --index"))
        }
        let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
        guard version == Schema.version || (allowsOlder && version < Schema.version) else {
            throw IndexError(
                .unsupported,
                place: path,
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

    private static func configuration(isReading: Bool = false) -> Configuration {
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
            // Counts only for a new file: four term blocks fill a page, paragraphs waste less.
            try db.execute(sql: "PRAGMA page_size = 16384")
            if isReading { try db.execute(sql: "PRAGMA mmap_size = \(1 << 30)") }
        }
        return configuration
    }
}
