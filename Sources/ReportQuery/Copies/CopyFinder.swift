/// Two passages of different reports of which one is a copy of the other (副本对).
package struct CopyPair: Sendable, Hashable {
    /// Places of the passages; `first` stands earlier by path and line.
    package let first: Int32
    package let second: Int32
    /// Matched over mean length, on the characters that disguises leave alone; 0 to 1.
    package let similarity: Float
    package let extent: CopyExtent
}

/// Finds the copies among all passages (查重).
///
/// 1. Texts are reduced to what disguises leave alone; equal ones become one.
/// 2. Fingerprints of each go into one sorted table; passages that share enough of them are candidates. What
///    stands in very many passages proposes no candidates, so time grows with the text, not with its square.
/// 3. Each candidate is aligned, weighed by the rarity of what it shares, and kept or dropped.
/// 4. Reports of which much is copied, or which share many fingerprints, are compared again in order, and
///    less is asked of their passages.
struct CopyFinder {
    let texts: PassageTexts
    private let equals: EqualTexts
    private let index: FingerprintIndex

    /// Passages a fingerprint may have to propose candidates.
    private static let mostMembers = 64
    /// The same for the three rarest of a passage whose fingerprints are all common.
    private static let mostRareMembers = 256
    /// Shared fingerprints that make a candidate: at least so many, and this part of the shorter
    /// passage's, or so many that the part does not matter.
    private static let leastShared = 2
    private static let leastPart = 0.25
    private static let manyShared = 16
    /// Sets of copies from more pairs of reports than this are told as pairs with their first report.
    private static let mostPairs = 400

    init(_ texts: PassageTexts) {
        self.texts = texts
        equals = EqualTexts(texts)
        index = FingerprintIndex(texts, equals)
    }

    func find() -> CopyFindings {
        var pairs = pairsAlone()
        var byReports: [ReportPair: [CopyPair]] = [:]
        for pair in pairs {
            byReports[ReportPair(pair, texts), default: []].append(pair)
        }
        let overlapping = overlappingReports()
        for reports in overlapping where byReports[reports] == nil { byReports[reports] = [] }
        var comparison = ReportComparison(texts, PassageComparison(texts, index), equals)
        var reports: [ReportCopy] = []
        for (candidate, known) in byReports.sorted(by: { $0.key < $1.key }) {
            guard overlapping.contains(candidate) || comparison.isCopied(candidate, known) else {
                continue
            }
            let added = comparison.remaining(of: candidate, known: known)
            guard comparison.isCopied(candidate, known + added) else { continue }
            pairs += added
            reports.append(
                ReportCopy(
                    first: candidate.first, second: candidate.second,
                    share: Float(comparison.share(candidate, known + added))))
        }
        pairs.sort { ($0.first, $0.second) < ($1.first, $1.second) }
        return CopyFindings(texts: texts, pairs: pairs, reports: reports)
    }

    /// Pairs of reports whose passages are worth comparing in order, whatever they show alone.
    private func overlappingReports() -> Set<ReportPair> {
        let candidates = ReportOverlap(texts, equals, index).candidates { first, second in
            texts.areOfOneSeries(first, second)
                ? CopyCriteria.seriesOverlap : CopyCriteria.reportOverlap
        }
        var pairs = Set(
            candidates.map { ReportPair(first: Int32($0.first), second: Int32($0.second)) })
        for (report, first) in EqualReports(texts, equals).first.enumerated()
        where first != Int32(report) {
            pairs.insert(ReportPair(first: first, second: Int32(report)))
        }
        return pairs
    }

    /// The pairs that are copies by themselves, in order.
    private func pairsAlone() -> [CopyPair] {
        var pairs: [CopyPair] = []
        var comparison = PassageComparison(texts, index)
        var counts = [UInt16](repeating: 0, count: texts.count)
        var touched: [Int32] = []
        for passage in 0..<texts.count
        where equals.first[passage] == Int32(passage)
            && texts.length(passage) >= CopyCriteria.leastLength
        {
            countShared(passage, &counts, &touched)
            let candidates = touched.filter { isCandidate(passage, Int($0), Int(counts[Int($0)])) }
            for place in touched { counts[Int(place)] = 0 }
            touched.removeAll(keepingCapacity: true)
            let own = equals.members(of: Int32(passage))
            guard !candidates.isEmpty || own.count > 1 else { continue }
            comparison.prepare(passage, indexed: passage)
            addPairs(within: own, comparison, to: &pairs)
            for other in candidates.sorted() {
                let shared = comparison.shared(with: Int(other))
                let others = equals.members(of: other)
                addPairs(between: own, and: others, shared, to: &pairs)
            }
        }
        return pairs
    }

    /// Counts the fingerprints that later passages share with this one.
    private func countShared(_ passage: Int, _ counts: inout [UInt16], _ touched: inout [Int32]) {
        let own = Set(index.fingerprints(of: passage).filter { $0 >= 0 })
        var fingerprints = own.filter { index.members(of: $0).count <= Self.mostMembers }
        if fingerprints.count < 3 {
            let rarest = own.sorted {
                (index.members(of: $0).count, $0) < (index.members(of: $1).count, $1)
            }
            fingerprints.formUnion(
                rarest.prefix(3).filter { index.members(of: $0).count <= Self.mostRareMembers })
        }
        for fingerprint in fingerprints {
            for other in index.members(of: fingerprint) where other > Int32(passage) {
                if counts[Int(other)] == 0 { touched.append(other) }
                if counts[Int(other)] < .max { counts[Int(other)] += 1 }
            }
        }
    }

    private func isCandidate(_ passage: Int, _ other: Int, _ shared: Int) -> Bool {
        guard shared >= Self.leastShared, texts.length(other) >= CopyCriteria.leastLength else {
            return false
        }
        if shared >= Self.manyShared { return true }
        let fewer = min(
            index.fingerprints(of: passage).count, index.fingerprints(of: other).count)
        return Double(shared) >= Self.leastPart * Double(fewer)
    }

    /// Adds the pairs among equal texts.
    private func addPairs(
        within members: [Int32], _ comparison: PassageComparison, to pairs: inout [CopyPair]
    ) {
        guard let head = members.first, members.count > 1 else { return }
        let shared = comparison.shared(withEqual: Int(head))
        let lists = byReport(members)
        let isSmall = lists.count * lists.count <= Self.mostPairs * 2
        for (number, left) in (isSmall ? lists[...] : lists.prefix(1)).enumerated() {
            for right in lists[(number + 1)...] { addPairs(left, right, shared, to: &pairs) }
        }
    }

    /// Adds the pairs of two sets of equal texts that share something.
    private func addPairs(
        between lefts: [Int32], and rights: [Int32], _ shared: SharedMaterial,
        to pairs: inout [CopyPair]
    ) {
        let lefts = byReport(lefts)
        let rights = byReport(rights)
        let isSmall = lefts.count * rights.count <= Self.mostPairs
        for left in isSmall ? lefts[...] : lefts.prefix(1) {
            for right in rights { addPairs(left, right, shared, to: &pairs) }
        }
        guard !isSmall, let right = rights.first else { return }
        for left in lefts.dropFirst() { addPairs(left, right, shared, to: &pairs) }
    }

    /// Pairs the passages of two reports in their order; what is left over goes with the last one.
    private func addPairs(
        _ lefts: [Int32], _ rights: [Int32], _ shared: SharedMaterial, to pairs: inout [CopyPair]
    ) {
        for number in 0..<max(lefts.count, rights.count) {
            addPair(
                lefts[min(number, lefts.count - 1)], rights[min(number, rights.count - 1)], shared,
                to: &pairs)
        }
    }

    /// Passages, whose places rise, report by report.
    private func byReport(_ members: [Int32]) -> [[Int32]] {
        var lists: [[Int32]] = []
        for member in members {
            if let last = lists.last?.last, !areApart(last, member) {
                lists[lists.count - 1].append(member)
            } else {
                lists.append([member])
            }
        }
        return lists
    }

    /// Adds the pair when it is one: of two reports, and a copy by what is shared and by its own figures.
    private func addPair(
        _ left: Int32, _ right: Int32, _ shared: SharedMaterial, to pairs: inout [CopyPair]
    ) {
        guard areApart(left, right) else { return }
        var shared = shared
        shared.changedFigures = NumberScan.difference(
            texts.numbers(Int(left)), texts.numbers(Int(right)))
        shared.isOfOneSeries = texts.areOfOneSeries(Int(left), Int(right))
        guard CopyCriteria.isCopyAlone(shared) else { return }
        pairs.append(
            CopyPair(
                first: min(left, right), second: max(left, right),
                similarity: Float(shared.similarity), extent: CopyCriteria.extent(shared)))
    }

    /// Passages of one report are no pair.
    private func areApart(_ first: Int32, _ second: Int32) -> Bool {
        texts.reports[Int(first)] != texts.reports[Int(second)]
    }
}
