import Documents
import Foundation
import Ingest
import ReportIndex
import ReportModel
import Testing

@testable import ReportQuery

/// The project's own reports, read and indexed once for the tests of copies.
enum CopiesCorpus {
    static let checkout = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// Every source under a folder, read by all stages.
    static func sources(in folder: URL = checkout.appendingPathComponent("Corpus")) throws
        -> [Source]
    {
        let pipeline = try IngestPipeline.standard()
        let finder = SourceFinder()
        return try finder.list([folder.path]).found.flatMap {
            try pipeline.sources(from: try finder.load($0))
        }
    }

    static let own = Result { try sources() }

    /// An index of sources in a file of its own.
    static func index(of sources: [Source]) throws -> IndexReading {
        let path = FileManager.default.temporaryDirectory
            .appendingPathComponent("copies-\(UUID().uuidString).sqlite").path
        let writer = try IndexWriter(path: path) { _ in false }
        var preparer = try SourcePreparer()
        try writer.append(
            sources.map { source in
                preparer.prepare(
                    [source],
                    state: FileState(
                        path: source.path, location: source.path, size: 0, modified: 0, rules: ""))
            })
        try writer.finish()
        return try IndexDatabase.open(path).reading()
    }

    /// Texts in memory: a list of paragraphs for each report.
    static func texts(_ reports: [[String]], units: [(String, Int)?] = []) throws -> PassageTexts {
        let normalizer = try DisguiseNormalizer()
        var texts = PassageTexts()
        var id: Int64 = 1
        for (number, paragraphs) in reports.enumerated() {
            let unit = number < units.count ? units[number] : nil
            let key = unit.map { UnitKey(UnitTag(name: $0.0), path: "", firstLine: 1) }
            texts.beginReport(Int64(number + 1), unit: key, year: unit?.1)
            for paragraph in paragraphs {
                texts.append(id, .body, paragraph, normalizer)
                id += 1
            }
        }
        return texts
    }

    /// The body paragraphs of the own reports, report by report.
    static func paragraphs() throws -> [[String]] {
        try own.get().flatMap(\.reports).map { report in
            report.paragraphs.filter { $0.role == .body }.map(\.text)
        }
    }
}
