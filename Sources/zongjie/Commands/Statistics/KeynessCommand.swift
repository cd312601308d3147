import ArgumentParser
import Presentation
import ReferenceCorpus
import ReportIndex
import ReportModel
import ReportQuery

struct KeynessCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keyness",
        abstract: wording("关键词：两批文字用词的差别。", "Words that set one selection apart from another."),
        discussion: discussion(
            """
            目标是 --corpus 和筛选留下的。参照是 --against-corpus，或 --against 的检索式
            （只写筛选也行），或索引的其余部分。G² 高于 15.13 为 0.01 % 水平；
            log ratio 为 1 即频率是两倍。
            """,
            """
            The target is what --corpus and the filters leave. The reference is --against-corpus, or what \
            --against asks for (filters only or words), or the rest of the index. G² above 15.13 is the \
            0.01 % level; a log ratio of 1 is twice as frequent.
            """,
            examples: """
                zongjie keyness --units 区妇联 --against 单位类型:community
                zongjie keyness --report-year 2020- --sort log-ratio --min-range 10
                """))

    @OptionGroup var scope: ScopeOptions

    @Option(
        help: .wording(
            "参照的检索式；默认索引的其余部分。", "A query for the reference; default: the rest of the index."))
    var against: String?

    @Option(
        name: .customLong("against-corpus"),
        help: .wording("以冻结的语料库作参照。", "A frozen corpus as reference."))
    var againstCorpus: String?

    @Option(help: .wording("words 词，characters 字。", "words or characters."))
    var count = TextUnits.Kind.words

    @Option(help: .wording("排序：ll、log-ratio 或 diff。", "ll, log-ratio or diff."))
    var sort = Keyness.Order.logLikelihood

    @Option(
        name: .customLong("min-count"),
        help: .wording("词在目标中的最少次数。", "Occurrences a word must have in the target."))
    var leastCount = 3

    @Option(
        name: .customLong("min-range"),
        help: .wording("词须见于目标的报告份数。", "Reports of the target a word must be in."))
    var leastRange = 3

    @Option(name: .customLong("min-ll"), help: .wording("对数似然值的下限。", "The least log-likelihood."))
    var leastLikelihood = 6.63

    @Flag(help: .wording("目标少用的词。", "The words the target avoids."))
    var negative = false

    @Option(help: .wording("行数。", "Rows."))
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
            throw ReportError(
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
