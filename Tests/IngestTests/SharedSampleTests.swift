import Documents
import Foundation
import ReportModel
import Testing

@testable import Ingest

/// Material beside the checkout, which is not part of the project.
private enum SharedMaterial {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("shared")

    static let isThere = FileManager.default.fileExists(
        atPath: folder.appendingPathComponent("gold/paragraphs.jsonl").path)
}

/// Judgements on real files beside the checkout; skipped where they are not.
@Suite(.enabled(if: SharedMaterial.isThere, "no ../shared beside the checkout"))
struct SharedSampleTests {
    private func rows(_ name: String) throws -> [[String: Any]] {
        let data = try Data(
            contentsOf: SharedMaterial.folder.appendingPathComponent("gold/" + name))
        return try data.split(separator: 10).map {
            try #require(try JSONSerialization.jsonObject(with: $0) as? [String: Any])
        }
    }

    private func reports() throws -> [String: [Report]] {
        let pipeline = try IngestPipeline()
        let finder = SourceFinder()
        var reports: [String: [Report]] = [:]
        for found in finder.list([SharedMaterial.folder.appendingPathComponent("samples").path])
            .found
        {
            let name = String(found.path.split(separator: "/").last ?? "")
            reports[name] = try pipeline.sources(from: try finder.load(found)).flatMap(\.reports)
        }
        return reports
    }

    @Test func `Judged reports begin where they were judged to begin`() throws {
        let reports = try reports()
        for row in try rows("reports.jsonl") {
            let name = try #require(row["file"] as? String)
            let first = row["first_line_ok"] as? [Int] ?? [row["first_line"] as? Int ?? 0]
            let starts = (reports[name] ?? []).map(\.firstLine)
            #expect(starts.contains(where: first.contains), "\(name) \(first)")
        }
    }

    @Test func `Heading levels agree with the judgements in 97 of 100 lines`() throws {
        let reports = try reports()
        var right = 0
        var count = 0
        for row in try rows("paragraphs.jsonl") {
            let role = row["role"] as? String
            guard role == "正文" || role == "小标题" else { continue }
            let name = try #require(row["file"] as? String)
            let line = try #require(row["line"] as? Int)
            let paragraph = (reports[name] ?? []).flatMap(\.paragraphs).first { $0.line == line }
            let levels = (row["heading_level_ok"] as? [Any] ?? []).map { $0 as? Int }
            count += 1
            if let paragraph, levels.contains(paragraph.headingLevel) { right += 1 }
        }
        #expect(Double(right) >= 0.97 * Double(count), "\(right) of \(count)")
    }
}
