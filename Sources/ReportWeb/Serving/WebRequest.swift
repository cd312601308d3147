import Foundation
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
    /// The address of the machine that asks, as the network says; `nil` without a network.
    package var remote: String?

    package init(
        _ method: String, _ path: String, query: String = "", headers: [String: String] = [:],
        body: [UInt8] = [], remote: String? = nil
    ) {
        self.remote = remote
        self.method = method
        self.path = path
        self.query = query
        self.headers = headers
        self.body = body
    }
}

extension WebRequest {
    /// Cookies by name (RFC 6265, 5.4); of two with a name the first counts.
    var cookies: [String: String] {
        let pairs = (headers["cookie"] ?? "").split(separator: ";").compactMap {
            pair -> (String, String)? in
            let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard sides.count == 2 else { return nil }
            return (
                sides[0].trimmingCharacters(in: .whitespaces),
                sides[1].trimmingCharacters(in: .whitespaces)
            )
        }
        return Dictionary(pairs) { first, _ in first }
    }

    /// What a form says, when it was posted.
    var form: Parameters { Parameters(address: String(decoding: body, as: UTF8.self)) }

    /// Whether a browser reaches us through TLS, by the word of whoever forwards: it makes the cookie stricter only.
    var isSecure: Bool { headers["x-forwarded-proto"]?.lowercased() == "https" }
}

/// An answer as the page gives it (网页回应).
package struct WebResponse: Sendable {
    package var status: WebStatus
    package var type: String
    package var body: [UInt8]
    package var headers: [(name: String, value: String)] = []

    /// A file to keep (RFC 6266), never to be shown in the page's place.
    static func download(_ bytes: [UInt8], type: String, name: String) -> WebResponse {
        var response = WebResponse(type: type, "")
        response.body = bytes
        var plain = CharacterSet.alphanumerics
        plain.formIntersection(CharacterSet(charactersIn: Unicode.Scalar(0)..<Unicode.Scalar(128)))
        plain.insert(charactersIn: "-._")
        let encoded = name.addingPercentEncoding(withAllowedCharacters: plain) ?? "file"
        response.headers.append(("Content-Disposition", "attachment; filename*=UTF-8''" + encoded))
        response.headers.append(("Cache-Control", "no-store"))
        return response
    }

    /// Sends the browser on, with GET (RFC 9110, 15.4.4).
    static func seeOther(_ address: String) -> WebResponse {
        var response = WebResponse(.seeOther, type: "text/plain; charset=utf-8", "")
        response.headers.append(("Location", address))
        response.headers.append(("Cache-Control", "no-store"))
        return response
    }

    init(_ status: WebStatus = .ok, type: String, _ text: String) {
        self.status = status
        self.type = type
        body = Array(text.utf8)
    }
}

/// The status codes the page answers with (RFC 9110).
package enum WebStatus: Int, Sendable {
    case ok = 200
    case seeOther = 303
    case badRequest = 400
    case unauthorized = 401
    case forbidden = 403
    case notFound = 404
    case methodNotAllowed = 405
    case contentTooLarge = 413
    case tooManyRequests = 429
    case serverError = 500
    case unavailable = 503

    package var phrase: String {
        switch self {
        case .ok: "OK"
        case .seeOther: "See Other"
        case .badRequest: "Bad Request"
        case .unauthorized: "Unauthorized"
        case .forbidden: "Forbidden"
        case .notFound: "Not Found"
        case .methodNotAllowed: "Method Not Allowed"
        case .contentTooLarge: "Content Too Large"
        case .tooManyRequests: "Too Many Requests"
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
