/// Finds the cheapest words of a run of Han characters (最短路径分词): ICU's algorithm for Chinese.
///
/// The cost of a path is the sum of its words' costs; of paths that cost the same the one with the
/// longer last word stands. O(characters · longest word); its buffer is kept from run to run.
struct WordPath: Sendable {
    /// What the cheapest words up to a place cost, and below it where the last of them begins: the
    /// lesser of two is the cheaper, or of the same cost the one with the longer last word.
    private struct Place {
        var packed: UInt64

        static let unreached = Place(packed: .max)

        @inline(__always)
        var start: Int { Int(truncatingIfNeeded: packed & Self.startMask) }

        /// The place behind a word that begins at `start`.
        @inline(__always)
        func adding(_ cost: UInt64, from start: Int) -> Place {
            let sum = packed & ~Self.startMask &+ cost &<< 30
            return Place(packed: sum | UInt64(truncatingIfNeeded: start))
        }

        @inline(__always)
        mutating func improve(_ other: Place) { packed = min(packed, other.packed) }

        private static var startMask: UInt64 { 1 << 30 - 1 }
    }

    private var places: [Place] = []

    /// Appends the end of every word.
    ///
    /// - Parameter codes: the text's, and behind the run at least two that no word has.
    mutating func appendEnds(
        of run: Range<Int>, in codes: borrowing Span<UInt16>, by trie: borrowing HanTrie,
        to ends: inout [Int32]
    ) {
        let count = run.count
        guard count > 1 else {
            return ends.append(Int32(truncatingIfNeeded: run.upperBound))
        }
        if places.count < count + 3 {
            places = Array(repeating: .unreached, count: (count + 3) * 2)
        }
        var places = places.mutableSpan
        for place in 0..<count + 3 { places[place] = .unreached }
        places[0] = Place(packed: 0)
        Self.findPath(through: run, in: codes, by: trie, &places)
        // From the last word back each beginning learns where its word ends; then words come in order.
        var end = count
        var start = places[end].start
        while end > 0 {
            let before = places[start].start
            places[start] = Place(packed: UInt64(truncatingIfNeeded: end))
            end = start
            start = before
        }
        ends.append(addingCapacity: count) { ends in
            while end < count {
                end = places[end].start
                ends.append(Int32(truncatingIfNeeded: run.lowerBound + end))
            }
        }
    }

    private static func findPath(
        through run: Range<Int>, in codes: borrowing Span<UInt16>, by trie: borrowing HanTrie,
        _ places: inout MutableSpan<Place>
    ) {
        let first = run.lowerBound
        for start in 0..<run.count {
            let place = places[start]
            let one = trie.first(codes[first + start])
            places[start + 1].improve(place.adding(one.cost, from: start))
            // Nearly all words have at most three characters: up to there a step that leads nowhere
            // costs less than to ask whether it does.
            let two = trie.step(from: one.base, by: codes[first + start + 1])
            places[start + 2].improve(place.adding(two.cost, from: start))
            let three = trie.step(from: two.base, by: codes[first + start + 2])
            places[start + 3].improve(place.adding(three.cost, from: start))
            var base = three.base
            var end = start + 3
            while base != 0, end < run.count {
                let step = trie.step(from: base, by: codes[first + end])
                end += 1
                places[end].improve(place.adding(step.cost, from: start))
                base = step.base
            }
        }
    }
}
