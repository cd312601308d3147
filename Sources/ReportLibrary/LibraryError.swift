import ReportModel

/// Why a call of a ``Library`` failed: the place, what is wrong there, and what to try.
public struct LibraryError: Error, Sendable, CustomStringConvertible {
    /// What a program can act on.
    public enum Kind: Sendable {
        /// The question, a name or an option cannot be understood.
        case usage
        /// What was named is not there.
        case notFound
        /// Somebody else is writing.
        case busy
        /// The index has to be rebuilt.
        case damaged
        /// The disk is full.
        case full
        case permission
        /// It would take too long, or more room than it may.
        case limit
        /// A format, version or encoding that is not understood, or a program that is missing.
        case unsupported
        case other

        init(_ kind: ReportError.Kind) {
            self =
                switch kind {
                case .usage: .usage
                case .notFound: .notFound
                case .busy: .busy
                case .damaged: .damaged
                case .full: .full
                case .permission: .permission
                case .limit: .limit
                case .unsupported: .unsupported
                case .other: .other
                }
        }
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
        let known = error as? ReportError
        kind = known.map { Kind($0.kind) } ?? .other
        place = known?.place ?? "zongjie"
        problem = known?.problem ?? String(describing: error)
        advice = known?.advice
    }

    static func wrapping<Value>(_ body: () throws -> Value) throws(LibraryError) -> Value {
        do {
            return try body()
        } catch {
            throw LibraryError(error)
        }
    }
}
