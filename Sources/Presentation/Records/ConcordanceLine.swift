import ReportIndex
import ReferenceCorpus
import ReportModel

extension Records {
    /// A row of `concordance`.
    package static let concordanceLine = RecordType<Concordance.Line>(
        "concordance-line", "一处语境", "a match in its context",
        [
            .text("left", "左文", "左边至多 60 字", "up to 60 characters before") {
                String($0.left.suffix(60))
            },
            .text("match", "命中", "命中的文字", "the match") { $0.match },
            .text("right", "右文", "右边至多 60 字", "up to 60 characters after") {
                String($0.right.prefix(60))
            },
            .text("unit", "单位", "报告单位", "who reports") { $0.passage.report.unit.name },
            .text("unit_type", "单位类型", "单位类型的代码", "what sort of office reports") {
                $0.passage.report.unit.type.rawValue
            },
            .integer("year", "报告年份", "报告归入的年份", "the year the report is filed under") {
                $0.passage.report.year.year
            },
            .integer(
                "concerns_year", "工作年份", "该段工作所在的年份", "the year the work was or is to be done in"
            ) {
                $0.passage.concernsYear
            },
            .text("kind", "类型", "类型代码", "kind of the passage") { $0.passage.kind.rawValue },
            .texts("topics", "主题", "主题代码", "ids of the passage's topics") {
                $0.passage.topics.map(\.rawValue)
            },
            source { RecordPlace($0.passage) },
            .integers(
                "span", "位置", "命中在段落中的起止", "the match as [start, end] in characters of the passage"
            ) {
                [$0.range.lowerBound, $0.range.upperBound]
            },
            .integer("id", "段落编号", "段落编号", "id of the passage") { Int($0.passage.id) },
        ])
}
