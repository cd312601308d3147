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
/// Most places are settled by one look-up of the first or last scalar; at the others only the words that
/// begin or end with it are compared.
struct RuleWords: Sendable {
    /// A word under one of its scalars.
    private struct Entry: Sendable {
        let scalar: UInt32
        let word: Range<Int>
    }

    /// The words, one behind the other.
    private let scalars: [UInt32]
    private let heads: ScalarSet
    private let tails: ScalarSet
    /// By first and by last scalar; those of one scalar in their order.
    private let byHead: [Entry]
    private let byTail: [Entry]

    init(_ words: [String]) {
        var scalars: [UInt32] = []
        var places: [Range<Int>] = []
        for word in words where !word.isEmpty {
            let start = scalars.count
            scalars += word.unicodeScalars.map(\.value)
            places.append(start..<scalars.count)
        }
        func sorted(by place: (Range<Int>) -> Int) -> [Entry] {
            places.enumerated().map {
                ($0.offset, Entry(scalar: scalars[place($0.element)], word: $0.element))
            }
            .sorted { ($0.1.scalar, $0.0) < ($1.1.scalar, $1.0) }.map(\.1)
        }
        byHead = sorted { $0.lowerBound }
        byTail = sorted { $0.upperBound - 1 }
        heads = ScalarSet(byHead.map(\.scalar))
        tails = ScalarSet(byTail.map(\.scalar))
        self.scalars = scalars
    }

    func contains(_ word: [UInt32]) -> Bool {
        byHead.contains { scalars[$0.word].elementsEqual(word) }
    }

    /// The length of the first word of the list that begins at a place; `nil` without one.
    @inline(__always)
    func length(at start: Int, in text: borrowing FoldedText) -> Int? {
        let head = text.scalar(start)
        return heads.contains(head) ? firstLength(at: start, head, in: text) : nil
    }

    /// The length of the first word of the list that ends before a place and does not begin before
    /// another one; `nil` without one.
    @inline(__always)
    func length(
        before end: Int, notBefore start: Int = 0, in text: borrowing FoldedText
    ) -> Int? {
        let tail = text.scalar(end - 1)
        guard tails.contains(tail) else { return nil }
        return firstLength(before: end, notBefore: max(0, start), tail, in: text)
    }

    /// Whether a word of the list begins in a range.
    func begins(in range: Range<Int>, of text: borrowing FoldedText) -> Bool {
        for place in range where length(at: place, in: text) != nil { return true }
        return false
    }

    private func firstLength(at start: Int, _ head: UInt32, in text: borrowing FoldedText) -> Int? {
        var index = Self.first(head, in: byHead)
        while index < byHead.count, byHead[index].scalar == head {
            let word = byHead[index].word
            if matches(word, at: start, in: text) { return word.count }
            index += 1
        }
        return nil
    }

    private func firstLength(
        before end: Int, notBefore start: Int, _ tail: UInt32, in text: borrowing FoldedText
    ) -> Int? {
        var index = Self.first(tail, in: byTail)
        while index < byTail.count, byTail[index].scalar == tail {
            let word = byTail[index].word
            let first = end - word.count
            if first >= start, matches(word, at: first, in: text) { return word.count }
            index += 1
        }
        return nil
    }

    /// The first entry with a scalar. O(log words).
    private static func first(_ scalar: UInt32, in entries: [Entry]) -> Int {
        var low = 0
        var high = entries.count
        while low < high {
            let middle = (low + high) / 2
            if entries[middle].scalar < scalar { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private func matches(_ word: Range<Int>, at start: Int, in text: borrowing FoldedText) -> Bool {
        guard start + word.count <= text.count else { return false }
        for offset in 0..<word.count
        where text.scalars[start + offset] != scalars[word.lowerBound + offset] {
            return false
        }
        return true
    }
}
