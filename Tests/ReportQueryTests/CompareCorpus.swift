import Foundation
import ReportIndex
import ReportModel

@testable import ReportQuery

/// The project's own reports, indexed once for the tests of comparisons.
enum CompareCorpus {
    static let index = Result { try CopiesCorpus.index(of: try CopiesCorpus.own.get()) }

    static func passages(_ reading: IndexReading) throws -> [Passage] {
        var passages: [Passage] = []
        try reading.forEachPassage { passages.append($0) }
        return passages
    }

    static func records(_ query: String, status: Activity.Status? = nil) throws -> [ActivityRecord]
    {
        var options = ActivityOptions()
        options.status = status
        return try ActivitySearch.records(
            try QueryParser.parse(query), options, in: try index.get())
    }

    /// A record made for a test.
    static func record(
        _ span: String, _ quantities: [Quantity], report: Int64, unit: String?, year: Int?,
        status: Activity.Status = .done
    ) -> ActivityRecord {
        let summary = ReportSummary(
            id: report, path: "报告\(report).txt", title: "", firstLine: 1, lastLine: 9,
            unit: UnitTag(name: unit, region: unit == nil ? [] : ["甲县"]),
            year: YearTag(year: year), period: nil)
        return ActivityRecord(
            activity: Activity(
                range: 0..<span.utf8.count, span: span, name: "", action: "", object: "",
                quantities: quantities, status: status),
            paragraph: report * 100, number: 1, line: 1, report: summary, concernsYear: year,
            topics: [], kind: .done, words: [])
    }
}
