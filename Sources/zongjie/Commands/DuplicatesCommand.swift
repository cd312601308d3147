import ArgumentParser
import ReportIndex
import ReportModel
import ReportQuery

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

    @Option(help: "text, jsonl or csv.")
    var format = OutputFormat.text

    @Flag(help: "List pairs of reports of which much is copied, not their paragraphs.")
    var reports = false

    @Flag(help: "List the sentences that most units share. 套话")
    var boilerplate = false

    @Flag(help: "With --boilerplate: what only one unit says. 独有")
    var unique = false

    @Flag(help: "With --boilerplate: count clauses, not whole sentences.")
    var clauses = false

    @Option(help: "With --boilerplate: how many sentences.")
    var limit = 30

    func validate() throws {
        guard limit > 0 else {
            throw ValidationError(wording("--limit 应大于 0", "--limit must be above 0"))
        }
        guard boilerplate || !(unique || clauses) else {
            throw ValidationError(
                wording(
                    "--unique 与 --clauses 须与 --boilerplate 同用",
                    "--unique and --clauses go with --boilerplate"))
        }
        guard !(boilerplate && reports) else {
            throw ValidationError(
                wording(
                    "--reports 与 --boilerplate 不能同用",
                    "--reports and --boilerplate exclude each other"))
        }
    }

    func run() throws {
        let filter = try filters.filter
        let reading = try index.open()
        let allowed = try FilteredPassages(reading, filter)
        let count =
            boilerplate
            ? try printSentences(reading, allowed) : try printCopies(reading, allowed)
        if count == 0 { throw ExitCode(1) }
    }

    private func printCopies(_ reading: IndexReading, _ allowed: FilteredPassages) throws -> Int {
        let findings = try CopyFindings.find(in: reading)
        var output = DuplicatesOutput(format: format)
        if reports {
            try findings.forEachReportPair(in: reading, where: { allowed.contains($0) }) {
                output.write($0)
            }
        } else {
            try findings.forEachPair(in: reading, where: { allowed.contains($0) }) {
                output.write($0)
            }
        }
        output.finish(reports: findings.reports.count)
        return output.count
    }

    private func printSentences(_ reading: IndexReading, _ allowed: FilteredPassages) throws
        -> Int
    {
        var counter = try SentenceCounter(reading, splitsAtCommas: clauses)
        let uses = try counter.sentences(
            unique ? .unique : .shared, where: { allowed.contains($0) }, limit: limit)
        let passages = try reading.passages(uses.map(\.passage))
        var output = BoilerplateOutput(
            format: format, units: counter.unitCount, reports: counter.reportCount, isUnique: unique
        )
        for (use, passage) in zip(uses, passages) { output.write(use, passage) }
        output.finish()
        return uses.count
    }
}
