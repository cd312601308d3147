import ReportIndex
import ReportModel
import ReportQuery

extension Records {
    /// Two passages of which one is a copy of the other.
    package static let copyPair = RecordType<CopyDetails>(
        "copy-pair", "互为副本的两个段落", "two passages of which one is a copy of the other",
        [
            .object(
                "a", "甲", "一方的位置", "where the first stands", place, columns: ["path", "line"],
                prefix: "a_"
            ) {
                RecordPlace($0.first)
            },
            .object(
                "b", "乙", "另一方的位置", "where the second stands", place, columns: ["path", "line"],
                prefix: "b_"
            ) {
                RecordPlace($0.second)
            },
            .number("similarity", "相似度", places: 3, "0 到 1", "from 0 to 1") { $0.similarity },
            .objects(
                "changes", "改动", "甲改为乙的各处", "what was changed from the first to the second", change
            ) {
                $0.changes
            },
            .text("extent", "范围", "full 全段，partial 部分", "full or partial") { $0.extent.rawValue },
            .flag(
                "report_copied", "整篇雷同", "两份报告大部分雷同",
                "whether the reports are copies for the most part"
            ) {
                $0.isInCopiedReport
            },
        ])

    private static let change = RecordType<TextChange>(
        "change", "一处改动", "a change", summary: { "\($0.from) → \($0.to)" },
        [
            .text("from", "原为", "甲的文字", "words of the first") { $0.from },
            .text("to", "改为", "乙的文字", "words of the second") { $0.to },
        ])

    /// Two reports of which one is a copy of the other for the most part.
    package static let reportPair = RecordType<ReportCopyDetails>(
        "report-pair", "互为副本的两份报告", "two reports of which one is a copy for the most part",
        [
            .object(
                "a", "甲", "一份报告", "the first report", reportPlace,
                columns: ["path", "line", "last_line", "title"], prefix: "a_"
            ) { $0.first },
            .object(
                "b", "乙", "另一份报告", "the second report", reportPlace,
                columns: ["path", "line", "last_line", "title"], prefix: "b_"
            ) { $0.second },
            .number(
                "share", "雷同比例", places: 3, "较短一份中雷同的部分", "part of the shorter one that is copied"
            ) {
                $0.share
            },
            .integer("passages", "段数", "雷同的段落对数", "pairs of copied passages") { $0.passages },
        ])

    private static let reportPlace = RecordType<ReportSummary>(
        "report-place", "报告的位置", "where a report is",
        summary: { "\($0.path):\($0.firstLine)" },
        [
            .text("path", "文件", "读入时给出的路径", "the path as given to ingest") { $0.path },
            .integer("line", "行", "首行", "its first line") { $0.firstLine },
            .integer("last_line", "末行", "末行", "its last line") { $0.lastLine },
            .text("title", "标题", "标题", "its title") { $0.title },
        ])
}
