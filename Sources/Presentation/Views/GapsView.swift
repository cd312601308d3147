import ReportModel
import ReportQuery

/// A kind of activity with quotations of those who report it (一类活动的提及).
package struct MentionsBlock: Sendable {
    package let kind: String
    /// How many did it, how many plan it.
    package let counts: String
    package let quotations: [Quotation]
    /// Whether everything is shown, not a foretaste.
    package let isOpen: Bool
}

/// What peers report and a unit does not mention (缺项).
package enum GapsView {
    /// - Parameter isOpen: whether every passage is shown.
    package static func blocks(_ gaps: ActivityGaps, limit: Int, isOpen: Bool) -> [Block] {
        let years =
            gaps.years.isEmpty
            ? wording("各年", "all years") : gaps.years.map(String.init).joined(separator: ", ")
        var blocks: [Block] = [
            .heading(
                wording(
                    "\(gaps.unit.name)的报告未提及（\(years)，对照 \(gaps.peers.count) 个同类单位）",
                    "not mentioned in the reports of \(gaps.unit.name) (\(years), beside \(gaps.peers.count) peers)"
                ))
        ]
        if gaps.unit.reports.isEmpty {
            blocks.append(
                .note(wording("该单位这些年没有报告", "the unit has no report for these years")))
        }
        blocks.append(.space)
        blocks += gaps.rows.prefix(limit).map { .mentions(block($0, gaps, isOpen: isOpen)) }
        if gaps.rows.count > limit {
            blocks.append(
                .more(
                    wording(
                        "……另有 \(gaps.rows.count - limit) 类",
                        "… \(gaps.rows.count - limit) more kinds"), parameter: "limit"))
        }
        return blocks + [
            .note(
                wording(
                    "未提及 \(gaps.rows.count) 类，已提及 \(gaps.mentioned) 类。未提及不等于没有做。",
                    "\(gaps.rows.count) kinds not mentioned, \(gaps.mentioned) mentioned. Not mentioned does not mean not done."
                ))
        ]
    }

    private static func block(_ row: ActivityGaps.Row, _ gaps: ActivityGaps, isOpen: Bool)
        -> MentionsBlock
    {
        var counts = wording(
            "\(gaps.peers.count) 个单位中 \(row.doneBy.count) 个已做",
            "done by \(row.doneBy.count) of \(gaps.peers.count)")
        if !row.plannedBy.isEmpty {
            counts += wording("，\(row.plannedBy.count) 个计划", ", planned by \(row.plannedBy.count)")
        }
        let quotations = row.records.prefix(isOpen ? .max : 2).map { record in
            let status =
                record.activity.status == .done ? "" : wording("（计划）", " (planned)")
            return Quotation(
                record, source: "\(Naming.head(record.report))\(status)  \(record.place)")
        }
        return MentionsBlock(
            kind: row.kind, counts: counts, quotations: quotations, isOpen: isOpen)
    }
}
