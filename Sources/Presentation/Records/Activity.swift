import ReportIndex
import ReportModel
import ReportQuery

extension Records {
    /// One concrete thing done or planned.
    package static let activity = RecordType<ActivityRecord>(
        "activity", "一项已做或计划的活动", "one concrete thing done or planned",
        summary: { $0.activity.span },
        [
            .text("id", "编号", "段落编号与其中的序号", "the paragraph's id and the number in it") { $0.id },
            .integer("paragraph", "段落编号", "所在段落", "id of the paragraph") { Int($0.paragraph) },
            source(columns: ["path", "line"]) {
                RecordPlace(path: $0.report.path, line: $0.line, locator: $0.locator)
            },
            .text("unit", "单位", "报告单位", "who reports") { $0.report.unit.name },
            .integer("year", "报告年份", "报告归入的年份", "the year the report is filed under") {
                $0.report.year.year
            },
            .integer(
                "concerns_year", "工作年份", "该段工作所在的年份", "the year the work was or is to be done in"
            ) { $0.concernsYear },
            .texts("topics", "主题", "主题代码", "ids of the paragraph's topics") {
                $0.topics.map(\.rawValue)
            },
            .text("span", "原文", "原文中的确切文字", "the exact words") { $0.activity.span },
            .text("name", "名称", "项目名，或动词加对象", "the programme's name, or verb and object") {
                $0.activity.name
            },
            .text("action", "动作", "动词", "the verb") { $0.activity.action },
            .text("object", "对象", "对象", "the object") { $0.activity.object },
            .objects("quantities", "数字", "活动中的数量", "the amounts in it", quantity) {
                $0.activity.quantities
            }.adding(firstQuantity),
            .text("date_raw", "日期", "原文中的日期", "the date as written") { $0.activity.date },
            .text(
                "date", "起", head: "from", "日期或起始；年份不明为 null",
                "the date, or the first; null when the year is unknown"
            ) {
                $0.time.from
            },
            .text("date_to", "止", head: "to", "终止日期", "the last date of a stretch") { $0.time.to },
            .text("place", "地点", "地点", "the place") { $0.activity.place },
            .texts("partners", "合作单位", "合作单位", "who took part") { $0.activity.partners },
            .text("status", "状态", "done 已做，planned 计划，not-done 未做", "done, planned or not-done") {
                $0.activity.status.rawValue
            },
        ])

    static let quantity = RecordType<Quantity>(
        "quantity", "一个数量", "an amount", summary: { $0.raw },
        [
            .exact("value", "数值", "数值；隐去或缺失为 null", "the number; null when masked or lost") {
                $0.value
            },
            .text("unit", "计量单位", "人、人次、元 …", "what is counted: 人, 人次, 元 …") { $0.unit },
            .text("raw", "原文", "原文中的写法", "the amount as written") { $0.raw },
            .flag("approximate", "约数", leftOut: true, "原文写作余、近、多、约", "the words say 余, 近, 多, 约") {
                $0.approximate
            },
            .text(
                "part", "角色",
                "head 可相加，of-which 其中，target 目标，previous 往年，per-item 每人，age、rate、other",
                "head may be added up; of-which, target, previous, per-item, age, rate, other"
            ) {
                $0.part.rawValue
            },
        ])

    /// A table has the first amount in columns of its own, so that it can be added up.
    private static let firstQuantity: [RecordColumn<ActivityRecord>] = [
        RecordColumn("value", Bilingual("数值", "value"), isText: false) {
            headFirst($0.activity.quantities)?.value.map { .number($0) } ?? .null
        },
        RecordColumn("measure", Bilingual("计量单位", "measure")) {
            RecordValue(headFirst($0.activity.quantities)?.unit)
        },
        RecordColumn("part", Bilingual("角色", "part")) {
            RecordValue(headFirst($0.activity.quantities)?.part.rawValue)
        },
    ]

    /// The head, or the first amount where there is none.
    private static func headFirst(_ quantities: [Quantity]) -> Quantity? {
        quantities.first { $0.part == .head } ?? quantities.first
    }

    /// A row of `activities --sum`.
    package static let activitySum = RecordType<ActivitySum>(
        "activity-sum", "按单位、年份与计量单位合计的数字", "amounts added up by unit, year and measure",
        [
            .text("unit", "单位", "单位", "the unit") { $0.unit },
            .text(
                "report", "报告", "单位不明时报告的位置",
                "where the report is, when its unit is not known well enough"
            ) {
                $0.place
            },
            .integer("year", "年份", "工作年份", "year of the work") { $0.year },
            .text("status", "状态", "done 已做，planned 计划，not-done 未做", "done, planned or not-done") {
                $0.status.rawValue
            },
            .text("measure", "计量单位", "人、人次、元 …", "what is counted") { $0.measure },
            .exact(
                "sum", "合计", "已知数字之和；不能相加为 null",
                "the sum of the known numbers; null when they cannot be added"
            ) {
                $0.total
            },
            .integer("added", "相加项", "相加的数字个数", "numbers added") { $0.isRate ? 0 : $0.added },
            .integer("withheld", "隐去", "隐去或缺失的个数", "numbers masked or lost") { $0.withheld },
            .integer("approximate", "约数", "其中的约数", "numbers added that are approximate") {
                $0.approximate
            },
            .integer("copies", "副本", "因是副本未计的个数", "amounts left out as copies") { $0.copies },
            .counts("left_out", "未计", "按角色列出未相加的数字个数", "numbers not added, by their part") {
                Dictionary($0.leftOut.map { ($0.rawValue, $1) }) { $0 + $1 }
            },
            .integer("not_additive", "不相加", "比率等不能相加的个数", "rates and the like, not added") {
                $0.isRate ? $0.added : 0
            },
        ])
}
