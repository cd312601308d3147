import ReportIndex
import ReportQuery

/// An activity with the text of the paragraph it stands in, by which it is found again (引用的活动).
package struct QuotedActivity: Sendable {
    let record: ActivityRecord
    let citation: Citation
    let excerpt: Excerpt

    /// - Parameters:
    ///   - text: the paragraph's text.
    ///   - most: scalars of the activity's words at most.
    package init(_ record: ActivityRecord, text: String, most: Int) {
        self.record = record
        citation = Citation(record, text: text)
        excerpt = Excerpt(record.activity.span, 0..<most)
    }
}

/// An activity in a comparison of units or years (引用的对照项).
package struct QuotedCell: Sendable {
    let cell: ComparisonCell
    let quoted: QuotedActivity

    package init(_ cell: ComparisonCell, text: String, most: Int) {
        self.cell = cell
        quoted = QuotedActivity(cell.record, text: text, most: most)
    }
}

/// A kind of activity that a unit does not mention, with some of those who do (引用的缺项).
package struct QuotedGap: Sendable {
    let row: ActivityGaps.Row
    let gaps: ActivityGaps
    let mentions: [QuotedActivity]

    /// - Parameter mentions: the first of the row's records.
    package init(_ row: ActivityGaps.Row, _ gaps: ActivityGaps, mentions: [QuotedActivity]) {
        self.row = row
        self.gaps = gaps
        self.mentions = mentions
    }
}

extension Records {
    /// An activity as an assistant is given it.
    package static let quotedActivity = RecordType<QuotedActivity>(
        "quoted-activity", "给助手的一项活动", "an activity, for an assistant",
        citation.fields { $0.citation } + activity.fields(named: ["status", "name"]) { $0.record }
            + [
                .integer("work_year", "工作年份", "工作所在的年份", "the year of the work") {
                    $0.record.year
                }
            ] + excerpt.fields { $0.excerpt }
            + activity.fields(named: ["quantities", "date", "date_to", "partners"]) { $0.record })

    /// An activity of a comparison as an assistant is given it.
    package static let quotedCell = RecordType<QuotedCell>(
        "quoted-cell", "给助手的一项对照", "an activity of a comparison, for an assistant",
        comparison(isOverYears: true).fields(named: ["kind", "topic", "course", "column"]) {
            $0.cell
        } + quotedActivity.fields { $0.quoted })

    /// A kind that a unit does not mention as an assistant is given it.
    package static let quotedGap = RecordType<QuotedGap>(
        "quoted-gap", "给助手的一类缺项", "a kind of activity peers report, for an assistant",
        gap.fields(named: ["kind", "done", "planned", "peers", "done_by", "planned_by"]) {
            ($0.row, $0.gaps)
        } + [
            .integer("mentions_total", "提及总数", "同类单位提及的次数", "mentions by peers in all") {
                $0.row.records.count
            },
            .objects("mentions", "提及", "其中几处", "some of them", quotedActivity) { $0.mentions },
        ])
}
