import ReportIndex
import ReportModel
import Segmentation

/// An activity with the paragraph and the report it stands in (活动记录).
package struct ActivityRecord: Sendable {
    package let activity: Activity
    /// Row id of the paragraph.
    package let paragraph: Int64
    /// Which activity of the paragraph it is, from 1.
    package let number: Int
    package let line: Int
    package let report: ReportSummary
    package let concernsYear: Int?
    package let topics: [Topic]
    package let kind: Kind
    /// The words of the record's span, folded; empty unless they were asked for.
    let words: [String]

    /// Stable as long as the paragraph is: paragraph and number.
    package var id: String { "\(paragraph)-\(number)" }

    /// Where the record is, as `PATH:LINE`.
    package var place: String { "\(report.path):\(line)" }

    /// The year the work was or is to be done in; the report's year when neither the words nor the paragraph
    /// say. `nil` for work of several years as well.
    package var year: Int? {
        guard let years = time.years, years.count == 1 else { return nil }
        return years.lowerBound
    }

    /// When it took place, by its own words first: 去年, 2016年至2018年.
    package var time: ActivityTime {
        ActivityTime(activity, year: concernsYear ?? report.year.year)
    }
}

/// Reads the activities of paragraphs from the index (活动读取).
package struct ActivityReader {
    let reading: IndexReading
    let index: PassageIndex
    /// Whether the words of every span are read too.
    var readsWords = false

    /// The activities of a set of passages, in order of source and line. O(passages).
    func records(of set: PassageSet) throws(ReportError) -> [ActivityRecord] {
        try records(ofOrdinals: set.ordinals)
    }

    func records(ofOrdinals ordinals: [Int]) throws(ReportError) -> [ActivityRecord] {
        let reports = try reading.reports()
        var records: [ActivityRecord] = []
        try reading.forEachActivities(of: ordinals.map(index.passage)) { passage in
            let text = passage.text
            guard let entry = reports[UInt32(truncatingIfNeeded: text.report)] else { return }
            let words = readsWords ? SpanWords(text.text, breaks: text.breaks) : nil
            for (number, activity) in passage.activities.enumerated() {
                records.append(
                    ActivityRecord(
                        activity: activity, paragraph: text.id, number: number + 1,
                        line: text.line, report: entry.summary,
                        concernsYear: passage.concernsYear, topics: passage.topics,
                        kind: passage.kind, words: words?.words(in: activity.range) ?? []))
            }
        }
        return records.enumerated().sorted { left, right in
            let a = left.element.report
            let b = right.element.report
            if a.path != b.path { return a.path < b.path }
            if left.element.line != right.element.line {
                return left.element.line < right.element.line
            }
            return left.offset < right.offset
        }.map(\.element)
    }
}

/// The words of spans of one text, from its stored word breaks.
private struct SpanWords {
    /// Folded words with where they begin, in UTF-8 bytes.
    private var words: [(start: Int, text: String)] = []

    init(_ text: String, breaks: [UInt8]) {
        let scalars = Folding.standard.fold(text)
        var bytes: [Int] = []
        bytes.reserveCapacity(scalars.count)
        var place = 0
        for scalar in text.unicodeScalars {
            bytes.append(place)
            place += UTF8.width(scalar)
        }
        for range in WordBreaks(bytes: breaks).words(in: scalars) where range.count > 1 {
            words.append((bytes[range.lowerBound], QuestionAnalyzer.string(scalars[range])))
        }
    }

    func words(in range: Range<Int>) -> [String] {
        words.filter { range.contains($0.start) }.map(\.text)
    }
}
