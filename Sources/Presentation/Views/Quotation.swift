import ReportIndex
import ReportQuery

/// Words of a report with where they stand (引文).
package struct Quotation: Sendable {
    package let text: String
    /// Who says it and where, or where alone, as people read it.
    package let source: String
    package let reference: PassageReference

    init(_ record: ActivityRecord, text: String? = nil, source: String) {
        self.text = text ?? record.activity.span
        self.source = source + Naming.recognised(record.locator)
        reference = PassageReference(
            passage: record.paragraph, path: record.report.path, line: record.line)
    }

    init(_ passage: Passage, text: String, source: String) {
        self.text = text
        self.source = source + Naming.recognised(passage.locator)
        reference = PassageReference(
            passage: passage.id, path: passage.report.path, line: passage.line)
    }
}
