import ReportIndex
import ReportModel
import ReportQuery

/// Prints pairs of copies (副本对), for people or as rows.
struct DuplicatesOutput {
    private var writer: RowWriter
    private let format: OutputFormat
    private(set) var count = 0

    init(format: OutputFormat) {
        self.format = format
        writer = RowWriter(format: format)
    }

    mutating func write(_ pair: CopyDetails) {
        count += 1
        if format == .text { printText(pair) } else { writer.write(Self.row(pair)) }
    }

    /// Ends a listing for people with a line on what it was.
    func finish(reports: Int) {
        guard format == .text else { return }
        StandardOutput.line(
            count == 0
                ? wording("没有发现副本", "no copies found")
                : wording(
                    "共 \(count) 对；整篇雷同的报告 \(reports) 对",
                    "\(count) pairs; \(reports) pairs of copied reports"))
    }

    mutating func write(_ pair: ReportCopyDetails) {
        count += 1
        let share = (pair.share * 1000).rounded() / 1000
        guard format == .text else {
            var row = OutputRow()
            row.add("a", Self.source(pair.first))
            row.add("b", Self.source(pair.second))
            row.add("share", .number(share))
            row.add("passages", pair.passages)
            return writer.write(row)
        }
        for report in [pair.first, pair.second] {
            StandardOutput.line(
                "\(report.path):\(report.firstLine)-\(report.lastLine)  \(report.title)")
        }
        let percent = Int((pair.share * 100).rounded())
        StandardOutput.line(
            Terminal.output.dim(
                wording(
                    "  \(percent)% 雷同，\(pair.passages) 段",
                    "  \(percent)% copied, \(pair.passages) passages")))
        StandardOutput.line()
    }

    private static func source(_ report: ReportSummary) -> OutputValue {
        var source = OutputRow()
        source.add("path", report.path)
        source.add("line", report.firstLine)
        source.add("last_line", report.lastLine)
        source.add("title", report.title)
        return .object(source)
    }

    static func row(_ pair: CopyDetails) -> OutputRow {
        var row = OutputRow()
        row.add("a", PassageRow.source(pair.first))
        row.add("b", PassageRow.source(pair.second))
        row.add("similarity", .number((pair.similarity * 1000).rounded() / 1000))
        row.add(
            "changes",
            .list(
                pair.changes.map { change in
                    var row = OutputRow()
                    row.add("from", change.from)
                    row.add("to", change.to)
                    return .object(row)
                }))
        row.add("extent", pair.extent.rawValue)
        row.add("report_copied", .flag(pair.isInCopiedReport))
        return row
    }

    private func printText(_ pair: CopyDetails) {
        let terminal = Terminal.output
        let percent = Int((pair.similarity * 100).rounded())
        let extent =
            pair.extent == .full ? wording("全段", "whole passage") : wording("部分", "in part")
        StandardOutput.line(
            terminal.bold("\(pair.first.report.path):\(pair.first.line)") + "  =  "
                + terminal.bold("\(pair.second.report.path):\(pair.second.line)"))
        StandardOutput.line(
            terminal.dim("  \(percent)%  \(extent)")
                + (pair.isInCopiedReport ? terminal.dim(wording("  整篇雷同", "  copied report")) : ""))
        StandardOutput.line("  " + Terminal.fit(pair.first.text, terminal.width - 2))
        for change in pair.changes.prefix(12) {
            let nothing = wording("（无）", "(nothing)")
            let width = max(10, terminal.width / 2 - 6)
            StandardOutput.line(
                "    "
                    + Terminal.fit(change.from.isEmpty ? nothing : change.from, width) + " → "
                    + Terminal.fit(change.to.isEmpty ? nothing : change.to, width))
        }
        if pair.changes.count > 12 {
            let more = pair.changes.count - 12
            StandardOutput.line(wording("    另有 \(more) 处改动", "    and \(more) more changes"))
        }
        StandardOutput.line()
    }
}
