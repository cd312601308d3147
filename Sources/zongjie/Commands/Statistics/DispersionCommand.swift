import ArgumentParser
import Presentation
import ReferenceCorpus
import ReportModel
import ReportQuery

struct DispersionCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dispersion",
        abstract: wording(
            "词在报告、单位、年份间的分布。", "How evenly words are spread over reports, units or years."),
        discussion: discussion(
            """
            DP（Gries 2008）：与全文分布一致为 0，集中在一处近 1。
            不给词则测最常用的词。
            """,
            """
            DP (Gries 2008) is 0 for a word spread as the text itself is, near 1 for one that stands in one \
            place. Without terms, the most frequent words are measured.
            """,
            examples: """
                zongjie dispersion 维权 两癌 --by unit
                zongjie dispersion --limit 30 --min-length 2
                """))

    @Argument(
        help: .wording(
            "照原样的词；不给则取最常用的词。", "Terms as they are written; without any, the most frequent words."))
    var terms: [String] = []

    @OptionGroup var scope: ScopeOptions

    @Option(
        help: .wording(
            "按报告、单位、单位类型、年份、报告年份、主题、类型、地区或文件分。",
            "report, unit, unit-type, year, report-year, topic, kind, region or path."))
    var by = PassageParts.Criterion.report

    @Option(
        help: .wording("未给词时测多少个词。", "Words measured when no terms are given."))
    var limit = 50

    @Option(
        name: .customLong("min-length"),
        help: .wording("不列更短的词（字数）。", "Leave out shorter words, in characters."))
    var leastLength = 1

    @OptionGroup var output: OutputOptions

    func validate() throws {
        try Usage.range("limit", limit, 1...2000)
        try Usage.range("min-length", leastLength, NumberRange.rows)
    }

    func run() throws {
        let corpus = try scope.open()
        let passages = try scope.passages(corpus)
        let parts = PassageParts(by, corpus)
        let frequencies: PartFrequencies
        if terms.isEmpty {
            let counter = UnitCounter(corpus: corpus, passages: passages, units: TextUnits())
            let list = try FrequencyList(counter, limit: limit, leastLength: leastLength)
            frequencies = try PartFrequencies(of: list, by: parts, counter)
        } else {
            frequencies = try PartFrequencies(
                of: terms, by: parts, corpus: corpus, passages: passages)
        }
        let rows = frequencies.dispersions
        output.table(Records.dispersion, rows)
        if rows.allSatisfy({ $0.count == 0 }) { throw ExitCode(1) }
    }
}
