import ReportModel
import Segmentation

/// Heads of activities added up by unit, year, status and measure (数量合计).
package struct ActivitySum: Sendable, Hashable {
    /// The reporting unit with its region; `nil` when the report does not name it.
    package let unit: String?
    /// Where the report is, when its unit is not known well enough to tell it from others.
    package let place: String?
    package let year: Int?
    package let status: Activity.Status
    /// The measure: 人, 元, 件 …
    package let measure: String
    /// The sum of the known numbers; `nil` when the measure cannot be added or no number is known.
    package internal(set) var total: Double?
    /// Numbers added, one a record.
    package internal(set) var added = 0
    /// Numbers that the source masks or lost.
    package internal(set) var withheld = 0
    /// Numbers added that say 余, 近, 多 …: the sum is approximate.
    package internal(set) var approximate = 0
    /// Quantities left out because their record repeats another.
    package internal(set) var copies = 0
    /// Quantities left out because they are no heads, by what they are.
    package internal(set) var leftOut: [Quantity.Part: Int] = [:]
    /// Whether the measure is a rate, an age or a point in time.
    package let isRate: Bool
}

/// Adds up quantities: heads only, one a record; unlike measures are never added (不同单位不相加), nor plans
/// to results, nor the figures of other years or several.
package struct ActivitySums {
    private struct Key: Hashable {
        let unit: String?
        let place: String?
        let year: Int?
        let status: Activity.Status
        let measure: String
    }

    private let rates: Set<String>
    private var sums: [Key: ActivitySum] = [:]
    private var copies = ActivityCopies()

    package init(rates: Set<String>) {
        self.rates = rates
    }

    /// Adds a record's heads, or counts them as a copy's. In plans the targets are the heads.
    package mutating func add(_ record: ActivityRecord) {
        guard !record.activity.quantities.isEmpty else { return }
        let isCopy = copies.repeats(record)
        let isDone = record.activity.status == .done
        let unit = record.report.unitKey
        var counted: Set<String> = []
        for quantity in record.activity.quantities {
            let key = Key(
                unit: unit.name, place: unit.place, year: record.year,
                status: record.activity.status, measure: quantity.unit)
            var sum =
                sums[key]
                ?? ActivitySum(
                    unit: key.unit, place: key.place, year: key.year, status: key.status,
                    measure: key.measure, isRate: isRate(quantity.unit))
            if isCopy {
                sum.copies += 1
            } else if sum.isRate {
                sum.added += 1
            } else if quantity.part != .head, isDone || quantity.part != .target {
                sum.leftOut[quantity.part, default: 0] += 1
            } else if !isParallel(quantity, in: record), !counted.insert(quantity.unit).inserted {
                sum.leftOut[.other, default: 0] += 1
            } else if let value = quantity.value {
                counted.insert(quantity.unit)
                sum.added += 1
                if quantity.approximate { sum.approximate += 1 }
                sum.total = (sum.total ?? 0) + value
            } else {
                sum.withheld += 1
            }
            sums[key] = sum
        }
    }

    /// 红旗手15名、红旗集体8个 are two heads of one list, added both.
    private func isParallel(_ quantity: Quantity, in record: ActivityRecord) -> Bool {
        guard let place = record.activity.span.range(of: quantity.raw) else { return false }
        let before = record.activity.span[..<place.lowerBound]
        guard let mark = before.lastIndex(where: { "，、；,;".contains($0) }) else { return false }
        return before[mark] == "、"
    }

    private func isRate(_ measure: String) -> Bool {
        measure.isEmpty || rates.contains(Folding.standard.folded(measure))
    }

    /// The sums by unit, year, status, and the most frequent measure first.
    package var rows: [ActivitySum] {
        let order = Activity.Status.allCases
        return sums.values.sorted { left, right in
            let a = (left.unit ?? "\u{10FFFF}", left.place ?? "", left.year ?? .max)
            let b = (right.unit ?? "\u{10FFFF}", right.place ?? "", right.year ?? .max)
            if a != b { return a < b }
            if left.status != right.status {
                return order.firstIndex(of: left.status) ?? 0
                    < order.firstIndex(of: right.status) ?? 0
            }
            let c = left.added + left.withheld
            let d = right.added + right.withheld
            return c != d ? c > d : left.measure < right.measure
        }
    }
}
