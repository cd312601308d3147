import Foundation
import Ingest
import ReportModel
import Testing

/// Floors for activities and figures on documents whose writers never saw the tool, and the one thing that may
/// never be: a wrong number.
@Suite struct JudgedFiguresTests {
    private typealias Place = JudgedDocuments.Place
    private typealias Label = JudgedDocuments.ActivityLabel

    private let core: [Place: [Label]]
    private let others: [Place: [Label]]

    init() throws {
        core = Dictionary(
            grouping: try JudgedDocuments.labels("activities", as: Label.self),
            by: { Place(file: $0.file, line: $0.line) })
        others = Dictionary(
            grouping: try JudgedDocuments.labels("activities_alt", as: Label.self),
            by: { Place(file: $0.file, line: $0.line) })
    }

    /// Whether half of the shorter text lies in the longer, in one run.
    private func isNear(_ one: String, _ other: String) -> Bool {
        if one.contains(other) || other.contains(one) { return true }
        let (short, long) = one.count <= other.count ? (Array(one), other) : (Array(other), one)
        let need = max(2, (short.count + 1) / 2)
        guard short.count >= need else { return false }
        return (0...(short.count - need)).contains {
            long.contains(String(short[$0..<($0 + need)]))
        }
    }

    private func activities(_ place: Place) -> [Activity] {
        JudgedDocuments.paragraphs[place]?.activities ?? []
    }

    /// A person is counted by several words.
    private func plain(_ unit: String) -> String { ["名", "位"].contains(unit) ? "人" : unit }

    @Test func `What was done is found, and little else`() throws {
        var (found, right, status) = (Tally(), Tally(), Tally())
        for (place, labels) in core {
            for label in labels where (label.tier ?? "core") == "core" {
                let met = activities(place).filter { isNear($0.span, label.span) }
                found.add(!met.isEmpty, "\(place) \(label.span)")
                let statuses = [label.status] + (label.statusOk ?? [])
                if !met.isEmpty {
                    status.add(
                        met.contains { statuses.contains($0.status.rawValue) },
                        "\(place) \(label.span)")
                }
            }
        }
        let files = Set(core.keys.map(\.file))
        for (place, paragraph) in JudgedDocuments.paragraphs where files.contains(place.file) {
            let labels = (core[place] ?? []) + (others[place] ?? [])
            for activity in paragraph.activities {
                right.add(
                    labels.contains { isNear(activity.span, $0.span) }, "\(place) \(activity.span)")
            }
        }
        expect(found, atLeast: 0.9)
        expect(right, atLeast: 0.9)
        expect(status, atLeast: 0.95)
    }

    @Test func `Those who took part are found`() {
        var found = Tally()
        for (place, labels) in core {
            for label in labels {
                let told = activities(place).filter { isNear($0.span, label.span) }
                guard !told.isEmpty else { continue }
                for partner in label.partners ?? [] {
                    found.add(
                        told.flatMap(\.partners).contains { isNear($0, partner) },
                        "\(place) \(partner)")
                }
            }
        }
        expect(found, atLeast: 0.9)
    }

    @Test func `Figures are found with their parts, and none is wrong`() throws {
        var (found, parts) = (Tally(), Tally())
        var wrong: [String] = []
        for (place, labels) in core {
            let got = activities(place).flatMap(\.quantities)
            let own = Set((labels + (others[place] ?? [])).flatMap(\.quantities).map(\.raw))
            for quantity in labels.flatMap(\.quantities) where quantity.optional != true {
                let same = got.filter {
                    $0.value == quantity.value && plain($0.unit) == plain(quantity.unit)
                }
                found.add(!same.isEmpty, "\(place) \(quantity.raw)")
                if same.isEmpty {
                    wrong += got.filter { other in
                        other.value != nil && other.value != quantity.value
                            && !own.contains(other.raw)
                            && (quantity.raw.contains(other.raw)
                                || other.raw.hasPrefix(quantity.raw))
                    }.map { "\(place) \(quantity.raw): \($0.raw)" }
                } else {
                    let right = [quantity.part] + (quantity.partOk ?? [])
                    parts.add(
                        same.contains { right.contains($0.part.rawValue) },
                        "\(place) \(quantity.raw) \(same.map(\.part.rawValue))")
                }
            }
        }
        #expect(wrong.isEmpty)
        expect(found, atLeast: 0.9)
        expect(parts, atLeast: 0.94)
    }
}
