import ReportModel
import ReportQuery

/// Units in rows and years in columns: head, target beside it, change on the year before (年度表).
package enum ActivityYearsView {
    package static func blocks(_ years: ActivityYears) -> [Block] {
        let columns =
            [TableBlock.Column(name: "unit", heading: wording("单位", "unit"), isText: true)]
            + years.years.map {
                TableBlock.Column(name: "\($0)", heading: "\($0)", isText: true)
            }
        var rows: [[String]] = []
        var places: [Block] = []
        for cell in years.cells {
            if rows.last?.first != cell.unit { rows.append([cell.unit]) }
            rows[rows.count - 1].append(text(cell))
            if let record = cell.record {
                places.append(
                    .fact(
                        label: "\(cell.year)",
                        text: record.place + Naming.recognised(record.locator)))
            }
        }
        return [.heading(years.activity), .table(TableBlock(columns: columns, rows: rows)), .space]
            + years.oneByName.map { .note(Naming.oneByName($0)) } + places
    }

    /// 9214人（目标 9000）+888, 未提及, 无报告.
    private static func text(_ cell: ActivityYears.Cell) -> String {
        switch cell.state {
        case .noReport: return wording("无报告", "no report")
        case .notMentioned: return wording("未提及", "not mentioned")
        case .reported: break
        }
        guard let head = cell.head else { return wording("有，无数字", "told, no figure") }
        var text =
            head.value.map { (head.approximate ? "≈" : "") + Naming.number($0) + head.unit }
            ?? wording("隐去", "withheld") + head.unit
        if let target = cell.target?.value {
            let number = Naming.number(target)
            text += wording("（目标 \(number)）", " (target \(number))")
        }
        if let change = cell.change {
            text += (change < 0 ? " " : " +") + Naming.number(change)
        }
        return text
    }
}
