/// ICU's serialized trie of UTF-16 units, the form of its dictionaries (UCharsTrie).
///
/// A node begins with a lead unit. A final value has bit 15; an inner value stands in bits 14…6 and
/// leaves the kind of node in the rest: below 0x30 a branch, above it units that follow each other.
struct SerializedTrie {
    private let units: [UInt16]
    /// Which units belong to words that are wanted; the others are left out with all behind them.
    private let isWanted: (UInt16) -> Bool
    /// Words that are longer are left out.
    private let longestWord: Int
    private var trie = HanTrieBuilder()
    private var isReadable = true

    /// The words of a serialized trie; `nil` when a cost is beyond what `HanTrie` holds.
    static func read(
        _ units: [UInt16], longestWord: Int, where isWanted: @escaping (UInt16) -> Bool
    ) -> HanTrieBuilder? {
        var reader = SerializedTrie(units: units, isWanted: isWanted, longestWord: longestWord)
        reader.readNode(at: 0, behind: 0, depth: 0)
        return reader.isReadable ? reader.trie : nil
    }

    private init(units: [UInt16], isWanted: @escaping (UInt16) -> Bool, longestWord: Int) {
        self.units = units
        self.isWanted = isWanted
        self.longestWord = longestWord
    }

    /// Reads what an edge leads to: the value of the word that ends there and what follows.
    private mutating func readEdge(_ unit: UInt16, after node: UInt32, to place: Int, depth: Int) {
        guard isWanted(unit), depth < longestWord else { return }
        let lead = Int(units[place])
        if lead & 0x8000 != 0 {
            let (value, _) = value(lead & 0x7FFF, behind: place + 1)
            add(unit, after: node, cost: value, continues: false)
        } else if lead >= 0x40 {
            let (value, _) = innerValue(lead, behind: place + 1)
            let behind = add(unit, after: node, cost: value, continues: true)
            readNode(at: place, behind: behind, depth: depth + 1)
        } else {
            let behind = add(unit, after: node, cost: nil, continues: true)
            readNode(at: place, behind: behind, depth: depth + 1)
        }
    }

    @discardableResult
    private mutating func add(
        _ unit: UInt16, after node: UInt32, cost: Int?, continues: Bool
    ) -> UInt32 {
        guard let added = trie.add(unit, after: node, cost: cost, continues: continues) else {
            isReadable = false
            return 0
        }
        return added
    }

    /// Reads the edges of a node, behind its value.
    private mutating func readNode(at place: Int, behind node: UInt32, depth: Int) {
        var lead = Int(units[place])
        var place = place + 1
        if lead >= 0x40 {
            place = innerValue(lead, behind: place).next
            lead &= 0x3F
        }
        if lead >= 0x30 {
            readLine(at: place, length: lead - 0x2F, behind: node, depth: depth)
        } else if lead == 0 {
            readBranch(at: place + 1, length: Int(units[place]) + 1, behind: node, depth: depth)
        } else {
            readBranch(at: place, length: lead + 1, behind: node, depth: depth)
        }
    }

    /// Units that follow each other; a node stands behind the last.
    private mutating func readLine(at place: Int, length: Int, behind node: UInt32, depth: Int) {
        var node = node
        for step in 0..<(length - 1) {
            guard isWanted(units[place + step]), depth + step < longestWord else { return }
            node = add(units[place + step], after: node, cost: nil, continues: true)
        }
        readEdge(
            units[place + length - 1], after: node, to: place + length, depth: depth + length - 1)
    }

    /// A binary search down to five units, each with a final value or the distance to its node; the
    /// node of the last unit follows at once.
    private mutating func readBranch(at place: Int, length: Int, behind node: UInt32, depth: Int) {
        var place = place
        var length = length
        while length > 5 {
            let (distance, next) = distance(at: place + 1)
            readBranch(at: next + distance, length: length / 2, behind: node, depth: depth)
            place = next
            length -= length / 2
        }
        for _ in 1..<length {
            let lead = Int(units[place + 1])
            let (value, next) = value(lead & 0x7FFF, behind: place + 2)
            // A final value is the end of its word: the unit's edge leads to the value itself.
            let target = lead & 0x8000 != 0 ? place + 1 : next + value
            readEdge(units[place], after: node, to: target, depth: depth)
            place = next
        }
        readEdge(units[place], after: node, to: place + 1, depth: depth)
    }

    /// A final value or the distance to a node, and the place behind it.
    private func value(_ lead: Int, behind place: Int) -> (value: Int, next: Int) {
        switch lead {
        case ..<0x4000: (lead, place)
        case ..<0x7FFF: ((lead - 0x4000) << 16 | Int(units[place]), place + 1)
        default: (Int(units[place]) << 16 | Int(units[place + 1]), place + 2)
        }
    }

    /// The value of a node that has edges too, and the place behind it.
    private func innerValue(_ lead: Int, behind place: Int) -> (value: Int, next: Int) {
        switch lead {
        case ..<0x4040: (lead >> 6 - 1, place)
        case ..<0x7FC0: ((lead & 0x7FC0 - 0x4040) << 10 | Int(units[place]), place + 1)
        default: (Int(units[place]) << 16 | Int(units[place + 1]), place + 2)
        }
    }

    /// The distance to the lower half of a branch, and the place behind it.
    private func distance(at place: Int) -> (distance: Int, next: Int) {
        let lead = Int(units[place])
        return switch lead {
        case ..<0xFC00: (lead, place + 1)
        case ..<0xFFFF: ((lead - 0xFC00) << 16 | Int(units[place + 1]), place + 2)
        default: (Int(units[place + 1]) << 16 | Int(units[place + 2]), place + 3)
        }
    }
}
