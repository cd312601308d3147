import ArgumentParser
import Documents
import Foundation
import Ingest
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
    var id: Int64?

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

    @Option(help: "Sentences shown before and after the one that matches.")
    var context = 0

    @Option(help: "text, jsonl or csv.")
    var format = OutputFormat.text

    @Flag(name: .customLong("no-fold"), help: "List near-identical copies one by one.")
    var noFold = false

    func validate() throws {
        guard limit > 0, context >= 0 else {
            throw ValidationError(wording("--limit 应大于 0", "--limit must be above 0"))
        }
        let given = [id != nil, at != nil, text != nil, file != nil].count { $0 }
        guard given == 1 else {
            throw ValidationError(
                wording(
                    "请在 --id、--at、--text、--file 中给出一个",
                    "give one of --id, --at, --text, --file"))
        }
    }

    /// A passage to compare: its text and what is known of it.
    private struct Subject {
        let text: String
        let kind: Kind?
        var context = ""
        let name: String?
    }

    func run() throws {
        let reading = try index.open(within: IndexOption.longestComparison)
        var options = SimilarOptions()
        options.limit = limit
        options.filter = try filters.filter
        options.otherUnitsOnly = otherUnits
        options.foldsCopies = !noFold
        let subjects = try subjects(reading, &options)
        let engine = try SimilarEngine()
        var found = false
        var writer = RowWriter(format: format)
        for (number, subject) in subjects.enumerated() {
            let hits = try engine.similar(
                to: subject.text, kind: subject.kind, context: subject.context, options,
                in: reading)
            found = found || !hits.isEmpty
            if format == .text {
                SimilarReport(context: context).print(
                    hits, of: subject.text, named: subject.name, isOne: subjects.count == 1)
            } else {
                for hit in hits {
                    writer.write(Self.row(hit, draft: file == nil ? nil : number + 1))
                }
            }
        }
        if !found { throw ExitCode(1) }
    }

    private func subjects(_ reading: IndexReading, _ options: inout SimilarOptions) throws
        -> [Subject]
    {
        let excepted = try except.map { try passage($0, reading) }
        options.exceptReports = Set(excepted.map(\.report.id))
        if let file { return try draft(file) }
        if let text {
            // A text taken from the excepted passage keeps that passage's kind and surroundings.
            let source = excepted.first { $0.text.contains(text) }
            return [
                Subject(
                    text: text, kind: source?.kind,
                    context: source.map { Self.context(of: text, in: $0) } ?? "", name: nil)
            ]
        }
        let found = try passage(at ?? id.map(String.init) ?? "", reading)
        options.exceptReports.insert(found.report.id)
        return [
            Subject(
                text: found.text, kind: found.kind,
                context: found.headings.joined(separator: " "),
                name: "\(ReportNaming.head(found.report))  \(found.report.path):\(found.line)")
        ]
    }

    /// The headings above a passage and the sentences the text is part of.
    private static func context(of text: String, in passage: Passage) -> String {
        let scalars = Array(passage.text.unicodeScalars)
        var around = passage.headings
        if let start = passage.text.range(of: text)?.lowerBound {
            let place = passage.text.unicodeScalars.distance(
                from: passage.text.unicodeScalars.startIndex, to: start)
            let span = place..<place + text.unicodeScalars.count
            for sentence in SentenceRanges.of(scalars.map(\.value)) where sentence.overlaps(span) {
                around.append(String(String.UnicodeScalarView(scalars[sentence])))
            }
        }
        return around.joined(separator: " ")
    }

    private func passage(_ name: String, _ reading: IndexReading) throws -> Passage {
        guard let found = try reading.passage(named: name) else {
            throw QueryError(
                place: name, problem: wording("没有这个段落", "there is no such passage"),
                advice: wording(
                    "用 search 结果里的“路径:行号”，空行没有段落",
                    "take PATH:LINE from search results; empty lines are no passages"))
        }
        return found
    }

    /// The body paragraphs of a draft, read as `ingest` reads files.
    private func draft(_ path: String) throws -> [Subject] {
        let finder = SourceFinder(options: ReadOptions())
        let listing = finder.list([path])
        if let skipped = listing.skipped.first { throw skipped }
        let pipeline = try IngestPipeline.standard()
        var subjects: [Subject] = []
        for file in listing.found {
            for source in try pipeline.sources(from: try finder.load(file)) {
                for report in source.reports {
                    for paragraph in report.paragraphs where paragraph.role == .body {
                        subjects.append(
                            Subject(
                                text: paragraph.text, kind: paragraph.kind,
                                context: paragraph.headings.joined(separator: " "),
                                name: "\(source.path):\(paragraph.line)"))
                    }
                }
            }
        }
        return subjects
    }

    static func row(_ hit: SimilarHit, draft: Int?) -> OutputRow {
        var row = OutputRow()
        if let draft { row.add("draft_paragraph", draft) }
        row.add("rank", hit.rank)
        row.add("score", .number((hit.score * 10_000).rounded() / 10_000))
        row.add("why", hit.why)
        row.add("matched", hit.matched)
        row.add(
            "highlights",
            .list(hit.highlights.map { .list([.integer($0.lowerBound), .integer($0.upperBound)]) }))
        row.add("copies", .list(hit.copies.map { .integer(Int($0)) }))
        PassageRow.add(hit.passage, to: &row)
        return row
    }
}
