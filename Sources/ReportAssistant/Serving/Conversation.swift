import Foundation
import Presentation
import Synchronization

/// A client's messages line by line (会话). What takes time is answered by threads of its own, in the order it is done, so
/// that a client may ask several things, and take back what it no longer wants to know.
package final class Conversation: Sendable {
    private let assistant: Assistant
    /// Is given a message without its line end, from any thread.
    private let send: @Sendable (String) -> Void
    private let workers = OperationQueue()
    /// Requests that are not answered yet; `false` when the answer is no longer wanted.
    private let open = Mutex<[RequestID: Bool]>([:])
    private let room = DispatchSemaphore(value: Conversation.mostOpen)

    /// Requests that wait at most; a client that asks more is not read from until one is answered.
    private static let mostOpen = 64
    /// Messages of a batch at most.
    private static let mostTogether = 64

    package init(_ assistant: Assistant, send: @escaping @Sendable (String) -> Void) {
        self.assistant = assistant
        self.send = send
        workers.maxConcurrentOperationCount = ProcessInfo.processInfo.activeProcessorCount + 1
    }

    /// Takes a line. Returns before it is answered.
    package func receive(_ line: LineSplitter.Line) {
        guard case .whole(let bytes) = line else {
            let error = ProtocolError.invalidRequest(
                "a line has at most \(LineSplitter.most) bytes")
            return send(error.response(to: nil))
        }
        // An empty line asks nothing.
        guard bytes.contains(where: { !" \t\r".utf8.contains($0) }) else { return }
        guard let value = try? JSONValue(bytes) else {
            return send(ProtocolError.parse("not JSON").response(to: nil))
        }
        if case .list(let values) = value { return receive(together: values) }
        let message = Message(value)
        switch message {
        case .request(let id, let method, _):
            guard begin(id) else {
                let error = ProtocolError.invalidRequest("id is in use")
                return send(error.response(to: id))
            }
            guard Self.takesTime(method) else {
                end(id)
                return answer([message]).forEach(send)
            }
            run { [self] in
                // Nothing is begun for an answer that nobody wants.
                let answers = isWanted(id) ? answer([message]) : []
                // Who has the answer may use the number again.
                if end(id) { answers.forEach(send) }
            }
        case .notification("notifications/cancelled", let parameters):
            if let id = RequestID(parameters["requestId"]) {
                open.withLock { if $0[id] != nil { $0[id] = false } }
            }
        case .notification, .response: break
        case .invalid: answer([message]).forEach(send)
        }
    }

    /// Waits until everything is answered.
    package func finish() { workers.waitUntilAllOperationsAreFinished() }

    /// A batch of JSON-RPC 2.0: its answers come together.
    private func receive(together values: [JSONValue]) {
        guard !values.isEmpty, values.count <= Self.mostTogether else {
            let error = ProtocolError.invalidRequest(
                "a batch has 1 to \(Self.mostTogether) messages")
            return send(error.response(to: nil))
        }
        run { [self] in
            let answers = answer(values.map { Message($0) })
            if !answers.isEmpty { send("[" + answers.joined(separator: ", ") + "]") }
        }
    }

    private func run(_ work: @escaping @Sendable () -> Void) {
        room.wait()
        workers.addOperation { [room] in
            work()
            room.signal()
        }
    }

    private static func takesTime(_ method: String) -> Bool {
        ["tools/call", "resources/list", "resources/read"].contains(method)
    }

    private func begin(_ id: RequestID) -> Bool {
        open.withLock { open in
            guard open[id] == nil else { return false }
            open[id] = true
            return true
        }
    }

    private func isWanted(_ id: RequestID) -> Bool { open.withLock { $0[id] ?? false } }

    /// Whether the answer is still wanted.
    @discardableResult
    private func end(_ id: RequestID) -> Bool {
        open.withLock { $0.removeValue(forKey: id) ?? false }
    }

    /// The answers to those messages that want one.
    private func answer(_ messages: [Message]) -> [String] {
        messages.compactMap { message in
            switch message {
            case .request(let id, let method, let parameters):
                do throws(ProtocolError) {
                    let result = try assistant.result(of: method, parameters)
                    return RecordValue.object([
                        .init("jsonrpc", .text("2.0")), .init("id", id.value),
                        .init("result", result),
                    ]).json
                } catch {
                    return error.response(to: id)
                }
            case .invalid(let id, let error): return error.response(to: id)
            case .notification, .response: return nil
            }
        }
    }
}
