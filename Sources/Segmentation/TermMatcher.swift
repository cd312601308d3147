/// Finds all of many terms in a text in one pass (多词匹配): a trie over folded scalars.
///
/// Matching visits every position and walks down while the trie goes on: O(n · longest term) at
/// worst, close to O(n) on real text, because two scalars that begin no term are known by one bit.
package struct TermMatcher: Sendable {
    /// One occurrence: which term, and where in scalars of the text.
    package struct Match: Sendable, Hashable {
        package let term: Int
        package let range: Range<Int>
    }

    /// The node behind (node, scalar) and the term that ends there. The node behind a first scalar is
    /// that scalar, of the basic plane; the numbers of the others begin above it.
    private var next = EdgeTable()
    /// Most of a text is done with by a look at this.
    private var beginnings: TermBeginnings
    /// The term that is a scalar alone; -1 without one. Empty when there is no such term.
    private var alone: [Int32] = []
    private let folding: Folding

    /// - Parameter terms: folded here; of equal terms the first one is found.
    package init(_ terms: some Sequence<String>, folding: Folding = .standard) {
        self.folding = folding
        let terms = terms.map { folding.fold($0) }
        beginnings = TermBeginnings(capacity: terms.count)
        for (index, term) in terms.enumerated() { insert(term, as: Int32(index)) }
    }

    private mutating func insert(_ term: [UInt32], as index: Int32) {
        guard let head = term.first, (1..<Self.firstNode).contains(head) else { return }
        guard term.count > 1 else { return insert(head, as: index) }
        beginnings.insert(head, term[1])
        var node = head
        var key: UInt64 = 0
        for scalar in term.dropFirst() {
            key = Self.key(node, scalar)
            node = next.edge(of: key).target
            if node == 0 {
                node = Self.firstNode + UInt32(next.count)
                next.insert(key, leadingTo: node)
            }
        }
        next.setValue(index, of: key)
    }

    private mutating func insert(_ scalar: UInt32, as index: Int32) {
        if alone.isEmpty { alone = Array(repeating: -1, count: Int(Self.firstNode)) }
        if alone[Int(scalar)] < 0 { alone[Int(scalar)] = index }
        beginnings.insert(scalar)
    }

    /// Whether there is no term.
    var isEmpty: Bool { next.count == 0 && alone.isEmpty }

    private static let firstNode: UInt32 = 0x10000

    @inline(__always)
    private static func key(_ node: UInt32, _ scalar: UInt32) -> UInt64 {
        UInt64(node) &<< 21 | UInt64(scalar)
    }

    /// All occurrences, overlapping ones too, ordered by start and then by length.
    package func matches(in scalars: [UInt32]) -> [Match] {
        var found: [Match] = []
        scan(scalars) { term, start, end in found.append(Match(term: term, range: start..<end)) }
        return found
    }

    /// Calls `body` with every occurrence: those that begin earlier first, and of those that begin
    /// at the same scalar the shorter ones first. Allocates nothing.
    package func scan(
        _ scalars: [UInt32], _ body: (_ term: Int, _ start: Int, _ end: Int) -> Void
    ) {
        let scalars = scalars.span
        var start = 0
        while start < scalars.count {
            start = beginnings.firstPlace(in: scalars, from: start)
            forEachMatch(in: scalars, at: start) { term, end in body(term, start, end) }
            start += 1
        }
    }

    /// All occurrences in a text that is not yet folded.
    package func matches(in text: some StringProtocol) -> [Match] {
        matches(in: folding.fold(text))
    }

    /// Occurrences that do not overlap: at each place the longest, from left to right.
    package func longestMatches(in scalars: [UInt32]) -> [Match] {
        var found: [Match] = []
        forEachLongestMatch(in: scalars.span) { found.append(Match(term: $0, range: $1)) }
        return found
    }

    /// Calls `body` with the occurrences of `longestMatches`. Allocates nothing.
    package func forEachLongestMatch(
        in scalars: borrowing Span<UInt32>, _ body: (_ term: Int, _ range: Range<Int>) -> Void
    ) {
        var start = 0
        while start < scalars.count {
            start = beginnings.firstPlace(in: scalars, from: start)
            if let longest = longestMatch(in: scalars, at: start) {
                body(longest.term, start..<longest.end)
                start = longest.end
            } else {
                start += 1
            }
        }
    }

    /// The longest term that begins at a place, and where it ends.
    @inline(__always)
    package func longestMatch(in scalars: borrowing Span<UInt32>, at start: Int)
        -> (term: Int, end: Int)?
    {
        var longest: (term: Int, end: Int)?
        forEachMatch(in: scalars, at: start) { longest = ($0, $1) }
        return longest
    }

    /// Calls `body` with every term that begins at `start`, shortest first.
    @inline(__always)
    func forEachMatch(
        in scalars: borrowing Span<UInt32>, at start: Int, _ body: (_ term: Int, _ end: Int) -> Void
    ) {
        let head = scalars[start]
        guard head < Self.firstNode else { return }
        if beginnings.hasSingle(head) { body(Int(alone[Int(head)]), start + 1) }
        guard start + 1 < scalars.count else { return }
        var edge = next.likelyEdge(of: Self.key(head, scalars[start + 1]))
        var position = start + 2
        while edge.target != 0 {
            if edge.value >= 0 { body(Int(edge.value), position) }
            guard position < scalars.count else { return }
            edge = next.edge(of: Self.key(edge.target, scalars[position]))
            position += 1
        }
    }
}
