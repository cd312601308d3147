/// Deeds chained inside one clause (连动).
extension ClauseReader {
    /// The parts of a clause that 并, 及 and 、 chain, each with a verb of its own.
    func parts(of range: Range<Int>, words: ArraySlice<Word>) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var start = range.lowerBound
        var verbEnd: Int?
        for index in words.indices {
            let word = words[index]
            guard !word.kind.isDisjoint(with: .verb), !word.kind.contains(.compound) else {
                continue
            }
            if let end = verbEnd, let cut = chainStart(before: index, in: words),
                cut > end + 2
            {
                parts.append(start..<cut)
                start = cut
            }
            if verbEnd == nil || word.range.lowerBound > start {
                verbEnd = word.range.upperBound
            }
        }
        parts.append(start..<range.upperBound)
        return parts
    }

    /// Where the connector stands that leads to the verb at `index`: 并适时走访, 、为三户发放.
    private func chainStart(before index: Int, in words: ArraySlice<Word>) -> Int? {
        let verb = words[index]
        let isSure = !verb.kind.isDisjoint(with: [.hold, .carry, .deed])
        guard isSure, verb.range.count >= 2, scalar(verb.range.upperBound) != 0x7684 else {
            return nil
        }
        var place = verb.range.lowerBound
        var before = index - 1
        while before >= words.startIndex, words[before].range.upperBound == place,
            words[before].kind.contains(.adverb), !words[before].kind.contains(.connector)
        {
            place = words[before].range.lowerBound
            before -= 1
        }
        if before >= words.startIndex, words[before].range.upperBound == place,
            words[before].kind.contains(.connector)
        {
            let isLoose = [0x53CA, 0x548C].contains(scalar(place - 1))
            if isLoose, !verb.kind.isDisjoint(with: .noun) { return nil }
            return words[before].range.lowerBound
        }
        if scalar(place - 1) == 0x3001, !regions.isEnclosed(place - 1) {
            // Without 并 a noun may follow as well: 宣传单、培训班.
            return verb.kind.isDisjoint(with: .noun) ? place - 1 : nil
        }
        return phraseStart(before: index, in: words)
    }

    /// Where 、为 or 、向 opens a phrase that leads to the verb at `index`.
    private func phraseStart(before index: Int, in words: ArraySlice<Word>) -> Int? {
        guard words[index].kind.isDisjoint(with: .noun) else { return nil }
        var before = index - 1
        while before >= words.startIndex, words[before].kind.isDisjoint(with: .verb) {
            let place = words[before].range.lowerBound
            if words[before].kind.contains(.preposition), scalar(place - 1) == 0x3001,
                !regions.isEnclosed(place - 1), Self.beneficiary.contains(scalar(place))
            {
                return place - 1
            }
            before -= 1
        }
        return nil
    }

    /// 为 对 向 给
    private static let beneficiary: Set<UInt32> = [0x4E3A, 0x5BF9, 0x5411, 0x7ED9]

    /// A part without 同时, 并 and 、 in front of it.
    func withoutConnectors(_ part: Range<Int>, words: ArraySlice<Word>) -> Range<Int> {
        var start = part.lowerBound
        var index = words.startIndex
        while start < part.upperBound {
            if scalar(start) == 0x3001 || scalar(start) == 0x20 {
                start += 1
                continue
            }
            while index < words.endIndex, words[index].range.lowerBound < start { index += 1 }
            guard index < words.endIndex, words[index].range.lowerBound == start,
                words[index].kind.contains(.connector)
            else { break }
            start = words[index].range.upperBound
        }
        return min(start, part.upperBound)..<part.upperBound
    }
}
