import ReportIndex
import ReportModel
import ReportQuery

/// A report, and which report it is a copy of (报告行).
package struct ListedReport: Sendable {
    package let details: ReportDetails
    /// The report it is a copy of; `nil` when it is none or copies were not looked for.
    package let original: Int64?

    package init(_ details: ReportDetails, original: Int64? = nil) {
        self.details = details
        self.original = original
    }

    package var summary: ReportSummary { details.summary }
}

extension Records {
    /// A row of `reports`.
    package static let report = RecordType<ListedReport>(
        "report", "一份报告及其标签与依据", "a report with its tags and what speaks for them",
        [
            .integer("id", "编号", "报告编号", "the report's id") { Int($0.summary.id) },
            .text("title", "标题", "标题", "the headline") { $0.summary.title },
            .object("source", "出处", "文件与起止行", "file, first and last line", span, columns: nil) {
                $0.summary
            },
            .text("unit", "单位", "报告单位的简称；未写明为 null", "who reports; null when not named") {
                $0.summary.unit.name
            },
            .text("unit_type", "单位类型", "单位类型的代码", "what sort of office reports") {
                $0.summary.unit.type.rawValue
            },
            .text("admin_level", "层级", "行政层级的代码", "administrative level") {
                $0.summary.unit.level.rawValue
            },
            .texts("region", "地区", "地名，由大到小", "place names, outermost first") {
                $0.summary.unit.region
            },
            .integer(
                "year", "年份", "报告归入的年份；未知为 null", "the year it is filed under; null when unknown"
            ) {
                $0.summary.year.year
            },
            .integers(
                "year_range", "年份范围", "依据允许的最早与最晚年份",
                "the earliest and the latest year the evidence allows"
            ) {
                $0.summary.year.range.map { [$0.lowerBound, $0.upperBound] }
            }.adding(yearEnds),
            .text("year_basis", "年份依据", "stated 写明，inferred 推断，none 无", "stated, inferred or none")
            {
                $0.summary.year.basis.rawValue
            },
            .integer(
                "publisher_year", "标题年份", "发布者标题中的年份，不作依据",
                "the year in a publisher's headline; never evidence"
            ) {
                $0.summary.year.publisherYear
            },
            .text("period", "时段", "全年、上半年 …", "the period it covers: 全年, 上半年 …") {
                $0.summary.period
            },
            .objects("evidence", "依据", "单位与年份的依据", "what speaks for unit and year", evidence) {
                $0.details.evidence
            },
            .integer("near_duplicate_of", "雷同于", "与哪份报告雷同", "id of the report it is a copy of") {
                $0.original.map { Int($0) }
            },
            .counts("repairs", "修补", "各类修补的次数", "mends by kind") { $0.details.repairs },
            .text("encoding", "编码", "读入所用的编码或格式", "the encoding or format it was read in") {
                $0.details.encoding
            },
            .texts("doubts", "存疑", "需要人看的地方", "what a person should look at") {
                $0.details.doubts.map { $0.text(in: .chinese) }
            },
        ])

    private static let span = RecordType<ReportSummary>(
        "source", "报告的位置", "where the report is",
        summary: { "\($0.path):\($0.firstLine)-\($0.lastLine)" },
        [
            .text("path", "文件", "读入时给出的路径", "the path as given to ingest") { $0.path },
            .integer("first_line", "首行", "首行", "its first line") { $0.firstLine },
            .integer("last_line", "末行", "末行", "its last line") { $0.lastLine },
        ])

    private static let yearEnds: [RecordColumn<ListedReport>] = [
        RecordColumn("year_min", Bilingual("最早年份", "year min"), isText: false) {
            RecordValue($0.summary.year.range?.lowerBound)
        },
        RecordColumn("year_max", Bilingual("最晚年份", "year max"), isText: false) {
            RecordValue($0.summary.year.range?.upperBound)
        },
    ]

    /// A row of `repairs`.
    package static let repair = RecordType<(path: String, repair: Repair)>(
        "repair", "清洗时的一处修补", "a mend of cleaning",
        [
            .text("kind", "类别", "损伤的类别", "the kind of damage") { $0.repair.kind },
            source(columns: ["path", "line"]) {
                RecordPlace(path: $0.path, line: $0.repair.line)
            },
            .text("before", "修补前", "修补前的文字", "words before the mend") { $0.repair.before },
            .text("after", "修补后", "修补后的文字", "words after the mend") { $0.repair.after },
        ])
}
