/// Numbers terms in the order they first come (词号表): an open-addressing hash table, because the keys
/// are hashes or packed pairs already and Swift's dictionary would hash them once more.
struct TermTable {
    private(set) var keys: [UInt64] = []
    private var slots: [UInt32]

    /// - Parameter capacity: a power of two, at least twice the terms expected at first.
    init(capacity: Int = 1 << 16) {
        slots = Array(repeating: 0, count: capacity)
    }

    var count: Int { keys.count }

    /// The number of a term, a new one when it is new. Amortised O(1).
    @inline(__always)
    mutating func number(of key: UInt64) -> Int {
        var slot = Self.slot(of: key, mask: slots.count - 1)
        while slots[slot] != 0 {
            let number = Int(slots[slot]) - 1
            if keys[number] == key { return number }
            slot = (slot + 1) & (slots.count - 1)
        }
        keys.append(key)
        slots[slot] = UInt32(keys.count)
        if keys.count * 2 > slots.count { grow() }
        return keys.count - 1
    }

    private mutating func grow() {
        slots = Array(repeating: 0, count: slots.count * 2)
        for (number, key) in keys.enumerated() {
            var slot = Self.slot(of: key, mask: slots.count - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = UInt32(number + 1)
        }
    }

    @inline(__always)
    private static func slot(of key: UInt64, mask: Int) -> Int {
        Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    }
}
