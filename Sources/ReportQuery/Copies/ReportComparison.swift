import ReportModel

/// Two reports of which one is for the most part copied from the other (报告副本).
package struct ReportCopy: Sendable, Hashable {
    /// Places of the reports among `PassageTexts.reportIDs`.
    package let first: Int32
    package let second: Int32
    /// Part of the shorter report that was copied, by characters; 0 to 1.
    package let share: Float
}

/// Looks at copied passages report by report (报告比对).
struct ReportComparison {
    private let texts: PassageTexts

    /// Passages compared with each other between two aligned ones.
    private static let mostBetween = 60

    init(_ texts: PassageTexts) {
        self.texts = texts
    }

    /// The pairs of reports of which enough is copied, in order, each with its pairs of passages.
    func copiedReports(_ pairs: [CopyPair]) -> ([ReportCopy], [[CopyPair]]) {
        let byReports = Dictionary(grouping: pairs, by: key)
        let sizes = texts.passagesOfReport.map { passages in
            passages.reduce(0) { $0 + texts.length($1) }
        }
        func size(_ places: Set<Int32>) -> Int { places.reduce(0) { $0 + texts.length(Int($1)) } }
        let copies = byReports.compactMap { key, pairs -> (ReportCopy, [CopyPair])? in
            let places = (left: Set(pairs.map(\.first)), right: Set(pairs.map(\.second)))
            let first = Int(key >> 32)
            let second = Int(key & 0xFFFF_FFFF)
            let isLeftShorter = sizes[first] <= sizes[second]
            let whole = isLeftShorter ? sizes[first] : sizes[second]
            let part = size(isLeftShorter ? places.left : places.right)
            let share = whole == 0 ? 0 : Double(part) / Double(whole)
            guard share >= CopyCriteria.reportShare,
                min(places.left.count, places.right.count) >= CopyCriteria.reportPassages
            else { return nil }
            return (
                ReportCopy(first: Int32(first), second: Int32(second), share: Float(share)), pairs
            )
        }.sorted { ($0.0.first, $0.0.second) < ($1.0.first, $1.0.second) }
        return (copies.map(\.0), copies.map(\.1))
    }

    private func key(_ pair: CopyPair) -> UInt64 {
        UInt64(texts.reports[Int(pair.first)]) << 32 | UInt64(texts.reports[Int(pair.second)])
    }

    /// The further copies in two copied reports: headings and passages that stand between the same
    /// copies in both.
    ///
    /// - Parameter known: the pairs of these reports found before; none of them is found again.
    func remaining(
        of report: ReportCopy, known: [CopyPair], _ compare: (Int, Int) -> SharedMaterial
    ) -> [CopyPair] {
        let lefts = texts.passagesOfReport[Int(report.first)]
        let rights = texts.passagesOfReport[Int(report.second)]
        let taken = Set(known.flatMap { [$0.first, $0.second] })
        var added: [CopyPair] = []
        var left = lefts.lowerBound
        var right = rights.lowerBound
        for pair in Self.inOrder(known) {
            align(left..<Int(pair.first), right..<Int(pair.second), taken, compare, &added)
            left = Int(pair.first) + 1
            right = Int(pair.second) + 1
        }
        align(left..<lefts.upperBound, right..<rights.upperBound, taken, compare, &added)
        return added
    }

    /// The longest series of pairs that rises on both sides (patience sorting; C. Schensted, 1961).
    private static func inOrder(_ pairs: [CopyPair]) -> [CopyPair] {
        let pairs = pairs.sorted { ($0.first, $1.second) < ($1.first, $0.second) }
        var tails: [Int] = []
        var before = [Int](repeating: -1, count: pairs.count)
        for (at, pair) in pairs.enumerated() {
            let place = tails.firstIndex { pairs[$0].second >= pair.second } ?? tails.count
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

    private func align(
        _ lefts: Range<Int>, _ rights: Range<Int>, _ taken: Set<Int32>,
        _ compare: (Int, Int) -> SharedMaterial,
        _ added: inout [CopyPair]
    ) {
        var from = rights.lowerBound
        for left in lefts.prefix(Self.mostBetween) where isComparable(left, taken) {
            for right in (from..<rights.upperBound).prefix(Self.mostBetween)
            where isComparable(right, taken) {
                guard let pair = pair(left, right, compare) else { continue }
                added.append(pair)
                from = right + 1
                break
            }
        }
    }

    private func isComparable(_ place: Int, _ taken: Set<Int32>) -> Bool {
        texts.length(place) > 0 && !taken.contains(Int32(place))
            && (texts.roles[place] == .body || texts.roles[place] == .heading)
    }

    private func pair(_ left: Int, _ right: Int, _ compare: (Int, Int) -> SharedMaterial)
        -> CopyPair?
    {
        func made(_ similarity: Double, _ extent: CopyExtent) -> CopyPair {
            CopyPair(
                first: Int32(left), second: Int32(right), similarity: Float(similarity),
                extent: extent)
        }
        if texts.areEqual(left, right) { return made(1, .full) }
        let shared = compare(left, right)
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
