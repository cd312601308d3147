/// Clauses that only frame what follows (状语小句).
extension ClauseReader {
    /// 在……领导下, 根据……通知: nothing but a frame for what follows.
    func isFrame(_ range: Range<Int>) -> Bool {
        range.count > 3 && opens(range, with: rules.frameStart) && ends(range, with: rules.frameEnd)
    }

    /// 活动开展以来, 在学习的同时: what stands behind is still to come.
    func endsAsSetting(_ range: Range<Int>) -> Bool {
        ends(range, with: rules.settingEnd)
    }

    /// 人数不断增加, 项目稳步推进: how things go, and no deed.
    func isTrend(_ range: Range<Int>) -> Bool {
        let end = range.upperBound
        return range.count > 6 && rules.trend.length(before: end, in: text) != nil
            && rules.manner.length(before: end - 2, in: text) != nil
    }

    /// 缺口在高山三个乡, 主要是讲师不够: why something fell short.
    func isReason(_ range: Range<Int>, _ kinds: WordKind, hasFigure: Bool) -> Bool {
        guard kinds.isDisjoint(with: [.hold, .carry]) else { return false }
        // 因为疫情只开了2次 tells of what was done.
        return opens(range, with: rules.reason) || !hasFigure && opens(range, with: rules.cause)
    }

    /// 每人补助从120元提到150元: what each got belongs to the deed before.
    func isEachOnes(_ range: Range<Int>, figures: Range<Int>) -> Bool {
        guard let first = figures.first, amounts[first].kind.contains(.money) else { return false }
        return opens(range, with: rules.each)
    }

    private func opens(_ range: Range<Int>, with words: RuleWords) -> Bool {
        words.length(at: range.lowerBound, in: text) != nil
    }

    /// Whether a word of the list ends a range that does not begin with it.
    private func ends(_ range: Range<Int>, with words: RuleWords) -> Bool {
        words.length(before: range.upperBound, notBefore: range.lowerBound + 1, in: text) != nil
    }
}
