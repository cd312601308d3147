/// Compares one passage with others and weighs what they share (段落比对).
struct PassageComparison {
    private let texts: PassageTexts
    private let index: FingerprintIndex
    private var alignment = RunAlignment()
    private var winnowing = Winnowing()
    private var left = 0
    /// Where the fingerprints of the left passage stand, with their weights.
    private var weights: [(place: Int, weight: Double)] = []

    /// Runs shorter than this count only beside others.
    private static let lonelyRun = 8
    /// How near others are: characters between.
    private static let smallGap = 12
    /// Characters between two runs that belong to one stretch.
    private static let stretchGap = 6

    init(_ texts: PassageTexts, _ index: FingerprintIndex) {
        self.texts = texts
        self.index = index
    }

    /// Takes the passage that others are compared with.
    ///
    /// - Parameter indexed: its first equal, which the fingerprint index knows.
    mutating func prepare(_ passage: Int, indexed: Int) {
        left = passage
        alignment.prepare(texts.scalars[texts.range(passage)])
        weights.removeAll(keepingCapacity: true)
        let known = index.fingerprints(of: indexed)
        var next = known.startIndex
        let start = texts.range(passage).lowerBound
        winnowing.forEach(in: texts.scalars, texts.range(passage)) { _, place in
            guard next < known.endIndex else { return }
            if known[next] >= 0 {
                let reports = index.reportCount(of: known[next])
                weights.append(
                    (
                        place - start,
                        CopyCriteria.weight(reports: reports, of: texts.reportIDs.count)
                    ))
            }
            next += 1
        }
    }

    /// What the passage shares with another one.
    func shared(with right: Int) -> SharedMaterial {
        let chain = Self.withoutLonelyRuns(
            alignment.chain(with: texts.scalars[texts.range(right)]))
        var shared = SharedMaterial()
        shared.leftLength = texts.length(left)
        shared.rightLength = texts.length(right)
        shared.changedFigures = NumberScan.difference(texts.numbers(left), texts.numbers(right))
        shared.isOfOneSeries = texts.areOfOneSeries(left, right)
        var stretch = 0
        var sum = 0.0
        var weighed = 0
        var next = 0
        for (number, run) in chain.enumerated() {
            shared.matched += run.count
            if number > 0, Self.gap(chain[number - 1], run) <= Self.stretchGap {
                stretch += run.count
            } else {
                stretch = run.count
            }
            shared.longestStretch = max(shared.longestStretch, stretch)
            while next < weights.count, weights[next].place < run.left { next += 1 }
            while next < weights.count,
                weights[next].place + Winnowing.length <= run.left + run.count
            {
                sum += weights[next].weight
                weighed += 1
                next += 1
            }
        }
        shared.rare = Double(shared.matched) * (weighed == 0 ? 1 : sum / Double(weighed))
        return shared
    }

    /// What the passage shares with one whose kept characters are the same.
    func shared(withEqual right: Int) -> SharedMaterial {
        let length = texts.length(left)
        let mean =
            weights.isEmpty ? 1 : weights.reduce(0) { $0 + $1.weight } / Double(weights.count)
        return SharedMaterial(
            matched: length, rare: Double(length) * mean, longestStretch: length,
            leftLength: length, rightLength: length,
            changedFigures: NumberScan.difference(texts.numbers(left), texts.numbers(right)),
            isOfOneSeries: texts.areOfOneSeries(left, right))
    }

    /// Characters between two runs, in the text where they are more.
    private static func gap(_ first: CommonRun, _ second: CommonRun) -> Int {
        max(second.left - first.left - first.count, second.right - first.right - first.count)
    }

    /// A few characters in common say nothing where nothing near them is in common.
    static func withoutLonelyRuns(_ chain: [CommonRun]) -> [CommonRun] {
        chain.indices.filter { at in
            chain[at].count >= lonelyRun
                || (at > 0 && gap(chain[at - 1], chain[at]) <= smallGap)
                || (at + 1 < chain.count && gap(chain[at], chain[at + 1]) <= smallGap)
        }.map { chain[$0] }
    }
}
