import ReportIndex
import ReportQuery

extension Records {
    /// A kind of activity that peers report and the unit does not mention.
    package static let gap = RecordType<(row: ActivityGaps.Row, gaps: ActivityGaps)>(
        "gap", "同类单位有、本单位未提及的一类活动", "a kind of activity peers report and the unit does not mention",
        [
            .text("unit", "单位", "本单位", "the unit") { $0.gaps.unit.name },
            .text("kind", "活动类", "活动的种类", "the kind of activity") { $0.row.kind },
            .integer("done", "已做单位数", "已做的同类单位数", "peers that did it") { $0.row.doneBy.count },
            .integer("planned", "计划单位数", "只有计划的同类单位数", "peers that only plan it") {
                $0.row.plannedBy.count
            },
            .integer("peers", "同类单位数", "对照的单位数", "peers compared with") { $0.gaps.peers.count },
            .texts("done_by", "已做单位", "已做的单位", "names of the peers that did it") { $0.row.doneBy },
            .texts("planned_by", "计划单位", "只有计划的单位", "names of the peers that only plan it") {
                $0.row.plannedBy
            },
            .integers("years", "年份", "对照的年份", "the years looked at") { $0.gaps.years },
            .texts("activities", "活动编号", "各项活动的编号", "ids of the activities") {
                $0.row.records.map(\.id)
            },
            .objects("passages", "段落", "各项活动所在的段落", "the passages they stand in", mention) {
                $0.row.records
            },
        ])

    private static let mention = RecordType<ActivityRecord>(
        "mention", "一处提及", "a passage with the activity",
        summary: { "\($0.place) \($0.activity.span)" },
        [
            .integer("id", "段落编号", "段落编号", "id of the paragraph") { Int($0.paragraph) },
            .text("path", "文件", "读入时给出的路径", "the path as given to ingest") { $0.report.path },
            .integer("line", "行", "行号", "line of the file") { $0.line },
            .text("status", "状态", "done 已做，planned 计划", "done or planned") {
                $0.activity.status.rawValue
            },
            .text("span", "原文", "原文中的确切文字", "the exact words") { $0.activity.span },
        ])
}
