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
    private static let differences = ScalarSet("多少增减升降差涨长省超余")
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

    /// 累计接待900人次, and not since some day: 开通以来累计.
    func isSum(_ cue: FigureCues.Cue, from clause: Int) -> Bool {
        scalar(cue.range.lowerBound) == 0x7D2F
            && !(clause..<cue.range.lowerBound).contains {
                scalar($0) == 0x4EE5 && scalar($0 + 1) == 0x6765
            }
    }

    /// 连同 连前 连原有 连旧年
    private static let formers = ScalarSet("同前原旧上去")
    private static let founding = ScalarSet("建立设创成")
    /// 本年 今年 全年 当年
    private static let thisYear = ScalarSet("本今全当半")

    /// 连同原有的5个共8个: the sum of old and new is a stock.
    func isWithStock(_ cue: FigureCues.Cue, _ own: some Sequence<FigureCues.Cue>) -> Bool {
        guard cue.range.count == 1 else { return false }
        guard let clause = own.map(\.range.lowerBound).min() else { return false }
        // 连前共14个
        let lead = max(0, clause - 6)..<cue.range.lowerBound
        return lead.contains {
            scalar($0) == 0x8FDE && Self.formers.contains(scalar($0 + 1))
        }
    }

    /// 谈成的41件, 做了手术的11人: behind 的, and less than what the sentence counted before.
    func isNamedShare(_ amount: Amount, among figures: [Amount], after earlier: Range<Int>) -> Bool
    {
        let end = amount.range.upperBound
        let isLast = end >= text.count || !text.kind(end).isDisjoint(with: .boundary)
        let before = scalar(amount.range.lowerBound - 1)
        // 做到的有71对
        let isTold =
            before == 0x7684
            || before == 0x6709 && scalar(amount.range.lowerBound - 2) == 0x7684
        guard isTold, isLast, amount.isCount, let value = amount.value
        else { return false }
        func isWhole(_ other: Amount) -> Bool {
            isSameUnit(other, amount) && other.value ?? 0 > value
        }
        return figures.contains(where: isWhole) || earlier.contains { isWhole(amounts[$0]) }
    }

    /// 查出2例, 确诊12人: contained in the people counted before, in the record or in front of it.
    func isFound(_ amount: Amount, among figures: [Amount], after earlier: Range<Int>) -> Bool {
        func isWhole(_ other: Amount) -> Bool {
            let isCase =
                amount.kind.contains(.caseCount)
                && !other.kind.isDisjoint(with: [.human, .person])
            return (isCase || isSameUnit(other, amount))
                && other.value ?? 0 > amount.value ?? .infinity
        }
        return figures.contains(where: isWhole)
            || earlier.contains { isWhole(amounts[$0]) }
    }

    /// 应换届的15个: what had to be done.
    func isDue(_ amount: Amount, from clause: Int) -> Bool {
        let start = amount.range.lowerBound
        guard scalar(start - 1) == 0x7684, start - 2 > clause else { return false }
        return (max(clause, start - 9)..<start - 2).contains {
            scalar($0) == 0x5E94 && !Self.dueLeads.contains(scalar($0 - 1))
                && !Self.dueWords.contains(scalar($0 + 1))
        }
    }

    /// 相应, 供应, 反应 and 应急, 应用.
    private static let dueLeads = ScalarSet("相响适供反对效感")
    private static let dueWords = ScalarSet("急用当对聘邀试届该")

    /// 劝架14起，有1起请了派出所: 有 opens the clause, and there were more of them.
    func isOneOf(_ amount: Amount, clause: Int, among figures: [Figure]) -> Bool {
        let start = amount.range.lowerBound
        guard scalar(start - 1) == 0x6709, start - 1 == clause, let value = amount.value else {
            return false
        }
        return figures.contains {
            $0.part != .target && isSameUnit($0.amount, amount) && $0.amount.value ?? 0 > value
        }
    }

    /// 每人260元，县里出160元，工会补100元: what two gave of each one's share was given for each.
    func markShared(_ figures: inout [Figure]) {
        for place in figures.indices where figures[place].part == .perItem {
            guard figures[place].amount.kind.contains(.money), place + 2 < figures.count,
                let whole = figures[place].amount.value,
                let one = figures[place + 1].amount.value,
                let other = figures[place + 2].amount.value, one + other == whole
            else { continue }
            figures[place + 1].part = .perItem
            figures[place + 2].part = .perItem
        }
    }

    /// 每生收360元，园区补180元: what another gives of each one's share.
    func markContributions(_ figures: inout [Figure]) {
        for place in figures.indices.dropFirst() where (figures[place].part ?? .head) == .head {
            let before = figures[place - 1]
            let own = figures[place].amount
            guard before.part == .perItem, before.amount.kind.contains(.money),
                own.kind.contains(.money), own.value ?? .infinity < before.amount.value ?? 0,
                Self.gives.contains(scalar(own.range.lowerBound - 1))
            else { continue }
            figures[place].part = .perItem
        }
    }

    /// 补 出 贴
    private static let gives = ScalarSet("补出贴担")

    /// 累计发放2.3亿元，今年发放4 600万元: with this year's own beside it the sum of years is a stock.
    func markStocks(_ figures: inout [Figure], _ found: [FigureCues.Cue]) {
        for place in figures.indices.dropLast() where figures[place].part == .head {
            let own = figures[place]
            let isSum = found.contains {
                $0.group == .other && scalar($0.range.lowerBound) == 0x7D2F
                    && $0.range.lowerBound >= own.clause
                    && $0.range.upperBound <= own.amount.range.lowerBound
            }
            guard isSum else { continue }
            let hasYear = figures[(place + 1)...].contains { later in
                isSameUnit(later.amount, own.amount)
                    && later.amount.value ?? .infinity < own.amount.value ?? 0
                    && (later.clause..<later.amount.range.lowerBound).contains {
                        scalar($0) == 0x5E74 && Self.thisYear.contains(scalar($0 - 1))
                    }
            }
            if hasYear { figures[place].part = .other }
        }
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
