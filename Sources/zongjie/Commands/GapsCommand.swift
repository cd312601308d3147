import ArgumentParser
import Presentation
import ReportIndex
import ReportModel
import ReportQuery

struct GapsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gaps",
        abstract: wording(
            "同类单位有、本单位未提及的。", "What peers report and a unit's reports do not mention."),
        discussion: discussion(
            """
            “未提及”说的是报告，不是工作。不指明对照单位时取同类型同层级的单位；
            不给年份时取该单位最近一年。
            """,
            """
            “Not mentioned” is what the reports say, not what was done. Peers are the units of the same type and \
            level unless they are named; the year is the unit's latest unless it is given.
            """,
            examples: """
                zongjie gaps --unit 望川区妇联
                zongjie gaps --unit 望川区妇联 --peers 东浦区妇联,泽湖县妇联 --years 2018
                zongjie gaps --unit 望川区妇联 --open 两癌
                """))

    @Option(help: .wording("单位。", "The unit."))
    var unit: String

    @Option(help: .wording("对照单位，用逗号隔开。", "Units to compare with, with commas."))
    var peers: [String] = []

    @Option(help: .wording("报告年份：2018 或 2017-2019。", "Years of the reports: 2018, or 2017-2019."))
    var years: [String] = []

    @Option(
        help: .wording(
            "展开名称含此的活动类，列出各单位原文。", "Open the kinds whose name has this: every passage of the peers."
        ))
    var open: String?

    @Option(
        help: .wording("显示的类数；jsonl 与 csv 默认全部。", "Kinds shown; all in jsonl and csv unless given.")
    )
    var limit: Int?

    @OptionGroup var index: IndexOption

    @OptionGroup var output: OutputOptions

    func validate() throws { try Usage.check(request.validate) }

    private var request: GapsRequest {
        var request = GapsRequest()
        request.unit = unit
        request.peers = peers
        request.years = years
        request.open = open
        request.limit = limit
        return request
    }

    func run() throws {
        let gaps = try request.answer(in: try index.open(within: IndexOption.longestAnswer))
        if output.isText {
            StandardOutput.blocks(
                GapsView.blocks(gaps, limit: limit ?? 30, isOpen: open != nil))
        } else {
            output.write(Records.gap, gaps.rows.prefix(limit ?? .max).map { ($0, gaps) })
        }
        if gaps.rows.isEmpty { throw ExitCode(1) }
    }
}
