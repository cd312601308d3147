import ReportIndex
import ReportModel
import ReportQuery

/// Passages and reports as rows of machine-readable output.
enum PassageRow {
    /// The fields of `export`, in their order.
    static func fields(of passage: Passage) -> OutputRow {
        var row = OutputRow()
        add(passage, to: &row)
        return row
    }

    static func add(_ passage: Passage, to row: inout OutputRow) {
        let report = passage.report
        row.add("id", Int(passage.id))
        row.add("report", Int(report.id))
        row.add("source", source(passage))
        row.add("unit", report.unit.name)
        row.add("unit_type", report.unit.type.rawValue)
        row.add("year", report.year.year)
        row.add("year_basis", report.year.basis.rawValue)
        row.add("concerns_year", passage.concernsYear)
        row.add("role", passage.role.rawValue)
        row.add("heading_level", passage.headingLevel)
        row.add("kind", passage.kind.rawValue)
        row.add("headings", passage.headings)
        row.add("topics", passage.topics.map(\.rawValue))
        row.add("text", passage.text)
        row.add("raw", passage.raw.map { OutputValue.text($0) } ?? OutputValue.absent)
    }

    static func source(_ passage: Passage) -> OutputValue {
        var source = OutputRow()
        source.add("path", passage.report.path)
        source.add("line", passage.line)
        if let last = passage.lastLine { source.add("last_line", last) }
        if let byte = passage.byteOffset { source.add("byte", byte) }
        if let locator = passage.locator { source.add("locator", locator) }
        return .object(source)
    }

    static func evidence(_ evidence: [Evidence]) -> OutputValue {
        .list(
            evidence.map { item in
                var row = OutputRow()
                row.add("field", item.field)
                row.add("rule", item.rule)
                row.add("line", item.line)
                row.add("quote", item.quote)
                row.add("note", item.note)
                return .object(row)
            })
    }
}

/// How a report is named to a reader.
enum ReportNaming {
    /// unit · year, with ≈ before an inferred year.
    static func head(_ report: ReportSummary) -> String {
        unit(report) + " · " + year(report.year)
    }

    static func unit(_ report: ReportSummary) -> String {
        if let name = report.unit.name { return name }
        return report.unit.type == .other
            ? wording("未知单位", "unknown unit")
            : wording("未知\(report.unit.type.chineseName)", "unknown \(report.unit.type.rawValue)")
    }

    static func year(_ tag: YearTag) -> String {
        let mark = tag.basis == .inferred ? "≈" : ""
        if let year = tag.year { return mark + String(year) }
        if let range = tag.range { return "\(mark)\(range.lowerBound)–\(range.upperBound)" }
        return wording("年份未知", "year unknown")
    }
}
