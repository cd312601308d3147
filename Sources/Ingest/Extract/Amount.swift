import ReportModel

/// A counted or measured amount where it stands in a text: a quantity whose words are not cut out
/// yet.
struct Amount: Sendable {
    /// `nil` when the source masks or lost the number, or its form is not understood.
    var value: Double?
    /// Index in the units of the measure words.
    let unit: Int
    let kind: UnitKind
    /// Scalars, words like 近 and 以上 included.
    let range: Range<Int>
    let isApproximate: Bool

    /// Whether it counts people, things or money.
    var isCount: Bool { !kind.contains(.share) }
}

/// Reads a number with what stands around it: 近6000余元, 1至2天, 50%以上 (数量短语). Words in front of
/// the number are not taken from the amount before, which ends at `floor`.
extension FoldedText {
    func amount(at index: Int, floor: Int, measures: MeasureWords) -> Amount? {
        if kind(index).contains(.half) {
            return halfAmount(at: index, floor: floor, measures: measures)
        }
        guard let number = numeral(at: index) else { return nil }
        return fraction(number, floor: floor, measures: measures)
            ?? tenths(number, floor: floor, measures: measures)
            ?? counted(number, floor: floor, measures: measures)
    }

    // MARK: Number and measure word

    private func counted(_ number: WrittenNumber, floor: Int, measures: MeasureWords) -> Amount? {
        var number = number
        var isRange = false
        let plus = afterNumber(number.range.upperBound, of: measures)
        var end = plus.end
        var measure = measure(at: end, of: measures)
        if let upper = upperBound(after: measure?.end ?? end),
            let bound = self.measure(at: upper.range.upperBound, of: measures),
            measure == nil || measure?.unit == bound.unit,
            !isChange(before: number.range.lowerBound, isTwice: measure != nil, bound, of: measures)
        {
            number.value = lowerBound(number, upper)
            isRange = true
            measure = bound
            end = upper.range.upperBound
        }
        guard let measure else { return nil }
        let unit = measures.units[measure.unit]
        guard plus.isAbout || isAmount(number, unit.kind, measure, of: measures) else { return nil }
        var start = prefixStart(number.range.lowerBound, floor: floor, measures)
        var last = measure.end
        var value = number.value
        if isThrong(start), start - 2 >= floor {
            start -= 2
            value = nil
        }
        if isMoney(number, measure, of: measures) {
            return Amount(
                value: value, unit: measures.yuan, kind: measures.units[measures.yuan].kind,
                range: start..<last,
                isApproximate: number.isApproximate || isRange || start < number.range.lowerBound)
        }
        if !isRange, let spoken = spoken(behind: measure, number, of: measures) {
            return Amount(
                value: spoken.added.flatMap { added in value.map { $0 + added } },
                unit: spoken.unit, kind: measures.units[spoken.unit].kind,
                range: start..<spoken.end,
                isApproximate: number.isApproximate || start < number.range.lowerBound)
        }
        if !isRange, unit.kind.contains(.money), let small = smallChange(at: last) {
            value = small.fen.flatMap { fen in value.map { ($0 * 100 + Double(fen)) / 100 } }
            last = small.end
        }
        var isHalf = false
        if !isRange, unit.kind.contains(.stretch), let half = halfBehind(last) {
            value = value.map { $0 + 0.5 }
            last = half
            isHalf = true
        }
        let plain = last
        if !isHalf, unit.kind.contains(.stretch), isMore(last) { last += 1 }
        last += measures.approximations.length(behind: last, in: self)
        if number.isBareMagnitude, !plus.isAbout, isLostBefore(start, unit.kind) { value = nil }
        if unit.kind.contains(.whole), isSplitThing(number) { value = nil }
        return Amount(
            value: value, unit: measure.unit, kind: unit.kind, range: start..<last,
            isApproximate: number.isApproximate || isRange || number.isBareMagnitude
                || plus.isAbout || start < number.range.lowerBound || last > plain)
    }

    /// 成百|上千, 成千|上万: nobody knows how many.
    private func isThrong(_ start: Int) -> Bool {
        scalar(start) == 0x4E0A && scalar(start - 2) == 0x6210
            && kind(start - 1).contains(.magnitude)
    }

    /// 花了3 800块, 挣六十到九十块: money, and no pieces.
    private func isMoney(
        _ number: WrittenNumber, _ measure: MeasureWords.Match, of measures: MeasureWords
    ) -> Bool {
        guard scalar(measure.end - 1) == 0x5757, measure.end < count + 1,
            measure.end >= count || !kind(measure.end).isDisjoint(with: .boundary)
        else { return false }
        let start = number.range.lowerBound
        return (max(0, start - 4)..<start).contains { Self.payments.contains(scalar($0)) }
    }

    private static let payments = ScalarSet("花挣赚值付罚借欠卖掏贴补交钱费价款")

    /// 2000左右人次, 2000+人, 两个多月: what may stand between a number and its measure word.
    private func afterNumber(_ end: Int, of measures: MeasureWords) -> (end: Int, isAbout: Bool) {
        if scalar(end) == 0x2B, measure(at: end + 1, of: measures) != nil {
            return (end + 1, true)
        }
        let length = measures.approximations.length(behind: end, in: self)
        if length > 0, measure(at: end + length, of: measures) != nil {
            return (end + length, true)
        }
        // 百把人, 万把块钱
        let isPower = kind(end - 1).contains(.magnitude) && kind(end - 2).isDisjoint(with: .number)
        if isPower, scalar(end) == 0x628A, measure(at: end + 1, of: measures) != nil {
            return (end + 1, true)
        }
        return (end, false)
    }

    func measure(at index: Int, of measures: MeasureWords) -> MeasureWords.Match? {
        var start = index
        while start < index + 2, kind(start).contains(.space) { start += 1 }
        return measures.match(in: self, at: start)
    }

    // MARK: Ranges

    /// The number behind 至, 到 or a dash.
    private func upperBound(after index: Int) -> WrittenNumber? {
        var next = index
        while next < index + 2, Self.dashes.contains(scalar(next)) { next += 1 }
        guard next > index, !kind(next).isDisjoint(with: [.digit, .numeral, .magnitude])
        else { return nil }
        return numeral(at: next)
    }

    /// The lower end of a range; `nil` when the ends do not rise.
    private func lowerBound(_ lower: WrittenNumber, _ upper: WrittenNumber) -> Double? {
        guard var low = lower.value, let high = upper.value else { return nil }
        let sharesScale = lower.isPlain || lower.isChinese && low < 10
        if sharesScale, upper.scale >= 100, low * upper.scale < high { low *= upper.scale }
        return low < high ? low : nil
    }

    /// 从2栋到6栋, 由100元到200元 is a change and no range; 从35岁到64岁 is one.
    private func isChange(
        before start: Int, isTwice: Bool, _ bound: MeasureWords.Match, of measures: MeasureWords
    ) -> Bool {
        let before = scalar(start - 1)
        return isTwice && (before == 0x7531 || before == 0x4ECE)
            && !measures.units[bound.unit].kind.contains(.age)
    }

    // MARK: 近 … 以上

    /// Where words like 近, 约, 不少于 begin that stand before the number, but not before `floor`.
    func prefixStart(_ start: Int, floor: Int, _ measures: MeasureWords) -> Int {
        let length = measures.approximations.length(before: start, notBefore: floor, in: self)
        if length > 0 { return start - length }
        if start > floor, isNearly(start) { return start - 1 }
        let isBare = kind(start).contains(.magnitude)
        if isBare, start > floor, Self.reached.contains(scalar(start - 1)) { return start - 1 }
        return start
    }

    /// 两年多, 三斤多: 多 behind a measure of size.
    private func isMore(_ end: Int) -> Bool {
        guard scalar(end) == 0x591A || scalar(end) == 0x4F59 else { return false }
        return kind(end + 1).isDisjoint(with: .number) && !Self.moreWords.contains(scalar(end + 1))
    }

    /// 小一千, 小200: a little less than a round number; 大小3个 and 村小2所 say nothing of it.
    private func isNearly(_ start: Int) -> Bool {
        guard scalar(start - 1) == 0x5C0F, !Self.smallLeads.contains(scalar(start - 2)) else {
            return false
        }
        var end = start
        while kind(end).contains(.digit) { end += 1 }
        if end > start + 2 { return scalar(end - 1) == 0x30 && scalar(end - 2) == 0x30 }
        let power = scalar(start) == 0x4E00 ? start + 1 : start
        return end == start && kind(power).contains(.magnitude) && scalar(power) != 0x5341
    }

    private static let smallLeads = ScalarSet("大中幼村完缩弱微从高县镇乡")
    private static let reached = ScalarSet("上过成")
    private static let dashes = ScalarSet("至到-–—―~〜−")
    /// 多次, 多样, 多人: words that 多 begins.
    private static let moreWords = ScalarSet("次样种人年个元方数项")
}
