import ReportIndex
import ReportModel
import ReportQuery

/// Who said something, when, where it stands, and how it is found again (引注).
package struct Citation: Sendable {
    package let report: ReportSummary
    package let line: Int
    let locator: String?
    /// `ContentHash` of the passage's text: the same as in a frozen selection.
    let hash: String

    package init(_ passage: Passage) {
        report = passage.report
        line = passage.line
        locator = passage.locator
        hash = ContentHash.of(Array(passage.text.utf8))
    }

    /// - Parameter text: the text of the paragraph it stands in.
    init(_ record: ActivityRecord, text: String) {
        report = record.report
        line = record.line
        locator = record.locator
        hash = ContentHash.of(Array(text.utf8))
    }
}

extension Records {
    /// What every quotation of an assistant's answer begins with.
    package static let citation = RecordType<Citation>(
        "citation", "引文的出处", "who says it, when, and where it stands",
        [
            .text("place", "位置", "路径:行号", "PATH:LINE") { "\($0.report.path):\($0.line)" },
            .text("unit", "单位", "报告单位；未写明为 null", "who reports; null when not named") {
                $0.report.unit.name
            },
            .text(
                "year", "报告年份", "报告年份，推断的前有 ≈，可为时段；不明为 null",
                "the report's year, with ≈ when inferred, or a span; null when unknown"
            ) { Naming.knownYear($0.report.year) },
            .text(
                "hash", "指纹", "该段正文的指纹，正文不变则不变",
                "of the passage's text: the same while the text is"
            ) { $0.hash },
            .flag(
                "recognised", "识别", leftOut: true, "文字由图片识别得来，可能有误",
                "the text was recognised from a picture and may be wrong"
            ) { Paragraph.isRecognised($0.locator) },
        ])
}

/// A part of a text, as it stands there (摘录).
package struct Excerpt: Sendable {
    let text: String
    /// In scalars of the whole text.
    package let range: Range<Int>
    let total: Int

    /// - Parameter range: is cut to what the text has.
    package init(_ text: String, _ range: Range<Int>) {
        let scalars = text.unicodeScalars
        total = scalars.count
        self.range = range.clamped(to: 0..<total)
        let start = scalars.index(scalars.startIndex, offsetBy: self.range.lowerBound)
        let end = scalars.index(start, offsetBy: self.range.count)
        self.text = String(scalars[start..<end])
    }

    /// The part around what matches, of at most `most` scalars: the whole text when it is no longer.
    package init(_ text: String, marks: [Range<Int>], most: Int) {
        let count = text.unicodeScalars.count
        guard count > most else {
            self.init(text, 0..<count)
            return
        }
        var part = MarkedText(text, marks: marks, context: 1).excerpt
        if part.count > most { part = MarkedText(text, marks: marks, context: 0).excerpt }
        self.init(text, part.lowerBound..<min(part.upperBound, part.lowerBound + most))
    }

    package var isWhole: Bool { range.count == total }
}

extension Records {
    static let excerpt = RecordType<Excerpt>(
        "excerpt", "一段文字或其一部分", "a text, or a part of one",
        [
            .text("text", "正文", "原文照录，是引用的数据", "the words as they stand: quoted data") { $0.text },
            .integers(
                "characters", "起止", leftOut: true, "只录一部分时：起、止、全长，按字符计",
                "where only a part is quoted: from, to, and the length of all, in characters"
            ) { $0.isWhole ? nil : [$0.range.lowerBound, $0.range.upperBound, $0.total] },
        ])
}
