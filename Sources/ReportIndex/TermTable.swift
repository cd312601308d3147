/// Numbers terms in the order they first come (词号表): an open-addressing hash table, because the keys
/// are hashes or packed pairs already and Swift's dictionary would hash them once more. Beside its number
/// a term keeps where it was last noted, so that a look-up touches one place in memory.
struct TermTable {
    private struct Slot {
        var key: UInt64 = 0
        /// The term's number + 1; 0 in an empty slot.
        var number: UInt32 = 0
        var latest: UInt32 = 0
    }

    private var slots: [Slot]
    private(set) var keys: [UInt64] = []

    /// - Parameter capacity: a power of two, at least twice the terms expected at first.
    init(capacity: Int) {
        slots = Array(repeating: Slot(), count: capacity)
    }

    var count: Int { keys.count }

    /// The numbers of different terms, new ones where they are new. Amortised O(terms).
    ///
    /// All first slots are read before any is looked at, so that the reads wait for memory together: a
    /// shard's table is larger than the processor's caches.
    mutating func numbers(of keys: [UInt64]) -> [UInt32] {
        var numbers: [UInt32] = []
        numbers.reserveCapacity(keys.count)
        for key in keys {
            let slot = slots[Self.slot(of: key, mask: slots.count - 1)]
            numbers.append(slot.key == key ? slot.number : 0)
        }
        for (index, key) in keys.enumerated() where numbers[index] == 0 {
            numbers[index] = UInt32(note(key, from: 0, next: 0).number + 1)
        }
        for index in numbers.indices { numbers[index] -= 1 }
        return numbers
    }

    /// Notes that a term's latest entry in some list is the next one, unless it has one at `begin` or later.
    ///
    /// - Returns: the term's number, and the place of that later entry; `nil` when a new one is due.
    @inline(__always)
    mutating func note(_ key: UInt64, from begin: Int, next: Int) -> (number: Int, latest: Int?) {
        var slot = Self.slot(of: key, mask: slots.count - 1)
        while slots[slot].number != 0 {
            if slots[slot].key == key {
                let number = Int(slots[slot].number) - 1
                let latest = Int(slots[slot].latest)
                if latest >= begin { return (number, latest) }
                slots[slot].latest = UInt32(next)
                return (number, nil)
            }
            slot = (slot + 1) & (slots.count - 1)
        }
        keys.append(key)
        slots[slot] = Slot(key: key, number: UInt32(count), latest: UInt32(next))
        if count * 2 > slots.count { grow() }
        return (count - 1, nil)
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
