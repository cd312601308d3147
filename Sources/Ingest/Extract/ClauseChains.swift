/// Deeds chained inside one clause (连动).
extension ClauseReader {
    /// Calls `body` with the parts of a clause that 并, 及 and 、 chain, each with a verb of its own.
    func forEachPart(of clause: Clause, _ body: (Range<Int>) -> Void) {
        let inside = words.withoutOverrun(clause.words, of: clause.range)
        var start = clause.range.lowerBound
        var verbEnd: Int?
        for index in inside {
            let word = words[index]
            guard !word.kind.isDisjoint(with: .verb), !word.kind.contains(.compound) else {
                continue
            }
            if let end = verbEnd, let cut = chainStart(before: index, in: inside),
                cut > end + 2
            {
                body(start..<cut)
                start = cut
            }
            if verbEnd == nil || word.range.lowerBound > start {
                verbEnd = word.range.upperBound
            }
        }
        body(start..<clause.range.upperBound)
    }

    /// Where the connector stands that leads to the verb at `index`: 并适时走访, 、为三户发放.
    private func chainStart(before index: Int, in inside: Range<Int>) -> Int? {
        let verb = words[index]
        let isSure = !verb.kind.isDisjoint(with: [.hold, .carry, .deed])
        guard isSure, verb.range.count >= 2, scalar(verb.range.upperBound) != 0x7684 else {
            return nil
        }
        var place = verb.range.lowerBound
        var before = index - 1
        while before >= inside.lowerBound, words[before].range.upperBound == place,
            words[before].kind.contains(.adverb), !words[before].kind.contains(.connector)
        {
            place = words[before].range.lowerBound
            before -= 1
        }
        if before >= inside.lowerBound, words[before].range.upperBound == place,
            words[before].kind.contains(.connector)
        {
            let isLoose = scalar(place - 1) == 0x53CA || scalar(place - 1) == 0x548C
            if isLoose, !verb.kind.isDisjoint(with: .noun) { return nil }
            return words[before].range.lowerBound
        }
        if scalar(place - 1) == 0x3001, !regions.isEnclosed(place - 1) {
            // Without 并 a noun may follow as well: 宣传单、培训班.
            return verb.kind.isDisjoint(with: .noun) ? place - 1 : nil
        }
        return phraseStart(before: index, in: inside)
    }

    /// Where 、为 or 、向 opens a phrase that leads to the verb at `index`.
    private func phraseStart(before index: Int, in inside: Range<Int>) -> Int? {
        guard words[index].kind.isDisjoint(with: .noun) else { return nil }
        var before = index - 1
        while before >= inside.lowerBound, words[before].kind.isDisjoint(with: .verb) {
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

    private static let beneficiary = ScalarSet("为对向给")

    /// A part without 同时, 并 and 、 in front of it.
    func withoutConnectors(_ part: Range<Int>, words inside: Range<Int>) -> Range<Int> {
        var start = part.lowerBound
        var index = inside.lowerBound
        while start < part.upperBound {
            if scalar(start) == 0x3001 || scalar(start) == 0x20 {
                start += 1
                continue
            }
            while index < inside.upperBound, words[index].range.lowerBound < start { index += 1 }
            guard index < inside.upperBound, words[index].range.lowerBound == start,
                words[index].kind.contains(.connector)
            else { break }
            start = words[index].range.upperBound
        }
        return min(start, part.upperBound)..<part.upperBound
    }
}
