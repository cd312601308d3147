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

    /// - Throws: `RequestError`, or `IndexError` with what SQLite said.
    package func answer(in database: IndexDatabase) throws -> [ListedReport] {
        let filter = try filters.filter
        var reports = try database.read { db in try PassageReader(db).reports(filter) }
        if filter.isAboutPassages {
            let wanted = try FilteredPassages(database, filter).reports
            reports = reports.filter {
                wanted.contains(UInt32(truncatingIfNeeded: $0.summary.id))
            }
        }
        let groups = findsCopies ? CopyGroups(try CopyFindings.find(in: database)) : nil
        return reports.map { report in
            ListedReport(report, original: groups?.original(ofReport: report.summary.id))
        }
    }
}
