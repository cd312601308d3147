/// Words of Han characters with their costs, as a trie that is quick to walk (双数组词典树): a double array.
///
/// Each node has a base that no other has; its edge by a character is the cell at the base plus the
/// character's code, and belongs to it when the cell names the base. Characters of many words have
/// small codes, so that the cells of common words lie close together.
struct HanTrie: Sendable {
    /// Where an edge leads to: the cost of the word that ends there and the base of the node behind.
    struct Step {
        /// From the top: 22 bits for the base the edge belongs to, 22 for the one it leads to, 20 for
        /// the cost.
        fileprivate var packed: UInt64

        @inline(__always)
        fileprivate init(packed: UInt64) { self.packed = packed }

        init(from owner: UInt32, cost: Int?, base: UInt32) {
            let cost = cost.map { UInt64($0) } ?? Self.noWord
            packed = UInt64(owner) << 42 | UInt64(base) << 20 | cost
        }

        /// Belongs to no node, for no base is that great.
        @inline(__always)
        static var none: Step { Step(packed: ~0 << 42 | noWord) }

        @inline(__always)
        fileprivate var owner: UInt32 { UInt32(truncatingIfNeeded: packed >> 42) }
        /// 0 without longer words.
        @inline(__always)
        var base: UInt32 { UInt32(truncatingIfNeeded: packed >> 20) & Self.greatestBase }
        /// More than the characters of any word cost alone when no word ends here.
        @inline(__always)
        var cost: UInt64 { packed & Self.noWord }

        @inline(__always)
        private static var noWord: UInt64 { 0xFFFFF }
        @inline(__always)
        static var greatestBase: UInt32 { 0x3FFFFF }
        /// Of a single character or word.
        static let greatestCost = 0x3FF
    }

    /// By code: what a character costs as a word of its own, and the node behind it.
    private let firsts: [Step]
    private let cells: [Step]

    /// - Parameter cells: goes on behind the greatest base for as long as there are codes.
    init(firsts: [Step], cells: [Step]) {
        self.firsts = firsts
        self.cells = cells
    }

    /// The code of Han characters that no word has. Lesser codes are those of other characters.
    @inline(__always)
    static var firstCode: UInt16 { 0x100 }

    /// The step from the root by a character's code.
    @inline(__always)
    func first(_ code: UInt16) -> Step { firsts[Int(code)] }

    /// The step from a node by a character's code; without word and node when there is none.
    @inline(__always)
    func step(from base: UInt32, by code: UInt16) -> Step {
        let cell = cells[Int(base) + Int(code)]
        return cell.owner == base ? cell : .none
    }
}
