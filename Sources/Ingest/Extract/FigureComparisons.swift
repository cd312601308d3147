import ReportModel

/// Figures told beside others: differences, earlier years, parts of a sum (对比的数字).
extension ClauseReader {
    /// 比去年少13人, 比原定多2场, 还差4人: the part of a difference; `nil` for what is none.
    func differencePart(of amount: Amount, clause: Int, _ found: [FigureCues.Cue])
        -> Quantity.Part?
    {
        guard amount.kind.isDisjoint(with: [.rate, .age]) else { return nil }
        let start = amount.range.lowerBound
        let before = scalar(start - 1)
        if Self.lacks.contains(before), !Self.lackWords.contains(scalar(start - 2)) {
            return .other
        }
        guard let comparison = comparison(before: start, from: clause) else { return nil }
        var place = start - 1
        while place > comparison, Self.fillers.contains(scalar(place)) { place -= 1 }
        let isDifference = place > comparison && Self.differences.contains(scalar(place))
        let inside = found.filter {
            $0.range.lowerBound > comparison && $0.range.upperBound <= start
        }
        if inside.contains(where: { $0.group == .target }) {
            return isDifference ? .other : .target
        }
        let hasYear = (comparison..<start).contains { scalar($0) == 0x5E74 }
        let isEarlier = hasYear || inside.contains { $0.group == .previous }
        return isEarlier || isDifference && place - comparison <= 8 ? .previous : nil
    }

    /// Where 比 or 较 stands that compares the figure behind it with another.
    private func comparison(before start: Int, from clause: Int) -> Int? {
        var place = start - 1
        while place >= clause, start - place <= 24 {
            if Self.compares.contains(scalar(place)),
                !Self.compareWords.contains(scalar(place + 1)),
                !Self.compareLeads.contains(scalar(place - 1))
            {
                return place
            }
            place -= 1
        }
        return nil
    }

    private static let compares = ScalarSet("比较")
    /// 比赛, 比例, 比武, 较大, 较好 and 对比, 评比, 占比, 百分比: no comparison with another figure.
    private static let compareWords = ScalarSet("赛例武如重拼选试划对价高大好多为强")
    private static let compareLeads = ScalarSet("评占分对攀")
    private static let differences = ScalarSet("多少增减升降差涨长")
    private static let fillers = ScalarSet("了出加收资发办做")
    private static let lacks = ScalarSet("差欠缺")
    private static let lackWords = ScalarSet("出时落偏拖")

    /// 累计 of this year's own, and with a deed behind it: 本年累计举办12场, 累计走访120户.
    func isOfYear(_ cue: FigureCues.Cue, before start: Int) -> Bool {
        guard scalar(cue.range.lowerBound) == 0x7D2F else { return false }
        let lead = max(0, cue.range.lowerBound - 4)..<cue.range.lowerBound
        if lead.contains(where: {
            scalar($0) == 0x5E74 && Self.thisYear.contains(scalar($0 - 1))
        }) {
            return true
        }
        let deeds: WordKind = [.hold, .carry, .deed, .spend, .spread]
        let verb = firstWord(in: words.beginning(in: cue.range.upperBound..<start)) {
            !$0.kind.isDisjoint(with: deeds)
        }
        // 累计建成29个, 累计设立12处: what stands there by now.
        return verb.map { verb in
            !verb.range.contains { Self.founding.contains(scalar($0)) }
        } ?? false
    }

    private static let founding = ScalarSet("建立设创成")
    /// 本年 今年 全年 当年
    private static let thisYear = ScalarSet("本今全当")

    /// 连同原有的5个共8个: the sum of old and new is a stock.
    func isWithStock(_ cue: FigureCues.Cue, _ own: some Sequence<FigureCues.Cue>) -> Bool {
        guard cue.range.count == 1 else { return false }
        return own.contains {
            scalar($0.range.lowerBound) == 0x8FDE && scalar($0.range.lowerBound + 1) == 0x540C
        }
    }

    /// 谈成的41件, 做了手术的11人: behind 的, and less than what the sentence counted before.
    func isNamedShare(_ amount: Amount, among figures: [Amount], after earlier: Range<Int>) -> Bool
    {
        let end = amount.range.upperBound
        let isLast = end >= text.count || !text.kind(end).isDisjoint(with: .boundary)
        guard scalar(amount.range.lowerBound - 1) == 0x7684, isLast, amount.isCount,
            let value = amount.value
        else { return false }
        func isWhole(_ other: Amount) -> Bool {
            isSameUnit(other, amount) && other.value ?? 0 > value
        }
        return figures.contains(where: isWhole) || earlier.contains { isWhole(amounts[$0]) }
    }

    /// 查出2例, 确诊12人: contained in the people counted before, in the record or in front of it.
    func isFound(_ amount: Amount, among figures: [Amount], after earlier: Range<Int>) -> Bool {
        func isWhole(_ other: Amount) -> Bool {
            let isCase = amount.kind.contains(.caseCount) && !other.kind.isDisjoint(with: [.human])
            return (isCase || isSameUnit(other, amount))
                && other.value ?? 0 > amount.value ?? .infinity
        }
        return figures.contains(where: isWhole)
            || earlier.contains { isWhole(amounts[$0]) }
    }

    /// 每月1 150元，2011年是600元: a year told for comparison.
    func isEarlier(_ figure: Figure, after figures: [Figure]) -> Bool {
        guard figure.year != nil, figures.contains(where: { isSameUnit($0.amount, figure.amount) })
        else { return false }
        let lead = figure.clause..<figure.amount.range.lowerBound
        guard let year = lead.last(where: { scalar($0) == 0x5E74 }) else { return false }
        return figure.amount.range.lowerBound - year <= 4
            && Self.states.contains(scalar(year + 1))
    }

    private static let states = ScalarSet("是只仅为才")

    /// 本科4 000元、专科2 500元，一共11.05万元: what is summed up is contained in the sum, or, when the
    /// sum is far larger, was given to each.
    func markSummed(_ figures: inout [Figure]) {
        for place in figures.indices.dropFirst() where figures[place].part == .head {
            let own = figures[place]
            guard own.amount.kind.contains(.money), let total = own.amount.value else { continue }
            let parts = figures.indices.prefix(place).filter {
                figures[$0].part == nil && figures[$0].amount.unit == own.amount.unit
            }
            guard parts.count > 1 else { continue }
            let sum = parts.reduce(0) { $0 + (figures[$1].amount.value ?? 0) }
            guard sum <= total else { continue }
            for part in parts { figures[part].part = sum == total ? .ofWhich : .perItem }
        }
    }

    /// 2019年38.6万元，2011年9万元: the earlier year's figure is no head of this record.
    func markEarlierYears(_ figures: inout [Figure]) {
        guard let last = figures.compactMap(\.year).max() else { return }
        for place in figures.indices where (figures[place].part ?? .head) == .head {
            let own = figures[place]
            guard let year = own.year, year < last else { continue }
            let hasLater = figures.contains {
                $0.year == last && isSameUnit($0.amount, own.amount)
                    && ($0.part ?? .head) == .head
            }
            if hasLater { figures[place].part = .previous }
        }
    }

    /// The last year in four digits before a figure.
    func year(in range: Range<Int>) -> Int? {
        for index in range.reversed() where scalar(index) == 0x5E74 && index >= 4 {
            let digits = index - 4..<index
            guard digits.allSatisfy({ text.kind($0).contains(.digit) }) else { continue }
            return digits.reduce(0) { $0 * 10 + Int(scalar($1)) - 0x30 }
        }
        return nil
    }
}
