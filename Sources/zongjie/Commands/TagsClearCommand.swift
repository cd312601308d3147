import ArgumentParser
import Documents
import Foundation
import Ingest
import Ingesting
import ReportIndex
import ReportModel

struct TagsClearCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "clear",
        abstract: wording("撤销人工认定，恢复自动标签。", "Take decisions back; the automatic tags return."),
        discussion: discussion(
            """
            不给字段则撤销此处的全部认定：在报告首行或用报告编号，撤报告的；
            在路径:行号，撤段落的。文件随即重读。--outdated 撤销所有不起作用的。
            """,
            """
            Without fields, every decision at the place goes: at the first line of a report, or with its \
            id, those of the report; at PATH:LINE those of the paragraph. The file is read again. \
            --outdated clears all that are without effect.
            """,
            examples: """
                zongjie tags clear 2018年总结.txt:9 kind
                zongjie tags clear --outdated
                """))

    @Argument(
        help: .wording(
            "路径:行号、报告编号，或文件名（整份报告）。", "PATH:LINE, a report's id, or a file for its report."))
    var place: String?

    @Argument(help: .wording("只撤这些字段。", "Only these fields."))
    var fields: [String] = []

    @Flag(help: .wording("撤销不起作用的认定。", "Clear the decisions without effect."))
    var outdated = false

    @OptionGroup var index: IndexOption

    func validate() throws {
        guard (place == nil) == outdated else {
            throw ValidationError(
                wording("请写位置，或用 --outdated", "name a place, or use --outdated"))
        }
    }

    func run() async throws {
        let fields = try fields.map(TagPlace.field)
        let writer = try TagPlace.writer(index)
        let (chosen, locations) = try chosen(fields, in: DecisionReader(try index.open()))
        guard !chosen.isEmpty else {
            StandardOutput.line(wording("没有可撤销的认定", "there is no decision to clear"))
            throw ExitCode(1)
        }
        let count = try writer.forget(chosen)
        // Committed with the tags that take their place.
        let isWhole = try await readAgain(locations, with: writer)
        StandardOutput.line(wording("撤销 \(count) 项认定", "cleared \(count) decisions"))
        if !isWhole { throw ExitCode(2) }
    }

    /// The decisions to be cleared, and the files to be read again.
    private func chosen(_ fields: [DecisionField], in reader: DecisionReader) throws(ReportError)
        -> (decisions: [Decision], locations: Set<String>)
    {
        let list = try reader.list().filter { entry in
            if outdated { return entry.state != .applied }
            return fields.isEmpty || fields.contains(entry.decision.field)
        }
        var chosen = list
        if let place {
            let targets = try reader.targets(place)
            chosen = list.filter { entry in
                Self.stands(entry.decision, entry.sourcePath, at: place, targets, fields)
            }
        }
        let decisions = chosen.map(\.decision)
        return (decisions, try reader.locations(of: Set(decisions.map(\.path))))
    }

    /// Whether a decision is one that the person names: by the line it is about, or by its report.
    private static func stands(
        _ decision: Decision, _ path: String, at place: String, _ targets: [DecisionTarget],
        _ fields: [DecisionField]
    ) -> Bool {
        let isNamedReport = targets.contains {
            $0.path == decision.path && $0.firstLine == decision.firstLine
        }
        if Int(place) != nil { return decision.line == 0 && isNamedReport }
        guard let colon = place.lastIndex(of: ":"),
            let line = Int(place[place.index(after: colon)...])
        else { return false }
        let name = place[..<colon]
        guard path == name || path.hasSuffix("/" + name) || decision.path == name else {
            return false
        }
        if decision.line > 0 { return decision.line == line }
        // Any line of a report names it, once a field of reports is asked for.
        return decision.firstLine == line || (isNamedReport && fields.contains(decision.field))
    }

    /// - Returns: whether all files could be read.
    private func readAgain(
        _ locations: Set<String>, with writer: IndexWriter
    ) async throws -> Bool {
        let known = try writer.knownFiles()
        let files = locations.sorted().compactMap { known[$0] }
        let there = files.filter { FileName.exists($0.location) }
        for file in files where !there.contains(file) {
            StandardError.line(
                wording(
                    "\(file.path): 文件已不在，标签暂不变；放回后运行 zongjie ingest --fresh",
                    "\(file.path): the file is gone and its tags stay; put it back and run zongjie ingest --fresh"
                ))
        }
        let options = ReadOptions()
        let run = IngestRun(
            reading: FileReading(
                finder: SourceFinder(options: options), pipeline: try IngestPipeline.standard(),
                options: options),
            writer: writer, isFresh: true, onProgress: ProgressLine().show)
        let summary = try await run.run(again: there)
        for skipped in summary.skipped { StandardError.line(skipped.description) }
        return there.count == files.count && summary.skipped.isEmpty
    }
}
