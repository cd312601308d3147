import Foundation
import TestSupport
import Testing

@testable import ReportWeb

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// The site on a port of this machine.
@Suite struct ServerTests {
    @Test func `a page comes over the loopback address, and stopping ends the server`() async throws
    {
        let site = Site(index: try TestIndex.corpus().path, port: nil)
        let server = try Server(site, on: .loopback(port: 0))
        let run = Task { try await server.run() }
        try await server.waitUntilListening()
        let port = try #require(await server.port)
        let base = "http://127.0.0.1:\(port)"
        let address = try #require(URL(string: base + "/search?q=%E4%B8%A4%E7%99%8C"))
        let (data, response) = try await URLSession.shared.data(from: address)
        let answer = try #require(response as? HTTPURLResponse)
        #expect(answer.statusCode == 200)
        #expect(answer.value(forHTTPHeaderField: "Content-Type") == "text/html; charset=utf-8")
        #expect(answer.value(forHTTPHeaderField: "Content-Security-Policy") != nil)
        #expect(String(decoding: data, as: UTF8.self).contains("<mark>两癌"))

        var post = URLRequest(url: try #require(URL(string: base + "/desk")))
        post.httpMethod = "POST"
        post.setValue(base, forHTTPHeaderField: "Origin")
        post.setValue("application/x-www-form-urlencoded", forHTTPHeaderField: "Content-Type")
        post.httpBody = Data(("text=" + String(repeating: "a", count: 3 << 20)).utf8)
        let (_, refused) = try await URLSession.shared.data(for: post)
        #expect((refused as? HTTPURLResponse)?.statusCode == 413)

        await server.stop()
        _ = await run.result
        #expect(await server.port == nil)
    }
}
