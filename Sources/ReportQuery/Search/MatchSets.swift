import ReportModel
import ReportIndex
import Segmentation

/// Which passages a query asks for, as sets (匹配集合).
struct MatchSets {
    /// Passages that pass the filter and every exact condition.
    let allowed: PassageSet
    /// Whether anything but plain words narrowed `allowed`.
    let isNarrowed: Bool

    init(
        _ query: Query, reading: IndexReading, index: PassageIndex
    ) throws(ReportError) {
        let matcher = LiteralMatcher(
            reading: reading, index: index, includesNoise: query.filter.includesNoise)
        var allowed =
            query.filter == Filter()
            ? index.searchable
            : try FilterMatcher(reading: reading, index: index).passages(query.filter)
        var isNarrowed = !query.filter.isEmpty
        for clause in query.clauses {
            if case .words = clause { continue }
            allowed.formIntersection(try Self.passages(clause, matcher))
            isNarrowed = true
        }
        for clause in query.excluded {
            allowed.subtract(try Self.passages(clause, matcher))
            isNarrowed = true
        }
        self.allowed = allowed
        self.isNarrowed = isNarrowed
    }

    private static func passages(
        _ clause: Query.Clause, _ matcher: LiteralMatcher
    ) throws(ReportError) -> PassageSet {
        switch clause {
        case .words(let text), .phrase(let text): return try matcher.passages(containing: text)
        case .prefix(let text): return try matcher.passages(withPrefix: text)
        case .near(let texts, let distance):
            return try matcher.passages(near: texts, distance: distance)
        case .any(let clauses):
            var set = PassageSet(capacity: matcher.index.columns.count)
            for clause in clauses { set.formUnion(try passages(clause, matcher)) }
            return set
        }
    }

    /// Few enough passages to look at their text in place of asking the exact index.
    private static let few = 300

    /// The passages among `allowed` that contain every one of `words`, the rarest asked first.
    func passages(
        withEvery words: [String], statistics: TermStatistics
    ) throws(ReportError) -> PassageSet {
        let matcher = LiteralMatcher(
            reading: statistics.reading, index: statistics.index, includesNoise: false)
        let ordered = try words.map { word throws(ReportError) in
            (word, try statistics.frequency(of: word))
        }.sorted { $0.1 < $1.1 }.map(\.0)
        var set = allowed
        for word in ordered {
            let count = set.count
            if count == 0 { return set }
            if count <= Self.few {
                set = try matcher.passages(containing: word, among: set)
            } else {
                set.formIntersection(try matcher.passages(containing: word))
            }
        }
        return set
    }
}
