/// Verbs that no list knows, or that are one character long (单字动词).
extension ClauseReader {
    /// 办了, 评出, 捐20张: one character is a verb only with what can follow a verb.
    func isShortVerb(_ word: Word) -> Bool {
        let end = word.range.upperBound
        let next = scalar(end)
        if next == 0x4E86 || next == 0x201C { return true }
        if let amount = amounts.element(at: end), !amount.kind.contains(.percent) { return true }
        return Self.completions.contains(next)
            && !amounts.beginning(in: end + 1..<end + 24).isEmpty
    }

    /// 出 下
    private static let outcomes = ScalarSet("出下")
    private static let completions = ScalarSet("起成出走完给")

    /// 劝了41起: a completed verb with a count is a deed, even when no list knows the verb. So is
    /// concrete work with a count and no verb: 电脑农业培训2350人.
    func countedDeed(in range: Range<Int>, inside: Range<Int>, counts: Range<Int>) -> Word? {
        guard hasCount(in: counts) else { return nil }
        if let verb = completedVerb(in: range, counts: counts) { return verb }
        let large = firstCount(in: counts) { ($0.value ?? 5) >= 1 }
        let short = firstWord(in: inside) {
            guard $0.kind.contains(.short), let large else { return false }
            return $0.range.upperBound < large.range.lowerBound
                && large.range.lowerBound - $0.range.upperBound <= 16
                && scalar($0.range.upperBound) != 0x7684
        }
        if let short { return short }
        guard telling != .problem, hasCount(in: counts, where: { $0.kind.contains(.person) }) else {
            return nil
        }
        return firstWord(in: inside) { word in
            word.kind.contains(.specific)
                && hasCount(in: counts) {
                    $0.range.lowerBound - word.range.upperBound <= 12
                        && $0.range.lowerBound >= word.range.upperBound
                }
        }
    }

    /// The character before 了, when an occasion or no small number is counted behind it.
    private func completedVerb(in range: Range<Int>, counts: Range<Int>) -> Word? {
        for index in range where index > range.lowerBound + 1 {
            // 劝了41起, 晒出1 026户, 省下21万元
            guard
                scalar(index) == 0x4E86
                    || Self.outcomes.contains(scalar(index))
                        && amounts.element(at: index + 1) != nil,
                scalar(index - 1) >= 0x4E00, index + 1 < range.upperBound,
                !regions.isEnclosed(index),
                hasCount(
                    in: counts,
                    where: {
                        $0.range.lowerBound > index
                            && (($0.value ?? 5) >= 5 || $0.kind.contains(.occasion))
                    })
            else { continue }
            return Word(kind: .deed, range: index - 1..<index)
        }
        return nil
    }
}
