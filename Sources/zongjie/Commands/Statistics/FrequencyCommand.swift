import ArgumentParser
import ReferenceCorpus
import ReportModel
import ReportQuery

struct FrequencyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "frequency",
        abstract: "Count words, characters or runs of them. 词频、字频、N 元组。",
        discussion: """
            Words are the index's own; full width, case and traditional characters are folded. Terms given \
            on the command line are counted as they are written, wherever they stand.

            Example:
              zongjie frequency --limit 30 --min-length 2
              zongjie frequency --size 2 --units 区妇联
              zongjie frequency 留守儿童 空巢老人 --by year --svg trend.svg
            """)

    @Argument(help: "Terms to count; without any, the most frequent units.")
    var terms: [String] = []

    @OptionGroup var scope: ScopeOptions

    @Option(help: "words or characters.")
    var count = TextUnits.Kind.words

    @Option(help: "Units that stand side by side: 1 single, 2 pairs …")
    var size = 1

    @Option(help: "report, unit, unit-type, year, report-year, topic, kind, region or path.")
    var by: PassageParts.Criterion?

    @Option(help: "Rows of the list.")
    var limit = 50

    @Option(name: .customLong("min-length"), help: "Leave out shorter units, in characters.")
    var leastLength = 1

    @Option(name: .customLong("min-count"), help: "Leave out rarer units.")
    var leastCount = 1

    @OptionGroup var chart: ChartOptions

    @Option(help: "text, jsonl or csv.")
    var format = OutputFormat.text

    func validate() throws {
        guard limit > 0, (1...8).contains(size) else {
            throw ValidationError(
                wording("--limit 应大于 0，--size 为 1–8", "--limit must be above 0, --size 1 to 8"))
        }
    }

    func run() throws {
        let corpus = try scope.open()
        let passages = try scope.passages(corpus)
        if !terms.isEmpty {
            let parts = PassageParts(by ?? .kind, corpus)
            try print(
                PartFrequencies(of: terms, by: parts, corpus: corpus, passages: passages),
                isTotal: by == nil)
            return
        }
        let counter = UnitCounter(
            corpus: corpus, passages: passages, units: TextUnits(count, size: size),
            wanted: max(1000, limit))
        let list = try FrequencyList(
            counter, limit: limit, leastLength: leastLength, leastCount: leastCount)
        guard let by else { return try print(list) }
        try print(
            PartFrequencies(of: list, by: PassageParts(by, corpus), counter), isTotal: false)
    }

    private func print(_ list: FrequencyList) throws {
        let columns: [TableWriter.Column] = [
            .init("rank", wording("序", "rank")), .init("term", wording("词", "term"), isText: true),
            .init("count", wording("次数", "count")),
            .init("per_million", wording("每百万", "per million")),
            .init("reports", wording("报告数", "reports")),
            .init("report_share", wording("报告占比 %", "% of reports")),
            .init("per_report", wording("每份报告", "per report")),
        ]
        TableWriter(format: format, columns: columns).write(
            list.items.enumerated().map { rank, item in
                [
                    .integer(rank + 1), .text(item.term), .integer(item.count),
                    Decimal2.value(item.perMillion), .integer(item.reports),
                    Decimal2.value(item.reportShare * 100),
                    Decimal2.value(Double(item.count) / Double(max(1, list.reportCount))),
                ]
            })
        if format == .text {
            StandardOutput.line(
                wording(
                    "共 \(list.total) 个单位，\(list.reportCount) 份报告",
                    "\(list.total) units in \(list.reportCount) reports"))
            if list.least > 1, list.items.count < limit {
                StandardOutput.line(
                    wording(
                        "少于 \(list.least) 次的未列出",
                        "those with fewer than \(list.least) are not listed"))
            }
        }
        try chart.write(
            .bars(
                title: wording("词频", "Frequency"),
                list.items.map { ($0.term, Double($0.count)) }))
        if list.items.isEmpty { throw ExitCode(1) }
    }

    private func print(_ frequencies: PartFrequencies, isTotal: Bool) throws {
        let rows = PartRows(frequencies, isTotal: isTotal)
        rows.write(format)
        try chart.write(rows.figure)
        if rows.isEmpty { throw ExitCode(1) }
    }
}
