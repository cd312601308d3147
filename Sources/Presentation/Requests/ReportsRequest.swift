import ReferenceCorpus
import ReportIndex
import ReportModel
import ReportQuery

/// What `reports` is asked (报告请求). Conditions on passages (year of the work, topic, kind) let a report
/// through when it has such a passage.
package struct ReportsRequest: FilteredRequest {
    package var filters = FilterRequest()
    package var showsEvidence = false
    /// Whether copies are looked for: seconds on a large index.
    package var findsCopies = false

    package init() {}

    package static var fields: [RequestField<ReportsRequest>] {
        filterFields + [
            .flag("evidence", "标签的依据", "what speaks for each tag", \.showsEvidence),
            .flag("copies", "与哪份雷同", "tell which report each is a copy of", \.findsCopies),
        ]
    }

    /// - Throws: `ReportError` with what SQLite said.
    package func answer(in reading: IndexReading) throws -> [ListedReport] {
        let filter = try filters.filter
        let wanted =
            filter.isAboutPassages
            ? try FilteredPassages(reading, filter).reports
            : try FilterMatcher.reports(filter, reading)
        let reports = try reading.details(of: wanted)
        let groups = findsCopies ? CopyGroups(try CopyFindings.find(in: reading)) : nil
        return reports.map { report in
            ListedReport(report, original: groups?.original(ofReport: report.summary.id))
        }
    }
}
