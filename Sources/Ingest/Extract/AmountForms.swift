/// Amounts that are more than a number and a measure word: 三分之一, 四成, 半年, 一元二角.
extension FoldedText {
    // MARK: 三分之一, 百分之九十

    /// - Parameter number: the denominator.
    func fraction(_ number: WrittenNumber, floor: Int, measures: MeasureWords) -> Amount? {
        let start = number.range.lowerBound
        guard Self.parts.length(at: number.range.upperBound, in: self) != nil,
            kind(start - 1).isDisjoint(with: .number),
            let share = numeral(at: number.range.upperBound + 2), !share.isMasked
        else { return nil }
        // 百分之五 and 千分之五 have the bare power as denominator.
        let isThousandth = scalar(start) == 0x5343 && number.range.count == 1
        let unit = isThousandth ? measures.permille : measures.percent
        let whole = isThousandth ? 1000.0 : 100
        let first = prefixStart(start, floor: floor, measures)
        var end = share.range.upperBound
        end += measures.approximations.length(behind: end, in: self)
        var value: Double?
        var isExact = true
        if let under = number.value, let over = share.value, under > 1, over <= under,
            !number.isApproximate
        {
            let ratio = over * whole / under
            let rounded = (ratio * 100).rounded() / 100
            isExact = rounded * under == over * whole
            value = rounded
        }
        return Amount(
            value: value, unit: unit, kind: measures.units[unit].kind, range: first..<end,
            isApproximate: share.isApproximate || !isExact || first < start
                || end > share.range.upperBound)
    }

    private static let parts = RuleWords(["分之"])

    // MARK: 四成

    /// 四成, 五成七: a digit for each tenth and hundredth.
    func tenths(_ number: WrittenNumber, floor: Int, measures: MeasureWords) -> Amount? {
        let mark = number.range.upperBound
        guard scalar(mark) == 0x6210, let tens = number.value, (1...10).contains(tens),
            tens == tens.rounded() || !number.isChinese, number.range.count <= 3,
            !Self.tenthFollows.contains(scalar(mark + 1)),
            !Self.tenthLeads.contains(scalar(number.range.lowerBound - 1))
        else { return nil }
        var end = mark + 1
        var value = tens * 10
        if let units = NumeralForms.digit(scalar(end)), kind(end).contains(.numeral), units > 0,
            kind(end + 1).isDisjoint(with: .number), measures.match(in: self, at: end + 1) == nil
        {
            value += Double(units)
            end += 1
        }
        var isAbout = number.isApproximate
        if NumeralForms.isAbout(scalar(end)) {
            end += 1
            isAbout = true
        }
        let start = prefixStart(number.range.lowerBound, floor: floor, measures)
        let last = end + measures.approximations.length(behind: end, in: self)
        return Amount(
            value: value, unit: measures.percent, kind: measures.units[measures.percent].kind,
            range: start..<last,
            isApproximate: isAbout || start < number.range.lowerBound || last > end)
    }

    /// 一成立, 三成员, 八成新: no tenths.
    private static let tenthFollows = ScalarSet("立员功果长效为年本人绩新套不熟就分交品")
    private static let tenthLeads = ScalarSet("第完组建达形编")

    // MARK: 半年, 半个月

    func halfAmount(at index: Int, floor: Int, measures: MeasureWords) -> Amount? {
        guard index >= floor, !Self.halfLeads.contains(scalar(index - 1)),
            kind(index - 1).isDisjoint(with: .number)
        else { return nil }
        if scalar(index + 1) == 0x4E07, let measure = measure(at: index + 2, of: measures) {
            return Amount(
                value: 5000, unit: measure.unit, kind: measures.units[measure.unit].kind,
                range: index..<measure.end, isApproximate: false)
        }
        if let half = mostly(index, floor: floor, measures) { return half }
        guard let measure = measures.match(in: self, at: index + 1) else { return nil }
        let kind = measures.units[measure.unit].kind
        guard kind.contains(.stretch), !Self.halfFollows.contains(scalar(measure.end)) else {
            return nil
        }
        let isMore = NumeralForms.isAbout(scalar(measure.end)) && scalar(measure.end) != 0x6765
        return Amount(
            value: 0.5, unit: measure.unit, kind: kind,
            range: index..<measure.end + (isMore ? 1 : 0), isApproximate: isMore)
    }

    /// 近半, 过半, 半数以上: about half of something named.
    private func mostly(_ index: Int, floor: Int, _ measures: MeasureWords) -> Amount? {
        let isNumber = scalar(index + 1) == 0x6570
        let before = scalar(index - 1)
        let isLed = index > floor && Self.halfBounds.contains(before)
        let next = index + (isNumber ? 2 : 1)
        guard isLed || isNumber, measures.match(in: self, at: next) == nil,
            kind(next).isDisjoint(with: [.number, .digit])
        else { return nil }
        let end = next + measures.approximations.length(behind: next, in: self)
        return Amount(
            value: 50, unit: measures.percent, kind: measures.units[measures.percent].kind,
            range: (isLed ? index - 1 : index)..<end, isApproximate: isLed || end > next)
    }

    /// 近 过 超 逾 约
    private static let halfBounds = ScalarSet("近过超逾约")
    /// 上半年, 大半天, 六点半: halves that are no lengths.
    private static let halfLeads = ScalarSet("上下前后大小多对一点两几各")
    private static let halfFollows = ScalarSet("来")

    /// 两年半, 三天半: the end of 半 behind a measure of length.
    func halfBehind(_ end: Int) -> Int? {
        guard kind(end).contains(.half), !Self.afterHalf.contains(scalar(end + 1)) else {
            return nil
        }
        return end + 1
    }

    private static let afterHalf = ScalarSet("年月天小个日价工数载")

    // MARK: 一元二角三分

    /// 角 and 分 behind 元, and 整; `fen` is `nil` when what stands there is not understood.
    func smallChange(at start: Int) -> (fen: Int?, end: Int)? {
        var end = start
        var fen = 0
        var isSound = true
        for (mark, worth) in Self.coins {
            // 百元零5角
            let first = scalar(end) == 0x96F6 && kind(end + 1).contains(.digit) ? end + 1 : end
            guard !kind(first).isDisjoint(with: [.digit, .numeral]),
                let part = numeral(at: first), mark.contains(scalar(part.range.upperBound))
            else { continue }
            if let value = part.value, value < 10, value == value.rounded(), !part.isApproximate {
                fen += Int(value) * worth
            } else {
                isSound = false
            }
            end = part.range.upperBound + 1
        }
        return end > start ? (isSound ? fen : nil, end) : nil
    }

    private static let coins = [(ScalarSet("角毛"), 10), (ScalarSet("分"), 1)]
}
