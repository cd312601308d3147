import ArgumentParser
import ReportIndex
import ReportModel
import ReportQuery

struct ShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show a passage with its surroundings, its source and its tags. 查看段落。",
        discussion: """
            A passage is named by its id or by PATH:LINE; the path's end is enough.

            Example:
              zongjie show 2018年望川区妇联工作总结.txt:9 --tags
              zongjie show 152 --cite
            """)

    @Argument(help: "An id, or PATH:LINE.")
    var passage: String

    @OptionGroup var index: IndexOption

    @Option(help: "Paragraphs shown before and after.")
    var context = 1

    @Flag(help: "For each tag the rule, the line and the quotation.")
    var tags = false

    @Flag(help: "A quotation ready to paste.")
    var cite = false

    @Flag(help: "The line as it stood before cleaning.")
    var raw = false

    @Option(help: "text or jsonl.")
    var format = OutputFormat.text

    func validate() throws {
        guard context >= 0 else {
            throw ValidationError(wording("--context 不能为负", "--context must not be negative"))
        }
    }

    func run() throws {
        let reading = try index.open()
        let name = passage
        guard let passage = try reading.passage(named: name) else {
            throw QueryError(
                place: name, problem: wording("没有这个段落", "there is no such passage"),
                advice: wording(
                    "用 search 结果里的“路径:行号”，空行没有段落",
                    "take PATH:LINE from search results; empty lines are no passages"))
        }
        let evidence = try reading.evidence(of: passage)
        if format != .text {
            var row = PassageRow.fields(of: passage)
            row.add("evidence", PassageRow.evidence(evidence))
            var writer = RowWriter(format: format)
            return writer.write(row)
        }
        if cite { return StandardOutput.line(Self.citation(passage)) }
        printPassage(passage, among: try reading.passages(ofReport: passage.report.id))
        guard tags else { return }
        let id = UInt32(truncatingIfNeeded: passage.report.id)
        printTags(passage, evidence, try reading.details(of: [id]).first)
    }

    private func printPassage(_ passage: Passage, among all: [Passage]) {
        let terminal = Terminal.output
        StandardOutput.line(terminal.bold(ReportNaming.head(passage.report)))
        if !passage.headings.isEmpty {
            StandardOutput.line(passage.headings.joined(separator: " › "))
        }
        StandardOutput.line()
        let place = all.firstIndex { $0.id == passage.id } ?? 0
        for other in all[max(0, place - context)...place + min(all.count - 1 - place, context)] {
            let mark = other.id == passage.id ? "▶ " : "  "
            let text = other.id == passage.id ? other.text : terminal.dim(other.text)
            StandardOutput.line(mark + text)
        }
        StandardOutput.line()
        if raw {
            StandardOutput.line(wording("原文：", "raw: ") + (passage.raw ?? passage.text))
        }
        var place2 = "\(passage.report.path):\(passage.line)"
        if let byte = passage.byteOffset { place2 += wording("（第 \(byte) 字节）", " (byte \(byte))") }
        if let locator = passage.locator { place2 += " \(locator)" }
        StandardOutput.line(wording("出处：", "source: ") + place2 + "  #\(passage.id)")
        let topics = passage.topics.map { "\($0.rawValue) \($0.chineseName)" }
        let year = passage.concernsYear.map(String.init) ?? wording("未知", "unknown")
        StandardOutput.line(
            wording("标签：", "tags: ") + "\(passage.role.chineseName), \(passage.kind.chineseName), "
                + year
                + (topics.isEmpty ? "" : ", " + topics.joined(separator: ", ")))
    }

    private func printTags(_ passage: Passage, _ evidence: [Evidence], _ report: ReportDetails?) {
        StandardOutput.line()
        StandardOutput.line(wording("段落标签的依据", "what speaks for the paragraph's tags"))
        EvidenceReport.print(evidence, passage.report)
        StandardOutput.line(wording("报告标签的依据", "what speaks for the report's tags"))
        EvidenceReport.print(report?.evidence ?? [], passage.report)
        for (kind, count) in (report?.repairs ?? [:]).sorted(by: { $0.key < $1.key }) {
            StandardOutput.line(wording("  修补 \(kind) \(count) 处", "  repairs: \(kind) \(count)"))
        }
    }

    /// “Text.” (Unit: Title, year, heading path, file:line)
    static func citation(_ passage: Passage) -> String {
        let report = passage.report
        let headings =
            passage.headings.isEmpty ? "" : "，" + passage.headings.joined(separator: " › ")
        return "“\(passage.text)”（\(ReportNaming.unit(report))：《\(report.title)》，"
            + "\(ReportNaming.year(report.year))\(headings)，\(report.path):\(passage.line)）"
    }
}
