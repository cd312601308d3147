/// What went wrong, said as *place: what is wrong; what to try* (出错位置、原因、办法).
package struct ReportError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What sort of trouble it is, for programs to act on.
    package enum Kind: String, Sendable, CaseIterable {
        /// What was asked for cannot be: a wrong option, field or name.
        case usage
        case notFound = "not-found"
        /// Somebody else is writing.
        case busy
        case damaged
        /// The disk is full.
        case full
        case permission
        /// It would take too long, or more room than it may.
        case limit
        /// A format, version or encoding that is not understood, or a program that is missing.
        case unsupported
        case other
    }

    package let kind: Kind
    /// The file, line, option or query the trouble is in.
    package let place: String
    /// What is wrong there.
    package let problem: String
    /// What to try; `nil` when there is nothing to try.
    package let advice: String?
    /// Why a document was not read, when that is the trouble.
    package let refusal: Refusal?

    package init(
        _ kind: Kind = .usage, place: String, problem: String, advice: String? = nil,
        refusal: Refusal? = nil
    ) {
        self.kind = kind
        self.place = place
        self.problem = problem
        self.advice = advice
        self.refusal = refusal
    }

    /// The document at `place` was not read.
    package init(_ refusal: Refusal, place: String) {
        self.init(
            refusal.kind, place: place, problem: refusal.problem(), advice: refusal.advice(),
            refusal: refusal)
    }

    /// Whether text may have been lost; a picture or a sound file in a folder is no failure.
    package var isFailure: Bool { refusal != .picture && refusal != .textless }

    package var description: String {
        guard let advice else { return "\(place): \(problem)" }
        return "\(place): \(problem); \(advice)"
    }
}
