import ArgumentParser
import Presentation
import ReferenceCorpus
import ReportIndex
import ReportModel
import ReportQuery

struct KeynessCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keyness",
        abstract: "Words that set one selection apart from another. 关键词。",
        discussion: """
            The target is what --corpus and the filters leave. The reference is --against-corpus, or what \
            --against asks for (filters only or words), or the rest of the index. G² above 15.13 is the \
            0.01 % level; a log ratio of 1 is twice as frequent.

            Example:
              zongjie keyness --units 区妇联 --against 单位类型:government
              zongjie keyness --report-year 2020- --sort log-ratio --min-range 10
            """)

    @OptionGroup var scope: ScopeOptions

    @Option(help: "A query for the reference; default: the rest of the index.")
    var against: String?

    @Option(name: .customLong("against-corpus"), help: "A frozen corpus as reference.")
    var againstCorpus: String?

    @Option(help: "words or characters.")
    var count = TextUnits.Kind.words

    @Option(help: "ll, log-ratio or diff.")
    var sort = Keyness.Order.logLikelihood

    @Option(
        name: .customLong("min-count"), help: "Occurrences a word must have in the target.")
    var leastCount = 3

    @Option(
        name: .customLong("min-range"), help: "Reports of the target a word must be in.")
    var leastRange = 3

    @Option(name: .customLong("min-ll"), help: "The least log-likelihood.")
    var leastLikelihood = 6.63

    @Flag(help: "The words the target avoids.")
    var negative = false

    @Option(help: "Rows.")
    var limit = 50

    @OptionGroup var chart: ChartOptions

    @OptionGroup var output: OutputOptions

    func validate() throws {
        try Usage.range("limit", limit, NumberRange.rows)
        try Usage.range("min-count", leastCount, NumberRange.rows)
        try Usage.range("min-range", leastRange, NumberRange.rows)
    }

    func run() throws {
        let corpus = try scope.open()
        let target = try scope.passages(corpus)
        var reference: PassageSet
        if let againstCorpus {
            let resolved = try ResolvedCorpus(againstCorpus, in: corpus)
            CorpusNotes.warn(resolved)
            reference = resolved.passages
        } else {
            reference = try corpus.passages(try QueryParser.parse(against ?? ""))
        }
        reference.subtract(target)
        guard !reference.isEmpty else {
            throw CorpusError(
                place: wording("参照", "reference"),
                problem: wording("没有段落", "no passage"),
                advice: wording("用 --against 指明参照", "name a reference with --against"))
        }
        let keyness = try Keyness(
            corpus: corpus, target: target, reference: reference, units: TextUnits(count),
            order: sort, leastCount: leastCount, leastRange: leastRange,
            leastLikelihood: leastLikelihood, wantsNegative: negative)
        let items = keyness.items.prefix(limit)
        output.table(Records.keyness, items)
        if output.isText {
            StandardOutput.line(
                wording(
                    "目标 \(keyness.targetSize) 词，参照 \(keyness.referenceSize) 词",
                    "target \(keyness.targetSize) words, reference \(keyness.referenceSize) words"))
        }
        try chart.write(
            .bars(title: wording("关键词 G²", "Keyness G²"), items.map { ($0.term, $0.logLikelihood) })
        )
        if items.isEmpty { throw ExitCode(1) }
    }
}
