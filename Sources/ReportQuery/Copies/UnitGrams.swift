/// Which runs of five characters only one unit writes (独用词串).
struct UnitGrams {
    static let length = 5
    /// Owner of a run that several units write.
    private static let many = Int32.min

    /// Hashes of runs, by open addressing; 0 is free.
    private var keys: [UInt32]
    private var owners: [Int32]
    private var used = 0

    /// O(all characters). - Parameter unit: the number of each report's unit.
    init(_ texts: PassageTexts) {
        keys = [UInt32](repeating: 0, count: 1 << 16)
        owners = [Int32](repeating: 0, count: 1 << 16)
        for place in 0..<texts.count {
            let unit = texts.unit(ofReport: Int(texts.reports[place]))
            let range = texts.range(place)
            guard range.count >= Self.length else { continue }
            for start in range.lowerBound...(range.upperBound - Self.length) {
                add(Self.hash(texts.scalars, start), unit)
            }
        }
    }

    private mutating func add(_ hash: UInt32, _ unit: Int32) {
        let slot = slot(of: hash)
        if keys[slot] == 0 {
            keys[slot] = hash
            owners[slot] = unit
            used += 1
            if used * 3 > keys.count * 2 { grow() }
        } else if owners[slot] != unit {
            owners[slot] = Self.many
        }
    }

    private mutating func grow() {
        let (oldKeys, oldOwners) = (keys, owners)
        keys = [UInt32](repeating: 0, count: oldKeys.count * 2)
        owners = [Int32](repeating: 0, count: oldKeys.count * 2)
        for (old, key) in oldKeys.enumerated() where key != 0 {
            let slot = slot(of: key)
            keys[slot] = key
            owners[slot] = oldOwners[old]
        }
    }

    @inline(__always)
    private func slot(of hash: UInt32) -> Int {
        var slot = Int(hash) & (keys.count - 1)
        while keys[slot] != 0, keys[slot] != hash { slot = (slot + 1) & (keys.count - 1) }
        return slot
    }

    @inline(__always)
    private static func hash(_ scalars: [UInt16], _ start: Int) -> UInt32 {
        var hash: UInt64 = 0
        for offset in 0..<length {
            hash = (hash ^ UInt64(scalars[start + offset])) &* 0x9E37_79B9_7F4A_7C15
            hash ^= hash >> 32
        }
        return max(1, UInt32(truncatingIfNeeded: hash))
    }

    /// Part of a text's runs that no other unit writes; 0 to 1.
    func part(ofOne text: [UInt16]) -> Double {
        guard text.count >= Self.length else { return 0 }
        let starts = 0...(text.count - Self.length)
        let own = starts.count { start in
            let slot = slot(of: Self.hash(text, start))
            return keys[slot] == 0 || owners[slot] != Self.many
        }
        return Double(own) / Double(starts.count)
    }
}
