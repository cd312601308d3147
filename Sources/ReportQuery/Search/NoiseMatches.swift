import ReportIndex
import ReportModel

/// Counts lines that a search left out because they were set aside as noise (未列入的噪声): frames of web pages,
/// red headers. A report's own line may be among them.
struct NoiseMatches {
    /// More lines are not looked at.
    private static let most = 20_000

    private let query: Query
    private let index: PassageIndex
    private let reading: IndexReading

    init(_ query: Query, index: PassageIndex, _ reading: IndexReading) {
        self.query = query
        self.index = index
        self.reading = reading
    }

    /// Lines of noise that pass the filter and every exact condition and have every word; 0 for a question
    /// without words, and where there are too many to look at. O(characters of the noise).
    func count(_ words: [String]) throws(ReportError) -> Int {
        guard !query.filter.includesNoise, !words.isEmpty || !query.clauses.isEmpty else {
            return 0
        }
        let noise = PassageSet(capacity: index.columns.count) {
            index.columns.reports[$0] != 0 && index.columns.role(at: $0) == .noise
        }
        // Most collections have none: their conditions need not be looked at again.
        guard noise.count > 0 else { return 0 }
        var other = query
        other.filter.includesNoise = true
        var set = try MatchSets(other, reading: reading, index: index).allowed
        set.formIntersection(noise)
        guard set.count <= Self.most else { return 0 }
        let matcher = LiteralMatcher(reading: reading, index: index, includesNoise: true)
        for word in words where !set.isEmpty {
            set = try matcher.passages(containing: word, among: set)
        }
        return set.count
    }
}
