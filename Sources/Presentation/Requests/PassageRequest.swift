import ReportIndex
import ReportModel
import ReportQuery

/// A passage with the report around it and what speaks for the tags (段落、报告与依据).
package struct PassageReading: Sendable {
    package let passage: Passage
    /// All passages of its report, by line.
    package let report: [Passage]
    package let evidence: [Evidence]
    /// The report's own tags and evidence; `nil` when they were not asked for.
    package let details: ReportDetails?
}

/// What `show` is asked (段落请求).
package struct PassageRequest: Request {
    /// An id, or `PATH:LINE`; the path's end is enough.
    package var name = ""
    /// Paragraphs shown before and after.
    package var context = 1
    package var showsEvidence = false
    package var showsRaw = false

    package init() {}

    package static var fields: [RequestField<PassageRequest>] {
        [
            .text("passage", "段落编号，或路径:行号", "an id, or PATH:LINE", \.name),
            .number(
                "context", "前后段数", "paragraphs before and after", in: NumberRange.paragraphs,
                \.context),
            .flag(
                "tags", "标签的依据", "for each tag the rule, the line and the quotation",
                \.showsEvidence),
            .flag("raw", "清洗前的原文", "the line before cleaning", \.showsRaw),
        ]
    }

    /// - Throws: `ReportError` when there is no such passage, or with what SQLite said.
    package func answer(in reading: IndexReading) throws -> PassageReading {
        guard let passage = try reading.passage(named: name) else { throw Self.missing(name) }
        let id = UInt32(truncatingIfNeeded: passage.report.id)
        return PassageReading(
            passage: passage, report: try reading.passages(ofReport: passage.report.id),
            evidence: try reading.evidence(of: passage),
            details: showsEvidence ? try reading.details(of: [id]).first : nil)
    }

    static func missing(_ name: String) -> ReportError {
        ReportError(
            .notFound,
            place: name, problem: wording("没有这个段落", "there is no such passage"),
            advice: wording(
                "用 search 结果里的“路径:行号”，空行没有段落",
                "take PATH:LINE from search results; empty lines are no passages"))
    }
}
