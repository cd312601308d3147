import ArgumentParser
import CICU
import ReportIndex
import ReportModel

struct StatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "What the index holds, and how much of it is known. 索引概况。",
        discussion: """
            Example:
              zongjie status
            """)

    @OptionGroup var index: IndexOption

    @Option(help: "text or jsonl.")
    var format = OutputFormat.text

    func run() throws {
        let status = try IndexStatus.read(try index.open())
        if format == .text { printText(status) } else { printRow(status) }
    }

    private func printText(_ status: IndexStatus) {
        let unknown = status.reports - status.reportsWithStatedYear - status.reportsWithInferredYear
        let megabytes = { (bytes: Int) in SearchReport.round(Double(bytes) / 1e6) }
        StandardOutput.line(
            wording(
                """
                索引 \(index.path)
                文件 \(status.files)，报告 \(status.reports)，段落 \(status.passages)（其中噪声 \(status.noise)），修补 \(status.repairs)
                文本 \(megabytes(status.textBytes)) MB，索引 \(megabytes(status.indexBytes)) MB
                单位已知 \(status.reportsWithUnit)/\(status.reports)
                年份写明 \(status.reportsWithStatedYear)，推断 \(status.reportsWithInferredYear)，未知 \(unknown)，共 \(status.reports) 份报告
                段落：有主题 \(status.passagesWithTopic)/\(status.passages)，有工作年份 \(status.passagesWithYear)/\(status.passages)
                人工认定 \(status.decisions)
                版本 zongjie \(ToolVersion.current)，索引格式 \(status.formatVersion)，ICU \(String(cString: cicu_version()))
                """,
                """
                index \(index.path)
                \(status.files) files, \(status.reports) reports, \(status.passages) paragraphs (\(status.noise) noise), \(status.repairs) repairs
                text \(megabytes(status.textBytes)) MB, index \(megabytes(status.indexBytes)) MB
                unit known for \(status.reportsWithUnit) of \(status.reports) reports
                year stated for \(status.reportsWithStatedYear), inferred for \(status.reportsWithInferredYear), unknown for \(unknown) of \(status.reports) reports
                paragraphs: topic for \(status.passagesWithTopic), year of the work for \(status.passagesWithYear) of \(status.passages)
                decisions by hand \(status.decisions)
                versions: zongjie \(ToolVersion.current), index format \(status.formatVersion), ICU \(String(cString: cicu_version()))
                """))
        for (name, count) in status.encodings { StandardOutput.line("  \(name) \(count)") }
        if !status.skipped.isEmpty {
            StandardOutput.line(
                wording(
                    "上次跳过 \(status.skipped.count) 个文件：",
                    "\(status.skipped.count) files skipped last time:"))
            for item in status.skipped { StandardOutput.line("  \(item.path): \(item.problem)") }
        }
    }

    private func printRow(_ status: IndexStatus) {
        var row = OutputRow()
        row.add("index", index.path)
        row.add("files", status.files)
        row.add("reports", status.reports)
        row.add("paragraphs", status.passages)
        row.add("noise", status.noise)
        row.add("repairs", status.repairs)
        row.add("text_bytes", status.textBytes)
        row.add("index_bytes", status.indexBytes)
        row.add("reports_with_unit", status.reportsWithUnit)
        row.add("reports_year_stated", status.reportsWithStatedYear)
        row.add("reports_year_inferred", status.reportsWithInferredYear)
        row.add("paragraphs_with_topic", status.passagesWithTopic)
        row.add("paragraphs_with_year", status.passagesWithYear)
        row.add("decisions", status.decisions)
        row.add("format", status.formatVersion)
        row.add("version", ToolVersion.current)
        row.add(
            "skipped",
            status.skipped.map { "\($0.path): \($0.refusal.problem(in: .chinese))" })
        var writer = RowWriter(format: format)
        writer.write(row)
    }
}
