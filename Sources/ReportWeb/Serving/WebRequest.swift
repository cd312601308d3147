import Presentation

/// A request as the page sees it (网页请求), whatever library brought it.
package struct WebRequest: Sendable {
    package var method: String
    /// The path, percent-encoded as it came; it names a view, never a file.
    package var path: String
    /// What stands after `?`, as it came.
    package var query: String
    /// Header fields by name in lower case.
    package var headers: [String: String]
    package var body: [UInt8]

    package init(
        _ method: String, _ path: String, query: String = "", headers: [String: String] = [:],
        body: [UInt8] = []
    ) {
        self.method = method
        self.path = path
        self.query = query
        self.headers = headers
        self.body = body
    }
}

/// An answer as the page gives it (网页回应).
package struct WebResponse: Sendable {
    package var status: WebStatus
    package var type: String
    package var body: [UInt8]
    package var headers: [(name: String, value: String)] = []

    init(_ status: WebStatus = .ok, type: String, _ text: String) {
        self.status = status
        self.type = type
        body = Array(text.utf8)
    }
}

/// The status codes the page answers with (RFC 9110).
package enum WebStatus: Int, Sendable {
    case ok = 200
    case badRequest = 400
    case forbidden = 403
    case notFound = 404
    case methodNotAllowed = 405
    case contentTooLarge = 413
    case serverError = 500
    case unavailable = 503

    package var phrase: String {
        switch self {
        case .ok: "OK"
        case .badRequest: "Bad Request"
        case .forbidden: "Forbidden"
        case .notFound: "Not Found"
        case .methodNotAllowed: "Method Not Allowed"
        case .contentTooLarge: "Content Too Large"
        case .serverError: "Internal Server Error"
        case .unavailable: "Service Unavailable"
        }
    }
}

/// What a request may cost (限度).
package enum WebLimits {
    /// Bytes of an address.
    package static let address = 8_000
    /// Bytes of what is posted.
    package static let body = 256 << 10
    /// Hits or rows of a page.
    static let pageRows = 100
    /// Rows of an answer for programs.
    static let programRows = 1_000
    /// Hits before those that are shown.
    static let reach = 10_000
    /// Paragraphs of a draft.
    static let draftParagraphs = 40
    /// Characters of a question.
    static let question = 2_000
    static let time = Duration.seconds(10)
}
