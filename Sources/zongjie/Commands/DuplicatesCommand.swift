import ArgumentParser
import Presentation
import ReportIndex
import ReportModel

struct DuplicatesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "duplicates",
        abstract: wording(
            "查找互抄的报告与段落，改头换面的也算。", "Find copies between reports, disguised ones too."),
        discussion: discussion(
            """
            两段在不同报告里，一段抄自另一段，即为一对，改了单位、地名、人名、数字也算，
            并列出改动。只是套话相同的不算。筛选放过一边即显示。

            --boilerplate 改数句子，范围是筛选放过的单位和报告；数字、掩码、地名层级不计
            差别，抄来的段落只算一次。--unique 列出索引里别家都没有的句子。
            """,
            """
            Two passages are a pair when they stand in different reports and one is a copy of the other, though \
            units, places, names, numbers or masks were swapped; what was changed is listed. Passages that \
            only use the same stock phrases are none. A pair is shown when a filter lets one side through.

            --boilerplate counts sentences instead, over units and reports that the filters let through; \
            numbers, masks and place levels make no difference, and a copied passage counts once. --unique \
            lists what no other unit of the index says.
            """,
            examples: """
                zongjie duplicates
                zongjie duplicates --unit 经贸局 --format jsonl
                zongjie duplicates --at 民生路街道2019年妇女工作总结.txt:3
                zongjie duplicates --reports
                zongjie duplicates --boilerplate --type community
                zongjie duplicates --boilerplate --unique --unit 望川区妇联
                """))

    @Option(
        help: .wording("只列该段的副本：路径:行号或编号。", "Only the copies of one passage: PATH:LINE or its id."))
    var at: String?

    @OptionGroup var filters: FilterOptions
    @OptionGroup var index: IndexOption

    @OptionGroup var output: OutputOptions

    @Flag(
        help: .wording(
            "列出大量雷同的报告，不列段落。",
            "List pairs of reports of which much is copied, not their paragraphs."))
    var reports = false

    @Flag(help: .wording("列出许多单位共用的句子（套话）。", "List the sentences that most units share."))
    var boilerplate = false

    @Flag(
        help: .wording("配 --boilerplate：只有一家写的句子。", "With --boilerplate: what only one unit says."))
    var unique = false

    @Flag(
        help: .wording(
            "配 --boilerplate：按分句统计。", "With --boilerplate: count clauses, not whole sentences."))
    var clauses = false

    @Option(
        help: .wording(
            "配 --boilerplate：句数（默认 30）。", "With --boilerplate: how many sentences (default: 30)."))
    var limit: Int?

    func validate() throws { try Usage.check(request.validate) }

    private var request: DuplicatesRequest {
        var request = DuplicatesRequest()
        request.filters = filters.request
        request.at = at
        request.listsReports = reports
        request.boilerplate = boilerplate
        request.unique = unique
        request.clauses = clauses
        request.limit = limit
        return request
    }

    func run() throws {
        let request = request
        let reading = try index.open(within: IndexOption.longestAnswer)
        let count =
            boilerplate
            ? try printSentences(try request.sentences(in: reading))
            : try printCopies(request, reading)
        if count == 0 { throw ExitCode(1) }
    }

    private func printCopies(_ request: DuplicatesRequest, _ reading: IndexReading) throws -> Int {
        var count = 0
        let copied: Int
        if reports {
            var writer = output.writer(Records.reportPair)
            copied = try request.forEachReportPair(in: reading) { pair in
                count += 1
                guard output.isText else { return writer.write(pair) }
                StandardOutput.blocks(CopiesView.blocks(pair))
            }
        } else {
            var writer = output.writer(Records.copyPair)
            copied = try request.forEachPair(in: reading) { pair in
                count += 1
                guard output.isText else { return writer.write(pair) }
                StandardOutput.blocks(CopiesView.blocks(pair))
            }
        }
        if output.isText { StandardOutput.blocks([CopiesView.end(count: count, reports: copied)]) }
        return count
    }

    private func printSentences(_ list: SentenceList) throws -> Int {
        if output.isText {
            StandardOutput.blocks(SentencesView.blocks(list))
        } else {
            output.write(Records.sentence(isUnique: unique), list.items)
        }
        return list.items.count
    }
}
