import ArgumentParser
import Presentation
import ReportIndex
import ReportModel
import ReportQuery

extension Activity.Status: ExpressibleByArgument {}

struct ActivitiesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "activities",
        abstract: wording(
            "列出活动与数字，或合计数字。", "List concrete activities, with figures; or add the figures up."),
        discussion: discussion(
            """
            检索式写法同 search。--sum 按单位、年份、量词合计：不同量词不相加，
            雷同的记录只算一次，隐去的数字另计为“未公布”。
            """,
            """
            The query language is that of search. --sum adds up per unit, year and measure; unlike measures are \
            never added, a copied record counts once, and masked numbers are counted as withheld.
            """,
            examples: """
                zongjie activities 走访慰问 --year 2018
                zongjie activities 两癌 --status done --sum
                zongjie activities 单位:区妇联 主题:relief --format csv > 活动.csv
                """))

    @Argument(
        parsing: .allUnrecognized,
        help: .wording("要找的词；几个词之间空格。", "What to look for; several words are joined by blanks."))
    var query: [String] = []

    @OptionGroup var filters: FilterOptions
    @OptionGroup var index: IndexOption

    @Option(help: .wording("done 已做，planned 计划。", "done or planned."))
    var status: Activity.Status?

    @Flag(help: .wording("按单位、年份、量词合计数字。", "Add up the quantities per unit, year and measure."))
    var sum = false

    @Option(
        help: .wording("显示的行数；jsonl 与 csv 默认全部。", "Rows shown; all in jsonl and csv unless given."))
    var limit: Int?

    @OptionGroup var output: OutputOptions

    func validate() throws {
        try Usage.refuseOptions(in: query)
        try Usage.check(request.validate)
    }

    private var request: ActivitiesRequest {
        var request = ActivitiesRequest()
        request.query = Usage.words(query)
        request.filters = filters.request
        request.status = status
        request.sums = sum
        request.limit = limit
        return request
    }

    func run() throws {
        let request = request
        for note in try request.parsed().notes { StandardError.line(note) }
        let records = try request.answer(in: try index.open())
        if sum {
            let sums = try ActivitiesRequest.sums(of: records)
            if output.isText {
                StandardOutput.blocks(ActivityView.blocks(sums, limit: limit ?? 200))
            } else {
                output.write(Records.activitySum, sums.prefix(limit ?? .max))
            }
            if sums.isEmpty { throw ExitCode(1) }
            return
        }
        if output.isText {
            StandardOutput.blocks(ActivityView.blocks(records, limit: limit ?? 50))
        } else {
            output.write(Records.activity, records.prefix(limit ?? .max))
        }
        if records.isEmpty { throw ExitCode(1) }
    }
}
