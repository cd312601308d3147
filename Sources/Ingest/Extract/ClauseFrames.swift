/// Clauses that only frame what follows (状语小句).
extension ClauseReader {
    /// 在……领导下, 根据……通知: nothing but a frame for what follows.
    func isFrame(_ range: Range<Int>) -> Bool {
        range.count > 3 && opens(range, with: Self.frameStarts) && ends(range, with: Self.frameEnds)
    }

    private static let frameStarts = RuleWords([
        "在", "当", "从", "随着", "根据", "按照", "由于", "经", "本着", "针对", "为响应", "为落实", "为贯彻",
    ])

    private static let frameEnds = RuleWords([
        "下", "中", "上", "时", "时候", "方面", "通知", "要求", "精神", "号召", "规定", "部署", "安排", "意见", "文件",
    ])

    /// 活动开展以来, 在学习的同时: what stands behind is still to come.
    func endsAsSetting(_ range: Range<Int>) -> Bool {
        ends(range, with: Self.settingEnds)
    }

    private static let settingEnds = RuleWords([
        "以来", "的同时", "之际", "期间", "后", "之时", "之余", "过程中", "前夕", "为契机", "为抓手", "为载体",
        "的情况", "如下", "为重点", "为主线", "为目标", "为基础",
    ])

    /// 人数不断增加, 项目稳步推进: how things go, and no deed.
    func isTrend(_ range: Range<Int>) -> Bool {
        let end = range.upperBound
        return range.count > 6 && Self.trends.length(before: end, in: text) != nil
            && Self.manners.length(before: end - 2, in: text) != nil
    }

    private static let trends = RuleWords([
        "增加", "提高", "提升", "增长", "下降", "加强", "推进", "改善", "好转", "推行", "达标", "展开", "铺开", "实施",
        "完善", "优化", "加快", "扩大",
    ])

    private static let manners = RuleWords([
        "不断", "稳步", "明显", "显著", "持续", "大幅", "有所", "全面", "全部", "有序", "顺利", "扎实", "逐步", "日益",
        "快速", "步伐", "深入", "基本",
    ])

    /// 缺口在高山三个乡, 主要是讲师不够: why something fell short.
    func isReason(_ range: Range<Int>, _ kinds: WordKind, hasFigure: Bool) -> Bool {
        guard kinds.isDisjoint(with: [.hold, .carry]) else { return false }
        // 因为疫情只开了2次 tells of what was done.
        return opens(range, with: Self.reasons) || !hasFigure && opens(range, with: Self.causes)
    }

    private static let causes = RuleWords(["因为", "主要因"])

    private static let reasons = RuleWords([
        "缺口", "原因", "主要原因", "主要是", "主要在", "难在", "卡在", "问题是", "问题出在",
    ])

    /// 每人补助从120元提到150元: what each got belongs to the deed before.
    func isEachOnes(_ range: Range<Int>, figures: Range<Int>) -> Bool {
        guard let first = figures.first, amounts[first].kind.contains(.money) else { return false }
        return opens(range, with: Self.eachOnes)
    }

    private static let eachOnes = RuleWords(["每人", "每名", "每户", "每家", "每位", "每个人", "各人"])

    private func opens(_ range: Range<Int>, with words: RuleWords) -> Bool {
        words.length(at: range.lowerBound, in: text) != nil
    }

    /// Whether a word of the list ends a range that does not begin with it.
    private func ends(_ range: Range<Int>, with words: RuleWords) -> Bool {
        words.length(before: range.upperBound, notBefore: range.lowerBound + 1, in: text) != nil
    }
}
