import ReportIndex
import ReportModel
import ReportQuery
import Segmentation

/// How a term or an activity goes over the years, with what each year rests on (趋势).
package struct Trend: Sendable {
    package struct Year: Sendable, Hashable {
        /// `nil` for what no year is known of.
        package let year: Int?
        package let count: Int
        /// Per million words; of activities, per thousand of them.
        package let rate: Double
        /// Reports with the term, and reports of the year: the base.
        package let reports: Int
        package let base: Int
        /// Words of the year; of activities, all activities.
        package let size: Int
    }

    package let years: [Year]

    /// The trend of texts, as written, taken together.
    ///
    /// - Parameter byWork: by the year the work concerns in place of the year the report is filed under.
    /// - Throws: `ReportError`.
    package init(of texts: [String], byWork: Bool, corpus: CorpusIndex, passages: PassageSet)
        throws(ReportError)
    {
        let parts = PassageParts(byWork ? .year : .reportYear, corpus)
        let search = TextSearch(texts)
        let cells = try PassageScan(corpus: corpus, passages: passages).run {
            YearCounts(parts.count)
        } _: { cells, passage in
            let size = passage.wordCount
            let count = search.ranges(in: passage.scalars).count
            parts.forEach(at: passage.ordinal) {
                cells.add(part: $0, report: passage.report, count: count, size: size)
            }
        }
        years = Self.years(cells, parts, per: 1e6)
    }

    /// The trend of activities whose name, action or object contains a text.
    ///
    /// - Throws: `ReportError`.
    package init(
        ofActivity text: String, done: Bool, byWork: Bool, corpus: CorpusIndex, passages: PassageSet
    ) throws(ReportError) {
        let parts = PassageParts(byWork ? .year : .reportYear, corpus)
        let wanted = Folding.standard.fold(text)
        let index = corpus.index
        var counts: [Int64: (found: Int, all: Int)] = [:]
        try corpus.reading.forEachActivities(of: passages.ordinals.map(index.passage)) { passage in
            let activities = passage.activities.filter { !done || $0.status == .done }
            let found = activities.count { activity in
                [activity.name, activity.action + activity.object].contains {
                    ScalarSearch.first(of: wanted, in: Folding.standard.fold($0), from: 0) != nil
                }
            }
            counts[passage.text.id] = (found, activities.count)
        }
        var cells = YearCounts(parts.count)
        for ordinal in passages.ordinals {
            let (found, all) = counts[index.passage(at: ordinal)] ?? (0, 0)
            parts.forEach(at: ordinal) {
                cells.add(
                    part: $0, report: index.columns.reports[ordinal], count: found, size: all)
            }
        }
        years = Self.years([cells], parts, per: 1000)
    }

    private struct YearCounts: Sendable {
        var counts: [Int]
        var sizes: [Int]
        var reports: [Int]
        var bases: [Int]
        private var lastReport: [UInt32]
        private var lastBase: [UInt32]

        init(_ parts: Int) {
            counts = Array(repeating: 0, count: parts)
            sizes = counts
            reports = counts
            bases = counts
            lastReport = Array(repeating: 0, count: parts)
            lastBase = lastReport
        }

        mutating func add(part: Int, report: UInt32, count: Int, size: Int) {
            counts[part] += count
            sizes[part] += size
            if lastBase[part] != report {
                lastBase[part] = report
                bases[part] += 1
            }
            if count > 0, lastReport[part] != report {
                lastReport[part] = report
                reports[part] += 1
            }
        }
    }

    private static func years(_ cells: [YearCounts], _ parts: PassageParts, per: Double) -> [Year] {
        (0..<parts.count).compactMap { part in
            func sum(_ column: (YearCounts) -> [Int]) -> Int {
                cells.reduce(0) { $0 + column($1)[part] }
            }
            let base = sum(\.bases)
            guard base > 0 else { return nil }
            let count = sum(\.counts)
            let size = sum(\.sizes)
            return Year(
                year: parts.names[part].flatMap { Int($0) }, count: count,
                rate: size > 0 ? Double(count) * per / Double(size) : 0, reports: sum(\.reports),
                base: base, size: size)
        }
    }
}
