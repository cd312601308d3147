import ReferenceCorpus
import ReportIndex

/// A collected passage as it stands in the index now (摘录的一段).
package struct CollectedPassage: Sendable {
    /// `PATH:LINE`, as it was collected.
    package let place: String
    /// The text as it was collected.
    package let text: String
    package let note: String
    /// The passage; `nil` when there is none with that text at that place any more.
    package let passage: Passage?

    package init(place: String, text: String, note: String, passage: Passage?) {
        self.place = place
        self.text = text
        self.note = note
        self.passage = passage?.text == text ? passage : nil
    }

    /// Who said it, when and where; of a passage that is gone, where it stood.
    package var citation: String {
        passage.map { Quotations.citation(of: $0) } ?? place
    }
}

extension Records {
    /// A row of a basket.
    package static let collected = RecordType<CollectedPassage>(
        "collected", "摘录的一段", "a passage somebody collected", summary: { $0.text },
        [
            .text("place", "位置", "摘录时的路径:行号", "PATH:LINE when it was collected") { $0.place },
            .text("text", "正文", "摘录时的正文", "the text when it was collected") { $0.text },
            .text("note", "批注", "摘录人的话", "what the collector says of it") { $0.note },
            .text("citation", "引用出处", "可直接引用的出处", "the source, ready to cite") { $0.citation },
            .text("unit", "单位", "报告单位；不详为 null", "who reports; null when not known") {
                $0.passage?.report.unit.name
            },
            .integer("year", "报告年份", "报告归入的年份", "the year the report is filed under") {
                $0.passage?.report.year.year
            },
            .text(
                "year_basis", "年份依据", "stated 写明，inferred 推断，none 无",
                "stated, inferred or none"
            ) { $0.passage?.report.year.basis.rawValue },
            .flag("is_current", "仍在索引中", "该处正文未变", "whether it still stands there as it was") {
                $0.passage != nil
            },
        ])
}
