import ReportModel

/// Two reports of which one is for the most part copied from the other (报告副本).
package struct ReportCopy: Sendable, Hashable {
    /// Places of the reports among `PassageTexts.reportIDs`.
    package let first: Int32
    package let second: Int32
    /// Part of the shorter report that was copied, by characters; 0 to 1.
    package let share: Float
}

/// Two reports by their places, the earlier first.
struct ReportPair: Hashable, Comparable {
    let first: Int32
    let second: Int32

    init(first: Int32, second: Int32) {
        self.first = first
        self.second = second
    }

    init(_ pair: CopyPair, _ texts: PassageTexts) {
        first = texts.reports[Int(pair.first)]
        second = texts.reports[Int(pair.second)]
    }

    static func < (left: ReportPair, right: ReportPair) -> Bool {
        (left.first, left.second) < (right.first, right.second)
    }
}

/// Looks at two reports side by side (报告比对).
struct ReportComparison {
    private let texts: PassageTexts
    private var comparison: PassageComparison
    private let equals: EqualTexts
    /// Kept characters of each report.
    private let sizes: [Int]

    /// Passages compared with each other between two aligned ones.
    private static let mostBetween = 80

    init(_ texts: PassageTexts, _ comparison: PassageComparison, _ equals: EqualTexts) {
        self.texts = texts
        self.comparison = comparison
        self.equals = equals
        sizes = texts.passagesOfReport.map { passages in
            passages.reduce(0) { $0 + texts.length($1) }
        }
    }

    /// Part of the shorter report that stands in these pairs, by characters.
    func share(_ reports: ReportPair, _ pairs: [CopyPair]) -> Double {
        let isFirstShorter = sizes[Int(reports.first)] <= sizes[Int(reports.second)]
        let whole = sizes[Int(isFirstShorter ? reports.first : reports.second)]
        let copied = Set(pairs.map { isFirstShorter ? $0.first : $0.second })
            .reduce(0) { $0 + texts.length(Int($1)) }
        return whole == 0 ? 0 : Double(copied) / Double(whole)
    }

    /// Whether these pairs make one report a copy of the other for the most part.
    func isCopied(_ reports: ReportPair, _ pairs: [CopyPair]) -> Bool {
        min(Set(pairs.map(\.first)).count, Set(pairs.map(\.second)).count)
            >= CopyCriteria.reportPassages
            && share(reports, pairs) >= CopyCriteria.reportShare
    }

    /// The further copies in two copied reports: headings and passages that stand between the same
    /// copies in both.
    ///
    /// - Parameter known: the pairs of these reports found before; none of them is found again.
    mutating func remaining(of reports: ReportPair, known: [CopyPair]) -> [CopyPair] {
        let lefts = texts.passagesOfReport[Int(reports.first)]
        let rights = texts.passagesOfReport[Int(reports.second)]
        let taken = Set(known.flatMap { [$0.first, $0.second] })
        var added: [CopyPair] = []
        var left = lefts.lowerBound
        var right = rights.lowerBound
        for pair in Self.inOrder(known) {
            added += align(left..<Int(pair.first), right..<Int(pair.second), taken)
            left = Int(pair.first) + 1
            right = Int(pair.second) + 1
        }
        return added + align(left..<lefts.upperBound, right..<rights.upperBound, taken)
    }

    /// The longest series of pairs that rises on both sides (patience sorting; C. Schensted, 1961).
    private static func inOrder(_ pairs: [CopyPair]) -> [CopyPair] {
        let pairs = pairs.sorted { ($0.first, $1.second) < ($1.first, $0.second) }
        var tails: [Int] = []
        var before = [Int](repeating: -1, count: pairs.count)
        for (at, pair) in pairs.enumerated() {
            var place = 0
            var end = tails.count
            while place < end {
                let middle = (place + end) / 2
                if pairs[tails[middle]].second < pair.second {
                    place = middle + 1
                } else {
                    end = middle
                }
            }
            if place > 0 { before[at] = tails[place - 1] }
            if place < tails.count { tails[place] = at } else { tails.append(at) }
        }
        var series: [CopyPair] = []
        var at = tails.last ?? -1
        while at >= 0 {
            series.append(pairs[at])
            at = before[at]
        }
        return series.reversed()
    }

    /// The series of copies between two stretches that covers most: the heaviest one that rises on
    /// both sides.
    private mutating func align(_ lefts: Range<Int>, _ rights: Range<Int>, _ taken: Set<Int32>)
        -> [CopyPair]
    {
        let rights = rights.prefix(Self.mostBetween).filter { isComparable($0, taken) }
        guard !rights.isEmpty else { return [] }
        // For each right passage the best series that ends there.
        var best = [(weight: Double, pairs: [CopyPair])?](repeating: nil, count: rights.count)
        for left in lefts.prefix(Self.mostBetween) where isComparable(left, taken) {
            comparison.prepare(left, indexed: Int(equals.first[left]))
            var before: (weight: Double, pairs: [CopyPair]) = (0, [])
            for (place, right) in rights.enumerated() {
                let here = best[place]
                if let pair = pair(left, right) {
                    let gain = Double(pair.similarity) * Double(texts.length(left))
                    if before.weight + gain > here?.weight ?? 0 {
                        best[place] = (before.weight + gain, before.pairs + [pair])
                    }
                }
                if let here, here.weight > before.weight { before = here }
            }
        }
        return best.compactMap { $0 }.max { $0.weight < $1.weight }?.pairs ?? []
    }

    private func isComparable(_ place: Int, _ taken: Set<Int32>) -> Bool {
        texts.length(place) > 0 && !taken.contains(Int32(place))
            && (texts.roles[place] == .body || texts.roles[place] == .heading)
    }

    /// The pair of the prepared passage and another, when that is a copy in context.
    private func pair(_ left: Int, _ right: Int) -> CopyPair? {
        func made(_ similarity: Double, _ extent: CopyExtent) -> CopyPair {
            CopyPair(
                first: Int32(left), second: Int32(right), similarity: Float(similarity),
                extent: extent)
        }
        if texts.areEqual(left, right) { return made(1, .full) }
        let shared = comparison.shared(with: right)
        let areHeadings = texts.roles[left] == .heading && texts.roles[right] == .heading
        if areHeadings
            ? shared.similarity >= CopyCriteria.headingSimilarity
            : CopyCriteria.isCopyInContext(shared)
        {
            return made(shared.similarity, CopyCriteria.extent(shared))
        }
        return nil
    }
}
