import Documents
import ReferenceCorpus
import ReportIndex
import ReportModel
import ReportQuery
import Vocabulary

/// Why a call of a ``Library`` failed: the place, what is wrong there, and what to try.
public struct LibraryError: Error, Sendable, CustomStringConvertible {
    /// What a program can act on.
    public enum Kind: Sendable {
        /// The question cannot be understood, or names what is not there.
        case question
        /// The index cannot be opened, read or written.
        case index
        /// A document cannot be read.
        case document
        /// A corpus cannot be frozen, found or exported.
        case corpus
        /// The user's own vocabulary file is broken.
        case vocabulary
        case other
    }

    public let kind: Kind
    /// The file, line or part of the question the trouble is in.
    public let place: String
    public let problem: String
    /// What to try; `nil` when there is nothing to try.
    public let advice: String?

    /// The error in one line: *place: what is wrong; what to try*.
    public var description: String {
        [place + ": " + problem, advice].compactMap(\.self).joined(separator: "; ")
    }

    init(_ error: any Error) {
        if let known = error as? LibraryError {
            self = known
            return
        }
        kind =
            switch error {
            case is QueryError: .question
            case is IndexError: .index
            case is IngestError: .document
            case is CorpusError: .corpus
            case is VocabularyError: .vocabulary
            default: .other
            }
        let placed = error as? ReportError
        place = placed?.place ?? "zongjie"
        problem = placed?.problem ?? String(describing: error)
        advice = placed?.advice
    }

    static func wrapping<Value>(_ body: () throws -> Value) throws(LibraryError) -> Value {
        do {
            return try body()
        } catch {
            throw LibraryError(error)
        }
    }
}
