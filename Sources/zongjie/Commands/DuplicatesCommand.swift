import ArgumentParser
import Presentation
import ReportIndex

struct DuplicatesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "duplicates",
        abstract: "Find copies between reports, disguised ones too. 查找互抄的报告与段落。",
        discussion: """
            Two passages are a pair when they stand in different reports and one is a copy of the other, though \
            units, places, names, numbers or masks were swapped; what was changed is listed. Passages that \
            only use the same stock phrases are none. A pair is shown when a filter lets one side through.

            --boilerplate counts sentences instead, over units and reports that the filters let through; \
            numbers, masks and place levels make no difference, and a copied passage counts once. --unique \
            lists what no other unit of the index says.

            Example:
              zongjie duplicates
              zongjie duplicates --unit 经贸局 --format jsonl
              zongjie duplicates --reports
              zongjie duplicates --boilerplate --type community
              zongjie duplicates --boilerplate --unique --unit 望川区妇联
            """)

    @OptionGroup var filters: FilterOptions
    @OptionGroup var index: IndexOption

    @OptionGroup var output: OutputOptions

    @Flag(help: "List pairs of reports of which much is copied, not their paragraphs.")
    var reports = false

    @Flag(help: "List the sentences that most units share. 套话")
    var boilerplate = false

    @Flag(help: "With --boilerplate: what only one unit says. 独有")
    var unique = false

    @Flag(help: "With --boilerplate: count clauses, not whole sentences.")
    var clauses = false

    @Option(
        help: "With --boilerplate: how many sentences.")
    var limit = 30

    func validate() throws { try Usage.check(request.validate) }

    private var request: DuplicatesRequest {
        var request = DuplicatesRequest()
        request.filters = filters.request
        request.listsReports = reports
        request.boilerplate = boilerplate
        request.unique = unique
        request.clauses = clauses
        request.limit = limit
        return request
    }

    func run() throws {
        let request = request
        let reading = try index.open()
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
