import Foundation
import ReportIndex
import ReportModel
import ReportQuery
import Synchronization

/// The index a service answers from (服务的索引): opened at the first question, and again when a rebuild has put
/// another file in its place.
package final class OpenIndex: Sendable {
    package let path: String
    private let kept = Mutex<(file: FileIdentity, database: IndexDatabase)?>(nil)

    package init(path: String) {
        self.path = path
    }

    private struct FileIdentity: Equatable {
        let device: Int
        let number: Int

        init(_ path: String) {
            let attributes = try? FileManager.default.attributesOfItem(atPath: path)
            device = attributes?[.systemNumber] as? Int ?? -1
            number = attributes?[.systemFileNumber] as? Int ?? -1
        }
    }

    /// The index as it is now.
    ///
    /// - Throws: `ReportError` when there is none, or it cannot be read.
    package func reading(within limit: Duration) throws(ReportError) -> IndexReading {
        let file = FileIdentity(path)
        let known = kept.withLock { $0?.file == file ? $0?.database : nil }
        if let known { return try known.reading(within: limit) }
        let database = try IndexDatabase.open(path)
        kept.withLock { $0 = (file, database) }
        return try database.reading(within: limit)
    }
}

/// The engines of a service (引擎), made when first needed: they hold vocabulary and serve any number of threads.
package final class Engines: Sendable {
    private let embedder: (any Embedder)?
    private let searching = Mutex<SearchEngine?>(nil)
    private let comparing = Mutex<SimilarEngine?>(nil)

    /// - Parameter embedder: The model of meaning that questions are asked with, if any.
    package init(embedder: (any Embedder)? = nil) { self.embedder = embedder }

    package func search() throws -> SearchEngine {
        try Self.kept(searching) { try SearchEngine(embedder: embedder) }
    }

    package func similar() throws -> SimilarEngine {
        try Self.kept(comparing) { try SimilarEngine(embedder: embedder) }
    }

    private static func kept<Engine: Sendable>(
        _ place: borrowing Mutex<Engine?>, _ make: () throws -> Engine
    ) throws -> Engine {
        try place.withLock { kept in
            if let kept { return kept }
            let engine = try make()
            kept = engine
            return engine
        }
    }
}
