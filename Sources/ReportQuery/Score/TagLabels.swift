import Foundation
import ReportModel

/// Judgements about reports and paragraphs, made by reading (标注): what `tags score` compares tags with.
package struct TagLabels: Sendable {
    package let reports: [ReportLabel]
    package let paragraphs: [ParagraphLabel]

    package init(reports: [ReportLabel], paragraphs: [ParagraphLabel]) {
        self.reports = reports
        self.paragraphs = paragraphs
    }

    /// Reads `reports.jsonl` and `paragraphs.jsonl` of a folder, or one file of either sort.
    ///
    /// - Throws: `ReportError` naming file and line.
    package init(at path: String) throws(ReportError) {
        var isFolder = ObjCBool(false)
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw ReportError(
                .notFound,
                place: path, problem: wording("没有标注", "there are no labels"),
                advice: wording(
                    "写标注目录，或 reports.jsonl、paragraphs.jsonl 之一",
                    "name a folder of labels, or its reports.jsonl or paragraphs.jsonl"))
        }
        let files =
            isFolder.boolValue
            ? ["reports.jsonl", "paragraphs.jsonl"].map { path + "/" + $0 }
                .filter { FileManager.default.fileExists(atPath: $0) } : [path]
        var reports: [ReportLabel] = []
        var paragraphs: [ParagraphLabel] = []
        for file in files {
            guard let text = try? String(contentsOfFile: file, encoding: .utf8) else {
                throw ReportError(
                    .permission,
                    place: file, problem: wording("读不了", "cannot be read"), advice: nil)
            }
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            for (number, line) in lines.enumerated() where line.utf8.contains(UInt8(ascii: "{")) {
                let data = Data(line.utf8)
                do {
                    if line.contains("\"unit_canonical_ok\"") {
                        reports.append(try JSONDecoder().decode(ReportLabel.self, from: data))
                    } else {
                        paragraphs.append(try JSONDecoder().decode(ParagraphLabel.self, from: data))
                    }
                } catch {
                    throw ReportError(
                        .damaged,
                        place: "\(file):\(number + 1)",
                        problem: wording("不是标注行", "is no row of labels"),
                        advice: String(describing: error))
                }
            }
        }
        guard !reports.isEmpty || !paragraphs.isEmpty else {
            throw ReportError(
                .notFound,
                place: path, problem: wording("没有标注行", "there are no rows of labels"), advice: nil)
        }
        self.init(reports: reports, paragraphs: paragraphs)
    }
}

/// What is true of a report. Lists named `…OK` hold every answer that can be defended.
package struct ReportLabel: Sendable, Decodable {
    package struct Inferred: Sendable, Decodable {
        package let min: Int
        package let max: Int
        package let confidence: String
    }

    package let file: String
    package let firstLine: Int
    package let firstLineOK: [Int]?
    package let unitOK: [String]
    package let unitTypeOK: [String]
    package let adminLevelOK: [String]
    package let yearStated: Int?
    package let yearStatedOK: [Int?]?
    package let yearInferred: Inferred

    enum CodingKeys: String, CodingKey {
        case file
        case firstLine = "first_line"
        case firstLineOK = "first_line_ok"
        case unitOK = "unit_canonical_ok"
        case unitTypeOK = "unit_type_ok"
        case adminLevelOK = "admin_level_ok"
        case yearStated = "report_year_stated"
        case yearStatedOK = "report_year_stated_ok"
        case yearInferred = "report_year_inferred"
    }
}

/// What is true of a paragraph.
package struct ParagraphLabel: Sendable, Decodable {
    package let file: String
    package let line: Int
    package let role: String
    package let headingLevelOK: [Int?]
    package let kindOK: [String]
    package let concernsYear: String?
    package let concernsYearOK: [String?]?
    package let concernsYearStated: Int?
    package let concernsYearInferred: Int?
    package let topics: [String]
    package let topicsAlternative: [String]

    enum CodingKeys: String, CodingKey {
        case file, line, role, topics
        case headingLevelOK = "heading_level_ok"
        case kindOK = "section_kind_ok"
        case concernsYear = "concerns_year"
        case concernsYearOK = "concerns_year_ok"
        case concernsYearStated = "concerns_year_stated"
        case concernsYearInferred = "concerns_year_inferred"
        case topicsAlternative = "topics_alt"
    }

    /// Every year that can be defended, from the first choice and the words for the others; empty when no
    /// year is known.
    var years: Set<Int> {
        guard let first = concernsYearStated ?? concernsYearInferred else { return [] }
        let following = "following_year"
        let own = concernsYear == following ? first - 1 : first
        return Set(
            [first]
                + (concernsYearOK ?? []).compactMap {
                    $0 == following ? own + 1 : $0 == "report_year" ? own : nil
                })
    }
}
