import ArgumentParser
import Presentation
import ReferenceCorpus
import ReportModel
import ReportQuery

struct DispersionCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dispersion",
        abstract: "How evenly words are spread over reports, units or years. 分布。",
        discussion: """
            DP (Gries 2008) is 0 for a word spread as the text itself is, near 1 for one that stands in one \
            place. Without terms, the most frequent words are measured.

            Example:
              zongjie dispersion 维权 两癌 --by unit
              zongjie dispersion --limit 30 --min-length 2
            """)

    @Argument(help: "Terms as they are written; without any, the most frequent words.")
    var terms: [String] = []

    @OptionGroup var scope: ScopeOptions

    @Option(help: "report, unit, unit-type, year, report-year, topic, kind, region or path.")
    var by = PassageParts.Criterion.report

    @Option(
        help: "Words measured when no terms are given.")
    var limit = 50

    @Option(
        name: .customLong("min-length"), help: "Leave out shorter words, in characters.")
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
