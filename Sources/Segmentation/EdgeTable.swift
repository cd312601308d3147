/// The edges of a trie as one flat hash table (open addressing, linear probing): a look-up is a
/// multiplication and mostly one memory access, several times faster than a `Dictionary`.
struct EdgeTable: Sendable {
    /// 0 marks an empty slot: no edge has that key, because node 0 has no edges.
    private var keys: [UInt64] = Array(repeating: 0, count: 64)
    private var nodes: [Int32] = Array(repeating: 0, count: 64)
    private var count = 0
    private var shift: UInt64 = 64 - 6

    /// The node an edge leads to; 0 without such an edge.
    @inline(__always)
    func node(after key: UInt64) -> Int32 {
        let mask = keys.count - 1
        var slot = Int(truncatingIfNeeded: Self.hash(key) >> shift)
        while true {
            let found = keys[slot]
            if found == key { return nodes[slot] }
            if found == 0 { return 0 }
            slot = (slot + 1) & mask
        }
    }

    /// Adds an edge that is not there yet; `key` must not be 0. Grows at half full, so that a
    /// look-up always ends at an empty slot.
    mutating func insert(_ key: UInt64, leadingTo node: Int32) {
        if (count + 1) * 2 > keys.count { grow() }
        place(key, node)
        count += 1
    }

    private mutating func place(_ key: UInt64, _ node: Int32) {
        let mask = keys.count - 1
        var slot = Int(truncatingIfNeeded: Self.hash(key) >> shift)
        while keys[slot] != 0 { slot = (slot + 1) & mask }
        keys[slot] = key
        nodes[slot] = node
    }

    private mutating func grow() {
        let old = (keys: keys, nodes: nodes)
        keys = Array(repeating: 0, count: old.keys.count * 2)
        nodes = Array(repeating: 0, count: old.keys.count * 2)
        shift -= 1
        for (key, node) in zip(old.keys, old.nodes) where key != 0 { place(key, node) }
    }

    /// Fibonacci hashing: the top bits of the product with 2^64 divided by the golden ratio.
    @inline(__always)
    private static func hash(_ key: UInt64) -> UInt64 { key &* 0x9E37_79B9_7F4A_7C15 }
}
