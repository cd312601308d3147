import ReportModel
import ReportQuery

/// Activities and sums as rows of machine-readable output.
enum ActivityRow {
    static func row(_ record: ActivityRecord) -> OutputRow {
        var row = OutputRow()
        add(record, to: &row)
        return row
    }

    static func add(_ record: ActivityRecord, to row: inout OutputRow) {
        row.add("id", record.id)
        row.add("paragraph", Int(record.paragraph))
        row.add("source", source(record))
        row.add("unit", record.report.unit.name)
        row.add("year", record.report.year.year)
        row.add("concerns_year", record.concernsYear)
        row.add("topics", record.topics.map(\.rawValue))
        row.add("span", record.activity.span)
        row.add("name", record.activity.name)
        row.add("action", record.activity.action)
        row.add("object", record.activity.object)
        row.add("quantities", .list(record.activity.quantities.map(quantity)))
        row.add("date_raw", record.activity.date)
        row.add("place", record.activity.place)
        row.add("partners", record.activity.partners)
        row.add("status", record.activity.status.rawValue)
    }

    static func source(_ record: ActivityRecord) -> OutputValue {
        var source = OutputRow()
        source.add("path", record.report.path)
        source.add("line", record.line)
        return .object(source)
    }

    static func quantity(_ quantity: Quantity) -> OutputValue {
        var row = OutputRow()
        row.add("value", quantity.value.map { .number($0) } ?? .null)
        row.add("unit", quantity.unit)
        row.add("raw", quantity.raw)
        if quantity.approximate { row.add("approximate", .flag(true)) }
        row.add("part", quantity.part.rawValue)
        return .object(row)
    }

    static func row(_ sum: ActivitySum) -> OutputRow {
        var row = OutputRow()
        row.add("unit", sum.unit)
        row.add("report", sum.place)
        row.add("year", sum.year)
        row.add("status", sum.status.rawValue)
        row.add("measure", sum.measure)
        row.add("sum", sum.total.map { .number($0) } ?? .null)
        row.add("added", sum.isRate ? 0 : sum.added)
        row.add("withheld", sum.withheld)
        row.add("approximate", sum.approximate)
        row.add("copies", sum.copies)
        row.add("not_additive", sum.isRate ? sum.added : 0)
        return row
    }
}
