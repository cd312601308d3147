import ArgumentParser
import Foundation
import Documents
import Ingest
import Presentation
import ReportIndex
import ReportModel
import ReportQuery

struct SimilarCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "similar",
        abstract: wording("查找别的报告里的可比段落。", "Find passages of other reports about the same work."),
        discussion: discussion(
            """
            共同的节日、人群、工作、项目和少见的词算数，套话不算。每条用一行说明缘由。
            草稿逐段比对。
            """,
            """
            Shared occasions, people, kinds of work, programmes and rare words count; formulas do not. Each hit \
            says why in one line. A draft is answered paragraph by paragraph.
            """,
            examples: """
                zongjie similar --at 2016年望川区妇联工作总结.txt:18
                zongjie similar --text '为困难老人免费体检' --other-units --year 2016-2019
                zongjie similar --file 草稿.docx --limit 3
                cat 草稿.md | zongjie similar --file -
                """))

    @Option(help: .wording("此编号的段落。", "The passage with this id."))
    var id: Int?

    @Option(
        help: .wording("路径:行号处的段落；路径写末尾即可。", "The passage at PATH:LINE; the path's end is enough."))
    var at: String?

    @Option(parsing: .unconditional, help: .wording("任意文字。", "Any text."))
    var text: String?

    @Option(
        help: .wording(
            "草稿，逐段比对；- 为标准输入。", "A draft: every paragraph of it is compared; - for standard input."),
        completion: .file())
    var file: String?

    @Option(help: .wording("不看路径:行号所在的报告。", "Leave out the report that holds PATH:LINE."))
    var except: [String] = []

    @Flag(
        name: .customLong("other-units"),
        help: .wording("不看同一单位的报告。", "Leave out all reports of the same unit."))
    var otherUnits = false

    @OptionGroup var filters: FilterOptions
    @OptionGroup var index: IndexOption
    @OptionGroup var meaning: MeaningOptions

    @Option(help: .wording("每段的条数。", "Hits for each passage."))
    var limit = 10

    @Option(
        help: .wording("命中句前后显示的句数。", "Sentences shown before and after the one that matches."))
    var context = 0

    @OptionGroup var output: OutputOptions

    @Flag(
        name: .customLong("no-fold"),
        help: .wording("副本逐一列出。", "List near-identical copies one by one."))
    var noFold = false

    func validate() throws {
        let given = [id != nil, at != nil, text != nil, file != nil].count { $0 }
        guard given == 1 else {
            throw ValidationError(
                wording(
                    "请在 --id、--at、--text、--file 中给出一个",
                    "give one of --id, --at, --text, --file"))
        }
        try Usage.check(request.validate)
    }

    private var request: SimilarRequest {
        var request = SimilarRequest()
        request.id = id
        request.at = at
        request.text = text
        request.except = except
        request.otherUnits = otherUnits
        request.filters = filters.request
        request.limit = limit
        request.context = context
        request.listsCopies = noFold
        return request
    }

    func run() throws {
        let reading = try index.open(within: IndexOption.longestAnswer)
        let request = request
        let engine = try SimilarEngine(embedder: try meaning.embedder())
        guard let file else {
            let answer = try request.answer(using: engine, in: reading)
            for note in answer.notes { StandardError.line(note) }
            if output.isText {
                StandardOutput.blocks(SimilarView.blocks(answer, context: context))
            } else {
                output.write(Records.similar, answer.hits)
            }
            if answer.hits.isEmpty { throw ExitCode(1) }
            return
        }
        let excepted = try request.exceptedReports(in: reading)
        var found = false
        var writer = output.writer(Records.similarToDraft)
        for (number, subject) in try Draft.subjects(file).enumerated() {
            let answer = try request.answer(
                to: subject, except: excepted, using: engine, in: reading)
            found = found || !answer.hits.isEmpty
            if number == 0 { for note in answer.notes { StandardError.line(note) } }
            if output.isText {
                StandardOutput.blocks(SimilarView.blocks(answer, context: context))
            } else {
                for hit in answer.hits { writer.write((number + 1, hit)) }
            }
        }
        if !found { throw ExitCode(1) }
    }
}

/// A draft, read as `ingest` reads files (草稿).
enum Draft {
    /// Its body paragraphs, in order.
    static func subjects(_ path: String) throws -> [SimilarSubject] {
        let pipeline = try IngestPipeline.standard()
        var subjects: [SimilarSubject] = []
        for file in try files(path) {
            for source in try pipeline.sources(from: file) {
                for report in source.reports {
                    for paragraph in report.paragraphs where paragraph.role == .body {
                        subjects.append(
                            SimilarSubject(
                                text: paragraph.text,
                                name: "\(source.path):\(paragraph.line)",
                                kind: paragraph.kind))
                    }
                }
            }
        }
        return subjects
    }

    private static func files(_ path: String) throws -> [InputFile] {
        let options = ReadOptions()
        if StandardInput.isNamed(path) { return [try StandardInput.file(options)] }
        let finder = SourceFinder(options: options)
        let listing = finder.list([path])
        if let skipped = listing.skipped.first { throw skipped }
        return try listing.found.map(finder.load)
    }
}
