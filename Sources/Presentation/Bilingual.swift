import ReportModel

/// A text in the two languages of the tool (双语).
package struct Bilingual: Sendable, Hashable {
    package let chinese: String
    package let english: String

    package init(_ chinese: String, _ english: String) {
        self.chinese = chinese
        self.english = english
    }

    /// The text in the language answers are written in.
    package var current: String { wording(chinese, english) }
}
