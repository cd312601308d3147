import ReportIndex

/// What an index holds, with its file and the tool's version (索引概况).
package struct StatusReport: Sendable {
    package let status: IndexStatus
    package let index: String
    package let version: String

    package init(_ status: IndexStatus, index: String, version: String) {
        self.status = status
        self.index = index
        self.version = version
    }
}

extension Records {
    /// The row of `status`.
    package static let status = RecordType<StatusReport>(
        "status", "索引概况", "what an index holds",
        [
            .text("index", "索引", "索引文件", "the index file") { $0.index },
            .integer("files", "文件", "文件数", "files read") { $0.status.files },
            .integer("reports", "报告", "报告数", "reports") { $0.status.reports },
            .integer("paragraphs", "段落", "段数", "paragraphs") { $0.status.passages },
            .integer("noise", "噪声", "噪声段数", "of these, noise") { $0.status.noise },
            .integer("repairs", "修补", "修补数", "mends of cleaning") { $0.status.repairs },
            .integer("text_bytes", "文本字节", "文本大小", "size of the text, in bytes") {
                $0.status.textBytes
            },
            .integer("index_bytes", "索引字节", "索引大小", "size of the index, in bytes") {
                $0.status.indexBytes
            },
            .integer("reports_with_unit", "单位已知", "单位已知的报告", "reports whose unit is known") {
                $0.status.reportsWithUnit
            },
            .integer("reports_year_stated", "年份写明", "年份写明的报告", "reports that state their year") {
                $0.status.reportsWithStatedYear
            },
            .integer("reports_year_inferred", "年份推断", "年份推断的报告", "reports whose year is inferred") {
                $0.status.reportsWithInferredYear
            },
            .integer("paragraphs_with_topic", "有主题", "有主题的段落", "paragraphs with a topic") {
                $0.status.passagesWithTopic
            },
            .integer("paragraphs_with_year", "有年份", "有工作年份的段落", "paragraphs with a year of work") {
                $0.status.passagesWithYear
            },
            .integer("decisions", "人工认定", "人工认定数", "decisions by hand") { $0.status.decisions },
            .integer("format", "索引格式", "索引格式的版本", "version of the index format") {
                $0.status.formatVersion
            },
            .text("version", "版本", "zongjie 的版本", "version of zongjie") { $0.version },
            .texts("skipped", "跳过", "上次跳过的文件及原因", "files skipped last time, with the reason") {
                $0.status.skipped.map { "\($0.path): \($0.refusal.problem(in: .chinese))" }
            },
        ])
}
