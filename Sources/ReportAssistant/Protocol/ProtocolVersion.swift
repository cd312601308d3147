import Presentation

/// The revisions of the Model Context Protocol that are spoken (协议版本).
///
/// Until 2025-11-25 a connection began with `initialize`. Since 2026-07-28 there is no beginning: every request says in
/// `_meta` which revision it is written in, and gets its answer in that one. Both are told apart request by request; what a
/// request says counts for itself alone.
enum ProtocolVersion {
    /// Those agreed on with `initialize`, oldest first.
    static let agreed = ["2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25"]
    /// Those that each request names for itself.
    static let named = ["2026-07-28"]

    static let versionKey = "io.modelcontextprotocol/protocolVersion"
    static let capabilitiesKey = "io.modelcontextprotocol/clientCapabilities"
    static let serverKey = "io.modelcontextprotocol/serverInfo"

    /// What `initialize` answers: the revision that was asked for when it is spoken, else the newest, and the client
    /// decides whether it goes on.
    static func agreed(for asked: String) -> String {
        agreed.contains(asked) ? asked : agreed.last ?? asked
    }

    /// Whether a request names its revision itself.
    ///
    /// - Throws: `ProtocolError` for a revision that is not spoken, or without what goes with it.
    static func isNamed(in parameters: JSONValue) throws(ProtocolError) -> Bool {
        guard let meta = parameters["_meta"], let version = meta[versionKey] else { return false }
        guard case .object = meta[capabilitiesKey] else {
            throw .invalidParameters("_meta must have \(capabilitiesKey), an object")
        }
        guard let version = version.text else {
            throw .invalidParameters("\(versionKey) must be a string")
        }
        guard named.contains(version) else {
            var error = ProtocolError(code: -32022, message: "Unsupported protocol version")
            error.data = .object([
                .init("supported", .list(named.map { .text($0) })),
                .init("requested", .text(version)),
            ])
            throw error
        }
        return true
    }
}
