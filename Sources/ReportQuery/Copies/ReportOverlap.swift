/// Which reports have so many fingerprints in common that one may be a copy of the other, though none of its
/// passages shows it alone: lists of short lines, paragraphs that were all reworked (报告重合度).
struct ReportOverlap {
    /// A fingerprint that more reports have is taken for a stock phrase and left out on both sides.
    private static let mostReports = 16
    /// Fingerprints of the smaller report, at least.
    private static let leastCount = 5

    private let texts: PassageTexts
    private let equals: EqualTexts
    private let index: FingerprintIndex

    init(_ texts: PassageTexts, _ equals: EqualTexts, _ index: FingerprintIndex) {
        self.texts = texts
        self.equals = equals
        self.index = index
    }

    /// The pairs of reports of which the smaller one has this part of its fingerprints, or more, in the
    /// other: containment (A. Z. Broder, *On the Resemblance and Containment of Documents*, 1997).
    ///
    /// - Parameter least: the part for a pair, given the first passages of both.
    func candidates(least: (Int, Int) -> Double) -> [(first: Int, second: Int)] {
        let own = texts.passagesOfReport.map { fingerprints($0) }
        var found: [(first: Int, second: Int)] = []
        var counts = [Int32](repeating: 0, count: own.count)
        // The last fingerprint that counted each report.
        var last = [Int32](repeating: -1, count: own.count)
        for (report, fingerprints) in own.enumerated() {
            var touched: [Int] = []
            for fingerprint in fingerprints.shared {
                for member in index.members(of: fingerprint) {
                    for equal in equals.members(of: member) {
                        let other = Int(texts.reports[Int(equal)])
                        guard other > report, last[other] != fingerprint else { continue }
                        last[other] = fingerprint
                        if counts[other] == 0 { touched.append(other) }
                        counts[other] += 1
                    }
                }
            }
            for other in touched.sorted() {
                let fewer = min(fingerprints.count, own[other].count)
                let first = texts.passagesOfReport[report].lowerBound
                let second = texts.passagesOfReport[other].lowerBound
                if fewer >= Self.leastCount,
                    Double(counts[other]) >= least(first, second) * Double(fewer)
                {
                    found.append((report, other))
                }
            }
            for other in touched {
                counts[other] = 0
                last[other] = -1
            }
        }
        return found
    }

    /// The distinct fingerprints of a report that few reports have: those shared, and how many with those
    /// of its own.
    private func fingerprints(_ passages: Range<Int>) -> (shared: [Int32], count: Int) {
        var shared: Set<Int32> = []
        var own = 0
        for passage in passages {
            for fingerprint in index.fingerprints(of: Int(equals.first[passage])) {
                if fingerprint < 0 {
                    own += 1
                } else if index.reportCount(of: fingerprint) <= Self.mostReports {
                    shared.insert(fingerprint)
                }
            }
        }
        return (shared.sorted(), shared.count + own)
    }
}
