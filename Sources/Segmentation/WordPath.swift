/// Finds the cheapest words of a run of Han characters (最短路径分词): ICU's algorithm for Chinese.
///
/// The cost of a path is the sum of its words' costs; of paths that cost the same the one with the
/// longer last word stands. O(characters · longest word); its buffer is kept from run to run.
struct WordPath: Sendable {
    /// A place between characters.
    private struct Place {
        /// What the cheapest words up to here cost, and below it where the last of them begins: the
        /// lesser of two is the cheaper, or of the same cost the one with the longer last word.
        var packed = UInt64.max
        /// The steps by the second and the third character behind.
        var second = HanTrie.Step.none
        var third = HanTrie.Step.none

        @inline(__always)
        var start: Int {
            get { Int(truncatingIfNeeded: packed & Self.startMask) }
            set { packed = UInt64(truncatingIfNeeded: newValue) }
        }
        @inline(__always)
        var cost: UInt64 { packed & ~Self.startMask }

        /// Takes the word that begins at `start`, when that is cheaper; `before` is the cost up to it.
        @inline(__always)
        mutating func improve(_ before: UInt64, _ step: HanTrie.Step, from start: Int) {
            let cost = before &+ step.cost &<< 30
            packed = min(packed, cost | UInt64(truncatingIfNeeded: start))
        }

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
            places = Array(repeating: Place(), count: (count + 3) * 2)
        }
        var places = places.mutableSpan
        Self.findSteps(through: run, in: codes, by: trie, &places)
        Self.findPath(through: run, in: codes, by: trie, &places)
        // From the last word back each beginning learns where its word ends; then words come in order.
        var end = count
        var start = places[end].start
        while end > 0 {
            let before = places[start].start
            places[start].start = end
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

    /// Takes the first steps from every place. They wait for memory, and not for each other as long as
    /// nothing depends on them.
    private static func findSteps(
        through run: Range<Int>, in codes: borrowing Span<UInt16>, by trie: borrowing HanTrie,
        _ places: inout MutableSpan<Place>
    ) {
        let first = run.lowerBound
        for place in 0..<run.count {
            let base = trie.first(codes[first + place]).base
            places[place].packed = .max
            places[place].second = trie.step(from: base, by: codes[first + place + 1])
        }
        for place in 0..<run.count {
            places[place].third = trie.step(
                from: places[place].second.base, by: codes[first + place + 2])
        }
        for place in run.count..<run.count + 3 { places[place].packed = .max }
    }

    private static func findPath(
        through run: Range<Int>, in codes: borrowing Span<UInt16>, by trie: borrowing HanTrie,
        _ places: inout MutableSpan<Place>
    ) {
        let first = run.lowerBound
        places[0].packed = 0
        for start in 0..<run.count {
            let cost = places[start].cost
            places[start + 1].improve(cost, trie.first(codes[first + start]), from: start)
            // Without asking whether a word ends there: a step that leads nowhere costs too much.
            places[start + 2].improve(cost, places[start].second, from: start)
            places[start + 3].improve(cost, places[start].third, from: start)
            var base = places[start].third.base
            var end = start + 3
            while base != 0, end < run.count {
                let step = trie.step(from: base, by: codes[first + end])
                end += 1
                places[end].improve(cost, step, from: start)
                base = step.base
            }
        }
    }
}
