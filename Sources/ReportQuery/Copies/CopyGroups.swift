/// Which passages are copies of one another as a whole (副本组), so that one can stand for all: results are
/// folded by it, and counts count it once.
///
/// A group is what pairs of full copies connect, directly or through others. Computed from the findings,
/// not stored: the index holds nothing that a change of reports would make wrong.
package struct CopyGroups: Sendable {
    /// Passage → first passage of its group, for all passages that have copies.
    private var firsts: [Int64: Int64] = [:]
    /// First passage of a group → all of them, by path and line.
    private var groups: [Int64: [Int64]] = [:]
    /// Report → first report of which it is a copy for the most part.
    private var firstReports: [Int64: Int64] = [:]

    package init(_ findings: CopyFindings) {
        let texts = findings.texts
        var passages = DisjointSets(count: texts.count)
        for pair in findings.pairs where pair.extent == .full {
            passages.join(Int(pair.first), Int(pair.second))
        }
        for place in 0..<texts.count {
            let first = passages.first(of: place)
            guard first != place else { continue }
            groups[texts.ids[first], default: [texts.ids[first]]].append(texts.ids[place])
            firsts[texts.ids[place]] = texts.ids[first]
            firsts[texts.ids[first]] = texts.ids[first]
        }
        var reports = DisjointSets(count: texts.reportIDs.count)
        for copy in findings.reports { reports.join(Int(copy.first), Int(copy.second)) }
        for place in texts.reportIDs.indices where reports.first(of: place) != place {
            firstReports[texts.reportIDs[place]] = texts.reportIDs[reports.first(of: place)]
        }
    }

    /// The passage that stands for this one: the first of its group by path and line, or itself.
    package func representative(of passage: Int64) -> Int64 { firsts[passage] ?? passage }

    /// Whether another passage stands for this one.
    package func isLaterCopy(_ passage: Int64) -> Bool { representative(of: passage) != passage }

    /// All members of a passage's group, itself included, by path and line; empty when it has no copies.
    package func members(with passage: Int64) -> [Int64] {
        firsts[passage].flatMap { groups[$0] } ?? []
    }

    /// The first report of which this one is a copy for the most part.
    package func original(ofReport report: Int64) -> Int64? { firstReports[report] }

    /// Groups there are.
    package var count: Int { groups.count }
}

/// Sets that grow together (并查集), each known by its least member: R. E. Tarjan, 1975, with path halving.
struct DisjointSets {
    private var parents: [Int32]

    init(count: Int) {
        parents = (0..<Int32(count)).map { $0 }
    }

    /// The least member of the set this one is in.
    mutating func first(of member: Int) -> Int {
        var member = member
        while Int(parents[member]) != member {
            parents[member] = parents[Int(parents[member])]
            member = Int(parents[member])
        }
        return member
    }

    mutating func join(_ left: Int, _ right: Int) {
        let first = first(of: left)
        let second = self.first(of: right)
        parents[max(first, second)] = Int32(min(first, second))
    }
}
