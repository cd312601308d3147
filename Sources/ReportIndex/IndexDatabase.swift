import Foundation
import GRDB
import ReportModel
import Synchronization

/// An index file, opened for reading by any number of threads (索引库).
package final class IndexDatabase: Sendable {
    package let path: String
    /// The file as it was opened, when it is read without locks.
    private let frozen: IndexFile.Stamp?
    private let idle: Mutex<[DatabaseQueue]>
    private let kept = Mutex(Kept())

    /// What is kept in memory of the state that was read last.
    struct Kept: Sendable {
        fileprivate var state: IndexState?
        var passages: PassageIndex?
        var reports: ReportTable?
        var vectors: KeptVectors?
    }

    /// Connections kept open for the next readings.
    private static let mostIdle = 4

    private init(path: String, connection: DatabaseQueue, frozen: IndexFile.Stamp?) {
        self.path = path
        self.frozen = frozen
        idle = Mutex([connection])
    }

    /// `ZONGJIE_INDEX`, else `zongjie/index.sqlite` in the user's data folder.
    package static var defaultPath: String {
        let environment = ProcessInfo.processInfo.environment
        if let path = environment["ZONGJIE_INDEX"], !path.isEmpty { return path }
        return dataFolder + "/index.sqlite"
    }

    /// `zongjie` in the user's data folder: the index, and what belongs to the user beside it.
    package static var dataFolder: String {
        let environment = ProcessInfo.processInfo.environment
        let data =
            environment["XDG_DATA_HOME"].flatMap { $0.isEmpty ? nil : $0 }
            ?? (environment["HOME"] ?? ".") + "/.local/share"
        return data + "/zongjie"
    }

    /// Opens an index for reading; writers never block it.
    ///
    /// - Throws: `ReportError` when there is no index, or a foreign, older or newer one.
    package static func open(_ path: String) throws(ReportError) -> IndexDatabase {
        guard FileManager.default.fileExists(atPath: path) else {
            throw IndexConnection.missing(path)
        }
        do {
            let frozen = IndexFile.Stamp(path)
            let (queue, isFrozen) = try IndexConnection.reading(path)
            try queue.read { db in try IndexConnection.check(db, path: path) }
            return IndexDatabase(path: path, connection: queue, frozen: isFrozen ? frozen : nil)
        } catch {
            throw ReportError(place: path, cause: error)
        }
    }

    /// The index as it is now, for one answer or one whole command.
    ///
    /// - Parameter limit: after this time every call fails and what is running is interrupted; `nil` for none.
    /// - Throws: `ReportError` with what SQLite said.
    package func reading(within limit: Duration? = nil) throws(ReportError) -> IndexReading {
        if let connection = idle.withLock({ $0.popLast() }) {
            return try IndexReading(self, connection, within: limit)
        }
        do {
            let connection = try IndexConnection.reading(path).queue
            return try IndexReading(self, connection, within: limit)
        } catch {
            throw ReportError(place: path, cause: error)
        }
    }

    /// - Throws: `ReportError` when the file is read without locks and somebody wrote to it.
    func checkUnchanged() throws(ReportError) {
        guard let frozen, IndexFile.Stamp(path) != frozen || IndexFile.hasLog(path) else { return }
        throw ReportError(
            place: path,
            problem: wording("读的时候索引被改写", "the index was written to while it was read"),
            advice: wording("请再试一次", "repeat the command"))
    }

    func takeBack(_ connection: DatabaseQueue) {
        idle.withLock { if $0.count < Self.mostIdle { $0.append(connection) } }
    }

    /// A value of a state, made when it is not the one kept.
    func kept<Value: Sendable>(
        _ field: WritableKeyPath<Kept, Value?>, of state: IndexState,
        make: () throws(ReportError) -> Value
    ) throws(ReportError) -> Value {
        let known = kept.withLock { $0.state == state ? $0[keyPath: field] : nil }
        if let known { return known }
        let value = try make()
        kept.withLock {
            if $0.state != state { $0 = Kept(state: state) }
            $0[keyPath: field] = value
        }
        return value
    }
}
