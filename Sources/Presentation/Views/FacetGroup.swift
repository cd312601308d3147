import ReportModel
import ReportQuery

/// How many matches fall to each value of one field (分面).
package struct FacetGroup: Sendable {
    package struct Count: Sendable, Hashable {
        /// The value as a filter takes it: a name, a year, an id, `unknown`.
        package let value: String
        /// The value as people read it.
        package let label: String
        package let count: Int
    }

    /// The filter's parameter: `unit`, `year`, `topic`, `kind`.
    package let name: String
    package let heading: String
    package let counts: [Count]

    static func groups(_ facets: Facets) -> [FacetGroup] {
        [
            group("unit", wording("单位", "unit"), facets.units) { $0 },
            group("year", wording("年份", "year"), facets.years) { $0 },
            group("topic", wording("主题", "topic"), facets.topics) { id in
                wording(Topic(rawValue: id)?.chineseName ?? id, id)
            },
            group("kind", wording("类型", "kind"), facets.kinds) { id in
                wording(Kind(rawValue: id)?.chineseName ?? id, id)
            },
        ]
    }

    private static func group(
        _ name: String, _ heading: String, _ counts: [Facets.Count], _ label: (String) -> String
    ) -> FacetGroup {
        FacetGroup(
            name: name, heading: heading,
            counts: counts.map {
                Count(
                    value: $0.value ?? "unknown",
                    label: $0.value.map(label) ?? wording("未知", "unknown"), count: $0.count)
            })
    }
}
