import ArgumentParser
import Presentation
import ReferenceCorpus
import ReportModel
import ReportQuery

struct TrendCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "trend",
        abstract: wording(
            "词或活动的逐年趋势，附各年基数。", "A term or an activity over the years, with each year's base."),
        discussion: discussion(
            """
            按报告年份计；--by-work 按工作年份。年份未知的报告单列一行，从不猜测。
            --activity 与 --unit 同用时逐年列出该活动的数字，怎么写都认：主数、任务、变化、出处；
            “无报告”不等于“未提及”。
            """,
            """
            Years are those the reports are filed under; --by-work takes the year the work was done in. \
            Reports without a year are in the row without a year, never guessed. With --activity and --unit \
            the activity's figure is told year by year, however it is worded: head, target, change, place; “no \
            report” is not “not mentioned”.
            """,
            examples: """
                zongjie trend 留守儿童
                zongjie trend --activity 两癌 --done --svg 两癌.svg
                zongjie trend --activity 两癌检查 --unit 望川区妇联,东浦区妇联
                """))

    @Argument(help: .wording("照原样的词，合并计数。", "Terms as they are written, counted together."))
    var terms: [String] = []

    @OptionGroup var scope: ScopeOptions

    @Option(help: .wording("改数名称或对象含此的活动。", "Count activities whose name or object has this."))
    var activity: String?

    @Flag(help: .wording("只数已做的活动。", "Only activities that were done."))
    var done = false

    @Flag(name: .customLong("by-work"), help: .wording("按工作年份。", "By the year the work concerns."))
    var byWork = false

    @OptionGroup var chart: ChartOptions

    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard terms.isEmpty != (activity == nil), activity?.isEmpty != true else {
            throw ValidationError(
                wording("请给出词，或 --activity，二者取一", "give terms or --activity, one of the two"))
        }
        guard activity == nil || scope.filters.unit.isEmpty || unused.isEmpty else {
            let names = unused.joined(separator: ", ")
            throw ValidationError(
                wording(
                    "--activity 与 --unit 同用时是逐年的数字，不能用 \(names)；去掉 --unit 则数活动次数",
                    "with --activity and --unit the figures are told year by year, without \(names); "
                        + "leave out --unit to count activities"))
        }
    }

    /// The options given that the figures of an activity have no use for; only what was done has figures.
    private var unused: [String] {
        let filters = scope.filters
        return [
            ("--svg", chart.svg != nil), ("--bars", chart.bars), ("--by-work", byWork),
            ("--corpus", scope.corpus != nil), ("--type", !filters.type.isEmpty),
            ("--level", !filters.level.isEmpty), ("--region", !filters.region.isEmpty),
            ("--report-year", !filters.reportYear.isEmpty), ("--topic", !filters.topic.isEmpty),
            ("--kind", !filters.kind.isEmpty), ("--path", !filters.path.isEmpty),
            ("--all", filters.all),
        ].filter(\.1).map(\.0)
    }

    func run() throws {
        if let activity, !scope.filters.unit.isEmpty {
            return try tellYears(of: activity)
        }
        let corpus = try scope.open()
        let passages = try scope.passages(corpus)
        let trend: Trend
        if let activity {
            trend = try Trend(
                ofActivity: activity, done: done, byWork: byWork, corpus: corpus, passages: passages
            )
        } else {
            trend = try Trend(of: terms, byWork: byWork, corpus: corpus, passages: passages)
        }
        output.table(
            Records.trend(isOfActivity: activity != nil), trend.years,
            unknown: wording("未知", "unknown"))
        try chart.write(
            TrendView.figure(
                trend, of: activity ?? terms.joined(separator: " "), isOfActivity: activity != nil))
        if trend.years.allSatisfy({ $0.count == 0 }) { throw ExitCode(1) }
    }

    /// The activity's figures by unit and year.
    private func tellYears(of activity: String) throws {
        var request = ActivityYearsRequest()
        request.activity = activity
        request.units = scope.filters.unit
        request.years = scope.filters.year
        try Usage.check(request.validate)
        let years = try request.answer(in: try scope.index.open(within: IndexOption.longestAnswer))
        if output.isText {
            StandardOutput.blocks(ActivityYearsView.blocks(years))
        } else {
            output.write(Records.activityYear, years.cells)
        }
        if years.cells.allSatisfy({ $0.record == nil }) { throw ExitCode(1) }
    }
}
