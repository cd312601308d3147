import ReportIndex
import ReportModel
import ReportQuery

/// What speaks for tags, a line each: field, rule, place, quotation (依据的排版).
enum EvidenceReport {
    static func print(_ evidence: [Evidence], _ report: ReportSummary) {
        if evidence.isEmpty {
            StandardOutput.line("  " + wording("没有依据", "no evidence"))
        }
        for item in evidence {
            var line = "  \(Terminal.pad(item.field, 14)) \(name(of: item.rule))"
            if item.line > 0 { line += "  \(report.path):\(item.line)" }
            if !item.quote.isEmpty { line += " “\(item.quote)”" }
            if !item.note.isEmpty { line += " → \(item.note)" }
            StandardOutput.line(line)
        }
    }

    private static func name(of rule: String) -> String {
        rule == Decision.rule ? wording("人工认定", "decision") : rule
    }
}
