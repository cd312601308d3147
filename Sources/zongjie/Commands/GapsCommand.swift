import ArgumentParser
import ReportIndex
import ReportModel
import ReportQuery

struct GapsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gaps",
        abstract: "What peers report and a unit's reports do not mention. 同类单位有、本单位未提及。",
        discussion: """
            “Not mentioned” is what the reports say, not what was done. Peers are the units of the same type and \
            level unless they are named; the year is the unit's latest unless it is given.

            Example:
              zongjie gaps --unit 望川区妇联
              zongjie gaps --unit 望川区妇联 --peers 东浦区妇联,泽湖县妇联 --years 2018
              zongjie gaps --unit 望川区妇联 --open 两癌
            """)

    @Option(help: "The unit.")
    var unit: String

    @Option(help: "Units to compare with, with commas.")
    var peers: [String] = []

    @Option(help: "Years of the reports: 2018, or 2017-2019.")
    var years: [String] = []

    @Option(help: "Open the kinds whose name has this: every passage of the peers.")
    var open: String?

    @Option(help: "Kinds shown; all in jsonl and csv unless given.")
    var limit: Int?

    @OptionGroup var index: IndexOption

    @Option(help: "text, jsonl or csv.")
    var format = OutputFormat.text

    func validate() throws {
        if let limit, limit <= 0 {
            throw ValidationError(wording("--limit 应大于 0", "--limit must be above 0"))
        }
    }

    func run() throws {
        let engine = try ComparisonEngine()
        var gaps = try engine.gaps(
            of: unit, peers: ListArgument.values(peers), years: try ListArgument.years(years),
            in: try index.open(within: IndexOption.longestComparison))
        if let open { gaps.keep { $0.kind.contains(open) } }
        switch format {
        case .text: GapsReport(gaps: gaps, isOpen: open != nil).print(limit: limit ?? 30)
        case .jsonl, .csv:
            var writer = RowWriter(format: format)
            for row in gaps.rows.prefix(limit ?? .max) { writer.write(Self.row(row, gaps)) }
        }
        if gaps.rows.isEmpty { throw ExitCode(1) }
    }

    static func row(_ row: ActivityGaps.Row, _ gaps: ActivityGaps) -> OutputRow {
        var output = OutputRow()
        output.add("unit", gaps.unit.name)
        output.add("kind", row.kind)
        output.add("done", row.doneBy.count)
        output.add("planned", row.plannedBy.count)
        output.add("peers", gaps.peers.count)
        output.add("done_by", row.doneBy)
        output.add("planned_by", row.plannedBy)
        output.add("years", .list(gaps.years.map { .integer($0) }))
        output.add("activities", row.records.map(\.id))
        output.add(
            "passages",
            .list(
                row.records.map { record in
                    var passage = OutputRow()
                    passage.add("id", Int(record.paragraph))
                    passage.add("path", record.report.path)
                    passage.add("line", record.line)
                    passage.add("status", record.activity.status.rawValue)
                    passage.add("span", record.activity.span)
                    return .object(passage)
                }))
        return output
    }
}
