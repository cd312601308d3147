import ArgumentParser
import ReportIndex
import ReportModel
import ReportQuery

struct ReportsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reports",
        abstract: "List the reports with unit, year and what speaks for them. 列出报告。",
        discussion: """
            Example:
              zongjie reports --unit 区妇联 --evidence
              zongjie reports --report-year unknown --format csv > unknown.csv
            """)

    @OptionGroup var filters: FilterOptions
    @OptionGroup var index: IndexOption

    @Option(help: "text, jsonl or csv.")
    var format = OutputFormat.text

    @Flag(help: "Print rule, line and quotation for each tag.")
    var evidence = false

    @Flag(help: "Tell which report each is a copy of; takes seconds on a large index.")
    var copies = false

    func run() throws {
        let filter = try filters.filter
        let reading = try index.open()
        let reports = try reading.details(of: try FilterMatcher.reports(filter, reading))
        let groups = copies ? CopyGroups(try CopyFindings.find(in: reading)) : nil
        switch format {
        case .text: printText(reports, groups)
        case .jsonl, .csv:
            var writer = RowWriter(format: format)
            for report in reports { writer.write(Self.row(report, groups)) }
        }
        if reports.isEmpty { throw ExitCode(1) }
    }

    private func printText(_ reports: [ReportDetails], _ groups: CopyGroups?) {
        let terminal = Terminal.output
        for report in reports {
            let summary = report.summary
            StandardOutput.line(
                terminal.bold(Terminal.fit(ReportNaming.head(summary), terminal.width)) + "  "
                    + Terminal.fit(summary.title, max(20, terminal.width - 40)))
            StandardOutput.line(
                terminal.dim(
                    "  #\(summary.id) \(summary.path):\(summary.firstLine)-\(summary.lastLine)"
                        + "  \(summary.unit.type.chineseName) \(summary.unit.level.chineseName)"
                        + wording(
                            "  \(report.passageCount) 段", "  \(report.passageCount) paragraphs")))
            if let original = groups?.original(ofReport: summary.id) {
                StandardOutput.line(wording("  与 #\(original) 雷同", "  a copy of #\(original)"))
            }
            if evidence { EvidenceReport.print(report.evidence, summary) }
            for doubt in report.doubts {
                StandardOutput.line("  " + wording("存疑：", "doubt: ") + doubt.text())
            }
        }
        let stated = reports.count { $0.summary.year.basis == .stated }
        let inferred = reports.count { $0.summary.year.basis == .inferred }
        StandardOutput.line(
            wording(
                "\(reports.count) 份报告：年份写明 \(stated)，推断 \(inferred)（≈），未知 \(reports.count - stated - inferred)",
                "\(reports.count) reports: year stated in \(stated), inferred in \(inferred) (≈), unknown in \(reports.count - stated - inferred)"
            ))
    }

    static func row(_ report: ReportDetails, _ groups: CopyGroups? = nil) -> OutputRow {
        let summary = report.summary
        var source = OutputRow()
        source.add("path", summary.path)
        source.add("first_line", summary.firstLine)
        source.add("last_line", summary.lastLine)
        var row = OutputRow()
        row.add("id", Int(summary.id))
        row.add("title", summary.title)
        row.add("source", .object(source))
        row.add("unit", summary.unit.name)
        row.add("unit_type", summary.unit.type.rawValue)
        row.add("admin_level", summary.unit.level.rawValue)
        row.add("region", summary.unit.region)
        row.add("year", summary.year.year)
        row.add(
            "year_range",
            summary.year.range.map { .list([.integer($0.lowerBound), .integer($0.upperBound)]) }
                ?? .null)
        row.add("year_basis", summary.year.basis.rawValue)
        row.add("publisher_year", summary.year.publisherYear)
        row.add("period", summary.period)
        row.add("evidence", PassageRow.evidence(report.evidence))
        row.add("near_duplicate_of", groups?.original(ofReport: summary.id).map { Int($0) })
        var repairs = OutputRow()
        for (kind, count) in report.repairs.sorted(by: { $0.key < $1.key }) {
            repairs.add(kind, count)
        }
        row.add("repairs", .object(repairs))
        row.add("encoding", report.encoding)
        row.add("doubts", report.doubts.map { $0.text(in: .chinese) })
        return row
    }
}
