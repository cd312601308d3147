import ArgumentParser
import Presentation
import ReportIndex
import ReportModel
import ReportQuery

struct RepairsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "repairs",
        abstract: wording("清洗账目：种类、次数、例子。", "What cleaning mended: kinds, counts, samples."),
        discussion: discussion(
            examples: """
                zongjie repairs
                zongjie repairs --kind stray-mark --format csv > marks.csv
                """))

    @OptionGroup var index: IndexOption

    @Option(help: .wording("只看这一种修补。", "Only this kind of repair."))
    var kind: String?

    @Option(help: .wording("每种显示的例子数。", "Samples shown of each kind."))
    var samples = 3

    @OptionGroup var output: OutputOptions

    func validate() throws {
        try Usage.range("samples", samples, 0...Int.max)
    }

    func run() throws {
        var counts: [String: Int] = [:]
        var shown: [String: [(String, Repair)]] = [:]
        var writer = output.writer(Records.repair)
        try index.open().forEachRepair { path, repair in
            guard kind == nil || kind == repair.kind else { return }
            counts[repair.kind, default: 0] += 1
            if !output.isText {
                writer.write((path, repair))
            } else if shown[repair.kind, default: []].count < samples {
                shown[repair.kind, default: []].append((path, repair))
            }
        }
        if output.isText { printCounts(counts, shown) }
        if counts.isEmpty { throw ExitCode(1) }
    }

    private func printCounts(_ counts: [String: Int], _ shown: [String: [(String, Repair)]]) {
        for (kind, count) in counts.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
            StandardOutput.line("\(TextColumns.pad(kind, 20)) \(count)")
            for (path, repair) in shown[kind] ?? [] {
                StandardOutput.line(
                    "    \(path):\(repair.line)  “\(repair.before)” → “\(repair.after)”")
            }
        }
        if counts.isEmpty { StandardOutput.line(wording("没有修补", "nothing was repaired")) }
    }
}
