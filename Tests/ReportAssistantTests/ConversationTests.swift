import Foundation
import ReportModel
import TestSupport
import Testing

@testable import ReportAssistant

/// What a client says and hears, word for word. `RECORD_GOLDEN=1 swift test --filter ConversationTests` writes it anew.
@Suite struct ConversationTests {
    private static let envelope = """
        "_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28",\
        "io.modelcontextprotocol/clientCapabilities":{}}
        """

    private static let lines = [
        #"{"jsonrpc":"2.0","id":0,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"x","version":"1"}}}"#,
        #"{"jsonrpc":"2.0","method":"notifications/initialized"}"#,
        #"{"jsonrpc":"2.0","id":"list","method":"tools/list"}"#,
        #"{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"search","arguments":{"query":"两癌 检查","unit":"望川区妇联","limit":2}}}"#,
        #"{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"read","arguments":{"place":"2016年望川区妇联工作总结.txt:18","context":1}}}"#,
        #"{"jsonrpc":"2.0","id":3,"method":"tools/call","params":{"name":"verify_quote","arguments":{"quote":"火点比去年减少了近六成"}}}"#,
        #"{"jsonrpc":"2.0","id":4,"method":"tools/call","params":{"name":"verify_quote","arguments":{"quote":"火点比去年减少了近七成"}}}"#,
        #"{"jsonrpc":"2.0","id":5,"method":"tools/call","params":{"name":"compare","arguments":{"units":["望川区妇联"],"gaps":true,"budget":900}}}"#,
        #"{"jsonrpc":"2.0","id":6,"method":"tools/call","params":{"name":"activities","arguments":{"query":"两癌","unit":"望川区妇联","sum":true}}}"#,
        #"{"jsonrpc":"2.0","id":7,"method":"tools/call","params":{"name":"similar","arguments":{"text":"为农村妇女免费做宫颈癌和乳腺癌检查","limit":1}}}"#,
        #"{"jsonrpc":"2.0","id":8,"method":"resources/templates/list"}"#,
        #"{"jsonrpc":"2.0","id":9,"method":"prompts/list"}"#,
        #"{"jsonrpc":"2.0","id":10,"method":"tools/call","params":{"name":"search","arguments":{"query":"妇女","year":"去年"}}}"#,
        "{\"jsonrpc\":\"2.0\",\"id\":11,\"method\":\"server/discover\",\"params\":{\(envelope)}}",
        "{\"jsonrpc\":\"2.0\",\"id\":12,\"method\":\"resources/read\",\"params\":{\"uri\":\"zongjie://report/x\",\(envelope)}}",
        #"[{"jsonrpc":"2.0","id":13,"method":"ping"},{"jsonrpc":"2.0","method":"notifications/x"}]"#,
    ]

    @Test func `a conversation is as it was written down`() throws {
        let assistant = try TestAssistant.corpus()
        var text = ""
        for line in Self.lines {
            text += "→ \(line)\n"
            for answer in assistant.conversation([line]) { text += "← \(answer)\n" }
        }
        text = text.replacing(Checkout.folder + "/", with: "")
            .replacing(#/(\d+\.\d+\.[0-9a-f]{16})\.[0-9a-f]{8}/#) { "\($0.output.1).STATE" }
        let path = Checkout.folder + "/Tests/ReportAssistantTests/Golden/conversation.txt"
        if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] != nil {
            try text.write(toFile: path, atomically: true, encoding: .utf8)
        }
        let golden = try String(contentsOfFile: path, encoding: .utf8)
        #expect(text == golden, "if the change is meant, record the golden file anew")
    }

    @Test func `what is told of the tools takes less than two thousand tokens in either language`()
        throws
    {
        let assistant = try TestAssistant.corpus()
        for language in [MessageLanguage.chinese, .english] {
            let (texts, list) = try MessageLanguage.$current.withValue(language) {
                let arguments = Tool.all.flatMap { $0.arguments + Tool.common }
                return (
                    Tool.all.map { $0.name + $0.title.current + $0.description.current }
                        + arguments.map { $0.name + $0.meaning.current },
                    try assistant.assistant.result(of: "tools/list", .object([:])).json
                )
            }
            #expect(TokenBudget.tokens(texts.joined(separator: "\n")) < 2_000)
            // With all of JSON's marks, which models take together: three bytes a token and more.
            #expect(list.utf8.count < 7_000)
            #expect(Tool.all.count <= 7)
        }
    }

    @Test func `a revision that is spoken is agreed on, another is answered with the newest`()
        throws
    {
        let assistant = try TestAssistant.corpus()
        for (asked, agreed) in [
            ("2024-11-05", "2024-11-05"), ("2025-03-26", "2025-03-26"),
            ("2025-06-18", "2025-06-18"), ("2025-11-25", "2025-11-25"),
            ("2031-01-01", "2025-11-25"), ("", "2025-11-25"),
        ] {
            let result = try assistant.assistant.result(
                of: "initialize", .object(["protocolVersion": .text(asked)]))
            #expect(try JSONValue(result.json.utf8)["protocolVersion"] == .text(agreed))
        }
    }

    @Test func `a request that names its revision gets its answer in that one`() throws {
        let assistant = try TestAssistant.corpus().assistant
        let named = try JSONValue("{\(Self.envelope)}".utf8)
        for method in ["tools/list", "resources/list", "resources/templates/list", "ping"] {
            let modern = try JSONValue(assistant.result(of: method, named).json.utf8)
            #expect(modern["resultType"] == .text("complete"), "\(method)")
            #expect(modern["_meta"]?[ProtocolVersion.serverKey]?["name"] == .text("zongjie"))
            let older = try JSONValue(assistant.result(of: method, .object([:])).json.utf8)
            #expect(older["resultType"] == nil && older["ttlMs"] == nil)
        }
        let unknown = try JSONValue(
            "{\(Self.envelope)}".replacing("2026-07-28", with: "2030-01-01").utf8)
        let error = #expect(throws: ProtocolError.self) {
            try assistant.result(of: "tools/list", unknown)
        }
        #expect(error?.code == -32022)
        let half = try JSONValue(#"{"_meta":{"\#(ProtocolVersion.versionKey)":"2026-07-28"}}"#.utf8)
        #expect(throws: ProtocolError.self) { try assistant.result(of: "tools/list", half) }
    }
}
