import ArgumentParser
import Presentation
import ReferenceCorpus
import ReportModel
import ReportQuery

struct CollocatesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "collocates",
        abstract: wording("搭配词。", "Words that stand near another."),
        discussion: discussion(
            """
            窗口按词数计，不出句子。给几个词则都作中心词。
            """,
            """
            Windows are counted in words and do not leave the sentence. Several words are one node: any of \
            them.
            """,
            examples: """
                zongjie collocates 维权
                zongjie collocates 留守儿童 --left 3 --right 3 --sort ll --format csv
                """))

    @Argument(help: .wording("中心词，照原样。", "The node, as it is written."))
    var words: [String]

    @OptionGroup var scope: ScopeOptions

    @Option(help: .wording("左边词数。", "Words to the left."))
    var left = 5

    @Option(help: .wording("右边词数。", "Words to the right."))
    var right = 5

    @Option(help: .wording("排序：logDice、ll、mi3 或 count（次数）。", "logDice, ll, mi3 or count."))
    var sort = Collocates.Order.logDice

    @Option(
        name: .customLong("min-count"), help: .wording("搭配词的最少次数。", "Times a word must stand near.")
    )
    var leastCount = 3

    @Option(
        name: .customLong("min-length"),
        help: .wording("不列更短的词（字数）。", "Leave out shorter words, in characters."))
    var leastLength = 1

    @Option(help: .wording("行数。", "Rows."))
    var limit = 50

    @OptionGroup var chart: ChartOptions

    @OptionGroup var output: OutputOptions

    func validate() throws {
        try Usage.range("left", left, 0...100)
        try Usage.range("right", right, 0...100)
        try Usage.range("limit", limit, NumberRange.rows)
        try Usage.range("min-count", leastCount, NumberRange.rows)
        try Usage.range("min-length", leastLength, NumberRange.rows)
        guard left + right > 0 else {
            throw ValidationError(
                wording("--left 与 --right 不能同为 0", "--left and --right must not both be 0"))
        }
    }

    func run() throws {
        let corpus = try scope.open()
        let collocates = try Collocates(
            of: words, corpus: corpus, passages: try scope.passages(corpus), leftWindow: left,
            rightWindow: right, leastCount: leastCount, order: sort)
        let items = collocates.items.filter { $0.term.unicodeScalars.count >= leastLength }
            .prefix(limit)
        output.table(Records.collocate, items)
        if output.isText {
            StandardOutput.line(
                wording(
                    "中心词 \(collocates.nodeCount) 处，窗口内 \(collocates.windowSize) 词，共 \(collocates.total) 词",
                    "the node stands \(collocates.nodeCount) times, \(collocates.windowSize) words in windows, "
                        + "\(collocates.total) words in all"))
        }
        try chart.write(.bars(title: "logDice", items.map { ($0.term, $0.logDice) }))
        if items.isEmpty { throw ExitCode(1) }
    }
}
