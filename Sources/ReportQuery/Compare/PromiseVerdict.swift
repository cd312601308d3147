import ReportModel

/// What became of a promise, judged by figures first, then by words of lateness, lack and negation (兑现判断).
struct PromiseVerdict {
    private(set) var outcome: PlanReview.Outcome
    private(set) var planned: Quantity?
    private(set) var actual: Quantity?
    private(set) var reason: PlanReview.Reason

    init(_ promise: PromiseClauses.Promise, _ sentence: ToldSentences.Sentence) {
        outcome = .kept
        reason = .told
        var reached: [Bool] = []
        for target in promise.targets {
            guard let value = target.value,
                let result = Self.actual(for: target, in: sentence.quantities),
                let came = result.value, Self.isComparable(came, value)
            else { continue }
            let floor = target.raw.contains("左右") || target.raw.contains("约") ? value * 0.95 : value
            let isKept = Self.isCeiling(target, in: promise) ? came <= value : came >= floor
            reached.append(isKept)
            if planned == nil || !isKept {
                planned = target
                actual = result
            }
            if came == 0, !isKept { outcome = .notKept }
        }
        let lack =
            Self.first(of: Self.lacks, in: sentence.text) ?? Self.postponement(in: sentence.text)
        if !reached.isEmpty {
            reason = .figures
            if outcome == .kept, reached.contains(false) { outcome = .partly }
            if outcome == .kept { judgeTime(promise, sentence) }
            return
        }
        let part = Self.nearest(to: promise.record.activity.span, in: sentence.text)
        if let undone = Self.first(of: Self.negations, in: part) {
            outcome = Self.first(of: Self.beginnings, in: sentence.text) == nil ? .notKept : .partly
            reason = .words(undone)
        } else if let lack {
            outcome = .partly
            reason = .words(lack)
        } else {
            judgeTime(promise, sentence)
        }
    }

    /// Late is partly kept: by words of lateness, or by a month behind the promised one.
    private mutating func judgeTime(
        _ promise: PromiseClauses.Promise, _ sentence: ToldSentences.Sentence
    ) {
        guard promise.hasDeadline else { return }
        if let late = Self.first(of: Self.delays, in: sentence.text) {
            outcome = .partly
            reason = .words(late)
        } else if let due = PromiseMonths.due(in: promise.record.activity.span),
            let came = PromiseMonths.finished(in: sentence.text), came > due
        {
            outcome = .partly
            reason = .months(due, came)
        }
    }

    /// 坏账控制在1%以内: kept by what stays below.
    private static func isCeiling(_ target: Quantity, in promise: PromiseClauses.Promise) -> Bool {
        ceilings.contains { target.raw.contains($0) }
            || limits.contains { promise.record.activity.span.contains($0) }
    }

    private static let ceilings = ["以内", "以下", "不超过", "不高于", "不多于"]
    private static let limits = ["控制在", "降到", "压到", "降至", "压降到"]

    /// 1200人 and 3人 are no figures of the same thing.
    private static func isComparable(_ came: Double, _ planned: Double) -> Bool {
        came == 0 || planned == 0 || came >= planned / 20 && came <= planned * 20
    }

    /// The figure of the result that answers a promised one: of its unit, a head before a stock.
    private static func actual(for target: Quantity, in all: [Quantity]) -> Quantity? {
        let same = all.filter { $0.value != nil && isSameUnit($0.unit, target.unit) }
        // 把欠的2期补上 is answered by 其中补欠的2期, not by the 11期 of the year; each one's by each one's.
        if let equal = same.first(where: { $0.value == target.value && $0.part == .ofWhich }) {
            return equal
        }
        if target.part == .perItem, let each = same.first(where: { $0.part == .perItem }) {
            return each
        }
        let wanted: [Quantity.Part] = target.unit == "%" ? [.rate, .head] : [.head, .other, .rate]
        for part in wanted {
            if let found = same.first(where: { $0.part == part }) { return found }
        }
        // 从两处变成四处 answers 4个点.
        return all.first { $0.part == .head && $0.value == target.value }
    }

    /// 名, 位 and 人 count the same, so do 处, 个 and 所.
    static func isSameUnit(_ left: String, _ right: String) -> Bool {
        func family(_ unit: String) -> String {
            switch unit {
            case "名", "位": "人"
            case "处", "所", "间": "个"
            case "册", "份": "本"
            default: unit
            }
        }
        return family(left) == family(right)
    }

    /// The clause of a sentence that shares most characters with a promise, with the one behind it.
    private static func nearest(to span: String, in sentence: String) -> String {
        let clauses = sentence.split { "，,：".contains($0) }
        let wanted = Set(span)
        let scores = clauses.map { clause in clause.count { wanted.contains($0) } }
        guard let most = scores.max(), let place = scores.firstIndex(of: most) else {
            return sentence
        }
        // 挂了牌，入社64户，钱还没收齐: behind a figure of its own the next clause tells of something else.
        let isCounted =
            place + 1 < clauses.endIndex && clauses[place + 1].contains { $0.isNumber }
        return clauses[place...].prefix(isCounted ? 2 : 3).joined(separator: "，")
    }

    /// 终评推至2025年, 挪到明年: put off to another year.
    private static func postponement(in text: String) -> String? {
        for verb in postponed {
            guard let end = text.firstRange(of: verb)?.upperBound else { continue }
            if others.contains(where: { text[end...].hasPrefix($0) }) { return verb }
        }
        return nil
    }

    private static let postponed = [
        "推至", "推到", "推迟到", "推迟至", "延至", "延到", "挪到", "顺延至", "顺延到", "改到", "拖到", "放到", "转到",
    ]
    private static let others = ["明年", "来年", "下年", "次年", "下一年", "翌年", "20"]

    private static func first(of words: [String], in text: String) -> String? {
        words.first { text.contains($0) }
    }

    private static let negations = [
        "没有", "未能", "没能", "没建成", "没办成", "没谈成", "也没", "未列入", "末列入", "未建成", "未开工", "取消", "停办",
        "改到明年", "改到来年", "要等到明年", "没发成", "没去成", "没凑成", "没开成", "没谈成", "没请到", "没开门", "没动", "没打", "没成",
        "没分到",
        "搁置", "落空", "没查", "没做", "没办", "还没", "尚未", "未完成", "不再",
    ]
    private static let beginnings = ["写出", "初稿", "已经动", "完成了", "谈下来", "部分", "其中", "办了", "做了", "完成"]
    private static let lacks = [
        "还差", "仍差", "尚差", "尚欠", "还欠", "仍欠", "只在", "只开了", "只建了", "只讲了", "只到", "只完成", "只做", "只办",
        "只配", "只碰", "少办", "未达", "没达到", "凑不够", "差一",
    ]
    private static let delays = ["晚了", "拖到", "推迟", "延期", "才配齐", "才收尾", "才完成", "晚于", "比原定", "比计划晚"]
}
