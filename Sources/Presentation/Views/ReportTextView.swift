import ReportIndex
import ReportModel

/// Reports to be read whole, or by their headings (报告全文与提纲).
package enum ReportTextView {
    package static func blocks(_ texts: [ReportText], _ request: ReportTextRequest) -> [Block] {
        texts.flatMap { text in
            let report = text.report
            let head: [Block] = [
                .heading(Naming.head(report)),
                .note("\(report.path):\(report.firstLine)–\(report.lastLine)"), .space,
            ]
            let body =
                request.isOutline
                ? text.passages.map { Block.note(outline($0)) }
                : text.passages.map { .paragraph(ParagraphBlock($0, isCurrent: false)) }
            return head + body + [.space]
        }
    }

    /// A heading with its line, under those above it.
    private static func outline(_ passage: Passage) -> String {
        let number = TextColumns.pad(String(passage.line), 5)
        let depth = String(repeating: "  ", count: passage.headings.count)
        let isWhole = passage.role != .body
        return number + depth + (isWhole ? passage.text : passage.ownHeading ?? passage.text)
    }
}
