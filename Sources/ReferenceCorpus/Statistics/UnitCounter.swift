import ReportModel
import ReportIndex
import ReportQuery

/// Counts every word, character or run of them in a set of passages (计数).
///
/// Single units are counted in one pass. Runs are too many to keep: a first pass counts hashes in a table
/// of fixed size, each counter an upper bound of every run in it; a second pass counts exactly the runs
/// whose bound reaches a threshold that leaves enough of them. Counts are exact; memory stays below 300 MB.
package struct UnitCounter: Sendable {
    let corpus: CorpusIndex
    let passages: PassageSet
    let units: TextUnits
    /// How many of the most frequent runs must be counted exactly; rarer ones may be left out.
    let wanted: Int

    package init(
        corpus: CorpusIndex, passages: PassageSet, units: TextUnits, wanted: Int = 1000
    ) {
        self.corpus = corpus
        self.passages = passages
        self.units = units
        self.wanted = wanted
    }

    /// What was counted.
    struct Counts: Sendable {
        var table = WordTable()
        var counts: [Int] = []
        /// Reports with the unit.
        var reports: [Int] = []
        /// All units, also those not kept.
        var total = 0
        /// Reports with any passage.
        var reportCount = 0
        /// Runs below this count may be missing.
        var least = 1
        fileprivate var lastReport: [UInt32] = []
        fileprivate var currentReport: UInt32 = 0

        @inline(__always)
        fileprivate mutating func add(
            _ key: UInt64, report: UInt32, spell: (inout [UInt32]) -> Void
        ) {
            let number = table.number(of: key, spell: spell)
            if number == counts.count {
                counts.append(0)
                reports.append(0)
                lastReport.append(0)
            }
            counts[number] += 1
            if lastReport[number] != report {
                lastReport[number] = report
                reports[number] += 1
            }
        }

        fileprivate mutating func enter(_ report: UInt32) {
            if report != currentReport {
                currentReport = report
                reportCount += 1
            }
        }

        /// Adds what another worker counted, of other reports.
        fileprivate mutating func add(_ other: Counts) {
            for number in 0..<other.table.count {
                let mine = table.number(of: other.table.keys[number]) {
                    $0.append(contentsOf: other.table.scalars(of: number))
                }
                if mine == counts.count {
                    counts.append(0)
                    reports.append(0)
                    lastReport.append(0)
                }
                counts[mine] += other.counts[number]
                reports[mine] += other.reports[number]
            }
            total += other.total
            reportCount += other.reportCount
        }
    }

    /// Counters of the first pass: a power of two, few enough to stay in the processor's cache.
    private static let sketchSize = 1 << 20
    /// Counters whose runs are counted exactly, at most.
    private var kept: Int { min(Self.sketchSize / 2, max(10_000, 20 * wanted)) }

    /// - Throws: `ReportError`.
    func count() throws(ReportError) -> Counts {
        if units.size == 1 { return try countExactly(sketch: nil, least: 1) }
        let sketch = try sketch()
        return try countExactly(sketch: sketch, least: threshold(sketch))
    }

    private func sketch() throws(ReportError) -> [UInt32] {
        let units = self.units
        let parts = try PassageScan(corpus: corpus, passages: passages).run {
            [UInt32](repeating: 0, count: Self.sketchSize)
        } _: { sketch, passage in
            units.forEach(in: passage) { key, _ in sketch[Self.slot(key)] &+= 1 }
        }
        guard var sum = parts.first else { return [] }
        for part in parts.dropFirst() {
            for slot in part.indices { sum[slot] &+= part[slot] }
        }
        return sum
    }

    @inline(__always)
    private static func slot(_ key: UInt64) -> Int {
        Int(truncatingIfNeeded: key >> 20) & (sketchSize - 1)
    }

    /// The least bound that at most `kept` counters reach.
    private func threshold(_ sketch: [UInt32]) -> Int {
        var histogram = [Int](repeating: 0, count: 1 << 16)
        for count in sketch { histogram[min(Int(count), histogram.count - 1)] += 1 }
        var reached = 0
        for bound in histogram.indices.reversed() {
            reached += histogram[bound]
            if reached > kept { return bound + 1 }
        }
        return 1
    }

    private func countExactly(sketch: [UInt32]?, least: Int) throws(ReportError) -> Counts {
        let units = self.units
        let parts = try PassageScan(corpus: corpus, passages: passages).run {
            Counts()
        } _: { counts, passage in
            counts.enter(passage.report)
            units.forEach(in: passage) { key, range in
                counts.total += 1
                if let sketch, sketch[Self.slot(key)] < least { return }
                counts.add(key, report: passage.report) { spelling in
                    units.spell(range, of: passage, into: &spelling)
                }
            }
        }
        guard var sum = parts.first else { return Counts() }
        for part in parts.dropFirst() { sum.add(part) }
        sum.least = least
        return sum
    }
}
