import ArgumentParser
import Presentation
import ReferenceCorpus
import ReportModel
import ReportQuery

struct ConcordanceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "concordance",
        abstract: wording("语境共现（KWIC）。", "Show a word in its contexts, line under line."),
        discussion: discussion(
            """
            照所写的找；search 的检索式在此也可用。
            """,
            """
            What is looked for is taken as it is written; the query language of search works here too.
            """,
            examples: """
                zongjie concordance 留守儿童 --sort right
                zongjie concordance 两癌 --year 2015-2018 --sample 50 --seed 7 --format csv
                """))

    @Argument(
        help: .wording("要找的词；几个词之间空格。", "What to look for; several words are joined by blanks."))
    var query: [String]

    @OptionGroup var scope: ScopeOptions

    @Option(
        help: .wording(
            "排序：source 来源、left 左、right 右、unit 单位、year 年份。", "source, left, right, unit or year."))
    var sort = Concordance.Order.source

    @Option(help: .wording("显示的行数。", "Lines shown."))
    var limit = 100

    @Option(
        help: .wording("随机抽取的行数。", "A random choice of so many lines."))
    var sample: Int?

    @Option(
        help: .wording(
            "抽样的种子，同种子同结果。", "The random choice's seed: the same seed gives the same lines."))
    var seed: UInt64 = 1

    @OptionGroup var output: OutputOptions

    func validate() throws {
        try Usage.range("limit", limit, NumberRange.rows)
        try Usage.range("sample", sample, NumberRange.rows)
    }

    func run() throws {
        let query = try scope.query(Usage.words(self.query))
        guard !query.texts.isEmpty else {
            throw ReportError(
                place: wording("检索式", "query"),
                problem: wording("没有要找的词", "there is nothing to look for"))
        }
        let corpus = try scope.open()
        let concordance = try Concordance(
            query, corpus: corpus, within: try scope.frozen(corpus), order: sort, limit: limit,
            sample: sample, seed: seed)
        if output.isText {
            StandardOutput.blocks(ConcordanceView.blocks(concordance))
        } else {
            output.write(Records.concordanceLine, concordance.lines)
        }
        if concordance.lines.isEmpty { throw ExitCode(1) }
    }
}
