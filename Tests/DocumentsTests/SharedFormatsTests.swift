import Foundation
import Ingest
import ReportModel
import Testing

@testable import Documents

/// Material beside the checkout, which is not part of the project.
private enum SharedFormats {
    static let folder = ReaderFixtures.folder.deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("shared")

    static let isThere = FileManager.default.fileExists(
        atPath: folder.appendingPathComponent("formats/MANIFEST.tsv").path)
}

/// Real reports in eight formats beside the checkout; skipped where they are not.
@Suite(.enabled(if: SharedFormats.isThere, "no ../shared/formats beside the checkout"))
struct SharedFormatsTests {
    /// The converted file and the text it was made from.
    private func pairs() throws -> [(file: String, source: String)] {
        let url = SharedFormats.folder.appendingPathComponent("formats/MANIFEST.tsv")
        return try String(contentsOf: url, encoding: .utf8).split(separator: "\n").dropFirst()
            .map { row in
                let fields = row.split(separator: "\t", omittingEmptySubsequences: false)
                return ("formats/\(fields[0])", String(fields[4]))
            }
    }

    private func input(_ path: String) throws -> InputFile {
        let data = try Data(contentsOf: SharedFormats.folder.appendingPathComponent(path))
        return InputFile(path: path, bytes: Array(data))
    }

    private func ideographs(_ path: String) throws -> [Unicode.Scalar] {
        let documents = try Readers.standard.read(try input(path), options: ReadOptions())
        return documents.flatMap(\.lines).flatMap { $0.text.unicodeScalars }
            .filter { (0x4E00...0x9FFF).contains($0.value) }
    }

    private func outline(_ path: String, _ pipeline: IngestPipeline) throws -> [[String]] {
        try pipeline.sources(from: try input(path)).flatMap(\.reports).flatMap(\.paragraphs)
            .compactMap { paragraph in paragraph.ownHeading.map { paragraph.headings + [$0] } }
    }

    private static let office: Set<String> = ["docx", "doc", "odt", "rtf", "pdf", "html"]

    @Test func `every office file holds the Chinese characters of its text in order`() throws {
        for (file, source) in try pairs() where Self.office.contains(FileKind.extension(of: file)) {
            let wanted = try ideographs(source)
            let got = try ideographs(file)
            let lost = got.difference(from: wanted).removals.count
            #expect(Double(lost) <= 0.005 * Double(wanted.count), "\(file) lost \(lost)")
        }
    }

    @Test func `every office file has the outline of its text`() throws {
        let pipeline = try IngestPipeline()
        for (file, source) in try pairs() where Self.office.contains(FileKind.extension(of: file)) {
            #expect(try outline(file, pipeline) == outline(source, pipeline), "\(file)")
        }
    }
}
