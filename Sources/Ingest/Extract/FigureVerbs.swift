import ReportModel

/// What a figure is by the verb, the price or the share it stands in (动词、单价、占比).
extension ClauseReader {
    /// 应训340人, 原排28晚, 实装四块: 应, 原 and 实 with a verb of one character right before the figure.
    func verbPart(before start: Int, floor: Int) -> Quantity.Part? {
        let lead = start - 2
        guard lead >= floor, scalar(start - 1) >= 0x4E00,
            !Self.noVerbs.contains(scalar(start - 1))
        else { return nil }
        let isThere = scalar(start - 1) == 0x6709
        if Self.actual.contains(scalar(lead)) {
            return Self.actualLeads.contains(scalar(lead - 1)) ? nil : .head
        }
        // 应有406名, and 原有3个
        guard Self.asked.contains(scalar(lead)), !isThere || scalar(lead) == 0x5E94,
            !Self.askedLeads.contains(scalar(lead - 1))
        else {
            return nil
        }
        return .target
    }

    /// 实
    private static let actual = ScalarSet("实")
    /// 落实, 其实, 确实, 扎实, 真实
    private static let actualLeads = ScalarSet("落其确老务切扎朴真充属核证现史")
    /// 应 原 拟
    private static let asked = ScalarSet("应原拟")
    /// 供应, 相应, 反应, 模拟, 中原, 还原
    private static let askedLeads = ScalarSet("供相反响适效感对照模中还复草高平")
    /// 了, 的 and what else is no verb: 原有3个, 原来的5个, 应急
    private static let noVerbs = ScalarSet("了的是为来先名急用践际施本因物实业料则")

    /// 发出11张|、办结10张: a share of the figure right before the record.
    func isShareOfNeighbour(_ amount: Amount, after earlier: Range<Int>) -> Bool {
        guard let last = earlier.last else { return false }
        return isSameUnit(amounts[last], amount)
            && amounts[last].value ?? 0 > amount.value ?? .infinity
            && amount.range.lowerBound - amounts[last].range.upperBound <= 6
    }

    /// 开设“夏夜书场”24晚, 办课3晚: evenings that were held; 四晚逢雨停了 tells when.
    func isEvening(_ amount: Amount) -> Bool {
        scalar(amount.range.upperBound - 1) == 0x665A
    }

    func eveningPart(_ amount: Amount) -> Quantity.Part {
        let before = scalar(amount.range.lowerBound - 1)
        let end = amount.range.upperBound
        let closes = end >= text.count || !text.kind(end).isDisjoint(with: .boundary)
        return closes && (before == 0x201D || Self.sessions.contains(before)) ? .head : .other
    }

    private static let sessions = ScalarSet("场班课了坊校会赛")

    /// 占全部人数2 530人的42.1%: what a rate is taken of is the whole there is, or what was asked for.
    func basePart(of amount: Amount, _ cue: FigureCues.Cue?) -> Quantity.Part? {
        let end = amount.range.upperBound
        guard scalar(end) == 0x7684, let share = amounts.element(at: end + 1),
            share.kind.contains(.percent)
        else { return nil }
        return cue?.group == .target ? .target : cue?.group == .previous ? .previous : .other
    }

    /// 一个38元, 两块一毛一斤: the price of one.
    func isPriceOfOne(_ amount: Amount) -> Bool {
        guard amount.kind.contains(.money) else { return false }
        let start = amount.range.lowerBound
        if scalar(start - 2) == 0x4E00, Self.ones.contains(scalar(start - 1)),
            !Self.oneLeads.contains(scalar(start - 3))
        {
            return true
        }
        let end = amount.range.upperBound
        let isEach = scalar(end) == 0x4E00 || scalar(end) == 0x6BCF || scalar(end) == 0x2F
        return isEach && Self.ones.contains(scalar(end + 1))
    }

    /// 第一个, 另一个, 这一户
    private static let oneLeads = ScalarSet("第另这那同某头任唯十百千万")
    private static let ones = ScalarSet("个份只条张件套本双盒袋台辆床人户名位家亩斤天次场期节课单笔顿桌趟把")

    /// 年初定下新建10所: what was meant to be new.
    func isMeant(_ cue: FigureCues.Cue, _ own: some Sequence<FigureCues.Cue>) -> Bool {
        scalar(cue.range.lowerBound) == 0x65B0
            && own.contains {
                $0.group == .target && $0.range.upperBound <= cue.range.lowerBound
                    && cue.range.lowerBound - $0.range.upperBound <= 2
            }
    }

    /// 最少的5 000元, 最多的3万元: what one of them got.
    func isOfOne(_ cue: FigureCues.Cue, _ amount: Amount) -> Bool {
        scalar(cue.range.lowerBound) == 0x6700 && amount.kind.contains(.money)
    }

    /// 去年是31户，少了8户: the difference from an earlier figure.
    func isDifference(_ cue: FigureCues.Cue, from last: Figure?, _ amount: Amount) -> Bool {
        guard let last, last.part == .previous else { return false }
        return scalar(cue.range.lowerBound) == 0x5C11 && isSameUnit(last.amount, amount)
    }

    /// 新增2间，全院共5间: with the new ones told before it, the sum is what there is.
    func markSumsWithNew(_ figures: inout [Figure], _ found: [FigureCues.Cue]) {
        for place in figures.indices.dropFirst() where figures[place].part == .head {
            let own = figures[place]
            guard hasCue(before: own, in: found, where: { scalar($0.lowerBound) == 0x5171 }) else {
                continue
            }
            let isNew = figures[..<place].contains { earlier in
                isSameUnit(earlier.amount, own.amount)
                    && earlier.amount.value ?? .infinity < own.amount.value ?? 0
                    && hasCue(before: earlier, in: found) { scalar($0.lowerBound) == 0x65B0 }
            }
            if isNew { figures[place].part = .other }
        }
    }

    private func hasCue(
        before figure: Figure, in found: [FigureCues.Cue], where holds: (Range<Int>) -> Bool
    ) -> Bool {
        found.contains {
            $0.range.lowerBound >= figure.clause
                && $0.range.upperBound <= figure.amount.range.lowerBound && holds($0.range)
        }
    }

    /// 周六就调了41起，总共调解203起: what a sum behind it holds.
    func markInSum(_ figures: inout [Figure]) {
        for place in figures.indices where (figures[place].part ?? .head) == .head {
            let own = figures[place]
            guard let value = own.amount.value else { continue }
            let isSummed = figures[(place + 1)...].contains { later in
                later.clause != own.clause && later.amount.value ?? 0 > value
                    && isSameUnit(later.amount, own.amount)
                    && (later.part ?? .head) == .head
                    && Self.inAll.contains {
                        $0.length(at: later.clause, in: text) != nil
                    }
            }
            if isSummed { figures[place].part = .ofWhich }
        }
    }

    private static let inAll = [RuleWords(["总共", "一共", "合计", "共计", "总计", "全年共", "前后共"])]
}
