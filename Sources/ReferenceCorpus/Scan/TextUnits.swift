import Segmentation

/// What is counted (计数单位): runs of `size` words or characters with nothing between them.
package struct TextUnits: Sendable, Hashable {
    package enum Kind: String, Sendable, CaseIterable { case words, characters }

    package var kind: Kind
    /// 1 for single units, 2 for pairs …
    package var size: Int

    package init(_ kind: Kind = .words, size: Int = 1) {
        self.kind = kind
        self.size = size
    }

    /// Calls `body` with the key of every run, and the places in `scalars` where it begins, where its
    /// units end, and where it ends.
    @inline(__always)
    func forEach(
        in passage: ScannedPassage, _ body: (_ key: UInt64, _ range: Range<Int>) -> Void
    ) {
        let size = self.size
        guard size > 1 else {
            return forEachUnit(in: passage) { range, _ in
                body(WordTable.key(passage.scalars, range), range)
            }
        }
        var starts: [Int] = []
        var keys: [UInt64] = []
        forEachUnit(in: passage) { range, isAdjacent in
            if !isAdjacent {
                starts.removeAll(keepingCapacity: true)
                keys.removeAll(keepingCapacity: true)
            }
            starts.append(range.lowerBound)
            keys.append(WordTable.key(passage.scalars, range))
            guard keys.count >= size else { return }
            let first = keys.count - size
            var key = keys[first]
            for place in first + 1..<keys.count { key = WordTable.join(key, keys[place]) }
            body(key, starts[first]..<range.upperBound)
        }
    }

    @inline(__always)
    private func forEachUnit(in passage: ScannedPassage, _ body: (Range<Int>, Bool) -> Void) {
        switch kind {
        case .words: passage.forEachWord(body)
        case .characters:
            var isAdjacent = false
            for (place, scalar) in passage.scalars.enumerated() {
                if IndexTerms.isWord(scalar) {
                    body(place..<place + 1, isAdjacent)
                    isAdjacent = true
                } else {
                    isAdjacent = false
                }
            }
        }
    }

    /// Appends the spelling of a run: words of a run stand apart by a blank.
    func spell(_ range: Range<Int>, of passage: ScannedPassage, into spelling: inout [UInt32]) {
        guard kind == .words, size > 1 else {
            return spelling.append(contentsOf: passage.scalars[range])
        }
        var start = range.lowerBound
        for end in passage.ends where end > start && end <= range.upperBound {
            if start > range.lowerBound { spelling.append(0x20) }
            spelling.append(contentsOf: passage.scalars[start..<end])
            start = end
        }
    }
}
