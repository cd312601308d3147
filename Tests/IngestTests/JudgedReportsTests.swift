import Foundation
import Ingest
import ReportModel
import Testing

/// Floors for structure and tags on documents whose writers never saw the tool. They stand a little below what was
/// measured: a change that falls through one has made reading worse.
@Suite struct JudgedReportsTests {
    /// The report that begins where a label says, give or take two lines.
    private func report(_ label: JudgedDocuments.ReportLabel) -> Report? {
        JudgedDocuments.reports[label.file]?.first { abs($0.firstLine - label.firstLine) <= 2 }
    }

    private func plain(_ name: String) -> String {
        name.filter { !"xX×*＊ｘＸ某 　".contains($0) }
    }

    @Test func `Reports begin where they do, and are whose they are`() throws {
        var (begins, units, types, levels) = (Tally(), Tally(), Tally(), Tally())
        for label in try JudgedDocuments.labels("reports", as: JudgedDocuments.ReportLabel.self) {
            let place = "\(label.file):\(label.firstLine)"
            let report = report(label)
            begins.add(report != nil, place)
            guard let unit = report?.unit else { continue }
            let names = Set(label.unitOk.compactMap(\.self).map(plain))
            let name = unit.name.map(plain)
            units.add(name.map(names.contains) ?? names.isEmpty, "\(place) \(name ?? "-")")
            types.add(label.unitTypeOk.contains(unit.type.rawValue), "\(place) \(unit.type)")
            levels.add(label.adminLevelOk.contains(unit.level.rawValue), "\(place) \(unit.level)")
        }
        expect(begins, atLeast: 0.9)
        expect(units, atLeast: 0.93)
        expect(types, atLeast: 0.9)
        expect(levels, atLeast: 0.95)
    }

    @Test func `No year is stated that is not, and no range leaves the year out`() throws {
        var sound = Tally()
        for label in try JudgedDocuments.labels("reports", as: JudgedDocuments.ReportLabel.self) {
            guard let tag = report(label)?.year else { continue }
            let isSound =
                switch tag.basis {
                case .stated:
                    label.yearBasis == "stated" && tag.year.map(label.years.contains) == true
                case .inferred:
                    tag.range.map { range in
                        label.years.contains(where: range.contains)
                            || (label.yearRange ?? []).contains(where: range.contains)
                    } ?? true
                case .none: true
                }
            sound.add(isSound, "\(label.file):\(label.firstLine) \(tag)")
        }
        expect(sound, atLeast: 1)
    }

    @Test func `Paragraphs have their roles, kinds, years and headings`() throws {
        var (roles, kinds, years, paths) = (Tally(), Tally(), Tally(), Tally())
        let labels = try JudgedDocuments.labels(
            "paragraphs", as: JudgedDocuments.ParagraphLabel.self)
        for label in labels where !label.roleOk.contains("continuation") {
            let place = JudgedDocuments.Place(file: label.file, line: label.line)
            guard let paragraph = JudgedDocuments.paragraphs[place] else {
                roles.add(false, "\(place)")
                continue
            }
            roles.add(label.roleOk.contains(paragraph.role.rawValue), "\(place) \(paragraph.role)")
            guard label.roleOk.first == "body" else { continue }
            kinds.add(label.kindOk.contains(paragraph.kind.rawValue), "\(place) \(paragraph.kind)")
            if let right = label.concernsYearOk, !right.isEmpty {
                // To say nothing is no error here.
                let year = paragraph.concernsYear
                years.add(year == nil || right.contains(year), "\(place) \(year ?? 0)")
            }
            if let right = label.headingsOk, !right.isEmpty {
                let told = [paragraph.headings, paragraph.headings + [paragraph.ownHeading ?? ""]]
                paths.add(
                    right.contains { path in told.contains { tail($0) == tail(path) } },
                    "\(place) \(paragraph.headings)")
            }
        }
        expect(roles, atLeast: 0.97)
        expect(kinds, atLeast: 0.95)
        expect(years, atLeast: 0.98)
        expect(paths, atLeast: 0.95)
    }

    /// The last two headings without their punctuation.
    private func tail(_ path: [String]) -> [String] {
        path.map { heading in
            heading.filter { $0 != " " }.trimmingCharacters(in: CharacterSet(charactersIn: "。：:*"))
        }.suffix(2)
    }
}
