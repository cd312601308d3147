/// Finds the cheapest words of a run of Han characters (最短路径分词): ICU's algorithm for Chinese.
///
/// The cost of a path is the sum of its words' costs; of paths that cost the same the one with the
/// longer last word stands. O(characters · longest word); its buffers are kept from run to run.
struct WordPath: Sendable {
    private struct Place {
        /// What the cheapest words up to this place cost.
        var cost = UInt32.max
        /// Where the last of them begins.
        var start: Int32 = 0
    }

    private var places: [Place] = []

    /// Appends the end of every word.
    mutating func appendEnds(
        of run: Range<Int>, in scalars: borrowing Span<UInt32>, by trie: borrowing HanTrie,
        to ends: inout [Int32]
    ) {
        guard run.count > 1 else { return ends.append(Int32(run.upperBound)) }
        findPath(through: run, in: scalars, by: trie)
        let first = ends.count
        var place = run.count
        while place > 0 {
            ends.append(Int32(run.lowerBound + place))
            place = Int(places[place].start)
        }
        // In place: to reverse a slice would copy it.
        var last = ends.count - 1
        for place in first..<(first + ends.count) / 2 {
            ends.swapAt(place, last)
            last -= 1
        }
    }

    private mutating func findPath(
        through run: Range<Int>, in scalars: borrowing Span<UInt32>, by trie: borrowing HanTrie
    ) {
        let count = run.count
        if places.count <= count { places = Array(repeating: Place(), count: (count + 1) * 2) }
        var places = places.mutableSpan
        places[0].cost = 0
        for place in 1...count { places[place].cost = .max }
        for start in 0..<count {
            let head = scalars[run.lowerBound + start]
            let cost = places[start].cost
            let beginning = Int32(truncatingIfNeeded: start)
            if cost + trie.costAlone(head) < places[start + 1].cost {
                places[start + 1] = Place(cost: cost + trie.costAlone(head), start: beginning)
            }
            var node = head
            var end = start + 1
            while node != 0, end < count {
                let step = trie.step(from: node, by: scalars[run.lowerBound + end])
                end += 1
                if step.hasWord, cost + step.cost < places[end].cost {
                    places[end] = Place(cost: cost + step.cost, start: beginning)
                }
                node = step.node
            }
        }
    }
}
