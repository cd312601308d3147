import ReportIndex
import ReportModel
import ReportQuery

/// An activity with what is shown of it (活动).
package struct ActivityBlock: Sendable {
    package let reference: PassageReference
    package let status: Activity.Status
    /// The year of the work, when the passage tells it.
    package let year: Int?
    package let name: String
    /// The exact words.
    package let text: String
    /// Amounts, date, place, partners.
    package let facts: [String]

    init(_ record: ActivityRecord) {
        let activity = record.activity
        reference = PassageReference(
            passage: record.paragraph, path: record.report.path, line: record.line)
        status = activity.status
        year = record.concernsYear
        name = activity.name.isEmpty ? activity.action : activity.name
        text = activity.span
        let amounts = activity.quantities.map(Naming.quantity).joined(separator: "，")
        let partners = activity.partners.joined(separator: "、")
        let recognised = record.isRecognised ? wording("识别", "recognised") : ""
        facts = [amounts, activity.date ?? "", activity.place ?? "", partners, recognised]
            .filter { !$0.isEmpty }
    }
}

/// Activities one by one, or their amounts added up (活动与合计).
package enum ActivityView {
    package static func blocks(_ records: [ActivityRecord], limit: Int) -> [Block] {
        var blocks: [Block] = []
        var previous: Int64?
        for record in records.prefix(limit) {
            if record.report.id != previous {
                if previous != nil { blocks.append(.space) }
                blocks.append(
                    .group(Naming.head(record.report) + "  " + record.report.path))
                previous = record.report.id
            }
            blocks.append(.activity(ActivityBlock(record)))
        }
        let counts = Activity.Status.allCases.compactMap { status -> String? in
            let count = records.count { $0.activity.status == status }
            return count > 0 || status != .notDone ? "\(Naming.status(status)) \(count)" : nil
        }.joined(separator: wording("，", ", "))
        let shown = min(limit, records.count)
        return blocks + [
            .space,
            .note(
                wording(
                    "共 \(records.count) 项活动：\(counts)；显示 \(shown) 项",
                    "\(records.count) activities: \(counts); \(shown) shown")),
        ]
    }

    package static func blocks(_ sums: [ActivitySum], limit: Int) -> [Block] {
        var blocks: [Block] = []
        var group = ""
        for sum in sums.prefix(limit) {
            var unit = sum.unit ?? wording("未知单位", "unknown unit")
            if let place = sum.place { unit += " (\(place))" }
            let year = sum.year.map(String.init) ?? wording("年份未知", "year unknown")
            let head = "\(unit) · \(year) · \(Naming.status(sum.status))"
            if head != group {
                blocks.append(.group(head))
                group = head
            }
            blocks.append(.fact(label: sum.measure, text: text(sum)))
        }
        blocks.append(.space)
        if sums.count > limit {
            blocks.append(
                .more(
                    wording(
                        "……另 \(sums.count - limit) 行", "… \(sums.count - limit) more rows"),
                    parameter: "limit"))
        }
        let withheld = sums.reduce(0) { $0 + $1.withheld }
        let copies = sums.reduce(0) { $0 + $1.copies }
        let rates = sums.reduce(0) { $0 + ($1.isRate ? $1.added : 0) }
        var parts: [Quantity.Part: Int] = [:]
        for sum in sums { parts.merge(sum.leftOut) { $0 + $1 } }
        let left = Quantity.Part.allCases.compactMap { part in
            parts[part].map { "\(Naming.part(part)) \($0)" }
        }.joined(separator: wording("，", ", "))
        var notes: [Block] = [
            .note(
                wording(
                    "单位不同的数字不相加。隐去或缺失 \(withheld) 个，副本 \(copies) 个未计，比率等 \(rates) 个不相加。",
                    "Unlike measures are not added. Withheld \(withheld); left out as copies \(copies); rates and the like \(rates)."
                ))
        ]
        if !left.isEmpty {
            notes.append(.note(wording("未计：\(left)。", "Left out: \(left).")))
        }
        return blocks + notes
    }

    private static func text(_ sum: ActivitySum) -> String {
        var parts: [String] = []
        if let total = sum.total {
            parts.append((sum.approximate > 0 ? "≈" : "") + Naming.number(total))
            parts.append(wording("（\(sum.added) 项）", "(of \(sum.added))"))
        } else if sum.isRate, sum.added > 0 {
            parts.append(wording("\(sum.added) 项，不相加", "\(sum.added), not added"))
        } else {
            parts.append("—")
        }
        if sum.withheld > 0 {
            parts.append(wording("隐去 \(sum.withheld)", "withheld \(sum.withheld)"))
        }
        if sum.copies > 0 { parts.append(wording("副本 \(sum.copies)", "copies \(sum.copies)")) }
        return parts.joined(separator: "  ")
    }
}
