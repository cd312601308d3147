import ReportModel
import ReportQuery

extension Records {
    /// A unit's year in `trend --activity … --unit …`.
    package static let activityYear = RecordType<ActivityYears.Cell>(
        "activity-year", "一个单位一年的一项活动", "a unit's activity in a year",
        summary: { $0.head?.raw ?? $0.state.rawValue },
        [
            .text("unit", "单位", "单位", "the unit") { $0.unit },
            .integer("year", "年份", "年份", "the year") { $0.year },
            .text(
                "state", "情况", "reported 有，not-mentioned 未提及，no-report 无报告",
                "reported, not-mentioned or no-report"
            ) { $0.state.rawValue },
            .exact("value", "数值", "可相加的主数；隐去或没有为 null", "the head; null when withheld or none") {
                $0.head?.value
            },
            .text("measure", "计量单位", "计量单位", "what is counted") {
                ($0.head ?? $0.target)?.unit
            },
            .flag("approximate", "约数", leftOut: true, "约数", "approximate") {
                $0.head?.approximate ?? false
            },
            .exact("target", "目标", "当年的任务或计划", "what was asked for or planned") {
                $0.target?.value
            },
            .exact("change", "比上年", "比上一年的增减", "the difference from the year before") {
                $0.change
            },
            .text("span", "原文", "原文", "the exact words") { $0.record?.activity.span },
            .text("place", "出处", "文件与行", "where it stands: PATH:LINE") { $0.record?.place },
        ])
}
