import ReportIndex
import ReportModel
import ReportQuery

/// A passage found, with all that is shown of it (命中段落).
package struct PassageBlock: Sendable {
    package let reference: PassageReference
    /// Place in the list, from 1.
    package let number: Int
    package let unit: String
    /// The report's year as people read it: `2018`, `≈2018`, `≈2016–2018`.
    package let year: String
    /// The headings above the passage and its own, outermost first; empty when they are not shown.
    package let headings: [String]
    package let text: MarkedText
    /// Why it is shown: lines of their own.
    package var reasons: [String] = []
    /// Page or paragraph, for formats that have them.
    package var locator: String?
    /// What it tells, with the year of the work: `做法成效 2018`.
    package let tags: String
    /// Near-identical passages it stands for, and further ones of its group, in words.
    package var notes: [String] = []
    /// How its score came about: shown on demand.
    package var explanation: [String] = []

    init(
        _ passage: Passage, number: Int, marks: [Range<Int>], context: Int, showsHeadings: Bool
    ) {
        let report = passage.report
        reference = PassageReference(passage: passage.id, path: report.path, line: passage.line)
        locator = Paragraph.isRecognised(passage.locator) ? passage.locator : nil
        self.number = number
        unit = Naming.unit(report)
        year = Naming.year(report.year)
        headings =
            showsHeadings ? passage.headings + (passage.ownHeading.map { [$0] } ?? []) : []
        text = MarkedText(passage.text, marks: marks, context: context, heading: passage.ownHeading)
        tags =
            passage.kind.chineseName + (passage.concernsYear.map { " \($0)" } ?? "")
    }

    /// The copies folded under a passage, in words.
    static func alike(_ count: Int) -> [String] {
        count == 0 ? [] : [wording("另有 \(count) 处相同", "and \(count) alike")]
    }
}
