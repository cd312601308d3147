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
        abstract: "Find passages of other reports about the same work. 查找可比段落。",
        discussion: """
            Shared occasions, people, kinds of work, programmes and rare words count; formulas do not. Each hit \
            says why in one line. A draft is answered paragraph by paragraph.

            Example:
              zongjie similar --at 2018年望川区妇联工作总结.txt:9
              zongjie similar --text '为困难老人免费体检' --other-units --year 2016-2019
              zongjie similar --file 草稿.docx --limit 3
            """)

    @Option(help: "The passage with this id.")
    var id: Int?

    @Option(help: "The passage at PATH:LINE; the path's end is enough.")
    var at: String?

    @Option(help: "Any text.")
    var text: String?

    @Option(help: "A draft: every paragraph of it is compared.")
    var file: String?

    @Option(help: "Leave out the report that holds PATH:LINE.")
    var except: [String] = []

    @Flag(name: .customLong("other-units"), help: "Leave out all reports of the same unit.")
    var otherUnits = false

    @OptionGroup var filters: FilterOptions
    @OptionGroup var index: IndexOption

    @Option(help: "Hits for each passage.")
    var limit = 10

    @Option(
        help: "Sentences shown before and after the one that matches.")
    var context = 0

    @OptionGroup var output: OutputOptions

    @Flag(name: .customLong("no-fold"), help: "List near-identical copies one by one.")
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
        let reading = try index.open()
        let request = request
        let engine = try SimilarEngine()
        guard let file else {
            let answer = try request.answer(using: engine, in: reading)
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
        let finder = SourceFinder(options: ReadOptions())
        let listing = finder.list([path])
        if let skipped = listing.skipped.first { throw skipped }
        let pipeline = try IngestPipeline.standard()
        var subjects: [SimilarSubject] = []
        for file in listing.found {
            for source in try pipeline.sources(from: try finder.load(file)) {
                for report in source.reports {
                    for paragraph in report.paragraphs where paragraph.role == .body {
                        subjects.append(
                            SimilarSubject(
                                text: paragraph.text,
                                name: "\(source.path):\(paragraph.line)"))
                    }
                }
            }
        }
        return subjects
    }
}
