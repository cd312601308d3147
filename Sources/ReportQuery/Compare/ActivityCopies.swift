import ReportModel
import Segmentation

/// Tells records that repeat an earlier one from those that count (副本剔除): the same words in another
/// report, names and masks swapped, are one deed.
package struct ActivityCopies {
    private struct Kept {
        let pairs: [UInt64]
        let values: [Double]
        let report: Int64
        let unit: String?
        let year: Int?
    }

    private var kept: [Kept] = []
    /// Places in `kept` by a pair the record has.
    private var postings: [UInt64: [Int]] = [:]

    package init() {}

    /// Whether a record repeats one that was offered before; otherwise it is kept for later ones.
    ///
    /// Copies have nearly the same words, stand in other reports, and do not contradict each other in numbers:
    /// next year's report may use last year's sentence with figures of its own. Expected O(length of the
    /// record · records that share its rarest pairs).
    package mutating func repeats(_ record: ActivityRecord) -> Bool {
        let pairs = CopyFolding.pairs(PlainText(record.activity.span).scalars)
        let own = Kept(
            pairs: pairs, values: record.activity.quantities.compactMap(\.value).sorted(),
            report: record.report.id, unit: record.report.unit.name, year: record.year)
        // Short spans are alike without being copies.
        guard pairs.count >= Self.shortest else { return false }
        // Two copies share more than half of their pairs, so one of any half of them is shared.
        let probes = pairs.prefix(pairs.count / 2 + 1)
        var met: Set<Int> = []
        for probe in probes {
            for place in postings[probe] ?? [] where met.insert(place).inserted {
                if Self.areCopies(kept[place], own) { return true }
            }
        }
        for pair in pairs { postings[pair, default: []].append(kept.count) }
        kept.append(own)
        return false
    }

    private static let shortest = 6

    private static func areCopies(_ left: Kept, _ right: Kept) -> Bool {
        guard left.report != right.report else { return false }
        // Known figures must agree; masked ones agree with anything.
        if !left.values.isEmpty, !right.values.isEmpty, left.values != right.values { return false }
        // A standing sentence in the reports of two known years tells of two years' work.
        if let one = left.year, let other = right.year, one != other { return false }
        return CopyFolding.areCopies(left.pairs, right.pairs)
    }
}
