/// The edges of a trie as one flat hash table (open addressing, linear probing): a look-up is a
/// multiplication and mostly one memory access, several times faster than a `Dictionary`.
///
/// Most look-ups of a text find nothing; a bit for each hash, in a filter small enough for the
/// processor's cache, answers those without a look at the table.
struct EdgeTable: Sendable {
    struct Edge {
        /// 0 marks an empty slot: no edge has that key.
        fileprivate(set) var key: UInt64 = 0
        /// Where the edge leads to; 0 without such an edge.
        fileprivate(set) var target: UInt32 = 0
        /// What ends there; -1 for nothing.
        fileprivate(set) var value: Int32 = -1

    }

    private var edges: [Edge]
    private var filter: [UInt64]
    private(set) var count = 0
    /// By how much a hash is shifted to be a slot of the table, and a bit of the filter.
    private var shift: UInt64
    private var filterShift: UInt64 { shift - 3 }

    init(minimumCapacity: Int = 64) {
        let bits = Int.bitWidth - (max(minimumCapacity, 64) - 1).leadingZeroBitCount
        edges = Array(repeating: Edge(), count: 1 << bits)
        filter = Array(repeating: 0, count: 1 << (bits - 3))
        shift = UInt64(64 - bits)
    }

    /// The edge of a key; one without target when there is none.
    @inline(__always)
    func edge(of key: UInt64) -> Edge {
        let hash = Self.hash(key)
        let bit = hash &>> filterShift
        guard filter[Int(truncatingIfNeeded: bit >> 6)] & (1 &<< (bit & 63)) != 0 else {
            return Edge()
        }
        return edges[slot(of: key, hash)]
    }

    /// As `edge(of:)`, for a key that is mostly there.
    @inline(__always)
    func likelyEdge(of key: UInt64) -> Edge { edges[slot(of: key, Self.hash(key))] }

    /// The slot of a key, or the empty one where it would stand.
    @inline(__always)
    private func slot(of key: UInt64, _ hash: UInt64) -> Int {
        let mask = edges.count - 1
        var slot = Int(truncatingIfNeeded: hash &>> shift)
        while edges[slot].key != key, edges[slot].key != 0 { slot = (slot + 1) & mask }
        return slot
    }

    /// Adds an edge that is not there yet; neither `key` nor `target` may be 0. Grows when three
    /// quarters are full, so that a look-up always ends at an empty slot.
    mutating func insert(_ key: UInt64, leadingTo target: UInt32) {
        if (count + 1) * 4 > edges.count * 3 { grow() }
        place(Edge(key: key, target: target))
        count += 1
    }

    /// Gives the edge of a key a value, if it is there and has none.
    mutating func setValue(_ value: Int32, of key: UInt64) {
        let slot = slot(of: key, Self.hash(key))
        if edges[slot].key == key, edges[slot].value < 0 { edges[slot].value = value }
    }

    private mutating func place(_ edge: Edge) {
        let hash = Self.hash(edge.key)
        let bit = hash &>> filterShift
        filter[Int(truncatingIfNeeded: bit >> 6)] |= 1 &<< (bit & 63)
        edges[slot(of: edge.key, hash)] = edge
    }

    private mutating func grow() {
        let old = self
        self = EdgeTable(minimumCapacity: old.edges.count * 2)
        count = old.count
        for edge in old.edges where edge.key != 0 { place(edge) }
    }

    /// Fibonacci hashing: the top bits of the product with 2^64 divided by the golden ratio.
    @inline(__always)
    private static func hash(_ key: UInt64) -> UInt64 { key &* 0x9E37_79B9_7F4A_7C15 }
}
