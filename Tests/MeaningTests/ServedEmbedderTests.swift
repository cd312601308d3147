import FlyingFox
import Foundation
import ReportModel
import Testing

@testable import Meaning

@Suite struct ServedEmbedderTests {
    private struct Asked: Decodable {
        let model: String
        let input: [String]
    }

    /// Runs `body` beside a server on this machine that answers as `answer` says.
    private static func serving(
        _ answer: @escaping @Sendable (Data) -> (Int, String),
        _ body: @escaping @Sendable (_ address: String) throws -> Void
    ) async throws {
        let server = HTTPServer(address: try .inet(ip4: "127.0.0.1", port: 0))
        await server.appendRoute("POST /v1/embeddings") { request in
            let (status, text) = answer(try await request.bodyData)
            return HTTPResponse(
                statusCode: HTTPStatusCode(status, phrase: "-"), body: Data(text.utf8))
        }
        let running = Task { try await server.run() }
        // The pool is busy while every test of the package runs on few cores.
        try await server.waitUntilListening(timeout: 60)
        guard case .ip4(_, let port)? = await server.listeningAddress else {
            Issue.record("the server listens nowhere")
            return
        }
        // Waits for an external command: not on the pool the server answers from.
        let result: Result<Void, any Error> = await withCheckedContinuation { continuation in
            Thread.detachNewThread {
                continuation.resume(
                    returning: Result { try body("http://127.0.0.1:\(port)/v1/embeddings") })
            }
        }
        await server.stop(timeout: 1)
        running.cancel()
        try result.get()
    }

    @Test
    func `questions and passages go out under their names and prefixes, and come back in order`()
        async throws
    {
        try await Self.serving({ data in
            guard let asked = try? JSONDecoder().decode(Asked.self, from: data) else {
                return (400, "")
            }
            let rows = asked.input.enumerated().reversed().map { place, text in
                let numbers = "[\(text.utf8.count), \(asked.model.contains("query") ? 1 : 0)]"
                return "{\"index\": \(place), \"embedding\": \(numbers)}"
            }
            return (200, "{\"data\": [\(rows.joined(separator: ","))]}")
        }) { address in
            let embedder = try ServedEmbedder(
                address: address, model: "e5-{}", questionPrefix: "q:", passagePrefix: "p: ")
            #expect(
                try embedder.vectors(of: ["慰问", "\"'\n{}"], areQuestions: true)
                    == [[8, 1], [7, 1]])
            #expect(try embedder.vectors(of: ["慰问"], areQuestions: false) == [[9, 0]])
        }
    }

    @Test(arguments: [
        (200, "{}"), (200, "<html>"), (200, #"{"data": [{"index": 5, "embedding": [1]}]}"#),
        (200, #"{"data": []}"#), (404, "no such model"), (500, ""),
    ])
    func `an answer of another kind is told`(status: Int, text: String) async throws {
        try await Self.serving({ _ in (status, text) }) { address in
            let error = #expect(throws: ReportError.self) {
                try ServedEmbedder(address: address, model: "m")
                    .vectors(of: ["慰问"], areQuestions: true)
            }
            #expect(error?.place == address && error?.advice != nil)
        }
    }

    @Test func `a server that is away is told`() throws {
        let embedder = try ServedEmbedder(address: "http://127.0.0.1:9/v1/embeddings", model: "m")
        let error = #expect(throws: ReportError.self) {
            try embedder.vectors(of: ["慰问"], areQuestions: true)
        }
        #expect(error?.place == "http://127.0.0.1:9/v1/embeddings")
    }

    @Test(arguments: ["", "file:///etc/passwd", "127.0.0.1:8000", "http://", "ftp://a/b"])
    func `what is no address of the web is refused`(address: String) {
        #expect(throws: ReportError.self) { _ = try ServedEmbedder(address: address, model: "m") }
    }
}
