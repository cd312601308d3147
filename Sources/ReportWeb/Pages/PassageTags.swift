import Presentation
import ReportIndex
import ReportModel

/// The tags of a passage and its report, each with what speaks for it (标签与依据): shown when the tag is pointed at or
/// focused, without a script.
struct PassageTags: Sendable {
    private let reading: PassageReading

    init(_ reading: PassageReading) {
        self.reading = reading
    }

    /// Unit, type, place and year of the report.
    var ofReport: HTML {
        let report = reading.passage.report
        let unit = report.unit
        let evidence = reading.details?.evidence ?? []
        let basis =
            switch report.year.basis {
            case .stated: wording("年份写明", "year stated")
            case .inferred: wording("年份推断 ≈", "year inferred ≈")
            case .none: wording("年份未知", "year unknown")
            }
        var tags = [
            tag(basis, evidence.filter { $0.field == "year" }),
            tag(
                wording(unit.type.chineseName, unit.type.rawValue),
                evidence.filter { $0.field == "unit_type" || $0.field == "unit" }),
        ]
        if !unit.region.isEmpty {
            tags.append(
                tag(unit.region.joined(separator: " "), evidence.filter { $0.field == "region" }))
        }
        return "<span class=\"tags\">\(tags)</span>"
    }

    /// Kind, year of the work and topics of the passage, and the line as it stood before cleaning.
    var ofPassage: HTML {
        let passage = reading.passage
        let evidence = reading.evidence
        var tags = [
            tag(
                wording(passage.kind.chineseName, passage.kind.rawValue),
                evidence.filter { $0.field == "kind" })
        ]
        let year =
            passage.concernsYear.map { wording("\($0) 年的工作", "work of \($0)") }
            ?? wording("工作年份未知", "year of the work unknown")
        tags.append(tag(year, evidence.filter { $0.field == "concerns_year" }))
        tags += passage.topics.map { topic in
            tag(
                wording(topic.chineseName, topic.rawValue),
                evidence.filter { $0.field == "topic:\(topic.rawValue)" })
        }
        let raw: HTML =
            passage.raw.map {
                """
                <details class="raw"><summary>\(wording("清洗前的原文", "the line before cleaning"))</summary>\
                <p>\($0)</p></details>
                """
            } ?? ""
        return "<p class=\"tags\">\(tags)</p>\(raw)"
    }

    /// What cleaning mended in the report.
    var repairs: HTML {
        let counts = (reading.details?.repairs ?? [:]).sorted { $0.key < $1.key }
        guard !counts.isEmpty else { return "" }
        let items = counts.map { "<li>\($0.key) \($0.value)</li>" as HTML }
        return "<h2>\(wording("修补", "repairs"))</h2><ul class=\"repairs\">\(items)</ul>"
    }

    private func tag(_ name: String, _ evidence: [Evidence]) -> HTML {
        let lines = evidence.map { item -> HTML in
            let rule = item.rule == Decision.rule ? wording("人工认定", "decision") : item.rule
            let line = item.line > 0 ? wording("第 \(item.line) 行", "line \(item.line)") : ""
            let quote: HTML = item.quote.isEmpty ? "" : "<q>\(item.quote)</q>"
            return "<span><b>\(rule)</b> \(line) \(quote) \(item.note)</span>"
        }
        let shown: [HTML] =
            lines.isEmpty
            ? ["<span>\(wording("没有依据：默认值", "no evidence: the default"))</span>"] : lines
        return """
            <span class="tag" tabindex="0">\(name)<span class="evidence" role="tooltip">\(shown)</span></span>
            """
    }
}
