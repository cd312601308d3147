import ReportModel
import ReportIndex
import ReportQuery

/// How often the units of a corpus occur (词频表).
package struct FrequencyList: Sendable {
    package struct Item: Sendable, Hashable {
        package let term: String
        package let count: Int
        package let perMillion: Double
        /// Reports with the term, and of how many.
        package let reports: Int
        package let reportShare: Double
        let key: UInt64
    }

    package let items: [Item]
    /// Units in all.
    package let total: Int
    package let reportCount: Int
    /// How many different units were counted; runs that are too rare to be listed are not.
    package let distinct: Int
    /// Runs below this count may be missing.
    package let least: Int

    /// - Parameters:
    ///   - limit: items kept, the most frequent ones; ties go by spelling.
    ///   - leastLength: units shorter than this, in characters, are counted but not listed.
    /// - Throws: `ReportError`.
    package init(_ counter: UnitCounter, limit: Int, leastLength: Int = 1, leastCount: Int = 1)
        throws(ReportError)
    {
        let counts = try counter.count()
        let order = counts.counts.indices.filter {
            counts.counts[$0] >= max(leastCount, counts.least)
                && counts.table.scalars(of: $0).count >= leastLength
        }
        let best = order.sorted {
            if counts.counts[$0] != counts.counts[$1] {
                return counts.counts[$0] > counts.counts[$1]
            }
            return counts.table.scalars(of: $0).lexicographicallyPrecedes(
                counts.table.scalars(of: $1))
        }.prefix(limit)
        items = best.map { number in
            Item(
                term: counts.table.spelling(of: number), count: counts.counts[number],
                perMillion: PerMillion.of(counts.counts[number], counts.total),
                reports: counts.reports[number],
                reportShare: Double(counts.reports[number]) / Double(max(1, counts.reportCount)),
                key: counts.table.keys[number])
        }
        total = counts.total
        reportCount = counts.reportCount
        distinct = counts.table.count
        least = counts.least
    }
}

/// Occurrences per million units (每百万词).
package enum PerMillion {
    package static func of(_ count: Int, _ total: Int) -> Double {
        total > 0 ? Double(count) * 1e6 / Double(total) : 0
    }
}

/// How often given terms occur in each part of a corpus (分组词频).
package struct PartFrequencies: Sendable {
    package let parts: PassageParts
    package let terms: [String]
    /// Units in each part, and reports that have a passage in it.
    package let sizes: [Int]
    package let reports: [Int]
    /// `counts[term][part]`, `reportsWith[term][part]`.
    package let counts: [[Int]]
    package let reportsWith: [[Int]]

    /// What a worker gathers; the last report that counted in a cell is kept beside it.
    private struct Gathered: Sendable {
        var sizes: [Int]
        var reports: [Int]
        var counts: [Int]
        var reportsWith: [Int]
        var lastReport: [UInt32]
        var lastInPart: [UInt32]

        init(terms: Int, parts: Int) {
            sizes = Array(repeating: 0, count: parts)
            reports = sizes
            counts = Array(repeating: 0, count: terms * parts)
            reportsWith = counts
            lastReport = Array(repeating: 0, count: terms * parts)
            lastInPart = Array(repeating: 0, count: parts)
        }

        @inline(__always)
        mutating func add(_ count: Int, term: Int, part: Int, report: UInt32) {
            let cell = term * sizes.count + part
            counts[cell] += count
            if lastReport[cell] != report {
                lastReport[cell] = report
                reportsWith[cell] += 1
            }
        }

        mutating func enter(part: Int, report: UInt32, units: Int) {
            sizes[part] += units
            if lastInPart[part] != report {
                lastInPart[part] = report
                reports[part] += 1
            }
        }
    }

    /// Counts the items of a list in each part. One pass.
    ///
    /// - Throws: `ReportError`.
    package init(of list: FrequencyList, by parts: PassageParts, _ counter: UnitCounter)
        throws(ReportError)
    {
        var table = WordTable()
        for item in list.items { _ = table.number(of: item.key) { _ in } }
        let known = table
        let units = counter.units
        let scan = PassageScan(corpus: counter.corpus, passages: counter.passages)
        let gathered = try scan.run {
            Gathered(terms: known.count, parts: parts.count)
        } _: { gathered, passage in
            var total = 0
            units.forEach(in: passage) { key, _ in
                total += 1
                guard let term = known.known(key) else { return }
                parts.forEach(at: passage.ordinal) {
                    gathered.add(1, term: term, part: $0, report: passage.report)
                }
            }
            parts.forEach(at: passage.ordinal) {
                gathered.enter(part: $0, report: passage.report, units: total)
            }
        }
        self.init(gathered, terms: list.items.map(\.term), parts: parts)
    }

    /// Counts texts as they are written, wherever they stand, in each part. One pass.
    ///
    /// - Throws: `ReportError`.
    package init(
        of texts: [String], by parts: PassageParts, corpus: CorpusIndex, passages: PassageSet
    ) throws(ReportError) {
        let search = TextSearch(texts)
        let units = TextUnits()
        let gathered = try PassageScan(corpus: corpus, passages: passages).run {
            Gathered(terms: texts.count, parts: parts.count)
        } _: { gathered, passage in
            var total = 0
            units.forEach(in: passage) { _, _ in total += 1 }
            parts.forEach(at: passage.ordinal) {
                gathered.enter(part: $0, report: passage.report, units: total)
            }
            search.forEach(in: passage.scalars) { text, _ in
                parts.forEach(at: passage.ordinal) {
                    gathered.add(1, term: text, part: $0, report: passage.report)
                }
            }
        }
        self.init(gathered, terms: texts, parts: parts)
    }

    private init(_ gathered: [Gathered], terms: [String], parts: PassageParts) {
        var sum = Gathered(terms: terms.count, parts: parts.count)
        for part in gathered {
            for place in part.sizes.indices {
                sum.sizes[place] += part.sizes[place]
                sum.reports[place] += part.reports[place]
            }
            for cell in part.counts.indices {
                sum.counts[cell] += part.counts[cell]
                sum.reportsWith[cell] += part.reportsWith[cell]
            }
        }
        self.parts = parts
        self.terms = terms
        sizes = sum.sizes
        reports = sum.reports
        counts = terms.indices.map { Array(sum.counts[$0 * parts.count..<($0 + 1) * parts.count]) }
        reportsWith = terms.indices.map {
            Array(sum.reportsWith[$0 * parts.count..<($0 + 1) * parts.count])
        }
    }

    /// How evenly a term is spread over the parts.
    package func dispersion(ofTerm term: Int) -> Dispersion {
        Dispersion(counts: counts[term], sizes: sizes)
    }
}
