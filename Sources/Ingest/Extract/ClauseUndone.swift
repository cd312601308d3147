/// What was meant to be done and was not (未做).
extension ClauseReader {
    /// 停办, 没有建成, 未能开工: the words that tell it; `nil` where none do.
    func undoneVerb(in inside: Range<Int>, of range: Range<Int>, _ kinds: WordKind) -> Word? {
        if kinds.contains(.undone) {
            let word = firstWord(in: inside) {
                $0.kind.contains(.undone) && !goesOn($0, in: range)
            }
            if let word { return word }
        }
        guard range.contains(where: { Self.negations.contains(scalar($0)) }) else { return nil }
        for index in range where Self.negations.contains(scalar(index)) {
            if let word = word(covering: index, in: inside), word.kind.contains(.compound) {
                continue
            }
            var place = index + 1
            while place < range.upperBound, Self.fillers.contains(scalar(place)) { place += 1 }
            guard let verb = words.element(at: place), verb.range.upperBound <= range.upperBound,
                !verb.kind.isDisjoint(with: [.hold, .carry, .deed, .short]),
                verb.range.count > 1 || isVerbAlone(verb, in: range)
            else { continue }
            return verb
        }
        return nil
    }

    /// 推迟到8月举办 was done in the end, 取消了收费 is a deed; 取消了 at the end of a clause is none.
    private func goesOn(_ word: Word, in range: Range<Int>) -> Bool {
        let end = word.range.upperBound
        // 不落空
        if scalar(word.range.lowerBound - 1) == 0x4E0D { return true }
        guard Self.goesOn.contains(scalar(end)) else { return false }
        // 推迟到2022年: another year than the report's.
        let year = end + 1..<end + 5
        if scalar(end + 5) == 0x5E74, year.allSatisfy({ text.kind($0).contains(.digit) }) {
            return false
        }
        return scalar(end) != 0x4E86 || end + 1 < range.upperBound
    }

    /// 没有办, 没办成, and not 没有办法.
    private func isVerbAlone(_ verb: Word, in range: Range<Int>) -> Bool {
        let end = verb.range.upperBound
        return end >= range.upperBound || Self.completions.contains(scalar(end))
    }

    private func word(covering place: Int, in inside: Range<Int>) -> Word? {
        firstWord(in: inside) { $0.range.contains(place) }
    }

    /// 没 未
    private static let negations = ScalarSet("没未")
    private static let fillers = ScalarSet("有能再曾及得把")
    private static let completions = ScalarSet("成上下起")
    private static let goesOn = ScalarSet("到至了的")
}
