import Documents
import Foundation
import Ingest
import ReportModel
import Testing

/// Documents with what people judged to be right in them (人工判定的文档); `Judged/README.md` tells the form.
enum JudgedDocuments {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Judged")

    struct ReportLabel: Decodable {
        let file: String
        let firstLine: Int
        let unitOk: [String?]
        let unitTypeOk: [String]
        let adminLevelOk: [String]
        let year: Int?
        let yearOk: [Int?]?
        let yearBasis: String
        let yearRange: [Int]?

        /// Every year that is right.
        var years: Set<Int> { Set((yearOk ?? []).compactMap(\.self) + [year].compactMap(\.self)) }
    }

    struct ParagraphLabel: Decodable {
        let file: String
        let line: Int
        let roleOk: [String]
        let kindOk: [String]
        let concernsYearOk: [Int?]?
        let headingsOk: [[String]]?
    }

    struct QuantityLabel: Decodable {
        let raw: String
        let value: Double?
        let unit: String
        let part: String
        let partOk: [String]?
        let optional: Bool?
    }

    struct ActivityLabel: Decodable {
        let file: String
        let line: Int
        let span: String
        let status: String
        let statusOk: [String]?
        let quantities: [QuantityLabel]
        let partners: [String]?
        let tier: String?
    }

    /// One label a line.
    static func labels<Label: Decodable>(_ name: String, as type: Label.Type) throws -> [Label] {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        let data = try Data(contentsOf: folder.appendingPathComponent("labels/\(name).jsonl"))
        return try data.split(separator: 10).map { try decoder.decode(Label.self, from: $0) }
    }

    /// What is made of every document, by file name.
    static let reports: [String: [Report]] = {
        do {
            let pipeline = try IngestPipeline.standard()
            let finder = SourceFinder()
            let files = finder.list([folder.appendingPathComponent("docs").path]).found
            return try Dictionary(
                uniqueKeysWithValues: files.map { file in
                    (
                        String(file.path.split(separator: "/").last ?? ""),
                        try pipeline.sources(from: try finder.load(file)).flatMap(\.reports)
                    )
                })
        } catch {
            Issue.record("the judged documents cannot be read: \(error)")
            return [:]
        }
    }()

    /// A line of a file.
    struct Place: Hashable {
        let file: String
        let line: Int
    }

    /// What is made of every line that begins a paragraph.
    static let paragraphs: [Place: Paragraph] = {
        var paragraphs: [Place: Paragraph] = [:]
        for (file, reports) in reports {
            for paragraph in reports.flatMap(\.paragraphs) {
                paragraphs[Place(file: file, line: paragraph.line)] = paragraph
            }
        }
        return paragraphs
    }()
}

/// How many of how many came right, with the first that did not (得分).
struct Tally {
    private(set) var right = 0
    private(set) var count = 0
    private(set) var misses: [String] = []

    mutating func add(_ isRight: Bool, _ what: @autoclosure () -> String) {
        count += 1
        if isRight { right += 1 } else { misses.append(what()) }
    }

    /// From 0 to 1; 0 when there was nothing to count, so that no floor is met by emptiness.
    var share: Double { count == 0 ? 0 : Double(right) / Double(count) }
}

/// Whether so much comes right; what does not is named.
func expect(
    _ tally: Tally, atLeast floor: Double, sourceLocation: SourceLocation = #_sourceLocation
) {
    #expect(
        tally.share >= floor, "\(tally.right) of \(tally.count): \(tally.misses.prefix(12))",
        sourceLocation: sourceLocation)
}
