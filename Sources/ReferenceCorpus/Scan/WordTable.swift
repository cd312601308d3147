import Segmentation

/// Numbers the units of a text in the order they first come and keeps their spelling (词号表).
///
/// An open-addressing table over 64-bit hashes: two of a million different words share a hash with a
/// chance of 3e-8, so spellings are not compared.
struct WordTable: Sendable {
    private(set) var keys: [UInt64] = []
    private var slots: [UInt32]
    private var spellings: [UInt32] = []
    private var starts: [Int] = [0]

    init(capacity: Int = 1 << 15) {
        slots = Array(repeating: 0, count: capacity)
    }

    var count: Int { keys.count }

    /// The hash of one unit.
    @inline(__always)
    static func key(_ scalars: [UInt32], _ range: Range<Int>) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for place in range {
            hash = (hash ^ UInt64(scalars[place])) &* 0x9E37_79B9_7F4A_7C15
            hash ^= hash >> 32
        }
        return hash
    }

    /// The hash of a run of units.
    @inline(__always)
    static func join(_ left: UInt64, _ right: UInt64) -> UInt64 {
        let mixed = (left &* 0xD6E8_FEB8_6659_FD93) ^ right
        return (mixed ^ mixed >> 31) &* 0x9E37_79B9_7F4A_7C15
    }

    /// The number of a key; a new one when it is new, and then `spell` is asked for its scalars.
    @inline(__always)
    mutating func number(of key: UInt64, spell: (inout [UInt32]) -> Void) -> Int {
        var slot = Self.slot(of: key, mask: slots.count - 1)
        while slots[slot] != 0 {
            let number = Int(slots[slot]) - 1
            if keys[number] == key { return number }
            slot = (slot + 1) & (slots.count - 1)
        }
        keys.append(key)
        spell(&spellings)
        starts.append(spellings.count)
        slots[slot] = UInt32(keys.count)
        if keys.count * 2 > slots.count { grow() }
        return keys.count - 1
    }

    /// The number of a key that is there.
    @inline(__always)
    func known(_ key: UInt64) -> Int? {
        var slot = Self.slot(of: key, mask: slots.count - 1)
        while slots[slot] != 0 {
            let number = Int(slots[slot]) - 1
            if keys[number] == key { return number }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    func scalars(of number: Int) -> ArraySlice<UInt32> {
        spellings[starts[number]..<starts[number + 1]]
    }

    func spelling(of number: Int) -> String {
        var view = String.UnicodeScalarView()
        for scalar in scalars(of: number) { view.append(Unicode.Scalar(scalar) ?? "\u{FFFD}") }
        return String(view)
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
        Int(truncatingIfNeeded: key ^ key >> 29) & mask
    }
}
