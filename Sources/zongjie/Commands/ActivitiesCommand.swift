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
            检索式写法同 search。每个数字注明是什么：head 可相加的主数，of-which 其中，
            target 任务，previous 去年，per-item 每人，age 年龄，rate 比率，other 其他。
            --sum 只加主数，按单位、年份、量词合计，雷同的记录只算一次，计划不与结果相加，
            并说明略去了什么。
            """,
            """
            The query language is that of search. Every figure says what it is: head (may be added up), of-which \
            其中, target 任务, previous 去年, per-item 每人, age, rate, other. --sum adds heads only, per unit, year \
            and measure, a copied record once, never plans to results, and says what it left out.
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

    @Option(help: .wording("done 已做，planned 计划，not-done 未做成。", "done, planned or not-done."))
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
        let records = try request.answer(in: try index.open(within: IndexOption.longestAnswer))
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
