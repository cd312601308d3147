import ArgumentParser
import Presentation
import ReferenceCorpus
import ReportModel
import ReportQuery

struct ConcordanceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "concordance",
        abstract: "Show a word in its contexts, line under line. 语境共现（KWIC）。",
        discussion: """
            What is looked for is taken as it is written; the query language of search works here too.

            Example:
              zongjie concordance 留守儿童 --sort right
              zongjie concordance 两癌 --year 2015-2018 --sample 50 --seed 7 --format csv
            """)

    @Argument(help: "What to look for; several words are joined by blanks.")
    var query: [String]

    @OptionGroup var scope: ScopeOptions

    @Option(help: "source, left, right, unit or year.")
    var sort = Concordance.Order.source

    @Option(help: "Lines shown.")
    var limit = 100

    @Option(
        help: "A random choice of so many lines.")
    var sample: Int?

    @Option(help: "The random choice's seed: the same seed gives the same lines.")
    var seed: UInt64 = 1

    @OptionGroup var output: OutputOptions

    func validate() throws {
        try Usage.range("limit", limit, NumberRange.rows)
        try Usage.range("sample", sample, NumberRange.rows)
    }

    func run() throws {
        let query = try scope.query(self.query.joined(separator: " "))
        guard !query.texts.isEmpty else {
            throw QueryError(
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
