/// Finds free cells for the nodes of a double array, 64 bases at a time.
struct DoubleArrayLayout {
    private let codeCount: Int
    /// A bit for each free cell, and for each base that no node has.
    private var free: [UInt64]
    private var bases: [UInt64]
    /// By number of edges where the search begins: before it nodes of that size hardly fit.
    private var starts = [Int](repeating: 0, count: 32)
    private var end = 0

    init(codeCount: Int) {
        self.codeCount = codeCount
        free = Array(repeating: ~0, count: 1 << 14)
        bases = free
        // 0 stands for no node.
        bases[0] = ~1
    }

    /// As many as the greatest base and code may ask for.
    var cellCount: Int { end + codeCount }

    /// A base for a node with edges by these codes; `nil` when there is no room.
    mutating func place(_ codes: [UInt16]) -> UInt32? {
        let size = min(codes.count, starts.count - 1)
        var word = starts[size]
        while word + codeCount / 64 + 2 < Int(HanTrie.Step.greatestBase) / 64 {
            let needed = word + codeCount / 64 + 2
            while free.count <= needed {
                free += Array(repeating: ~0, count: free.count)
                bases += Array(repeating: ~0, count: bases.count)
            }
            var fitting = bases[word]
            for code in codes where fitting != 0 {
                fitting &= bits(at: word * 64 + Int(code))
            }
            if fitting != 0 {
                let base = word * 64 + fitting.trailingZeroBitCount
                bases[word] &= ~(1 << UInt64(base & 63))
                for code in codes {
                    let cell = base + Int(code)
                    free[cell >> 6] &= ~(1 << UInt64(cell & 63))
                }
                starts[size] = word
                end = max(end, base + 1)
                return UInt32(base)
            }
            word += 1
        }
        return nil
    }

    /// Whether 64 cells from one on are free.
    private func bits(at cell: Int) -> UInt64 {
        let shift = UInt64(cell & 63)
        let low = free[cell >> 6] >> shift
        return shift == 0 ? low : low | free[cell >> 6 + 1] << (64 - shift)
    }
}
