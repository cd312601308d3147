import ArgumentParser
import CICU
import Presentation
import ReportIndex
import ReportModel

struct StatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: wording("索引概况。", "What the index holds, and how much of it is known."),
        discussion: discussion(
            examples: """
                zongjie status
                """))

    @OptionGroup var index: IndexOption

    @OptionGroup var output: OutputOptions

    func run() throws {
        let status = try IndexStatus.read(try index.open())
        guard output.isText else {
            return output.write(
                Records.status,
                [StatusReport(status, index: index.path, version: ToolVersion.current)])
        }
        for line in StatusReport.lines(status, index.path) { StandardOutput.line(line) }
    }
}

extension StatusReport {
    /// The status for people, a line each.
    fileprivate static func lines(_ status: IndexStatus, _ index: String) -> [String] {
        let unknown = status.reports - status.reportsWithStatedYear - status.reportsWithInferredYear
        let megabytes = { (bytes: Int) in Naming.number(Double(bytes) / 1e6, places: 1000) }
        let icu = String(cString: cicu_version())
        let lines = [
            wording("索引 \(index)", "index \(index)"),
            wording(
                "文件 \(status.files)，报告 \(status.reports)，段落 \(status.passages)（其中噪声 \(status.noise)），修补 \(status.repairs)",
                "\(status.files) files, \(status.reports) reports, \(status.passages) paragraphs (\(status.noise) noise), \(status.repairs) repairs"
            ),
            wording(
                "文本 \(megabytes(status.textBytes)) MB，索引 \(megabytes(status.indexBytes)) MB",
                "text \(megabytes(status.textBytes)) MB, index \(megabytes(status.indexBytes)) MB"),
            wording(
                "单位已知 \(status.reportsWithUnit)/\(status.reports)",
                "unit known for \(status.reportsWithUnit) of \(status.reports) reports"),
            wording(
                "年份写明 \(status.reportsWithStatedYear)，推断 \(status.reportsWithInferredYear)，未知 \(unknown)，共 \(status.reports) 份报告",
                "year stated for \(status.reportsWithStatedYear), inferred for \(status.reportsWithInferredYear), unknown for \(unknown) of \(status.reports) reports"
            ),
            wording(
                "段落：有主题 \(status.passagesWithTopic)/\(status.passages)，有工作年份 \(status.passagesWithYear)/\(status.passages)",
                "paragraphs: topic for \(status.passagesWithTopic), year of the work for \(status.passagesWithYear) of \(status.passages)"
            ),
            wording("人工认定 \(status.decisions)", "decisions by hand \(status.decisions)"),
            wording(
                "版本 zongjie \(ToolVersion.current)，索引格式 \(status.formatVersion)，ICU \(icu)",
                "versions: zongjie \(ToolVersion.current), index format \(status.formatVersion), ICU \(icu)"
            ),
        ]
        let encodings = status.encodings.map { "  \($0.name) \($0.count)" }
        guard !status.skipped.isEmpty else { return lines + encodings }
        return lines + encodings + [
            wording(
                "上次跳过 \(status.skipped.count) 个文件：",
                "\(status.skipped.count) files skipped last time:")
        ] + status.skipped.map { "  \($0.path): \($0.problem)" }
    }
}
