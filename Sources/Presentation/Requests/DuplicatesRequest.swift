import ReportIndex
import ReportModel
import ReportQuery

/// What `duplicates` is asked (查重请求).
package struct DuplicatesRequest: FilteredRequest {
    package var filters = FilterRequest()
    /// The one passage whose pairs are listed, as `PATH:LINE` or id.
    package var at: String?
    /// Whether pairs of reports are listed, not of their paragraphs.
    package var listsReports = false
    /// Whether sentences that most units share are listed.
    package var boilerplate = false
    /// With `boilerplate`: what one unit alone says.
    package var unique = false
    /// With `boilerplate`: clauses, not whole sentences.
    package var clauses = false
    /// With `boilerplate`: how many sentences; 30 when `nil`.
    package var limit: Int?

    package init() {}

    package static var fields: [RequestField<DuplicatesRequest>] {
        filterFields + [
            .optionalText("at", "路径:行号", "a passage at PATH:LINE", \.at),
            .flag("reports", "列出雷同的报告", "list pairs of reports", \.listsReports),
            .flag("boilerplate", "许多单位共用的句子", "sentences that most units share", \.boilerplate),
            .flag("unique", "只有一家写的句子", "what only one unit says", \.unique),
            .flag("clauses", "按分句统计", "count clauses", \.clauses),
            .optionalNumber(
                "limit", "句数", "how many sentences", in: NumberRange.rows, \.limit),
        ]
    }

    package func check() throws(ReportError) {
        try refuseNoise()
        guard boilerplate || limit == nil else {
            throw ReportError(
                place: "limit",
                problem: wording("须与 --boilerplate 同用", "goes with --boilerplate"),
                advice: wording("用筛选缩小范围", "narrow the pairs with filters"))
        }
        guard at == nil || !(boilerplate || listsReports) else {
            throw ReportError(
                place: "at",
                problem: wording(
                    "--at 不能与 --boilerplate、--reports 同用",
                    "--at goes with neither --boilerplate nor --reports"))
        }
        guard boilerplate || !(unique || clauses) else {
            throw ReportError(
                place: "unique",
                problem: wording(
                    "--unique 与 --clauses 须与 --boilerplate 同用",
                    "--unique and --clauses go with --boilerplate"))
        }
        guard !(boilerplate && listsReports) else {
            throw ReportError(
                place: "reports",
                problem: wording(
                    "--reports 与 --boilerplate 不能同用",
                    "--reports and --boilerplate exclude each other"))
        }
    }

    /// Calls `body` with each pair of passages a filter lets through; gives back how many pairs of reports
    /// are copies for the most part. Only one pair is in memory at a time.
    package func forEachPair(in reading: IndexReading, _ body: (CopyDetails) throws -> Void)
        throws -> Int
    {
        let allowed = try FilteredPassages(reading, try filters.filter)
        let asked = try at.map { try SimilarRequest.passage($0, reading).id }
        let findings = try CopyFindings.find(in: reading)
        try findings.forEachPair(
            in: reading, where: { allowed.contains($0) && (asked ?? $0) == $0 }, body)
        return findings.reports.count
    }

    /// The same for pairs of reports.
    package func forEachReportPair(
        in reading: IndexReading, _ body: (ReportCopyDetails) throws -> Void
    ) throws -> Int {
        let allowed = try FilteredPassages(reading, try filters.filter)
        let findings = try CopyFindings.find(in: reading)
        try findings.forEachReportPair(in: reading, where: { allowed.contains($0) }, body)
        return findings.reports.count
    }

    /// The sentences that units share, or that one alone writes.
    package func sentences(in reading: IndexReading) throws -> SentenceList {
        let allowed = try FilteredPassages(reading, try filters.filter)
        var counter = try SentenceCounter(reading, splitsAtCommas: clauses)
        let uses = try counter.sentences(
            unique ? .unique : .shared, where: { allowed.contains($0) }, limit: limit ?? 30)
        let passages = try reading.passages(uses.map(\.passage))
        var list = SentenceList()
        list.isUnique = unique
        list.units = counter.unitCount
        list.reports = counter.reportCount
        list.items = zip(uses, passages).map { use, passage in
            SentenceList.Item(
                use: use, passage: passage, units: list.units, reports: list.reports)
        }
        return list
    }
}
