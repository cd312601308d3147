import ArgumentParser
import ReportIndex
import ReportModel
import ReportQuery

struct RepairsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "repairs",
        abstract: "What cleaning mended: kinds, counts, samples. 清洗账目。",
        discussion: """
            Example:
              zongjie repairs
              zongjie repairs --kind stray-mark --format csv > marks.csv
            """)

    @OptionGroup var index: IndexOption

    @Option(help: "Only this kind of repair.")
    var kind: String?

    @Option(help: "Samples shown of each kind.")
    var samples = 3

    @Option(help: "text, jsonl or csv; jsonl and csv print every repair.")
    var format = OutputFormat.text

    func run() throws {
        var counts: [String: Int] = [:]
        var shown: [String: [(String, Repair)]] = [:]
        var writer = RowWriter(format: format)
        try index.open().forEachRepair { path, repair in
            guard kind == nil || kind == repair.kind else { return }
            counts[repair.kind, default: 0] += 1
            if format != .text {
                writer.write(Self.row(path, repair))
            } else if shown[repair.kind, default: []].count < samples {
                shown[repair.kind, default: []].append((path, repair))
            }
        }
        if format == .text {
            for (kind, count) in counts.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
                StandardOutput.line("\(Terminal.pad(kind, 20)) \(count)")
                for (path, repair) in shown[kind] ?? [] {
                    StandardOutput.line(
                        "    \(path):\(repair.line)  “\(repair.before)” → “\(repair.after)”")
                }
            }
            if counts.isEmpty {
                StandardOutput.line(wording("没有修补", "nothing was repaired"))
            }
        }
        if counts.isEmpty { throw ExitCode(1) }
    }

    private static func row(_ path: String, _ repair: Repair) -> OutputRow {
        var source = OutputRow()
        source.add("path", path)
        source.add("line", repair.line)
        var row = OutputRow()
        row.add("kind", repair.kind)
        row.add("source", .object(source))
        row.add("before", repair.before)
        row.add("after", repair.after)
        return row
    }
}
