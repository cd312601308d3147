import ArgumentParser
import Foundation
import ReportIndex
import ReportModel
import ReportQuery

/// Scores ranking on a collection in the BEIR layout: corpus.jsonl, queries.jsonl, qrels.tsv.
struct Retrieval: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "MRR@10 on a collection in the BEIR layout.")

    @Argument(help: "The collection's folder.") var folder: String

    private struct Document: Decodable {
        var _id: String
        var title: String?
        var text: String
    }

    func run() throws {
        let path = NSTemporaryDirectory() + "zongjie-retrieval-\(getpid()).sqlite"
        defer { for end in ["", "-wal", "-shm", ".lock"] { unlink(path + end) } }
        try write(documents("corpus.jsonl"), to: path)
        let engine = try SearchEngine()
        let reading = try IndexDatabase.open(path).reading()
        var wanted: [String: Set<String>] = [:]
        for line in try text("qrels.tsv").split(separator: "\n").dropFirst() {
            let cells = line.split(separator: "\t")
            if cells.count > 2, Int(cells[2]) ?? 0 > 0 {
                wanted[String(cells[0]), default: []].insert(String(cells[1]))
            }
        }
        var sum = 0.0
        var count = 0
        var timings = Timings()
        var options = SearchOptions()
        options.countsMatches = false
        for question in try documents("queries.jsonl") {
            guard let relevant = wanted[question._id] else { continue }
            var query = Query()
            query.clauses = [.words(question.text)]
            let answer = try timings.time { try engine.search(query, options, in: reading) }
            count += 1
            let rank = answer.hits.firstIndex { relevant.contains($0.passage.report.path) }
            if let rank { sum += 1 / Double(rank + 1) }
        }
        print(
            "MRR@10 " + String(format: "%.4f", sum / Double(max(1, count)))
                + " over \(count) questions")
        print(timings.line("a question"))
    }

    private func text(_ name: String) throws -> String {
        try String(contentsOfFile: folder + "/" + name, encoding: .utf8)
    }

    private func documents(_ name: String) throws -> [Document] {
        try text(name).split(separator: "\n").map {
            try JSONDecoder().decode(Document.self, from: Data($0.utf8))
        }
    }

    private func write(_ documents: [Document], to path: String) throws {
        let writer = try IndexWriter(path: path) { _ in false }
        var preparer = try SourcePreparer()
        let files = documents.map { document in
            var paragraph = Paragraph(
                line: 1, text: (document.title.map { $0 + "\n" } ?? "") + document.text,
                ownHeading: document.title)
            paragraph.kind = .done
            let report = Report(
                title: document.title ?? "", firstLine: 1, lastLine: 1, paragraphs: [paragraph])
            let source = Source(
                path: document._id, encoding: "UTF-8", lineCount: 1, reports: [report])
            return preparer.prepare(
                [source],
                state: FileState(
                    path: document._id, location: document._id, size: 0, modified: 0, rules: ""))
        }
        try writer.append(files)
        try writer.finish()
    }
}
