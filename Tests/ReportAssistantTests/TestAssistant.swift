import Foundation
import Presentation
import ReportIndex
import ReportModel
import Synchronization
import TestSupport

@testable import ReportAssistant

/// An assistant asked in the process, without streams.
struct TestAssistant: Sendable {
    let assistant: Assistant

    init(_ index: String) {
        assistant = Assistant(index: index, limit: .seconds(120))
    }

    static func corpus() throws -> TestAssistant { TestAssistant(try TestIndex.corpus().path) }

    struct Told: Sendable {
        let text: String
        let isError: Bool
        /// The answer, when it is none of an error.
        let value: JSONValue

        func rows(_ name: String) -> [JSONValue] {
            guard case .list(let rows)? = value[name] else { return [] }
            return rows
        }
    }

    /// What a tool says; `arguments` is JSON.
    func call(_ tool: String, _ arguments: String = "{}") throws -> Told {
        let parameters = try JSONValue("{\"name\":\"\(tool)\",\"arguments\":\(arguments)}".utf8)
        let result = try JSONValue(assistant.result(of: "tools/call", parameters).json.utf8)
        guard case .list(let contents)? = result["content"],
            let text = contents.first?["text"]?.text
        else { throw CocoaError(.coderReadCorrupt) }
        let isError = result["isError"] == .flag(true)
        return Told(
            text: text, isError: isError, value: isError ? .null : try JSONValue(text.utf8))
    }

    /// The same with arguments as a value.
    func call(_ tool: String, _ arguments: [RecordValue.Member]) throws -> Told {
        try call(tool, RecordValue.object(arguments).json)
    }

    /// Every row of an answer, page by page, and the totals told.
    func pages(_ tool: String, _ rows: String, _ arguments: [RecordValue.Member]) throws
        -> (rows: [JSONValue], totals: Set<JSONText>, pages: [Told])
    {
        var found: [JSONValue] = []
        var totals: Set<JSONText> = []
        var pages: [Told] = []
        var cursor: String?
        repeat {
            let more = cursor.map { [RecordValue.Member("cursor", .text($0))] } ?? []
            let page = try call(tool, arguments + more)
            guard !page.isError else { throw ReportError(place: tool, problem: page.text) }
            totals.insert(JSONText(page.value["total"]))
            found += page.rows(rows)
            pages.append(page)
            let next = page.value["next_cursor"]?.text
            guard next != cursor || next == nil else {
                throw ReportError(place: tool, problem: "the cursor stands still")
            }
            cursor = next
        } while cursor != nil
        return (found, totals, pages)
    }

    /// The messages that some lines bring about, in the order of their numbers.
    func conversation(_ lines: [String]) -> [String] {
        let said = Mutex<[String]>([])
        let conversation = Conversation(assistant) { text in said.withLock { $0.append(text) } }
        for line in lines {
            conversation.receive(.whole(Array(line.utf8)))
            conversation.finish()
        }
        return said.withLock { $0 }
    }
}

/// A value to be counted among others.
struct JSONText: Hashable {
    let text: String

    init(_ value: JSONValue?) { text = value.map { "\($0)" } ?? "" }
}

extension JSONValue {
    var integer: Int? {
        guard case .integer(let number) = self else { return nil }
        return number
    }
}
