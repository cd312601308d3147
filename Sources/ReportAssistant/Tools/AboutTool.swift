import Presentation
import ReportIndex
import ReportModel
import ReportQuery

/// What the index holds, and by which words it is asked (概况).
enum AboutTool {
    static let tool = Tool(
        name: "about", title: Bilingual("概况", "About"),
        description: Bilingual(
            "索引里有什么：报告与段落数、年份、各单位及其报告年份，以及可用的主题代码。",
            "What the index holds: counts, years, the units with the years of their reports, and the topic ids."
        ),
        arguments: [], answer: answer)

    /// Fields of `status` that say something to an assistant.
    private static let told: Set = [
        "files", "reports", "paragraphs", "reports_with_unit", "reports_year_stated",
        "reports_year_inferred", "version",
    ]

    @Sendable private static func answer(_ call: ToolCall) throws -> RecordValue {
        let status = StatusReport(
            try IndexStatus.read(call.reading), index: call.reading.database.path,
            version: ToolVersion.current)
        // Those with the most reports first.
        let units = try UnitReports.all(in: call.reading).enumerated().sorted {
            ($1.element.reports.count, $0.offset) < ($0.element.reports.count, $1.offset)
        }.map(\.element)
        var page = Page(name: "units", total: units.count, notes: call.notes)
        if case .object(let members) = Records.status.object(status) {
            page.head = members.filter { told.contains($0.name) }
        }
        page.head.append(.init("skipped_files", .integer(status.status.skipped.count)))
        if call.cursor.row == 0 {
            let topics = Topic.allCases.map {
                RecordValue.Member($0.rawValue, .text($0.chineseName))
            }
            page.head.append(.init("topics", .object(topics)))
        }
        return try page.written(
            units.dropFirst(call.cursor.row), from: call.cursor, within: call.budget
        ) { unit, _ in Records.indexedUnit.object(unit).withoutBlanks }
    }
}
