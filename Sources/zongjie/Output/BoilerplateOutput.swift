import ReportIndex
import ReportModel
import ReportQuery

/// Prints sentences and how many units write them (套话清单).
struct BoilerplateOutput {
    private var writer: RowWriter
    private let format: OutputFormat
    private let units: Int
    private let reports: Int
    private let isUnique: Bool

    /// - Parameters:
    ///   - units: units that were counted.
    ///   - reports: reports that were counted.
    init(format: OutputFormat, units: Int, reports: Int, isUnique: Bool) {
        self.format = format
        self.units = units
        self.reports = reports
        self.isUnique = isUnique
        writer = RowWriter(format: format)
    }

    mutating func write(_ use: SentenceUse, _ passage: Passage) {
        if format == .text { printText(use, passage) } else { writer.write(row(use, passage)) }
    }

    func finish() {
        guard format == .text else { return }
        StandardOutput.line(
            wording(
                "统计范围：\(units) 个单位，\(reports) 份报告；副本只计一次",
                "counted over \(units) units and \(reports) reports; copies count once"))
    }

    private func row(_ use: SentenceUse, _ passage: Passage) -> OutputRow {
        var row = OutputRow()
        row.add("text", use.text)
        row.add("units", use.units)
        row.add("unit_share", Self.share(use.units, units))
        row.add("reports", use.reports)
        row.add("report_share", Self.share(use.reports, reports))
        row.add("count", use.count)
        if isUnique { row.add("own_part", .number((use.ownPart * 1000).rounded() / 1000)) }
        row.add("unit", isUnique ? passage.report.unit.name : nil)
        row.add("source", PassageRow.source(passage))
        return row
    }

    private static func share(_ part: Int, _ whole: Int) -> OutputValue {
        whole == 0 ? .null : .number((Double(part) / Double(whole) * 10_000).rounded() / 10_000)
    }

    private func printText(_ use: SentenceUse, _ passage: Passage) {
        let terminal = Terminal.output
        let place = "\(passage.report.path):\(passage.line)"
        let percent = units == 0 ? 0 : Int((Double(use.units) / Double(units) * 100).rounded())
        let head =
            isUnique
            ? wording(
                "\(passage.report.unit.name ?? "单位不详")  \(use.reports) 份报告",
                "\(passage.report.unit.name ?? "unknown unit")  \(use.reports) reports")
            : wording(
                "\(use.units) 个单位（\(percent)%）  \(use.reports) 份报告  \(use.count) 次",
                "\(use.units) units (\(percent)%)  \(use.reports) reports  \(use.count) times")
        StandardOutput.line(terminal.bold(head) + terminal.dim("  " + place))
        StandardOutput.line("  " + use.text)
    }
}
