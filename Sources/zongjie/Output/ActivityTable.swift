import Foundation
import ReportModel
import ReportQuery

/// Activities and sums for the eye (活动表).
struct ActivityTable {
    private let terminal = Terminal.output

    func print(_ records: [ActivityRecord], limit: Int) {
        var previous: Int64?
        for record in records.prefix(limit) {
            if record.report.id != previous {
                if previous != nil { StandardOutput.line() }
                StandardOutput.line(
                    terminal.bold(
                        Terminal.fit(
                            ReportNaming.head(record.report) + "  " + record.report.path,
                            terminal.width)))
                previous = record.report.id
            }
            print(record)
        }
        let done = records.count { $0.activity.status == .done }
        StandardOutput.line()
        StandardOutput.line(
            wording(
                "共 \(records.count) 项活动：已做 \(done)，计划 \(records.count - done)；显示 \(min(limit, records.count)) 项",
                "\(records.count) activities: done \(done), planned \(records.count - done); \(min(limit, records.count)) shown"
            ))
    }

    private func print(_ record: ActivityRecord) {
        let mark =
            record.activity.status == .done ? wording("已做", "done") : wording("计划", "planned")
        let year = record.concernsYear.map { " \($0)" } ?? ""
        var head = "  \(Terminal.pad("\(record.line)", 5)) \(mark)\(year)  "
        head += record.activity.name.isEmpty ? record.activity.action : record.activity.name
        StandardOutput.line(Terminal.fit(head, terminal.width))
        for line in TextWrapping.lines(record.activity.span, width: max(20, terminal.width - 8)) {
            StandardOutput.line("        " + line)
        }
        var facts: [String] = []
        if !record.activity.quantities.isEmpty {
            facts.append(record.activity.quantities.map(\.raw).joined(separator: "，"))
        }
        if let date = record.activity.date { facts.append(date) }
        if let place = record.activity.place { facts.append(place) }
        if !record.activity.partners.isEmpty {
            facts.append(record.activity.partners.joined(separator: "、"))
        }
        if !facts.isEmpty {
            StandardOutput.line(
                "        "
                    + terminal.dim(
                        Terminal.fit(facts.joined(separator: " | "), terminal.width - 8)))
        }
    }

    func print(_ sums: [ActivitySum], limit: Int) {
        var withheld = 0
        var copies = 0
        var rates = 0
        var group = ""
        for sum in sums {
            withheld += sum.withheld
            copies += sum.copies
            if sum.isRate { rates += sum.added }
        }
        for sum in sums.prefix(limit) {
            var unit = sum.unit ?? wording("未知单位", "unknown unit")
            if let place = sum.place { unit += " (\(place))" }
            let year = sum.year.map(String.init) ?? wording("年份未知", "year unknown")
            let status = sum.status == .done ? wording("已做", "done") : wording("计划", "planned")
            let head = "\(unit) · \(year) · \(status)"
            if head != group {
                StandardOutput.line(terminal.bold(Terminal.fit(head, terminal.width)))
                group = head
            }
            StandardOutput.line(
                Terminal.fit("  " + Terminal.pad(sum.measure, 8) + Self.line(sum), terminal.width))
        }
        StandardOutput.line()
        if sums.count > limit {
            StandardOutput.line(
                wording(
                    "……另 \(sums.count - limit) 行（--limit）",
                    "… \(sums.count - limit) more rows (--limit)"))
        }
        StandardOutput.line(
            wording(
                "单位不同的数字不相加。隐去或缺失 \(withheld) 个，副本 \(copies) 个未计，比率等 \(rates) 个不相加。",
                "Unlike measures are not added. Withheld \(withheld); left out as copies \(copies); rates and the like \(rates)."
            ))
    }

    private static func line(_ sum: ActivitySum) -> String {
        var parts: [String] = []
        if let total = sum.total {
            parts.append((sum.approximate > 0 ? "≈" : "") + number(total))
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

    static func number(_ value: Double) -> String {
        if value == value.rounded(), abs(value) < 1e15 { return String(Int(value)) }
        return String((value * 10_000).rounded() / 10_000)
    }
}

/// Wraps text to columns, two for a Chinese character (折行).
enum TextWrapping {
    /// Lines of at most `width` columns; at least one scalar a line.
    static func lines(_ text: String, width: Int) -> [String] {
        var lines: [String] = []
        var line = String.UnicodeScalarView()
        var used = 0
        for scalar in text.unicodeScalars {
            let columns = Terminal.columns(scalar)
            if used + columns > width, !line.isEmpty {
                lines.append(String(line))
                line = String.UnicodeScalarView()
                used = 0
            }
            line.append(scalar)
            used += columns
        }
        if !line.isEmpty { lines.append(String(line)) }
        return lines
    }
}
