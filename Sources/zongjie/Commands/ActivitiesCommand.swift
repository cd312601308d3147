import ArgumentParser
import ReportIndex
import ReportModel
import ReportQuery

extension Activity.Status: ExpressibleByArgument {}

struct ActivitiesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "activities",
        abstract: "List concrete activities, with figures; or add the figures up. 活动与数字。",
        discussion: """
            The query language is that of search. --sum adds up per unit, year and measure; unlike measures are \
            never added, a copied record counts once, and masked numbers are counted as withheld.

            Example:
              zongjie activities 走访慰问 --year 2018
              zongjie activities 两癌 --status done --sum
              zongjie activities 单位:区妇联 主题:relief --format csv > 活动.csv
            """)

    @Argument(
        parsing: .allUnrecognized, help: "What to look for; several words are joined by blanks.")
    var query: [String] = []

    @OptionGroup var filters: FilterOptions
    @OptionGroup var index: IndexOption

    @Option(help: "done or planned.")
    var status: Activity.Status?

    @Flag(help: "Add up the quantities per unit, year and measure.")
    var sum = false

    @Option(help: "Rows shown; all in jsonl and csv unless given.")
    var limit: Int?

    @Option(help: "text, jsonl or csv.")
    var format = OutputFormat.text

    func validate() throws {
        if let limit, limit <= 0 {
            throw ValidationError(wording("--limit 应大于 0", "--limit must be above 0"))
        }
        if let slip = query.first(where: { $0.hasPrefix("--") }) {
            throw ValidationError(wording("没有选项 \(slip)", "there is no option \(slip)"))
        }
    }

    func run() throws {
        var parsed = try QueryParser.parse(query.joined(separator: " "))
        try filters.apply(to: &parsed.filter)
        for note in parsed.notes { StandardError.line(note) }
        var options = ActivityOptions()
        options.status = status
        let records = try ActivitySearch.records(parsed, options, in: try index.open())
        if sum {
            var sums = ActivitySums(rates: try ComparisonWords().rates)
            for record in records { sums.add(record) }
            printSums(sums.rows)
            if sums.rows.isEmpty { throw ExitCode(1) }
            return
        }
        switch format {
        case .text: ActivityTable().print(records, limit: limit ?? 50)
        case .jsonl, .csv:
            var writer = RowWriter(format: format)
            for record in records.prefix(limit ?? .max) { writer.write(ActivityRow.row(record)) }
        }
        if records.isEmpty { throw ExitCode(1) }
    }

    private func printSums(_ rows: [ActivitySum]) {
        guard format == .text else {
            var writer = RowWriter(format: format)
            for row in rows.prefix(limit ?? .max) { writer.write(ActivityRow.row(row)) }
            return
        }
        ActivityTable().print(rows, limit: limit ?? 200)
    }
}
