import Foundation
import Ingest
import ReportIndex
import ReportModel
import Testing

@testable import ReportQuery

/// The tags of the project's own reports against their labels.
struct TagScoreTests {
    private func score() throws -> TagScore {
        let labels = try TagLabels(
            at: CopiesCorpus.checkout.appendingPathComponent("Tests/Labels").path)
        let reading = try CopiesCorpus.index(of: try CopiesCorpus.own.get())
        return TagScore(
            labels, reports: try reading.reports().entries.map(\.summary),
            passages: try CompareCorpus.passages(reading))
    }

    @Test
    func `tags of the own reports agree with the labels at least as well as when last measured`()
        throws
    {
        // Just below the figures of November 2026: precision, recall.
        let floors: [String: (Double, Double)] = [
            "split": (1, 1), "unit": (0.98, 0.98), "unit_type": (0.98, 0.98),
            "admin_level": (0.98, 0.98), "year_stated": (1, 0.97), "year_inferred": (1, 0.92),
            "heading_level": (0.99, 0.99), "kind": (0.98, 0.98), "concerns_year": (0.98, 0.96),
            "topics": (0.76, 0.64),
        ]
        let score = try score()
        for field in score.fields {
            let floor = try #require(floors[field.field])
            let precision = try #require(field.precision)
            let recall = try #require(field.recall)
            #expect(precision >= floor.0, "\(field.field) precision \(precision)")
            #expect(recall >= floor.1, "\(field.field) recall \(recall)")
        }
        #expect(score.missing == 0)
    }

    @Test func `a unit left unnamed is an abstention, a wrong one is an error`() throws {
        let row = """
            {"file": "a.txt", "line": 1, "first_line": 1, "unit_canonical_ok": ["区妇联"],
            "unit_type_ok": ["妇联"], "admin_level_ok": ["区县"], "report_year_stated": 2018,
            "report_year_inferred": {"min": 2018, "max": 2018, "confidence": "high"}}
            """
        let label = try JSONDecoder().decode(ReportLabel.self, from: Data(row.utf8))
        func score(_ unit: UnitTag, _ year: YearTag, at line: Int = 1) -> TagScore {
            TagScore(
                TagLabels(reports: [label], paragraphs: []),
                reports: [
                    ReportSummary(
                        id: 1, path: "x/a.txt", title: "", firstLine: line, lastLine: 9, unit: unit,
                        year: year, period: nil)
                ], passages: [])
        }
        let silent = score(UnitTag(), YearTag())
        #expect(silent.unit.abstained == 1)
        #expect(silent.unit.precision == nil)
        #expect(silent.unit.recall == 0)
        #expect(silent.yearStated.abstained == 1)
        let wrong = score(
            UnitTag(name: "市妇联", type: .school, level: .city), YearTag(year: 2017, basis: .stated))
        #expect(wrong.unit.precision == 0)
        #expect(wrong.yearStated.precision == 0)
        #expect(wrong.disagreements.count == 4)
        let right = score(
            UnitTag(name: "XX区妇联", type: .womensFederation, level: .county),
            YearTag(year: 2018, basis: .stated))
        #expect(right.unit.precision == 1)
        #expect(right.disagreements.isEmpty)
        let elsewhere = score(UnitTag(name: "区妇联"), YearTag(), at: 2)
        #expect(elsewhere.split.recall == 0)
        #expect(elsewhere.unit.recall == 0)
    }

    @Test func `labels that are none are refused with file and line`() throws {
        let path = FileManager.default.temporaryDirectory
            .appendingPathComponent("labels-\(UUID().uuidString).jsonl").path
        try "\n{\"file\": 3}\n".write(toFile: path, atomically: true, encoding: .utf8)
        let error = #expect(throws: ReportError.self) { try TagLabels(at: path) }
        #expect(error?.place == path + ":2")
        #expect(throws: ReportError.self) { try TagLabels(at: path + "-nowhere") }
    }
}
