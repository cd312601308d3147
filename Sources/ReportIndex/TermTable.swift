/// Numbers terms in the order they first come (词号表): an open-addressing hash table, because the keys
/// are hashes or packed pairs already and Swift's dictionary would hash them once more. Beside its number
/// a term keeps where its latest posting stands, so that a look-up touches one place in memory.
struct TermTable {
    private struct Slot {
        var key: UInt64 = 0
        /// The term's number + 1; 0 in an empty slot.
        var number: UInt32 = 0
        /// Place of the term's latest posting.
        var latest: UInt32 = 0
    }

    private var slots: [Slot]
    private(set) var count = 0

    /// - Parameter capacity: a power of two, at least twice the terms expected at first.
    init(capacity: Int = 1 << 16) {
        slots = Array(repeating: Slot(), count: capacity)
    }

    /// Notes a term at the end of a list of postings, unless its latest posting stands at `begin` or later.
    /// Amortised O(1).
    ///
    /// - Returns: the term's number, and the place of that later posting; `nil` when a new one is due.
    @inline(__always)
    mutating func note(_ key: UInt64, from begin: Int, end: Int) -> (number: Int, known: Int?) {
        var slot = Self.slot(of: key, mask: slots.count - 1)
        while slots[slot].number != 0 {
            if slots[slot].key == key {
                let number = Int(slots[slot].number) - 1
                let latest = Int(slots[slot].latest)
                if latest >= begin { return (number, latest) }
                slots[slot].latest = UInt32(end)
                return (number, nil)
            }
            slot = (slot + 1) & (slots.count - 1)
        }
        count += 1
        slots[slot] = Slot(key: key, number: UInt32(count), latest: UInt32(end))
        if count * 2 > slots.count { grow() }
        return (count - 1, nil)
    }

    /// Every key, by number.
    var keys: [UInt64] {
        var keys = [UInt64](repeating: 0, count: count)
        for slot in slots where slot.number != 0 { keys[Int(slot.number) - 1] = slot.key }
        return keys
    }

    private mutating func grow() {
        let old = slots
        slots = Array(repeating: Slot(), count: old.count * 2)
        for entry in old where entry.number != 0 {
            var slot = Self.slot(of: entry.key, mask: slots.count - 1)
            while slots[slot].number != 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = entry
        }
    }

    @inline(__always)
    private static func slot(of key: UInt64, mask: Int) -> Int {
        Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    }
}
