import ArgumentParser
import Presentation
import ReferenceCorpus
import ReportModel
import ReportQuery

struct FrequencyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "frequency",
        abstract: wording("词频、字频、N 元组。", "Count words, characters or runs of them."),
        discussion: discussion(
            """
            词以索引的分词为准；全角、大小写、繁体归一。命令行给的词照原样数，
            出现在哪里都算。
            """,
            """
            Words are the index's own; full width, case and traditional characters are folded. Terms given \
            on the command line are counted as they are written, wherever they stand.
            """,
            examples: """
                zongjie frequency --limit 30 --min-length 2
                zongjie frequency --size 2 --units 区妇联
                zongjie frequency 留守儿童 空巢老人 --by year --svg trend.svg
                """))

    @Argument(
        help: .wording("要数的词；不给则列最常用的。", "Terms to count; without any, the most frequent units."))
    var terms: [String] = []

    @OptionGroup var scope: ScopeOptions

    @Option(help: .wording("words 词，characters 字。", "words or characters."))
    var count = TextUnits.Kind.words

    @Option(
        help: .wording("几个相连：1 单个，2 成对……", "Units that stand side by side: 1 single, 2 pairs …"))
    var size = 1

    @Option(
        help: .wording(
            "按报告、单位、单位类型、年份、报告年份、主题、类型、地区或文件分。",
            "report, unit, unit-type, year, report-year, topic, kind, region or path."))
    var by: PassageParts.Criterion?

    @Option(help: .wording("行数。", "Rows of the list."))
    var limit = 50

    @Option(
        name: .customLong("min-length"),
        help: .wording("不列更短的（字数）。", "Leave out shorter units, in characters."))
    var leastLength = 1

    @Option(
        name: .customLong("min-count"), help: .wording("不列更少见的。", "Leave out rarer units."))
    var leastCount = 1

    @OptionGroup var chart: ChartOptions

    @OptionGroup var output: OutputOptions

    func validate() throws {
        try Usage.range("size", size, 1...8)
        try Usage.range("limit", limit, NumberRange.rows)
        try Usage.range("min-length", leastLength, NumberRange.rows)
        try Usage.range("min-count", leastCount, NumberRange.rows)
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
        output.table(Records.frequency, list.rows)
        if output.isText {
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
        try chart.write(FrequencyView.figure(list))
        if list.items.isEmpty { throw ExitCode(1) }
    }

    private func print(_ frequencies: PartFrequencies, isTotal: Bool) throws {
        let rows = isTotal ? frequencies.totals : frequencies.rows
        let type =
            isTotal ? Records.termTotal : Records.termInPart(frequencies.parts.criterion)
        output.table(type, rows)
        try chart.write(FrequencyView.figure(frequencies, isTotal: isTotal))
        if rows.allSatisfy({ $0.count == 0 }) { throw ExitCode(1) }
    }
}
