/// Verbs that no list knows, or that are one character long (单字动词).
extension ClauseReader {
    /// 办了, 评出, 捐20张: one character is a verb only with what can follow a verb.
    func isShortVerb(_ word: Word) -> Bool {
        let end = word.range.upperBound
        let next = scalar(end)
        if next == 0x4E86 { return true }
        if next == 0x201C { return true }
        if let amount = quantities.element(at: end), amount.quantity.unit != "%" {
            return true
        }
        return Self.completions.contains(next)
            && !quantities.beginning(in: end + 1..<end + 24).isEmpty
    }

    /// 起 成 出 走 完 给
    private static let completions: Set<UInt32> = [
        0x8D77, 0x6210, 0x51FA, 0x8D70, 0x5B8C, 0x7ED9,
    ]

    /// 劝了41起: a completed verb with a count is a deed, even when no list knows the verb. So is
    /// concrete work with a count and no verb: 电脑农业培训2350人.
    func countedDeed(
        in range: Range<Int>, inside: ArraySlice<Word>, counts: [QuantityReader.Found]
    ) -> Word? {
        guard !counts.isEmpty, isResultList(inside) else { return nil }
        let end = range.upperBound
        for index in range where scalar(index) == 0x4E86 && index > range.lowerBound + 1 {
            let before = scalar(index - 1)
            let isCounted = counts.contains {
                $0.range.lowerBound > index && ($0.quantity.value ?? 5) >= 5
                    || $0.range.lowerBound > index && Self.occasions.contains($0.quantity.unit)
            }
            guard isCounted, before >= 0x4E00, index + 1 < end, !regions.isEnclosed(index) else {
                continue
            }
            return Word(kind: .deed, range: index - 1..<index)
        }
        let counted = counts.first { ($0.quantity.value ?? 5) >= 1 }
        let short = inside.first {
            guard $0.kind.contains(.short), let counted else { return false }
            return $0.range.upperBound < counted.range.lowerBound
                && counted.range.lowerBound - $0.range.upperBound <= 16
                && scalar($0.range.upperBound) != 0x7684
        }
        if let short { return short }
        guard hasPersonCount(counts) else { return nil }
        return inside.first { word in
            word.kind.contains(.specific)
                && counts.contains {
                    $0.range.lowerBound - word.range.upperBound <= 12
                        && $0.range.lowerBound >= word.range.upperBound
                }
        }
    }

    /// Units of occasions: one of them is a deed already.
    private static let occasions: Set<String> = ["场", "堂", "次", "期", "课", "场次", "班"]
}
