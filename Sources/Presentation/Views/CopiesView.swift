import ReportIndex
import ReportModel
import ReportQuery

/// Two passages, or two reports, of which one is a copy (副本对).
package struct CopiesBlock: Sendable {
    package let first: PassageReference
    package let second: PassageReference
    /// How much is copied, in a few words.
    package let extent: [String]
    package let text: String
    package let changes: [TextChange]
}

/// Copies between reports (互抄).
package enum CopiesView {
    package static func blocks(_ pair: CopyDetails) -> [Block] {
        let percent = Int((pair.similarity * 100).rounded())
        var extent = [
            "\(percent)%",
            pair.extent == .full ? wording("全段", "whole passage") : wording("部分", "in part"),
        ]
        if pair.isInCopiedReport { extent.append(wording("整篇雷同", "copied report")) }
        return [
            .copies(
                CopiesBlock(
                    first: reference(pair.first), second: reference(pair.second), extent: extent,
                    text: pair.first.text, changes: pair.changes))
        ]
    }

    package static func blocks(_ pair: ReportCopyDetails) -> [Block] {
        let percent = Int((pair.share * 100).rounded())
        return [pair.first, pair.second].map { report in
            .note("\(report.path):\(report.firstLine)-\(report.lastLine)  \(report.title)")
        } + [
            .aside(
                wording(
                    "\(percent)% 雷同，\(pair.passages) 段",
                    "\(percent)% copied, \(pair.passages) passages")),
            .space,
        ]
    }

    /// What a listing was, in a line at its end.
    ///
    /// - Parameter reports: pairs of reports that are copies for the most part.
    package static func end(count: Int, reports: Int) -> Block {
        .note(
            count == 0
                ? wording("没有发现副本", "no copies found")
                : wording(
                    "共 \(count) 对；整篇雷同的报告 \(reports) 对",
                    "\(count) pairs; \(reports) pairs of copied reports"))
    }

    private static func reference(_ passage: Passage) -> PassageReference {
        PassageReference(passage: passage.id, path: passage.report.path, line: passage.line)
    }
}
