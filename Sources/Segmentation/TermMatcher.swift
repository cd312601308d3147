/// Finds all of many terms in a text in one pass (多词匹配): a trie over folded scalars.
///
/// Matching visits every position and walks down while the trie goes on: O(n · longest term) at
/// worst, close to O(n) on real text, because the first step is one array look-up.
package struct TermMatcher: Sendable {
    /// One occurrence: which term, and where in scalars of the text.
    package struct Match: Sendable, Hashable {
        package let term: Int
        package let range: Range<Int>
    }

    /// The node after a first scalar of the basic plane; 0 without one.
    private var first: [Int32]
    /// The node after (node, scalar).
    private var next = EdgeTable()
    /// The term that ends at a node; -1 without one.
    private var end: [Int32] = [-1]
    private let folding: Folding

    /// - Parameter terms: folded here; of equal terms the first one is found.
    package init(_ terms: some Sequence<String>, folding: Folding = .standard) {
        self.folding = folding
        first = Array(repeating: 0, count: 0x10000)
        for (index, term) in terms.enumerated() { insert(folding.fold(term), as: Int32(index)) }
    }

    private mutating func insert(_ term: [UInt32], as index: Int32) {
        guard let head = term.first, head < 0x10000 else { return }
        if first[Int(head)] == 0 { first[Int(head)] = addNode() }
        var node = first[Int(head)]
        for scalar in term.dropFirst() {
            let key = Self.key(node, scalar)
            let known = next.node(after: key)
            if known != 0 {
                node = known
            } else {
                let added = addNode()
                next.insert(key, leadingTo: added)
                node = added
            }
        }
        if end[Int(node)] < 0 { end[Int(node)] = index }
    }

    private mutating func addNode() -> Int32 {
        end.append(-1)
        return Int32(end.count - 1)
    }

    @inline(__always)
    private static func key(_ node: Int32, _ scalar: UInt32) -> UInt64 {
        UInt64(node) << 21 | UInt64(scalar)
    }

    /// All occurrences, overlapping ones too, ordered by start and then by length.
    package func matches(in scalars: [UInt32]) -> [Match] {
        var found: [Match] = []
        for start in scalars.indices {
            forEachMatch(in: scalars, at: start) { term, end in
                found.append(Match(term: term, range: start..<end))
            }
        }
        return found
    }

    /// Calls `body` with every occurrence: those that begin earlier first, and of those that begin
    /// at the same scalar the shorter ones first. Allocates nothing.
    package func scan(
        _ scalars: [UInt32], _ body: (_ term: Int, _ start: Int, _ end: Int) -> Void
    ) {
        for start in scalars.indices {
            forEachMatch(in: scalars, at: start) { term, end in body(term, start, end) }
        }
    }

    /// All occurrences in a text that is not yet folded.
    package func matches(in text: some StringProtocol) -> [Match] {
        matches(in: folding.fold(text))
    }

    /// Occurrences that do not overlap: at each place the longest, from left to right.
    package func longestMatches(in scalars: [UInt32]) -> [Match] {
        var found: [Match] = []
        var start = 0
        while start < scalars.count {
            var longest: Match?
            forEachMatch(in: scalars, at: start) { term, end in
                longest = Match(term: term, range: start..<end)
            }
            if let longest {
                found.append(longest)
                start = longest.range.upperBound
            } else {
                start += 1
            }
        }
        return found
    }

    /// Calls `body` with every term that begins at `start`, shortest first.
    @inline(__always)
    private func forEachMatch(
        in scalars: [UInt32], at start: Int, _ body: (_ term: Int, _ end: Int) -> Void
    ) {
        let head = scalars[start]
        guard head < 0x10000 else { return }
        var node = first[Int(head)]
        var position = start + 1
        while node != 0 {
            if end[Int(node)] >= 0 { body(Int(end[Int(node)]), position) }
            guard position < scalars.count else { return }
            node = next.node(after: Self.key(node, scalars[position]))
            position += 1
        }
    }
}
