import ArgumentParser
import Presentation
import ReportIndex
import ReportQuery

struct GapsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gaps",
        abstract: "What peers report and a unit's reports do not mention. 同类单位有、本单位未提及。",
        discussion: """
            “Not mentioned” is what the reports say, not what was done. Peers are the units of the same type and \
            level unless they are named; the year is the unit's latest unless it is given.

            Example:
              zongjie gaps --unit 望川区妇联
              zongjie gaps --unit 望川区妇联 --peers 东浦区妇联,泽湖县妇联 --years 2018
              zongjie gaps --unit 望川区妇联 --open 两癌
            """)

    @Option(help: "The unit.")
    var unit: String

    @Option(help: "Units to compare with, with commas.")
    var peers: [String] = []

    @Option(help: "Years of the reports: 2018, or 2017-2019.")
    var years: [String] = []

    @Option(help: "Open the kinds whose name has this: every passage of the peers.")
    var open: String?

    @Option(
        help: "Kinds shown; all in jsonl and csv unless given.")
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
        let gaps = try request.answer(in: try index.open(within: IndexOption.longestComparison))
        if output.isText {
            StandardOutput.blocks(
                GapsView.blocks(gaps, limit: limit ?? 30, isOpen: open != nil))
        } else {
            output.write(Records.gap, gaps.rows.prefix(limit ?? .max).map { ($0, gaps) })
        }
        if gaps.rows.isEmpty { throw ExitCode(1) }
    }
}
