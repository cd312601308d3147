import ReportModel
import ReportIndex
import ReportQuery

/// The words that set one selection apart from another (关键词).
package struct Keyness: Sendable {
    package struct Item: Sendable, Hashable {
        package let term: String
        package let target: Int
        package let reference: Int
        package let targetPerMillion: Double
        package let referencePerMillion: Double
        package let logLikelihood: Double
        package let logRatio: Double
        package let percentDifference: Double
        /// Reports of the target with the word.
        package let range: Int

        /// Whether the word is more frequent in the target.
        package var isPositive: Bool { targetPerMillion >= referencePerMillion }
    }

    package enum Order: String, Sendable, CaseIterable {
        case logLikelihood = "ll"
        case logRatio = "log-ratio"
        case percentDifference = "diff"
    }

    package let items: [Item]
    package let targetSize: Int
    package let referenceSize: Int
    package let targetReports: Int

    /// - Parameters:
    ///   - leastRange: reports of the target a word must be in; for negative items, of the reference.
    ///   - leastLikelihood: 6.63 is the 1 % level.
    ///   - wantsNegative: the words the target avoids in place of those it prefers.
    /// - Throws: `ReportError`.
    package init(
        corpus: CorpusIndex, target: PassageSet, reference: PassageSet, units: TextUnits,
        order: Order, leastCount: Int = 3, leastRange: Int = 3, leastLikelihood: Double = 6.63,
        wantsNegative: Bool = false
    ) throws(ReportError) {
        let own = try UnitCounter(corpus: corpus, passages: target, units: units).count()
        let other = try UnitCounter(corpus: corpus, passages: reference, units: units).count()
        targetSize = own.total
        referenceSize = other.total
        targetReports = own.reportCount
        var items: [Item] = []
        let side = wantsNegative ? other : own
        for number in 0..<side.table.count {
            let key = side.table.keys[number]
            let mine = own.table.known(key)
            let theirs = other.table.known(key)
            let count = mine.map { own.counts[$0] } ?? 0
            let referenceCount = theirs.map { other.counts[$0] } ?? 0
            let range = side.reports[number]
            guard side.counts[number] >= leastCount, range >= leastRange else { continue }
            let item = Item(
                term: side.table.spelling(of: number), target: count, reference: referenceCount,
                targetPerMillion: PerMillion.of(count, own.total),
                referencePerMillion: PerMillion.of(referenceCount, other.total),
                logLikelihood: FrequencyMeasures.logLikelihood(
                    target: count, targetSize: own.total, reference: referenceCount,
                    referenceSize: other.total),
                logRatio: FrequencyMeasures.logRatio(
                    target: count, targetSize: own.total, reference: referenceCount,
                    referenceSize: other.total),
                percentDifference: FrequencyMeasures.percentDifference(
                    target: count, targetSize: own.total, reference: referenceCount,
                    referenceSize: other.total),
                range: range)
            if item.isPositive != wantsNegative, item.logLikelihood >= leastLikelihood {
                items.append(item)
            }
        }
        let sign = wantsNegative ? -1.0 : 1.0
        func value(_ item: Item) -> Double {
            switch order {
            case .logLikelihood: item.logLikelihood
            case .logRatio: sign * item.logRatio
            case .percentDifference: sign * item.percentDifference
            }
        }
        self.items = items.sorted { left, right in
            value(left) != value(right) ? value(left) > value(right) : left.term < right.term
        }
    }
}
