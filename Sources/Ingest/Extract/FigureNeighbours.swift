import ReportModel

/// What a figure is by the ones beside it (相邻数字).
extension ClauseReader {
    /// 由A到B, 从两处变成四处: A was before.
    func isChanged(_ index: Int, of indices: Range<Int>) -> Bool {
        guard index + 1 < indices.upperBound, amounts[index + 1].unit == amounts[index].unit else {
            return false
        }
        let range = amounts[index].range
        let gap = range.upperBound..<amounts[index + 1].range.lowerBound
        guard gap.count <= 8, gap.contains(where: { Self.changeEnds.contains(scalar($0)) }),
            !gap.contains(where: { !text.kind($0).isDisjoint(with: .boundary) })
        else { return false }
        var place = range.lowerBound - 1
        let limit = max(0, place - Self.longestChange)
        while place >= limit, text.kind(place).isDisjoint(with: .boundary) {
            if Self.changeLeads.contains(scalar(place)) { return true }
            place -= 1
        }
        return false
    }

    /// How far before a figure 由 and 从 may stand, names of places between.
    private static let longestChange = 24

    /// 8个点有6个请到了, 19份里有4份: the first is the whole there was, the second what came of it, or,
    /// behind 里, a share.
    func partOfWhole(_ index: Int, of indices: Range<Int>) -> Quantity.Part? {
        func joint(_ first: Int) -> (has: Bool, isShare: Bool) {
            let left = amounts[first]
            let right = amounts[first + 1]
            let gap = left.range.upperBound..<right.range.lowerBound
            if isInside(left, right, gap) { return (true, true) }
            guard left.unit == right.unit, gap.count <= 6,
                gap.contains(where: { scalar($0) == 0x6709 }),
                !gap.contains(where: { !text.kind($0).isDisjoint(with: .boundary) }),
                left.value ?? 0 > right.value ?? .infinity
            else { return (false, false) }
            return (true, gap.contains { scalar($0) == 0x91CC || scalar($0) == 0x4E2D })
        }
        if index + 1 < indices.upperBound, joint(index).has { return .other }
        guard index > indices.lowerBound else { return nil }
        let before = joint(index - 1)
        return before.has ? (before.isShare ? .ofWhich : .head) : nil
    }

    /// 9.6万本证书中妇女登记的9.31万本: the second is among the first.
    func isInside(_ left: Amount, _ right: Amount, _ gap: Range<Int>) -> Bool {
        left.unit == right.unit && gap.count <= 20 && left.value ?? 0 > right.value ?? .infinity
            && gap.prefix(6).contains {
                Self.insides.contains(scalar($0)) && !Self.insideWords.contains(scalar($0 + 1))
                    && scalar($0 - 1) != 0x5176  // 其中
            }
            && !gap.contains { scalar($0) == 0x3001 }
            && !gap.contains { !text.kind($0).isDisjoint(with: .boundary) }
    }

    /// 中 里
    private static let insides = ScalarSet("中里")
    /// 中级, 中心, 中学
    private static let insideWords = ScalarSet("级心学等小专国医共年旬")
    private static let changeLeads = ScalarSet("由从")
    private static let changeEnds = ScalarSet("到至成为")

    /// 每名500元，初中生800元: a figure without a cue goes with the one before it in a list.
    func inherited(_ figure: Figure, from figures: [Figure]) -> Quantity.Part? {
        guard let last = figures.last else { return nil }
        // 每户米10斤、油5升
        let isNext =
            scalar(last.amount.range.upperBound) == 0x3001
            && figure.amount.range.lowerBound - last.amount.range.upperBound <= 4
        if last.part == .perItem, isNext, !figure.amount.kind.contains(.human) { return .perItem }
        // 其中高中生86名、每人3000元，初中生122名: over what each got.
        let isOver = last.part == .perItem && last.amount.unit != figure.amount.unit
        // 其中性侵案件12件14人，拐卖1件2人: over the other unit.
        let isPair = last.part == .ofWhich && last.amount.unit != figure.amount.unit
        let share = isOver || isPair ? figures.dropLast().last : last
        guard let share, share.amount.unit == figure.amount.unit, let part = share.part,
            part == .ofWhich || part == .perItem
        else { return nil }
        let gap = last.amount.range.upperBound..<figure.amount.range.lowerBound
        guard gap.count <= 14, let first = gap.first, Self.listCommas.contains(scalar(first)) else {
            return nil
        }
        // 每周一场，一年46场
        let isDone = gap.contains { scalar($0) == 0x4E86 || Self.sums.contains(scalar($0)) }
        return isDone ? nil : part
    }

    /// 年 共 总 合 全
    private static let sums = ScalarSet("年共总合全")
    static let listCommas = ScalarSet(",、")

    /// 另两家, 选手26名 beside 观众400人, 告诫书364份 beside 保护令52份: what stands right before tells that
    /// something else is counted.
    private func isOther(_ amount: Amount, than first: Amount) -> Bool {
        if scalar(amount.range.lowerBound - 1) == 0x53E6 { return true }
        guard let own = noun(before: amount), let other = noun(before: first) else { return false }
        return own != other
    }

    /// The last character of the noun right before an amount.
    private func noun(before amount: Amount) -> UInt32? {
        let place = amount.range.lowerBound - 1
        let last = scalar(place)
        return Self.countedNouns.contains(last) && scalar(place - 1) >= 0x4E00 ? last : nil
    }

    /// Last characters of those who take part and of things that are handed out.
    private static let countedNouns = ScalarSet("手众员师友书令单册证牌卡袋机器椅车")

    /// Of several heads of one unit a later smaller one is contained in the first; an earlier one that
    /// a larger one follows is only a part of the way there.
    func keepOneHead(_ figures: inout [Figure]) {
        for place in figures.indices where figures[place].part == nil {
            let own = figures[place]
            let earlier = figures[..<place].last {
                $0.part == .head && isSameUnit($0.amount, own.amount)
            }
            figures[place].part = .head
            guard let earlier, own.clause != earlier.clause, let value = own.amount.value,
                let first = earlier.amount.value
            else { continue }
            if value < first, !isOther(own.amount, than: earlier.amount) {
                figures[place].part = .ofWhich
            }
        }
        for place in figures.indices where figures[place].part == .head {
            let own = figures[place]
            guard let value = own.amount.value, own.amount.kind.contains(.person) else { continue }
            let isSurpassed = figures[(place + 1)...].contains {
                $0.part == .head && isSameUnit($0.amount, own.amount)
                    && $0.clause != own.clause && ($0.amount.value ?? 0) >= value * 2
                    && !isOther($0.amount, than: own.amount)
            }
            if isSurpassed { figures[place].part = .other }
        }
    }
}
