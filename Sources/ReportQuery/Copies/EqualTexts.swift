/// Passages whose kept characters are the same to the last one (全同): one of them is compared with the rest
/// of the index for all.
struct EqualTexts {
    /// For each passage the first one with its text.
    private(set) var first: [Int32]
    /// For each first one with equals all of them, itself included, places rising.
    private(set) var members: [Int32: [Int32]] = [:]

    /// O(all characters).
    init(_ texts: PassageTexts) {
        first = (0..<Int32(texts.count)).map { $0 }
        var byHash: [UInt64: Int32] = [:]
        byHash.reserveCapacity(texts.count)
        for place in 0..<texts.count where texts.length(place) > 0 {
            var hash = Self.hash(texts, place)
            // Two texts with one hash: the second takes the next free number.
            while let known = byHash[hash], !texts.areEqual(Int(known), place) { hash &+= 1 }
            if let known = byHash[hash] {
                first[place] = known
                members[known, default: [known]].append(Int32(place))
            } else {
                byHash[hash] = Int32(place)
            }
        }
    }

    /// All passages with the text of this first one.
    func members(of place: Int32) -> [Int32] { members[place] ?? [place] }

    /// FNV-1a over 16-bit units.
    private static func hash(_ texts: PassageTexts, _ place: Int) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for at in texts.range(place) {
            hash = (hash ^ UInt64(texts.scalars[at])) &* 0x0000_0100_0000_01b3
        }
        return hash
    }
}

/// Reports that are the same from beginning to end, to the last kept character (全同报告): files that lie in the
/// index twice. What stands in them alone is no stock phrase, however often they were stored.
struct EqualReports {
    /// For each report the first one that is the same.
    private(set) var first: [Int32]

    /// Kept characters of the shortest report that is looked at.
    private static let leastLength = 100

    /// O(passages).
    init(_ texts: PassageTexts, _ equals: EqualTexts) {
        first = (0..<Int32(texts.reportIDs.count)).map { $0 }
        var known: [[Int32]: Int32] = [:]
        for (report, passages) in texts.passagesOfReport.enumerated() {
            let length = passages.reduce(0) { $0 + texts.length($1) }
            guard length >= Self.leastLength else { continue }
            let signature = passages.filter { texts.length($0) > 0 }.map { equals.first[$0] }
            if let other = known[signature] {
                first[report] = other
            } else {
                known[signature] = Int32(report)
            }
        }
    }
}
