import ReportModel

/// A question as a value (检索式).
package struct Query: Sendable, Hashable {
    /// What must be found: plain words are wanted together, the rest is required.
    package var clauses: [Clause] = []
    /// What a passage must not have.
    package var excluded: [Clause] = []
    package var filter = Filter()
    /// What the parser mended, in words for the user.
    package var notes: [String] = []

    package init() {}

    package enum Clause: Sendable, Hashable {
        /// Plain text, cut into words; a passage without some of them may still be shown.
        case words(String)
        /// Text that must stand there literally, after folding.
        case phrase(String)
        /// The beginning of a word.
        case prefix(String)
        /// One of several.
        case any([Clause])
        /// Texts within a distance of characters, in any order.
        case near([String], distance: Int)
    }

    /// Whether nothing is asked beyond the filter.
    package var isEmpty: Bool { clauses.isEmpty && excluded.isEmpty }

    /// The texts the clauses look for, in order.
    package var texts: [String] { clauses.flatMap(\.texts) }
}

extension Query.Clause {
    /// The texts this clause looks for.
    package var texts: [String] {
        switch self {
        case .words(let text), .phrase(let text), .prefix(let text): [text]
        case .any(let clauses): clauses.flatMap(\.texts)
        case .near(let texts, _): texts
        }
    }
}

/// Which passages are looked at (筛选条件); values of one field are alternatives, fields add up.
package struct Filter: Sendable, Hashable {
    /// Unit names or parts of them.
    package var units: [String] = []
    package var unitTypes: [UnitType] = []
    package var levels: [AdminLevel] = []
    /// Place names or parts of them.
    package var regions: [String] = []
    /// Years the work concerns.
    package var years: [YearChoice] = []
    /// Years the reports are filed under.
    package var reportYears: [YearChoice] = []
    package var topics: [Topic] = []
    package var kinds: [Kind] = []
    package var roles: [Role] = []
    /// Parts of source paths.
    package var paths: [String] = []
    /// Values that rule a passage out, by the same fields.
    package var excludedUnits: [String] = []
    /// Whether noise is looked at too.
    package var includesNoise = false

    package init() {}

    package var isEmpty: Bool {
        var other = self
        other.includesNoise = false
        return other == Filter()
    }

    /// Whether it asks something of passages, not of their reports alone.
    package var isAboutPassages: Bool {
        !(years.isEmpty && topics.isEmpty && kinds.isEmpty && roles.isEmpty)
    }
}

extension Filter {
    /// The filter without what it asks of one field; `nil` when it asks nothing of it.
    package func without(_ field: FilterField) -> Filter? {
        var other = self
        switch field {
        case .unit:
            other.units = []
            other.excludedUnits = []
        case .unitType: other.unitTypes = []
        case .level: other.levels = []
        case .region: other.regions = []
        case .year: other.years = []
        case .reportYear: other.reportYears = []
        case .topic: other.topics = []
        case .kind: other.kinds = []
        case .role: other.roles = []
        case .path: other.paths = []
        }
        return other == self ? nil : other
    }
}

/// A year, a span of years, or the years that nobody knows.
package enum YearChoice: Sendable, Hashable {
    case years(ClosedRange<Int>)
    case unknown

    package func contains(_ year: Int?) -> Bool {
        switch self {
        case .years(let range): year.map { range.contains($0) } ?? false
        case .unknown: year == nil
        }
    }
}
