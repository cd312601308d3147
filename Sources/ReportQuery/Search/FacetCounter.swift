import ReportIndex
import ReportModel

/// Counts matches by unit, year, topic and kind (分面计数).
struct FacetCounter {
    let index: PassageIndex
    let reports: ReportTable

    func count(_ set: PassageSet) -> Facets {
        let columns = index.columns
        var byUnit: [String?: Int] = [:]
        var byYear: [String?: Int] = [:]
        var byTopic: [String?: Int] = [:]
        var byKind: [String?: Int] = [:]
        let ordinals = set.ordinals
        for ordinal in ordinals {
            let unit = reports[columns.reports[ordinal]]?.unitKey.label
            byUnit[unit, default: 0] += 1
            let year = columns.years[ordinal]
            byYear[year == 0 ? nil : String(year), default: 0] += 1
            for topic in columns.topics(at: ordinal) { byTopic[topic.rawValue, default: 0] += 1 }
            byKind[columns.kind(at: ordinal).rawValue, default: 0] += 1
        }
        return Facets(
            units: Self.sorted(byUnit),
            years: Self.sorted(byYear).sorted { Self.name($0) < Self.name($1) },
            topics: Self.sorted(byTopic), kinds: Self.sorted(byKind), base: ordinals.count)
    }

    private static func sorted(_ counts: [String?: Int]) -> [Facets.Count] {
        counts.map { Facets.Count(value: $0.key, count: $0.value) }
            .sorted { ($1.count, name($0)) < ($0.count, name($1)) }
    }

    /// What is unknown comes last.
    private static func name(_ count: Facets.Count) -> String { count.value ?? "\u{10FFFF}" }
}
