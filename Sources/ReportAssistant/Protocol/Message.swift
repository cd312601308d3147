import Presentation

/// What names a request, so that its answer is known as its answer (请求编号).
enum RequestID: Sendable, Hashable {
    case integer(Int)
    case text(String)

    init?(_ value: JSONValue?) {
        switch value {
        case .integer(let number): self = .integer(number)
        case .text(let text): self = .text(text)
        default: return nil
        }
    }

    var value: RecordValue {
        switch self {
        case .integer(let number): .integer(number)
        case .text(let text): .text(text)
        }
    }
}

/// A message of JSON-RPC 2.0 from a client (消息).
enum Message: Sendable {
    case request(id: RequestID, method: String, parameters: JSONValue)
    /// Wants no answer, and gets none whatever is wrong with it.
    case notification(method: String, parameters: JSONValue)
    /// An answer to a request that was never made: nothing is asked of clients.
    case response
    /// What is no message; `id` where it could be read.
    case invalid(id: RequestID?, ProtocolError)

    init(_ value: JSONValue) {
        guard case .object(let members) = value else {
            self = .invalid(id: nil, .invalidRequest("a message is an object"))
            return
        }
        let id = RequestID(members["id"])
        guard members["jsonrpc"] == .text("2.0") else {
            self = .invalid(id: id, .invalidRequest("jsonrpc must be \"2.0\""))
            return
        }
        guard let method = members["method"]?.text else {
            let isResponse = members["result"] != nil || members["error"] != nil
            self =
                isResponse
                ? .response : .invalid(id: id, .invalidRequest("method must be a string"))
            return
        }
        let parameters = members["params"] ?? .object([:])
        guard members["id"] != nil else {
            self = .notification(method: method, parameters: parameters)
            return
        }
        guard let id else {
            self = .invalid(id: nil, .invalidRequest("id must be a string or an integer"))
            return
        }
        guard case .object = parameters else {
            self = .invalid(id: id, .invalidParameters("params must be an object"))
            return
        }
        self = .request(id: id, method: method, parameters: parameters)
    }
}

/// An error of the protocol itself (协议错误): the client sent what is no question. What goes wrong with a question is an
/// answer of its tool.
struct ProtocolError: Error, Sendable, Equatable {
    let code: Int
    let message: String
    var data: RecordValue?

    /// The codes of JSON-RPC 2.0, 5.1, and those that the protocol adds.
    static func parse(_ message: String) -> ProtocolError {
        ProtocolError(code: -32700, message: "Parse error: " + message)
    }
    static func invalidRequest(_ message: String) -> ProtocolError {
        ProtocolError(code: -32600, message: "Invalid request: " + message)
    }
    static func methodNotFound(_ method: String) -> ProtocolError {
        ProtocolError(code: -32601, message: "Method not found: " + method)
    }
    static func invalidParameters(_ message: String) -> ProtocolError {
        ProtocolError(code: -32602, message: "Invalid params: " + message)
    }
    static func internalError(_ message: String) -> ProtocolError {
        ProtocolError(code: -32603, message: message)
    }

    /// A message that says so, without a line end.
    func response(to id: RequestID?) -> String {
        var error: [RecordValue.Member] = [
            .init("code", .integer(code)), .init("message", .text(message)),
        ]
        if let data { error.append(.init("data", data)) }
        return RecordValue.object([
            .init("jsonrpc", .text("2.0")), .init("id", id?.value ?? .null),
            .init("error", .object(error)),
        ]).json
    }
}
