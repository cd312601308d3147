import ReportModel
import Segmentation

/// A paragraph with all that is known of it, as answers carry it (段落).
package struct Passage: Sendable, Hashable {
    package let id: Int64
    package let report: ReportSummary
    package let line: Int
    /// The last physical line, where several were joined.
    package let lastLine: Int?
    package let byteOffset: Int?
    package let locator: String?
    package let role: Role
    package let headingLevel: Int?
    package let ownHeading: String?
    /// The headings above, outermost first.
    package let headings: [String]
    package let kind: Kind
    package let concernsYear: Int?
    package let topics: [Topic]
    package let text: String
    package let raw: String?
    package let breaks: WordBreaks
}
