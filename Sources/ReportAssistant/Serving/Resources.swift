import Presentation
import ReportIndex
import ReportModel

/// Reports as resources (资源): a list by pages, and each as a text by lines.
struct Resources {
    let reading: IndexReading

    /// Resources of a page of the list.
    static let pageSize = 50
    /// Tokens of a text that is read at once.
    static let textBudget = 10_000

    static let templates: [RecordValue] = [
        template(
            ReportAddress.prefix + "{path}", wording("报告全文", "A report"),
            wording("文件的全部报告，一段一行", "all reports of a file, a paragraph a line")),
        template(
            ReportAddress.prefix + "{path}/{line}", wording("从某行起", "A report from a line on"),
            wording("从该行读到报告末尾", "from that line to the end of its report")),
    ]

    private static func template(_ address: String, _ name: String, _ description: String)
        -> RecordValue
    {
        .object([
            .init("uriTemplate", .text(address)), .init("name", .text(name)),
            .init("description", .text(description)), .init("mimeType", .text("text/plain")),
        ])
    }

    /// A page of the list, and where it goes on.
    ///
    /// - Throws: `ProtocolError` for a cursor that is none; `ReportError` when the index cannot be read.
    func list(after cursor: String?) throws -> [RecordValue.Member] {
        let entries = try reading.reports().entries
        let start = cursor.map { Int($0) ?? -1 } ?? 0
        guard (0...max(entries.count, 0)).contains(start) else {
            throw ProtocolError.invalidParameters("cursor: not one of this list")
        }
        let end = min(entries.count, start + Self.pageSize)
        var members = [
            RecordValue.Member("resources", .list(entries[start..<end].map { value($0.summary) }))
        ]
        if end < entries.count { members.append(.init("nextCursor", .text(String(end)))) }
        return members
    }

    private func value(_ report: ReportSummary) -> RecordValue {
        let address = ReportAddress(path: report.path, line: report.firstLine)
        let title = report.title.isEmpty ? report.path : report.title
        return .object([
            .init("uri", .text(address.text)), .init("name", .text(String(title.prefix(120)))),
            .init("description", .text(Naming.head(report) + " · " + report.path)),
            .init("mimeType", .text("text/plain")),
        ])
    }

    /// The text at an address: what it is, then a paragraph a line, with its number.
    ///
    /// - Throws: `ReportError` when there is no such report.
    func text(at address: ReportAddress) throws -> String {
        var passages: [Passage]
        if let line = address.line {
            let name = "\(address.path):\(line)"
            guard let passage = try reading.passage(named: name) else {
                throw ReportError(
                    .notFound, place: name, problem: wording("没有这个段落", "there is no such passage"))
            }
            passages = try reading.passages(ofReport: passage.report.id)
                .filter { $0.line >= line }
        } else {
            var request = ReportTextRequest()
            request.file = address.path
            passages = try request.answer(in: reading).flatMap(\.passages)
        }
        passages.removeAll { $0.role == .noise }
        return write(passages)
    }

    private func write(_ passages: [Passage]) -> String {
        var text = "# " + Page.notice + "\n"
        var room = Self.textBudget
        var report: Int64?
        for passage in passages {
            var piece = ""
            if passage.report.id != report {
                let told = passage.report
                piece += "\n# \(told.title) · \(Naming.head(told)) · \(told.path)\n"
            }
            piece += "\(passage.line)\t\(passage.text)\n"
            room -= TokenBudget.tokens(piece)
            // A single paragraph is given whole: it could not be gone on with.
            if room < 0, report != nil {
                let next = ReportAddress(path: passage.report.path, line: passage.line)
                return text + "# " + wording("未完，续读：", "more at ") + next.text + "\n"
            }
            report = passage.report.id
            text += piece
        }
        return text
    }
}
