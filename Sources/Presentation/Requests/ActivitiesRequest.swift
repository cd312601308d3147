import ReportIndex
import ReportModel
import ReportQuery

/// What `activities` is asked (活动请求).
package struct ActivitiesRequest: FilteredRequest {
    package var query = ""
    package var filters = FilterRequest()
    package var status: Activity.Status?
    /// Whether amounts are added up.
    package var sums = false
    /// Rows shown; `nil` for as many as suit the medium.
    package var limit: Int?

    package init() {}

    package static var fields: [RequestField<ActivitiesRequest>] {
        [.text("q", "检索式", "the question, in the query language", \.query)] + filterFields + [
            .choice(
                "status", "done 已做、planned 计划、not-done 未做", "done, planned or not-done", \.status),
            .flag("sum", "合计数字", "add the amounts up", \.sums),
            .optionalNumber("limit", "行数", "rows", in: NumberRange.rows, \.limit),
        ]
    }

    package func check() throws(ReportError) { try refuseNoise() }

    /// The question as the engine takes it, with what the parser has to say of it in `notes`.
    package func parsed() throws -> Query {
        var parsed = try QueryParser.parse(query)
        try filters.apply(to: &parsed.filter)
        return parsed
    }

    package func answer(in reading: IndexReading) throws -> [ActivityRecord] {
        var options = ActivityOptions()
        options.status = status
        return try ActivitySearch.records(try parsed(), options, in: reading)
    }

    /// The amounts of activities added up by unit, year, status and measure.
    package static func sums(of records: [ActivityRecord]) throws -> [ActivitySum] {
        var sums = ActivitySums(rates: try ComparisonWords().rates)
        for record in records { sums.add(record) }
        return sums.rows
    }
}
