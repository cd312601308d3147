import ReportIndex
import ReportModel
import ReportQuery

/// Units or years side by side (对照表).
package struct ComparisonBlock: Sendable {
    package struct Row: Sendable {
        package let topic: String
        /// The kind of activity, with its course over the years.
        package let head: String
        /// Whether the row is one kind of activity; else it gathers what no other column has.
        package let isOneKind: Bool
        /// For each column its quotations, all of them; a renderer shows the first few.
        package let cells: [[Quotation]]
    }

    package let columns: [String]
    package let rows: [Row]
}

package enum ComparisonView {
    package static func blocks(_ comparison: UnitComparison, limit: Int) -> [Block] {
        var blocks: [Block] = [.comparison(block(comparison, limit: limit))]
        let more = comparison.rows.count - limit
        if more > 0 {
            blocks.append(
                .more(
                    wording("……另有 \(more) 行", "… \(more) more rows"), parameter: "limit"))
        }
        if comparison.rows.isEmpty {
            blocks.append(.note(wording("没有可对照的活动", "nothing to compare")))
        }
        return blocks
    }

    private static func block(_ comparison: UnitComparison, limit: Int) -> ComparisonBlock {
        ComparisonBlock(
            columns: comparison.columns,
            rows: comparison.rows.prefix(limit).map { row in
                ComparisonBlock.Row(
                    topic: row.topic?.chineseName ?? wording("未分主题", "no topic"),
                    head: head(row, isOverYears: comparison.isOverYears),
                    isOneKind: row.kind != nil,
                    cells: row.cells.map { records in
                        records.map { quotation($0, isOverYears: comparison.isOverYears) }
                    })
            })
    }

    private static func head(_ row: UnitComparison.Row, isOverYears: Bool) -> String {
        guard let kind = row.kind else {
            return isOverYears
                ? wording("仅一年写到", "told in one year only") : wording("仅一方写到", "told by one only")
        }
        guard isOverYears, let course = row.course else { return kind }
        return kind + "  [\(name(course))]"
    }

    private static func quotation(_ record: ActivityRecord, isOverYears: Bool) -> Quotation {
        let status = record.activity.status
        let mark =
            status == .done
            ? "" : wording("［\(Naming.status(status))］", "[\(Naming.status(status))] ")
        let year = isOverYears ? "" : record.year.map { "\($0) " } ?? ""
        let file = record.report.path.split(separator: "/").last.map(String.init) ?? ""
        return Quotation(
            record, text: year + mark + record.activity.span, source: "\(file):\(record.line)")
    }

    private static func name(_ course: UnitComparison.Row.Course) -> String {
        switch course {
        case .kept: wording("延续", "kept")
        case .dropped: wording("末年未提及", "dropped")
        case .new: wording("新增", "new")
        }
    }
}
