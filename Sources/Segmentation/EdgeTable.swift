/// The edges of a trie as one flat hash table (open addressing, linear probing): a look-up is a
/// multiplication and mostly one memory access, several times faster than a `Dictionary`.
///
/// Most look-ups of a text find nothing; a bit for each hash, in a filter small enough for the
/// processor's cache, answers those without a look at the table.
struct EdgeTable: Sendable {
    private struct Edge {
        /// 0 marks an empty slot: no edge has that key.
        var key: UInt64 = 0
        var target: UInt32 = 0
    }

    private var edges: [Edge]
    private var filter: [UInt64]
    private var count = 0
    /// By how much a hash is shifted to be a slot of the table, and a bit of the filter.
    private var shift: UInt64
    private var filterShift: UInt64 { shift - 3 }

    init(minimumCapacity: Int = 64) {
        let bits = Int.bitWidth - (max(minimumCapacity, 64) - 1).leadingZeroBitCount
        edges = Array(repeating: Edge(), count: 1 << bits)
        filter = Array(repeating: 0, count: 1 << (bits - 3))
        shift = UInt64(64 - bits)
    }

    /// Where an edge leads to; 0 without such an edge.
    @inline(__always)
    func target(of key: UInt64) -> UInt32 {
        let hash = Self.hash(key)
        let bit = hash >> filterShift
        guard filter[Int(truncatingIfNeeded: bit >> 6)] & (1 << (bit & 63)) != 0 else { return 0 }
        return probe(key, hash)
    }

    private func probe(_ key: UInt64, _ hash: UInt64) -> UInt32 {
        let mask = edges.count - 1
        var slot = Int(truncatingIfNeeded: hash >> shift)
        while true {
            let edge = edges[slot]
            if edge.key == key { return edge.target }
            if edge.key == 0 { return 0 }
            slot = (slot + 1) & mask
        }
    }

    /// Adds an edge that is not there yet; neither `key` nor `target` may be 0. Grows when three
    /// quarters are full, so that a look-up always ends at an empty slot.
    mutating func insert(_ key: UInt64, leadingTo target: UInt32) {
        if (count + 1) * 4 > edges.count * 3 { grow() }
        place(Edge(key: key, target: target))
        count += 1
    }

    private mutating func place(_ edge: Edge) {
        let hash = Self.hash(edge.key)
        let bit = hash >> filterShift
        filter[Int(truncatingIfNeeded: bit >> 6)] |= 1 << (bit & 63)
        let mask = edges.count - 1
        var slot = Int(truncatingIfNeeded: hash >> shift)
        while edges[slot].key != 0 { slot = (slot + 1) & mask }
        edges[slot] = edge
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
