import Presentation
import ReportIndex
import ReportModel
import TestSupport
import Testing

@testable import ReportAssistant

/// Reports as resources.
@Suite struct ResourceTests {
    @Test(arguments: [
        "a.txt", "../上级/a b.txt", "/绝对/100%.md", "压缩.zip!内/a#b?c.txt", "..", "a//b",
        "\u{EF80}\u{EFFF}",
    ])
    func `an address leads to the path it was made of`(_ path: String) throws {
        for line in [nil, 1, 123_456] {
            let address = ReportAddress(path: path, line: line)
            #expect(try ReportAddress(address.text) == address)
            #expect(address.text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F })
        }
    }

    @Test func `every report is listed once, and its text is read from its address`() throws {
        let assistant = try TestAssistant.corpus().assistant
        let reading = try TestIndex.corpus().open()
        var listed: [JSONValue] = []
        var cursor: JSONValue?
        repeat {
            let page = try JSONValue(
                assistant.result(
                    of: "resources/list", .object(cursor.map { ["cursor": $0] } ?? [:])
                )
                .json.utf8)
            guard case .list(let some)? = page["resources"] else { break }
            #expect(some.count <= Resources.pageSize)
            listed += some
            cursor = page["nextCursor"]
        } while cursor != nil
        let reports = try reading.reports().entries.map(\.summary)
        #expect(listed.count == reports.count)
        for (resource, report) in zip(listed, reports) {
            let uri = try #require(resource["uri"])
            var lines: [String] = []
            var next: JSONValue? = uri
            // What is too long for once goes on at the address that is told.
            while let address = next {
                let result = try JSONValue(
                    assistant.result(of: "resources/read", .object(["uri": address])).json.utf8)
                guard case .list(let contents)? = result["contents"],
                    let text = contents.first?["text"]?.text
                else { break }
                #expect(text.hasPrefix("# " + Page.notice))
                lines += text.split(separator: "\n").filter { !$0.hasPrefix("# ") }.map(String.init)
                next = text.split(separator: "\n").last.flatMap { line in
                    line.firstRange(of: ReportAddress.prefix).map {
                        .text(String(line[$0.lowerBound...]))
                    }
                }
            }
            let passages = try reading.passages(ofReport: report.id).filter { $0.role != .noise }
            #expect(lines == passages.map { "\($0.line)\t\($0.text)" }, "\(report.path)")
        }
    }
}
