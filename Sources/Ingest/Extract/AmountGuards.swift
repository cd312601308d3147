/// What only looks like an amount (伪数量): years, ordinals, names, articles.
extension FoldedText {
    /// 第 3 个: the sign stands before blanks.
    private func isOrdinal(before start: Int) -> Bool {
        var place = start - 1
        while kind(place).contains(.space), place > start - 3 { place -= 1 }
        return scalar(place) == 0x7B2C
    }

    /// 4050人员 is a group of people, 百名巾帼 a title unless a word before it counts: 上百名, 不少于百场.
    private func isNamed(_ number: WrittenNumber, end: Int, _ measures: MeasureWords) -> Bool {
        if scalar(end - 1) == 0x4EBA, scalar(end) == 0x5458 { return true }
        let isPeople = scalar(end - 1) == 0x4EBA || scalar(end - 1) == 0x540D
        guard number.isBareMagnitude, number.range.count == 1,
            number.value ?? 0 < (isPeople ? 10_001 : 10_000)
        else { return false }
        return prefixStart(number.range.lowerBound, floor: 0, measures) == number.range.lowerBound
            && !Self.reaching.contains(scalar(number.range.lowerBound - 1))
    }

    /// 大年初二起, 腊月二十四起, 周五起, 2018起; 高三班: days and classes, and nothing counted.
    private func isDay(_ number: WrittenNumber, end: Int) -> Bool {
        let before = scalar(number.range.lowerBound - 1)
        if before == 0x521D, number.isChinese { return true }
        let last = scalar(end - 1)
        if last == 0x8D77 {
            let isYear =
                number.isPlain && number.range.count == 4
                && (1900..<2101).contains(number.value ?? 0)
            return isYear || Self.dayLeads.contains(before)
        }
        return last == 0x73ED && before == 0x9AD8 && number.isChinese
    }

    /// 十分重视, 9时30分, 5角3分: no marks that were given.
    private func isNoScore(_ number: WrittenNumber, end: Int) -> Bool {
        scalar(end - 1) == 0x5206 && end - number.range.upperBound <= 2
            && (number.isChinese || number.isMasked
                || Self.beforeMinutes.contains(scalar(number.range.lowerBound - 1)))
    }

    private static let beforeMinutes = ScalarSet("时点:角毛")

    /// 月 周 星期 旬 礼拜 日
    private static let dayLeads = ScalarSet("月周期旬拜日号年")

    /// 抓七件事, 办了几件实事: matters to speak of, not counted.
    private func countsMatters(_ number: WrittenNumber, end: Int) -> Bool {
        guard number.value ?? 1 <= 20, Self.matterUnits.contains(scalar(end - 1)) else {
            return false
        }
        let noun = Self.matterKinds.contains(scalar(end)) ? end + 1 : end
        if scalar(noun) == 0x4F1A { return !kind(noun + 1).isDisjoint(with: .boundary) }
        return scalar(noun) == 0x4E8B && !Self.affairs.contains(scalar(noun + 1))
    }

    private static let matterUnits = ScalarSet("件项样桩个")
    private static let matterKinds = ScalarSet("实大小好难要急")
    private static let affairs = ScalarSet("故件项迹")
    private static let reaching = ScalarSet("达到够满破于")

    func isAmount(
        _ numeral: WrittenNumber, _ unit: UnitKind, _ measure: MeasureWords.Match,
        of measures: MeasureWords
    ) -> Bool {
        let end = measure.end
        let start = numeral.range.lowerBound
        let before = scalar(start - 1)
        let lead = kind(start - 1)
        if lead.contains(.letter), !lead.contains(.mask) { return false }
        if Self.joints.contains(before) || isOrdinal(before: start) { return false }
        // 4050人员, “百名巾帼” without a word that counts: names, not amounts.
        if isDay(numeral, end: end) || isNoScore(numeral, end: end) { return false }
        if isNamed(numeral, end: end, measures) || isPlaceName(numeral, end: end) { return false }
        if before == 0x2D || before == 0x2014, kind(start - 2).contains(.digit) { return false }
        if unit.contains(.year) {
            return isSpanOfYears(numeral, end: end) || numeral.isChinese && halfBehind(end) != nil
        }
        if countsMatters(numeral, end: end) { return false }
        if numeral.isBroken { return !numeral.isChinese || numeral.range.count > 2 }
        if numeral.isChinese, numeral.value == 0 { return false }  // 零部件
        if numeral.isChinese, !isChineseAmount(numeral, unit, end: end) { return false }
        if numeral.value == nil, !numeral.isMasked { return isVagueAmount(numeral, unit) }
        // X家庭, x个体: the mask stands for a name, not for a number.
        guard numeral.isMasked else { return true }
        return !unit.contains(.masked) && !measures.isWord(measure.unit, before: scalar(end))
    }

    /// A year is four digits, two with a leading zero, or masked; 两年 and 3年 are spans.
    private func isSpanOfYears(_ numeral: WrittenNumber, end: Int) -> Bool {
        guard let value = numeral.value, !numeral.isMasked else { return false }
        if numeral.isChinese { return value > 1 && value < 1000 }
        if numeral.range.count >= 4, value >= 1900, value < 2100 { return false }
        if numeral.range.count == 1 || value >= 100 { return true }
        if scalar(numeral.range.lowerBound) == 0x30 { return false }
        return numeral.isApproximate || Self.spanFollows.contains(scalar(end))
            || Self.spanLeads.contains(scalar(numeral.range.lowerBound - 1))
    }

    /// 同一个, 每一次, 一户一策 count nothing; the phase of a project (二期) is an ordinal.
    private func isChineseAmount(_ numeral: WrittenNumber, _ unit: UnitKind, end: Int) -> Bool {
        let start = numeral.range.lowerBound
        guard numeral.value == 1 else {
            // 三期 may be the third phase; 两期 and 办了三期 are counts.
            return !unit.contains(.phase) || numeral.isApproximate || (numeral.value ?? 0) > 3
                || scalar(start) == 0x4E24 || scalar(start - 1) == 0x4E86
        }
        if numeral.isBareMagnitude { return true }
        if Self.determiners.contains(scalar(start - 1)) { return false }
        if scalar(end) == 0x4E00 || scalar(start - 2) == 0x4E00 { return false }
        // 为期一周, 历时一天
        if unit.contains(.time), Self.spanHeads.contains(scalar(start - 1)),
            Self.spanWords.contains(scalar(start - 2))
        {
            return true
        }
        return !unit.contains(.article)
    }

    /// 多次 and 几个 are no numbers; 多名, 多万元 may be what is left of one.
    private func isVagueAmount(_ numeral: WrittenNumber, _ unit: UnitKind) -> Bool {
        let start = numeral.range.lowerBound
        let head = scalar(start)
        let before = scalar(start - 1)
        if head == 0x6570, Self.countNouns.contains(before) { return false }
        let isLong = numeral.range.count > 1
        if head == 0x591A {
            return !Self.manyWords.contains(before)
                && (isLong || unit.contains(.many))
        }
        return isLong || unit.contains(.many)
    }

    /// 投资万元, 困难人数万人: the digits before 万 are gone.
    func isLostBefore(_ start: Int, _ unit: UnitKind) -> Bool {
        if Self.countNouns.contains(scalar(start - 1)), scalar(start) != 0x6570 { return true }
        let before = scalar(start - 1)
        if before == 0x6570, Self.countNouns.contains(scalar(start - 2)) { return true }
        let prefixed = !kind(start).contains(.magnitude)
        // 亿元以上 names a size; 万元 alone has lost its digits.
        let isTenThousand = scalar(start) == 0x4E07
        return !prefixed && isTenThousand && unit.contains(.size)
    }

    /// What makes a number behind it an ordinal, a decimal or a part of a name.
    private static let joints = ScalarSet("第·+/﹢.廿卅卌")
    private static let spanFollows = ScalarSet("间的以内来")
    private static let spanLeads = ScalarSet("近续时期达满")
    /// 为期, 历时, 长达
    private static let spanHeads = ScalarSet("期时达")
    private static let spanWords = ScalarSet("为历长")
    private static let determiners = ScalarSet("每同统另某这那任单进逐唯之归划专无哪合万头")
    /// What 数 follows in 人数, 总数, 少数.
    private static let countNouns = ScalarSet("人户次总多少件份岁倍分个名家参基指代函系奇偶额资")
    /// What 多 follows without counting: 许多, 更多, 最多, 很多, 较多, 大多.
    private static let manyWords = ScalarSet("许更最很较大众诸太繁增")
}
