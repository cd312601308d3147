import ArgumentParser
import ReportIndex
import ReportModel
import ReportQuery

struct CompareCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract: "Put units, or one unit's years, side by side. 单位或年度对照。",
        discussion: """
            A row is a kind of activity, with figures and quotations. Over the years of one unit each kind is \
            kept, dropped or new; “dropped” means that the last year's report does not mention it.

            Example:
              zongjie compare --units 望川区妇联,东浦区妇联 --topic rights
              zongjie compare --unit 望川区妇联 --years 2017,2018,2019 --format csv > 对照.csv
            """)

    @Option(name: [.customLong("units"), .customLong("unit")], help: "Units, with commas.")
    var units: [String] = []

    @Option(help: "Topics, with commas.")
    var topic: [String] = []

    @Option(help: "Years of the work: 2019,2020 or 2017-2020.")
    var years: [String] = []

    @Option(help: "Kinds shown; all in jsonl and csv unless given.")
    var limit: Int?

    @OptionGroup var index: IndexOption

    @Option(help: "text, jsonl or csv.")
    var format = OutputFormat.text

    func validate() throws {
        if let limit, limit <= 0 {
            throw ValidationError(wording("--limit 应大于 0", "--limit must be above 0"))
        }
        guard !ListArgument.values(units).isEmpty else {
            throw ValidationError(wording("请用 --units 给出单位", "name units with --units"))
        }
    }

    func run() throws {
        var scope = ComparisonScope()
        scope.units = ListArgument.values(units)
        scope.years = try ListArgument.years(years)
        var filter = Filter()
        for value in topic { try FilterField.topic.apply(value, to: &filter) }
        scope.topics = filter.topics
        let engine = try ComparisonEngine()
        let comparison = try engine.compare(
            scope, in: try index.open(within: IndexOption.longestComparison))
        switch format {
        case .text: ComparisonTable(comparison).print(limit: limit ?? 40)
        case .jsonl, .csv:
            var writer = RowWriter(format: format)
            for row in comparison.rows.prefix(limit ?? .max) {
                for line in Self.rows(row, comparison) { writer.write(line) }
            }
        }
        if comparison.rows.isEmpty { throw ExitCode(1) }
    }

    /// A row for each activity: kind, topic, course, column, then the activity's fields.
    static func rows(_ row: UnitComparison.Row, _ comparison: UnitComparison) -> [OutputRow] {
        zip(comparison.columns, row.cells).flatMap { column, records in
            records.map { record in
                var output = OutputRow()
                output.add("kind", row.kind)
                output.add("topic", row.topic?.rawValue)
                if comparison.isOverYears { output.add("course", row.course?.rawValue) }
                output.add("column", column)
                output.add("columns", row.count)
                ActivityRow.add(record, to: &output)
                return output
            }
        }
    }
}
