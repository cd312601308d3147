import ReportIndex
import ReportModel
import ReportQuery

/// A report with its tags (报告).
package struct ReportBlock: Sendable {
    package let report: Int64
    package let head: String
    package let title: String
    /// Its id, place, type, level and size.
    package let details: String
    /// The report it is a copy of.
    package let original: Int64?
    /// `nil` when it is not asked for.
    package let evidence: [EvidenceLine]?
    package let doubts: [String]
}

/// What speaks for a tag (依据).
package struct EvidenceLine: Sendable {
    package let field: String
    package let rule: String
    /// `PATH:LINE`; `nil` when it is no line's.
    package let place: String?
    package let quote: String
    package let note: String

    init(_ evidence: Evidence, path: String) {
        field = evidence.field
        rule =
            evidence.rule == Decision.rule ? wording("人工认定", "decision") : evidence.rule
        place = evidence.line > 0 ? "\(path):\(evidence.line)" : nil
        quote = evidence.quote
        note = evidence.note
    }
}

package enum ReportsView {
    package static func blocks(_ reports: [ListedReport], showsEvidence: Bool) -> [Block] {
        let stated = reports.count { $0.summary.year.basis == .stated }
        let inferred = reports.count { $0.summary.year.basis == .inferred }
        let unknown = reports.count - stated - inferred
        return reports.map { .report(block($0, showsEvidence: showsEvidence)) } + [
            .note(
                wording(
                    "\(reports.count) 份报告：年份写明 \(stated)，推断 \(inferred)（≈），未知 \(unknown)",
                    "\(reports.count) reports: year stated in \(stated), inferred in \(inferred) (≈), unknown in \(unknown)"
                ))
        ]
    }

    private static func block(_ report: ListedReport, showsEvidence: Bool) -> ReportBlock {
        let summary = report.summary
        let unit = summary.unit
        let count = report.details.passageCount
        return ReportBlock(
            report: summary.id, head: Naming.head(summary), title: summary.title,
            details: "#\(summary.id) \(summary.path):\(summary.firstLine)-\(summary.lastLine)"
                + "  \(unit.type.chineseName) \(unit.level.chineseName)"
                + wording("  \(count) 段", "  \(count) paragraphs"),
            original: report.original,
            evidence: showsEvidence
                ? report.details.evidence.map { EvidenceLine($0, path: summary.path) } : nil,
            doubts: report.details.doubts.map { $0.text() })
    }
}
