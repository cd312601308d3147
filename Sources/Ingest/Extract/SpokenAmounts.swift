/// What plain speech puts behind a measure word: 一个半月, 5岁半, 两块一毛, 两块五 (口语数量).
extension FoldedText {
    /// - Returns: what is added to the number, `nil` when that is not sure; what is counted; where it ends. `nil`
    ///   when nothing of the kind stands there.
    func spoken(
        behind measure: MeasureWords.Match, _ number: WrittenNumber, of measures: MeasureWords
    ) -> (added: Double?, unit: Int, end: Int)? {
        let end = measure.end
        let isBare = end == number.range.upperBound + 1
        guard isBare else { return nil }
        let word = scalar(end - 1)
        if kind(end).contains(.half) {
            // 一个半月, 两个半小时; 三个半天 are three halves, or three and a half.
            guard word == 0x4E2A else {
                guard measures.units[measure.unit].kind.contains(.age),
                    let half = halfBehind(end)
                else { return nil }
                return (0.5, measure.unit, half)
            }
            if scalar(end + 1) == 0x6708 { return (0.5, measures.month, end + 2) }
            guard let whole = measures.match(in: self, at: end + 1),
                measures.units[whole.unit].kind.contains(.stretch)
            else { return nil }
            return (Self.halves.contains(scalar(end + 1)) ? nil : 0.5, whole.unit, whole.end)
        }
        guard word == 0x5757 else { return nil }
        if let small = smallChange(at: end) {
            return (small.fen.map { Double($0) / 100 }, measures.yuan, small.end)
        }
        // 两块五: most likely 2.5元.
        guard kind(end).contains(.numeral), let digit = numeral(at: end), digit.range.count == 1,
            self.measure(at: digit.range.upperBound, of: measures) == nil
        else { return nil }
        return (nil, measures.yuan, digit.range.upperBound)
    }

    /// 半天, 半日, 半年 are lengths of their own.
    private static let halves = ScalarSet("天日年")
}
