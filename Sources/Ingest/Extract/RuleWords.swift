/// A set of characters that a rule asks for (字符集合); one look-up a scalar.
struct ScalarSet: Sendable {
    /// A bit for each scalar of the basic plane.
    private var bits = [UInt64](repeating: 0, count: 1024)

    init(_ characters: String) {
        self.init(characters.unicodeScalars.map(\.value))
    }

    init(_ scalars: some Sequence<UInt32>) {
        for scalar in scalars where scalar < 0x10000 {
            bits[Int(scalar >> 6)] |= 1 << UInt64(scalar & 63)
        }
    }

    @inline(__always)
    func contains(_ scalar: UInt32) -> Bool {
        scalar < 0x10000 && bits[Int(scalar >> 6)] >> UInt64(scalar & 63) & 1 == 1
    }
}

/// Words that a rule asks for at one place of a text (规则用词), in the order they are tried.
///
/// Most places are settled by one look-up of the first or last scalar.
struct RuleWords: Sendable {
    private let words: [[UInt32]]
    private let heads: ScalarSet
    private let tails: ScalarSet

    init(_ words: [String]) {
        self.words = words.map { $0.unicodeScalars.map(\.value) }
        heads = ScalarSet(self.words.compactMap(\.first))
        tails = ScalarSet(self.words.compactMap(\.last))
    }

    func contains(_ word: [UInt32]) -> Bool { words.contains(word) }

    /// The length of the first word of the list that begins at a place; `nil` without one.
    @inline(__always)
    func length(at start: Int, in text: borrowing FoldedText) -> Int? {
        guard heads.contains(text.scalar(start)) else { return nil }
        for index in words.indices where matches(index, at: start, in: text) {
            return words[index].count
        }
        return nil
    }

    /// The length of the first word of the list that ends before a place and does not begin before
    /// another one; `nil` without one.
    @inline(__always)
    func length(
        before end: Int, notBefore start: Int = 0, in text: borrowing FoldedText
    ) -> Int? {
        guard tails.contains(text.scalar(end - 1)) else { return nil }
        for index in words.indices {
            let first = end - words[index].count
            if first >= max(0, start), matches(index, at: first, in: text) {
                return words[index].count
            }
        }
        return nil
    }

    private func matches(_ word: Int, at start: Int, in text: borrowing FoldedText) -> Bool {
        let count = words[word].count
        guard start + count <= text.count else { return false }
        for offset in 0..<count where text.scalars[start + offset] != words[word][offset] {
            return false
        }
        return true
    }
}
