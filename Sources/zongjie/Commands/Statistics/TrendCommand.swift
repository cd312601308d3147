import ArgumentParser
import ReferenceCorpus
import ReportModel
import ReportQuery

struct TrendCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "trend",
        abstract: "A term or an activity over the years, with each year's base. 趋势。",
        discussion: """
            Years are those the reports are filed under; --by-work takes the year the work was done in. \
            Reports without a year are in the row without a year, never guessed.

            Example:
              zongjie trend 留守儿童
              zongjie trend --activity 两癌 --done --svg 两癌.svg
            """)

    @Argument(help: "Terms as they are written, counted together.")
    var terms: [String] = []

    @OptionGroup var scope: ScopeOptions

    @Option(help: "Count activities whose name or object has this.")
    var activity: String?

    @Flag(help: "Only activities that were done.")
    var done = false

    @Flag(name: .customLong("by-work"), help: "By the year the work concerns.")
    var byWork = false

    @OptionGroup var chart: ChartOptions

    @Option(help: "text, jsonl or csv.")
    var format = OutputFormat.text

    func validate() throws {
        guard terms.isEmpty != (activity == nil), activity?.isEmpty != true else {
            throw ValidationError(
                wording("请给出词，或 --activity，二者取一", "give terms or --activity, one of the two"))
        }
    }

    func run() throws {
        let corpus = try scope.open()
        let passages = try scope.passages(corpus)
        let trend: Trend
        if let activity {
            trend = try Trend(
                ofActivity: activity, done: done, byWork: byWork, corpus: corpus, passages: passages
            )
        } else {
            trend = try Trend(of: terms, byWork: byWork, corpus: corpus, passages: passages)
        }
        let rate =
            activity == nil
            ? TableWriter.Column("per_million", wording("每百万词", "per million"))
            : TableWriter.Column("per_thousand", wording("每千项活动", "per 1000 activities"))
        TableWriter(
            format: format,
            columns: [
                .init("year", wording("年份", "year"), isText: true),
                .init("count", wording("次数", "count")), rate,
                .init("reports", wording("出现的报告", "reports with it")),
                .init("base", wording("当年报告", "reports")),
                .init("share", wording("占比 %", "share %")), .init("size", wording("总量", "size")),
            ]
        ).write(
            trend.years.map {
                [
                    $0.year.map { .integer($0) }
                        ?? (format == .text ? .text(wording("未知", "unknown")) : .null),
                    .integer($0.count), Decimal2.value($0.rate), .integer($0.reports),
                    .integer($0.base), Decimal2.value(Double($0.reports) * 100 / Double($0.base)),
                    .integer($0.size),
                ]
            })
        let known = trend.years.filter { $0.year != nil }
        let name = activity ?? terms.joined(separator: " ")
        try chart.write(
            .lines(
                title: rate.head + " " + name,
                labels: known.map { "\($0.year ?? 0) (\($0.base))" }, [(name, known.map(\.rate))]))
        if trend.years.allSatisfy({ $0.count == 0 }) { throw ExitCode(1) }
    }
}
