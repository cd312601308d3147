import FlyingFox
import FlyingSocks
import Foundation
import ReportModel

/// A site on a port of this machine (服务). On another address than the loopback one the site must know who may read.
package struct Server: Sendable {
    private let site: Site
    private let server: HTTPServer
    private let workers: Workers

    /// - Throws: what the system says of the address.
    package init(_ site: Site, on address: ListenAddress) throws {
        self.site = site
        let workers = Workers()
        self.workers = workers
        // The site's own limit is shorter: its answer says what to do.
        func configured(_ address: some SocketAddress) -> HTTPServer.Configuration {
            HTTPServer.Configuration(address: address, timeout: 60, logger: .disabled)
        }
        server = HTTPServer(
            config: configured(try address.socket()),
            handler: ClosureHTTPHandler { try await Self.answer($0, site, workers) })
    }

    /// Serves until `stop()`.
    ///
    /// - Throws: when the port cannot be had.
    package func run() async throws { try await server.run() }

    package func waitUntilListening() async throws {
        try await server.waitUntilListening(timeout: 60)
    }

    /// The port that is listened on; `nil` before that.
    package var port: UInt16? {
        get async {
            switch await server.listeningAddress {
            case .ip4(_, let port), .ip6(_, let port): port
            default: nil
            }
        }
    }

    /// Answers what has been asked, for a second at most, and ends.
    package func stop() async { await server.stop(timeout: 1) }

    /// Who is at the other end, as the network says; what `X-Forwarded-For` says is anybody's word. An IPv4 address
    /// that came by an IPv6 socket is itself again.
    private static func remote(_ request: HTTPRequest) -> String? {
        switch request.remoteAddress {
        case .ip4(let address, _): address
        case .ip6(let address, _):
            address.hasPrefix("::ffff:") ? String(address.dropFirst(7)) : address
        default: nil
        }
    }

    private static func answer(_ request: HTTPRequest, _ site: Site, _ workers: Workers)
        async throws
        -> HTTPResponse
    {
        var headers: [String: String] = [:]
        for field in request.headers { headers[field.key.rawValue.lowercased()] = field.value }
        var body: [UInt8] = []
        // What is too large is read to its end and forgotten, so that the answer can be read.
        for try await part in request.bodySequence where body.count <= WebLimits.body {
            body += part
        }
        let asked = WebRequest(
            request.method.rawValue, request.target.path(), query: request.target.query(),
            headers: headers, body: body, remote: remote(request))
        let answer = await workers.run { site.answer(asked) }
        var sent = HTTPHeaders()
        for (name, value) in answer.headers + [("Content-Type", answer.type)] {
            sent.addValue(value, for: HTTPHeader(name))
        }
        return HTTPResponse(
            statusCode: HTTPStatusCode(answer.status.rawValue, phrase: answer.status.phrase),
            headers: sent, body: Data(answer.body))
    }
}

/// Threads for answers (工作线程), which block: the threads of tasks are few and must not wait for a disk.
final class Workers: Sendable {
    private let queue: OperationQueue

    init() {
        queue = OperationQueue()
        queue.maxConcurrentOperationCount = ProcessInfo.processInfo.activeProcessorCount + 2
    }

    func run<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value {
        await withCheckedContinuation { continuation in
            queue.addOperation { continuation.resume(returning: work()) }
        }
    }
}
