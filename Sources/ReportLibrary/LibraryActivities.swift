import ReportIndex
import ReportQuery

/// A thing done or planned, with the report that tells of it (活动).
public struct FoundActivity: Sendable, Hashable {
    public let activity: Activity
    public let report: ReportDescription
    /// Physical line of the decoded source, from 1.
    public let line: Int
    /// The year of the work; the report's year when the paragraph does not say.
    public let year: Int?
    public let topics: [Topic]

    /// Where it stands, as `PATH:LINE`.
    public var place: String { "\(report.path):\(line)" }
}

/// Amounts of one measure added up for a unit and a year (合计). Unlike measures are never added, and a copied
/// record counts once.
public struct ActivityTotal: Sendable, Hashable {
    /// The reporting unit with its region; `nil` when the report does not name it.
    public let unit: String?
    public let year: Int?
    public let status: Activity.Status
    /// 人, 户, 元 …
    public let measure: String
    /// The sum of the known numbers; `nil` when the measure cannot be added or no number is known.
    public let total: Double?
    /// Whether some of the numbers say 余, 近, 多 …
    public let isApproximate: Bool
    /// Numbers added, and numbers the sources withhold.
    public let added: Int
    public let withheld: Int
}

extension Library {
    /// Activities whose words a question asks for, in order of source and line.
    ///
    /// ```swift
    /// let visits = try library.activities("走访慰问", status: .done)
    /// for visit in visits.prefix(5) { print(visit.place, visit.activity.span) }
    /// ```
    ///
    /// - Parameters:
    ///   - question: as for ``search(_:in:limit:within:)``; empty for every activity the filter lets through.
    ///   - filter: which passages are looked at.
    ///   - status: done or planned; `nil` for both.
    /// - Throws: ``LibraryError`` for a question that cannot be understood, or when the index cannot be read.
    public func activities(
        _ question: String = "", in filter: PassageFilter = PassageFilter(),
        status: Activity.Status? = nil
    ) throws(LibraryError) -> [FoundActivity] {
        try LibraryError.wrapping {
            try records(question, filter, status).map { record in
                FoundActivity(
                    activity: record.activity, report: ReportDescription(record.report),
                    line: record.line, year: record.year, topics: record.topics)
            }
        }
    }

    /// The amounts of those activities added up by unit, year, status and measure.
    ///
    /// - Throws: as ``activities(_:in:status:)``.
    public func activityTotals(
        _ question: String = "", in filter: PassageFilter = PassageFilter(),
        status: Activity.Status? = nil
    ) throws(LibraryError) -> [ActivityTotal] {
        try LibraryError.wrapping {
            var sums = ActivitySums(rates: try ComparisonWords().rates)
            for record in try records(question, filter, status) { sums.add(record) }
            return sums.rows.map { sum in
                ActivityTotal(
                    unit: sum.unit, year: sum.year, status: sum.status, measure: sum.measure,
                    total: sum.total, isApproximate: sum.approximate > 0, added: sum.added,
                    withheld: sum.withheld)
            }
        }
    }

    private func records(
        _ question: String, _ filter: PassageFilter, _ status: Activity.Status?
    ) throws -> [ActivityRecord] {
        var options = ActivityOptions()
        options.status = status
        return try ActivitySearch.records(
            try filter.query(question), options, in: try database.reading())
    }
}
