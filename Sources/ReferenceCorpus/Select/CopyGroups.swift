import ReportModel
import ReportIndex
import ReportQuery

/// Says which passages are copies of each other (副本分组).
package protocol CopyGrouping: Sendable {
    /// For each passage with copies among `passages` (ordinals) the number of its group, from 1.
    ///
    /// - Throws: `ReportError`.
    func groups(among passages: PassageSet, of corpus: CorpusIndex) throws -> [Int: Int]
}

/// The copies that `duplicates` finds: whole passages, disguises evened out.
package struct FoundCopies: CopyGrouping {
    package init() {}

    package func groups(among passages: PassageSet, of corpus: CorpusIndex) throws -> [Int: Int] {
        let copies = CopyGroups(try CopyFindings.find(in: corpus.reading))
        var members: [Int64: [Int]] = [:]
        for ordinal in passages.ordinals {
            let passage = corpus.index.passage(at: ordinal)
            let others = copies.members(with: passage)
            if others.count > 1 { members[others[0], default: []].append(ordinal) }
        }
        var groups: [Int: Int] = [:]
        let shared = members.filter { $0.value.count > 1 }.sorted { $0.key < $1.key }
        for (number, group) in shared.enumerated() {
            for ordinal in group.value { groups[ordinal] = number + 1 }
        }
        return groups
    }
}

/// Sets that only grow together (并查集), with path halving.
struct DisjointSets: Sendable {
    private var parents: [Int]

    init(count: Int) {
        parents = Array(0..<count)
    }

    mutating func root(_ place: Int) -> Int {
        var place = place
        while parents[place] != place {
            parents[place] = parents[parents[place]]
            place = parents[place]
        }
        return place
    }

    /// The lower root stays the root, so that the result does not depend on the order.
    mutating func join(_ left: Int, _ right: Int) {
        let first = root(left)
        let second = root(right)
        if first != second { parents[max(first, second)] = min(first, second) }
    }
}
