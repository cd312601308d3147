import ReportIndex
import ReportModel
import ReportQuery

extension Records {
    /// A paragraph with its tags: the rows of `export` and `show`.
    package static let passage = RecordType<Passage>(
        "passage", "一个段落及其标签", "a paragraph with its tags", summary: { $0.text },
        [
            .integer("id", "编号", "段落编号，重新读入会变", "the paragraph's id; changes when it is read again")
            {
                Int($0.id)
            },
            .integer("report", "报告编号", "所在报告的编号", "id of the report it stands in") {
                Int($0.report.id)
            },
            source { RecordPlace($0) },
            .text("unit", "单位", "报告单位的简称；未写明为 null", "who reports; null when not named") {
                $0.report.unit.name
            },
            .text("unit_type", "单位类型", "单位类型的代码", "what sort of office reports") {
                $0.report.unit.type.rawValue
            },
            .integer("year", "报告年份", "报告归入的年份", "the year the report is filed under") {
                $0.report.year.year
            },
            .text(
                "year_basis", "年份依据", "stated 写明，inferred 推断，none 无",
                "stated, inferred or none"
            ) { $0.report.year.basis.rawValue },
            .integer(
                "concerns_year", "工作年份", "该段工作所在的年份", "the year the work was or is to be done in"
            ) { $0.concernsYear },
            .text(
                "role", "角色", "title 标题、heading 小标题、body 正文、signature 落款、noise 噪声",
                "title, heading, body, signature or noise"
            ) { $0.role.rawValue },
            .integer(
                "heading_level", "标题级", "行首编号的级别：1 一、 2 （一） 3 1. 4 （1）",
                "level of the number the line opens with: 1 一、 2 （一） 3 1. 4 （1）"
            ) {
                $0.headingLevel
            },
            .text(
                "kind", "类型",
                "overview 概述、done 做法成效、problem 问题不足、plan 下一步计划、advice 建议、other 其他",
                "overview, done, problem, plan, advice or other"
            ) { $0.kind.rawValue },
            .texts("headings", "标题路径", "上级标题，由外到内", "the headings above, outermost first") {
                $0.headings
            },
            .texts("topics", "主题", "主题代码，至多三个，最强的在前", "ids of up to three topics, strongest first")
            {
                $0.topics.map(\.rawValue)
            },
            .text("text", "正文", "清洗后的正文", "the cleaned text") { $0.text },
            .text(
                "raw", "原文", leftOut: true, "清洗前的原文，与正文不同时才有",
                "the line before cleaning, when that differs"
            ) { $0.raw },
        ])

    /// A paragraph with what speaks for its tags.
    package static let passageWithEvidence = RecordType<(passage: Passage, evidence: [Evidence])>(
        "passage", "一个段落及其标签与依据", "a paragraph with its tags and what speaks for them",
        passage.fields { $0.passage } + [
            .objects("evidence", "依据", "段落各标签的依据", "what speaks for the paragraph's tags", evidence)
            {
                $0.evidence
            }
        ])

    static let evidence = RecordType<Evidence>(
        "evidence", "标签的依据", "what speaks for a tag",
        summary: { item in
            "\(item.field): \(item.rule)" + (item.line > 0 ? " (\(item.line))" : "")
                + (item.quote.isEmpty ? "" : " “\(item.quote)”")
                + (item.note.isEmpty ? "" : " → \(item.note)")
        },
        [
            .text("field", "字段", "所支持的标签", "the tag it speaks for") { $0.field },
            .text("rule", "规则", "规则的名字", "the rule that fired") { $0.rule },
            .integer("line", "行", "行号", "line of the source") { $0.line },
            .text("quote", "引文", "规则命中的原文", "the words the rule fired on") { $0.quote },
            .text("note", "结论", "规则得出的结论", "what the rule concludes") { $0.note },
        ])
}
