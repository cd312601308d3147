import ReportModel

/// A counted or measured amount where it stands in a text: a quantity whose words are not cut out
/// yet.
struct Amount: Sendable {
    /// `nil` when the source masks or lost the number.
    let value: Double?
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
    // MARK: 百分之九十

    func percentInWords(at index: Int, floor: Int, measures: MeasureWords) -> Amount? {
        guard Self.hundredth.length(at: index, in: self) != nil,
            let numeral = numeral(at: index + 3)
        else { return nil }
        let start = prefixStart(index, floor: floor)
        let end = suffixEnd(numeral.range.upperBound)
        let isApproximate =
            numeral.isApproximate || start < index || end > numeral.range.upperBound
        return Amount(
            value: numeral.value, unit: measures.percent,
            kind: measures.units[measures.percent].kind, range: start..<end,
            isApproximate: isApproximate)
    }

    // MARK: Number and measure word

    func amount(at index: Int, floor: Int, measures: MeasureWords) -> Amount? {
        guard var numeral = numeral(at: index) else { return nil }
        var isRange = false
        var end = numeral.range.upperBound
        var measure = measure(at: end, of: measures)
        if let upper = upperBound(after: measure?.end ?? end),
            let bound = self.measure(at: upper.range.upperBound, of: measures),
            measure == nil || measure?.unit == bound.unit
        {
            guard var low = numeral.value, let high = upper.value else { return nil }
            if numeral.isPlain, upper.scale > 1 { low *= upper.scale }
            guard low < high else { return nil }
            numeral.value = low
            isRange = true
            measure = bound
            end = upper.range.upperBound
        }
        guard let measure else { return nil }
        let kind = measures.units[measure.unit].kind
        guard isAmount(numeral, kind, measure, of: measures) else { return nil }
        let start = prefixStart(numeral.range.lowerBound, floor: floor)
        let last = suffixEnd(measure.end)
        var value = numeral.value
        if numeral.isBareMagnitude, isLostBefore(start, kind) { value = nil }
        let isApproximate =
            numeral.isApproximate || isRange || numeral.isBareMagnitude
            || start < numeral.range.lowerBound || last > measure.end
        return Amount(
            value: value, unit: measure.unit, kind: kind, range: start..<last,
            isApproximate: isApproximate)
    }

    private func measure(at index: Int, of measures: MeasureWords) -> MeasureWords.Match? {
        var start = index
        while start < index + 2, kind(start).contains(.space) { start += 1 }
        return measures.match(in: self, at: start)
    }

    /// The number behind 至, 到 or a dash.
    private func upperBound(after index: Int) -> WrittenNumber? {
        var next = index
        while next < index + 2, Self.dashes.contains(scalar(next)) { next += 1 }
        guard next > index, !kind(next).isDisjoint(with: [.digit, .numeral, .magnitude])
        else { return nil }
        return numeral(at: next)
    }

    // MARK: What only looks like an amount

    private func isAmount(
        _ numeral: WrittenNumber, _ unit: UnitKind, _ measure: MeasureWords.Match,
        of measures: MeasureWords
    ) -> Bool {
        let end = measure.end
        let start = numeral.range.lowerBound
        let before = scalar(start - 1)
        let lead = kind(start - 1)
        if lead.contains(.letter), !lead.contains(.mask) { return false }
        if Self.joints.contains(before) { return false }
        if before == 0x2D || before == 0x2014, kind(start - 2).contains(.digit) { return false }
        if unit.contains(.year) { return isSpanOfYears(numeral, end: end) }
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
    private func isLostBefore(_ start: Int, _ unit: UnitKind) -> Bool {
        if Self.countNouns.contains(scalar(start - 1)), scalar(start) != 0x6570 { return true }
        let before = scalar(start - 1)
        if before == 0x6570, Self.countNouns.contains(scalar(start - 2)) { return true }
        let prefixed = !kind(start).contains(.magnitude)
        // 亿元以上 names a size; 万元 alone has lost its digits.
        let isTenThousand = scalar(start) == 0x4E07
        return !prefixed && isTenThousand && unit.contains(.size)
    }

    // MARK: 近 … 以上

    /// Where words like 近, 约, 不少于 begin that stand before the number, but not before `floor`.
    private func prefixStart(_ start: Int, floor: Int) -> Int {
        if let length = Self.prefixes.length(before: start, notBefore: floor, in: self) {
            return start - length
        }
        let isBare = kind(start).contains(.magnitude)
        if isBare, start > floor, Self.reached.contains(scalar(start - 1)) { return start - 1 }
        return start
    }

    private func suffixEnd(_ end: Int) -> Int {
        end + (Self.suffixes.length(at: end, in: self) ?? 0)
    }

    private static let hundredth = RuleWords(["百分之"])
    private static let prefixes = RuleWords([
        "不少于", "不低于", "不超过", "大约", "超过", "接近", "将近", "至少", "突破", "近", "约", "超", "逾",
    ])
    private static let suffixes = RuleWords(["左右", "以上", "以下", "以内", "上下", "有余"])
    private static let reached = ScalarSet("上过成")
    private static let dashes = ScalarSet("至到-–—―~〜−")
    /// What makes a number behind it an ordinal, a decimal or a part of a name.
    private static let joints = ScalarSet("第·+/﹢.")
    private static let spanFollows = ScalarSet("间的以内来")
    private static let spanLeads = ScalarSet("近续时期达满")
    private static let determiners = ScalarSet("每同统另某这那任单进逐唯之归划专无哪合万")
    /// What 数 follows in 人数, 总数, 少数.
    private static let countNouns = ScalarSet("人户次总多少件份岁倍分个名家参基指代函系奇偶额资")
    /// What 多 follows without counting: 许多, 更多, 最多, 很多, 较多, 大多.
    private static let manyWords = ScalarSet("许更最很较大众诸太繁增")
}
