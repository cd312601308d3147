import ArgumentParser
import Presentation
import ReferenceCorpus
import ReportModel
import ReportQuery

struct TrendCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "trend",
        abstract: "A term or an activity over the years, with each year's base. 趋势。",
        discussion: """
            Years are those the reports are filed under; --by-work takes the year the work was done in. \
            Reports without a year are in the row without a year, never guessed. With --activity and --unit \
            the activity's figure is told year by year, however it is worded: head, target, change, place; “no \
            report” is not “not mentioned”.

            Example:
              zongjie trend 留守儿童
              zongjie trend --activity 两癌 --done --svg 两癌.svg
              zongjie trend --activity 两癌检查 --unit 望川区妇联,东浦区妇联
            """)

    @Argument(help: "Terms as they are written, counted together.")
    var terms: [String] = []

    @OptionGroup var scope: ScopeOptions

    @Option(help: "Count activities whose name or object has this.")
    var activity: String?

    @Flag(help: "Only activities that were done.")
    var done = false

    @Flag(name: .customLong("by-work"), help: "By the year the work concerns.")
    var byWork = false

    @OptionGroup var chart: ChartOptions

    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard terms.isEmpty != (activity == nil), activity?.isEmpty != true else {
            throw ValidationError(
                wording("请给出词，或 --activity，二者取一", "give terms or --activity, one of the two"))
        }
    }

    func run() throws {
        let units = ValueList.split(scope.filters.request[.unit])
        if let activity, !units.isEmpty {
            let years = try ComparisonEngine().years(
                of: activity, units: units,
                years: try ValueList.years(scope.filters.request[.year]),
                in: try scope.index.open())
            if output.isText {
                StandardOutput.blocks(ActivityYearsView.blocks(years))
            } else {
                output.write(Records.activityYear, years.cells)
            }
            if years.cells.allSatisfy({ $0.record == nil }) { throw ExitCode(1) }
            return
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
}
