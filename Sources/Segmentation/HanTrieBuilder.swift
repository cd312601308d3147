/// Collects the words of a `HanTrie` and lays out its double array (双数组构造).
struct HanTrieBuilder {
    private struct Edge {
        var parent: UInt32
        var unit: UInt16
        /// -1 without a word.
        var cost: Int16
        /// 0 without longer words.
        var node: UInt32
    }

    /// The cost of a character that is no word of the dictionary.
    private static let unknownCost = 255

    /// Node 0 is the root.
    private var edges: [Edge] = []
    private var nodes: UInt32 = 1

    init() {
        edges.reserveCapacity(1 << 19)
    }

    /// Adds an edge that is not there yet.
    ///
    /// - Parameters:
    ///   - node: where it begins; 0 for the root.
    ///   - cost: of the word that ends with it.
    ///   - continues: whether longer words follow.
    /// - Returns: the node behind the edge; `nil` when the cost is too great for a trie.
    mutating func add(
        _ unit: UInt16, after node: UInt32, cost: Int?, continues: Bool
    ) -> UInt32? {
        guard (0...HanTrie.Step.greatestCost).contains(cost ?? 0) else { return nil }
        let behind = continues ? nodes : 0
        if continues { nodes += 1 }
        edges.append(
            Edge(
                parent: node, unit: unit, cost: Int16(truncatingIfNeeded: cost ?? -1), node: behind)
        )
        return behind
    }

    /// The trie, and the code of each character of the basic plane in it; `nil` when there are too many
    /// words. O(edges) but for the search for free cells.
    consuming func build() -> (trie: HanTrie, codes: [UInt16])? {
        let (codes, codeCount) = codes()
        sortEdges()
        var layout = DoubleArrayLayout(codeCount: codeCount)
        var bases = [UInt32](repeating: 0, count: Int(nodes))
        let ranges = ranges()
        for node in order(ranges, codes) {
            let children = edges[ranges[node]].map { codes[Int($0.unit)] }
            guard let base = layout.place(children), base < HanTrie.Step.greatestBase else {
                return nil
            }
            bases[node] = base
        }
        var firsts = [HanTrie.Step](
            repeating: HanTrie.Step(from: 0, cost: Self.unknownCost, base: 0), count: codeCount)
        var cells = [HanTrie.Step](repeating: .none, count: layout.cellCount)
        for edge in edges {
            let code = Int(codes[Int(edge.unit)])
            let base = bases[Int(edge.node)]
            let cost = edge.cost < 0 ? nil : Int(edge.cost)
            if edge.parent == 0 {
                firsts[code] = HanTrie.Step(from: 0, cost: cost ?? Self.unknownCost, base: base)
            } else {
                let owner = bases[Int(edge.parent)]
                cells[Int(owner) + code] = HanTrie.Step(from: owner, cost: cost, base: base)
            }
        }
        return (HanTrie(firsts: firsts, cells: cells), codes)
    }

    /// Codes behind the first, small for characters of many words.
    private func codes() -> (codes: [UInt16], count: Int) {
        var counts = [UInt32](repeating: 0, count: 0x10000)
        for edge in edges { counts[Int(edge.unit)] += 1 }
        let known = counts.indices.filter { counts[$0] > 0 }
            .sorted { (counts[$0], $1) > (counts[$1], $0) }
        var codes = [UInt16](repeating: HanTrie.firstCode, count: 0x10000)
        for (index, unit) in known.enumerated() {
            codes[unit] = HanTrie.firstCode + UInt16(truncatingIfNeeded: index + 1)
        }
        return (codes, Int(HanTrie.firstCode) + known.count + 1)
    }

    /// Puts the edges of each node together, in the order they came in.
    private mutating func sortEdges() {
        var places = [Int](repeating: 0, count: Int(nodes) + 1)
        for edge in edges { places[Int(edge.parent) + 1] += 1 }
        for node in 1..<places.count { places[node] += places[node - 1] }
        var sorted = edges
        for edge in edges {
            sorted[places[Int(edge.parent)]] = edge
            places[Int(edge.parent)] += 1
        }
        edges = sorted
    }

    /// By node the range of its edges.
    private func ranges() -> [Range<Int>] {
        var ranges = [Range<Int>](repeating: 0..<0, count: Int(nodes))
        var start = 0
        while start < edges.count {
            let parent = edges[start].parent
            var end = start + 1
            while end < edges.count, edges[end].parent == parent { end += 1 }
            ranges[Int(parent)] = start..<end
            start = end
        }
        return ranges
    }

    /// The nodes but the root in the order in which they are placed: those behind first characters,
    /// then the others with many edges first, for they fit in few places.
    private func order(_ ranges: [Range<Int>], _ codes: [UInt16]) -> [Int] {
        let firsts = edges[ranges[0]].filter { $0.node > 0 }
            .sorted { codes[Int($0.unit)] < codes[Int($1.unit)] }
            .map { Int($0.node) }
        var isFirst = [Bool](repeating: false, count: Int(nodes))
        for node in firsts { isFirst[node] = true }
        var bySize: [[Int]] = Array(repeating: [], count: 64)
        for node in 1..<Int(nodes) where !isFirst[node] && !ranges[node].isEmpty {
            bySize[min(ranges[node].count, 63)].append(node)
        }
        return firsts + bySize.reversed().joined()
    }
}
