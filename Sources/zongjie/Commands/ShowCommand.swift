import ArgumentParser
import Presentation
import ReportIndex
import ReportModel

struct ShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: wording(
            "查看段落或整份报告。", "Show a passage with its surroundings and tags, or a whole report."),
        discussion: discussion(
            """
            段落用编号或“路径:行号”指明，路径写末尾即可。只写文件名则读整份报告，
            --outline 只列标题。
            """,
            """
            A passage is named by its id or by PATH:LINE; the path's end is enough. A file alone is read \
            whole; --outline gives its headings.
            """,
            examples: """
                zongjie show 2018年望川区妇联工作总结.txt:9 --tags
                zongjie show 152 --cite
                zongjie show 2018年望川区妇联工作总结.txt --outline
                """))

    @Argument(
        help: .wording("编号、路径:行号，或文件名（整份报告）。", "An id, PATH:LINE, or a file for whole reports."))
    var passage: String

    @OptionGroup var index: IndexOption

    @Option(
        help: .wording("前后显示的段数。", "Paragraphs shown before and after."))
    var context = 1

    @Flag(help: .wording("每个标签的规则、行号和引文。", "For each tag the rule, the line and the quotation."))
    var tags = false

    @Flag(help: .wording("可直接粘贴的引文。", "A quotation ready to paste."))
    var cite = false

    @Flag(help: .wording("清洗前的原文。", "The line as it stood before cleaning."))
    var raw = false

    @Flag(help: .wording("整份报告只列标题。", "The headings of a whole report."))
    var outline = false

    @OptionGroup var output: OutputOptions

    func validate() throws {
        try Usage.check(request.validate)
        guard outline, tags || cite || raw else { return }
        throw ValidationError(
            wording(
                "--outline 不与 --tags、--cite、--raw 同用",
                "--outline excludes --tags, --cite and --raw"))
    }

    private var request: PassageRequest {
        var request = PassageRequest()
        request.name = passage
        request.context = context
        request.showsEvidence = tags
        request.showsRaw = raw
        return request
    }

    func run() throws {
        let request = request
        let state = try index.open()
        let isPassage = try !outline && state.passage(named: passage) != nil
        if !isPassage, try outline || !state.reports(inFile: passage).isEmpty {
            return try showReports(in: state)
        }
        let reading = try request.answer(in: state)
        if !output.isText {
            return output.write(
                Records.passageWithEvidence, [(reading.passage, reading.evidence)])
        }
        if cite { return StandardOutput.line(ReadingView.citation(reading.passage)) }
        StandardOutput.blocks(ReadingView.blocks(reading, request))
    }

    /// Prints every report of a file, whole or by its headings.
    private func showReports(in reading: IndexReading) throws {
        guard !(tags || cite || raw) else {
            throw ValidationError(
                wording(
                    "--tags、--cite、--raw 用于一个段落：路径:行号",
                    "--tags, --cite and --raw are for one passage: PATH:LINE"))
        }
        var request = ReportTextRequest()
        request.file = passage
        request.isOutline = outline
        let texts = try request.answer(in: reading)
        if output.isText {
            StandardOutput.blocks(ReportTextView.blocks(texts, request))
        } else {
            output.write(Records.passage, texts.flatMap(\.passages))
        }
    }
}
