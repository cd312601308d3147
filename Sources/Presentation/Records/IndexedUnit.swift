import ReportIndex
import ReportModel

/// A unit with what an index has of it (索引中的单位).
package struct IndexedUnit: Sendable {
    let key: UnitKey
    private(set) var reports: [ReportSummary]

    /// The units of an index, those with the most reports first; what is not known well enough is one unit a report.
    package static func all(in reading: IndexReading) throws(ReportError) -> [IndexedUnit] {
        var places: [UnitKey: Int] = [:]
        var units: [IndexedUnit] = []
        for entry in try reading.reports().entries {
            if let place = places[entry.unitKey] {
                units[place].reports.append(entry.summary)
            } else {
                places[entry.unitKey] = units.count
                units.append(IndexedUnit(key: entry.unitKey, reports: [entry.summary]))
            }
        }
        return units.enumerated().sorted {
            ($1.element.reports.count, $0.offset) < ($0.element.reports.count, $1.offset)
        }.map(\.element)
    }
}

extension Records {
    /// A unit as an assistant is told of it.
    package static let indexedUnit = RecordType<IndexedUnit>(
        "indexed-unit", "索引中的一个单位", "a unit that an index has reports of",
        [
            .text("unit", "单位", "单位名；不明为 null", "its name; null when not known") {
                $0.key.name
            },
            .integer("reports", "报告数", "报告数", "reports") { $0.reports.count },
            .texts("years", "年份", "报告年份，推断的前有 ≈", "years of the reports, with ≈ when inferred") {
                var met: Set<String> = []
                return $0.reports.compactMap { Naming.knownYear($0.year) }
                    .filter { met.insert($0).inserted }.sorted()
            },
            .text(
                "place", "位置", leftOut: true, "单位不明时报告的位置",
                "where the report is, when its unit is not known well enough"
            ) { $0.key.place },
        ])
}
