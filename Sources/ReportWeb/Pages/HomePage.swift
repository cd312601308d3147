import Presentation
import ReportIndex
import ReportModel

/// What stands below the box before anything is asked (首页): what the index holds, and the three errands people come
/// with.
enum HomePage {
    static func body(_ visit: Visit) throws -> HTML {
        let reports = try visit.reading.reports().entries.map(\.summary)
        let units = Set(reports.compactMap(\.unit.name)).count
        let years = reports.compactMap(\.year.year)
        var holds = wording(
            "现有 \(reports.count) 份报告，\(units) 个单位", "\(reports.count) reports of \(units) units")
        if let first = years.min(), let last = years.max() { holds += "，\(first)–\(last)" }
        let fields = FormFields(visit: visit)
        func errand(_ title: String, _ text: String, _ form: HTML) -> HTML {
            "<section class=\"errand\"><h2>\(title)</h2><p>\(text)</p>\(form)</section>\n"
        }
        let units2 = fields.text(
            "units", wording("单位（逗号隔开）", "units, with commas"),
            hint: wording("如 望川区妇联,东浦区妇联", "two or more"))
        return """
            <p class="holds">\(holds)</p>
            <div class="errands">
            \(errand(
                wording("别人做了、我们没写到的", "What others do and we do not mention"),
                wording("与同类单位对照，按做的单位多少排列。", "beside units of the same type, most frequent first"),
                fields.form("/gaps", fields.unit(wording("本单位", "our unit")), wording("查缺项", "gaps"))))
            \(errand(
                wording("去年的计划，今年怎样了", "What became of last year's plans"),
                wording("计划与结果逐条并列，各有原文。", "each plan beside its result, both quoted"),
                fields.form("/promises", fields.unit(wording("单位", "unit")), wording("查兑现", "promises"))))
            \(errand(
                wording("几个单位放在一起看", "Units side by side"),
                wording("同类活动成行，数字标出。", "a row for each kind of activity, figures marked"),
                fields.form("/compare", units2, wording("对照", "compare"))))
            </div>
            \(try fields.knownUnits())
            """
    }
}
