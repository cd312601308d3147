/// Words of Han characters with their costs, as a trie that is quick to walk (词典树).
///
/// The node behind a first character is that character; the numbers of the others begin above the
/// basic plane.
struct HanTrie: Sendable {
    /// Where an edge leads to: the cost of the word that ends there, if one does, and the node behind,
    /// if longer words follow.
    struct Step {
        fileprivate let packed: UInt32

        /// `nil` when a cost or node is beyond what a step holds.
        fileprivate init?(cost: Int?, node: UInt32) {
            guard node < 1 << 22, (0..<Int(Self.costMask)).contains(cost ?? 0) else { return nil }
            packed = node << 10 | UInt32(cost.map { $0 + 1 } ?? 0)
        }

        @inline(__always)
        fileprivate init(packed: UInt32) { self.packed = packed }

        /// 0 without longer words.
        var node: UInt32 { packed >> 10 }
        var hasWord: Bool { packed & Self.costMask != 0 }
        var cost: UInt32 { packed & Self.costMask - 1 }

        private static let costMask: UInt32 = 0x3FF
    }

    /// The cost of a character that is no word of the dictionary.
    private static let unknownCost: UInt16 = 255

    /// What each character of the basic plane costs as a word of its own.
    private var alone: [UInt16] = Array(repeating: unknownCost, count: 0x10000)
    private var steps = EdgeTable(minimumCapacity: 1 << 19)
    private var nodes: UInt32 = 0x10000

    /// What a character costs as a word of its own.
    @inline(__always)
    func costAlone(_ scalar: UInt32) -> UInt32 { UInt32(alone[Int(scalar)]) }

    /// The step from a node by a character; without word and node when there is none.
    @inline(__always)
    func step(from node: UInt32, by scalar: UInt32) -> Step {
        Step(packed: steps.target(of: UInt64(node) << 16 | UInt64(scalar)))
    }

    /// Adds an edge that is not there yet.
    ///
    /// - Parameters:
    ///   - node: where it begins; `nil` at the root.
    ///   - cost: of the word that ends with it.
    ///   - continues: whether longer words follow.
    /// - Returns: the node behind the edge; `nil` when a number is too great for this trie.
    mutating func add(
        _ unit: UInt16, after node: UInt32?, cost: Int?, continues: Bool
    ) -> UInt32? {
        guard let node else {
            if let cost { alone[Int(unit)] = UInt16(truncatingIfNeeded: cost) }
            return UInt32(unit)
        }
        if continues { nodes += 1 }
        guard let step = Step(cost: cost, node: continues ? nodes : 0) else { return nil }
        if step.packed != 0 {
            steps.insert(UInt64(node) << 16 | UInt64(unit), leadingTo: step.packed)
        }
        return step.node
    }
}
