/// What was meant to be done and was not (未做).
extension ClauseReader {
    /// The words that tell that something was not done.
    struct Undone {
        let verb: Word
        /// Whether they close the clause, and nothing but 一X也, 至今 and the like stands before them: what was
        /// not done is told in front of it.
        var isBare = false
        /// Whether nothing stands behind them in their clause: 场地没有腾出来.
        var isClosing = false
    }

    /// 停办, 没有建成, 未能开工: the words that tell it; `nil` where none do.
    func undone(in inside: Range<Int>, of range: Range<Int>, _ kinds: WordKind) -> Undone? {
        if kinds.contains(.undone) {
            let word = firstWord(in: inside) {
                $0.kind.contains(.undone) && !goesOn($0, in: range)
            }
            if let word {
                return Undone(
                    verb: word, isBare: isLead(range.lowerBound..<word.range.lowerBound),
                    isClosing: true)
            }
        }
        if let word = deferred(range) ?? putOff(in: range) { return word }
        guard range.contains(where: { Self.negations.contains(scalar($0)) }) else { return nil }
        for index in range where Self.negations.contains(scalar(index)) {
            if let word = word(covering: index, in: inside), word.kind.contains(.compound) {
                continue
            }
            guard let verb = deniedVerb(at: index, in: range) ?? closing(at: index, in: range)
            else { continue }
            return Undone(
                verb: verb, isBare: isLead(range.lowerBound..<index),
                isClosing: range.upperBound - verb.range.upperBound <= 2)
        }
        return nil
    }

    /// 没有办成, 未能启动: a verb of the lists behind 没 and its kin.
    private func deniedVerb(at index: Int, in range: Range<Int>) -> Word? {
        var place = index + 1
        while place < range.upperBound, Self.fillers.contains(scalar(place)) { place += 1 }
        guard let verb = words.element(at: place), verb.range.upperBound <= range.upperBound,
            !verb.kind.isDisjoint(with: [.hold, .carry, .deed, .short]),
            verb.range.count > 1 || isVerbAlone(verb, in: range)
        else { return nil }
        return verb
    }

    /// 没请动, 没能注册下来, 没有分到乡上: what closes a clause and ends as a verb does.
    private func closing(at index: Int, in range: Range<Int>) -> Word? {
        let end = range.upperBound
        guard (2...9).contains(end - index),
            Self.harmless.length(at: index, in: text) == nil,
            amounts.beginning(in: index..<end).isEmpty
        else { return nil }
        let isUnable = Self.unable.length(at: index, in: text) != nil
        let isStalled = Self.stalled.length(at: index, in: text) == end - index
        let verb = scalar(index + 1) == 0x6709 ? index + 2 : index + 1
        let hasResult =
            end - index <= 7
            && (end - verb == 1
                ? Self.plainVerbs.contains(scalar(verb))
                : Self.results.length(before: end, in: text) != nil)
        guard isUnable || isStalled || hasResult else { return nil }
        // 没有问题: in a paragraph of problems only what was meant counts.
        if telling == .problem || telling == .other || telling == .opening {
            guard
                isUnable
                    || firstWord(
                        in: words.beginning(in: range),
                        where: {
                            $0.kind.contains(.intended)
                        }) != nil
            else { return nil }
        }
        return Word(kind: .deed, range: index..<end)
    }

    /// 其余4个待村部落成后再建: put off.
    private func deferred(_ range: Range<Int>) -> Undone? {
        guard telling == .work, Self.rests.length(at: range.lowerBound, in: text) != nil,
            let wait = range.first(where: { Self.waits.contains(scalar($0)) }),
            (wait..<range.upperBound).contains(where: { scalar($0) == 0x518D })
                || Self.laterYears.length(at: wait + 1, in: text) != nil
        else { return nil }
        return Undone(verb: Word(kind: .deed, range: wait..<wait + 1))
    }

    /// 推到明年, 挪到了来年春季, 延至2022年: put off to another year than the report's.
    private func putOff(in range: Range<Int>) -> Undone? {
        for place in range.dropFirst()
        where Self.until.contains(scalar(place)) || scalar(place) == 0x7B49 {
            guard scalar(place) == 0x7B49 || Self.delays.contains(scalar(place - 1)) else {
                continue
            }
            let time = scalar(place + 1) == 0x4E86 ? place + 2 : place + 1
            let isYear =
                scalar(time + 4) == 0x5E74
                && (time..<time + 4).allSatisfy { text.kind($0).contains(.digit) }
            guard isYear || Self.laterTimes.length(at: time, in: text) != nil else { continue }
            return Undone(
                verb: Word(kind: .undone, range: place - 1..<time),
                isBare: isLead(range.lowerBound..<place - 1)
                    || Self.longDelays.length(before: place, notBefore: range.lowerBound, in: text)
                        .map { isLead(range.lowerBound..<place - $0) } ?? false,
                isClosing: true)
        }
        return nil
    }

    /// 到 至; 等 stands alone
    private static let until = ScalarSet("到至")
    private static let delays = ScalarSet("延挪缓推拖留改放移转迟期后等")
    private static let longDelays = RuleWords(["顺延", "推迟", "延期", "延后", "拖延", "只好推", "只能等"])
    private static let laterTimes = RuleWords([
        "明年", "来年", "下年", "次年", "下一年", "翌年", "春后", "年后", "节后", "开春", "下半年再", "今年底再", "秋后", "下学年",
        "下学期", "条件成熟",
    ])

    /// 一部也, 几次都, 至今, 最后: what may stand before a negation that tells of what went before.
    private func isLead(_ lead: Range<Int>) -> Bool {
        if lead.isEmpty { return true }
        guard lead.count <= 6,
            let length = Self.leads.length(
                before: lead.upperBound, notBefore: lead.lowerBound, in: text)
        else { return false }
        let rest = lead.count - length
        return rest == 0 || rest <= 3 && Self.some.contains(scalar(lead.lowerBound))
    }

    /// 一部, 几次, 半点, 连
    private static let some = ScalarSet("一几两半连")

    /// 推迟到8月举办 was done in the end, 取消了收费 is a deed; 取消了 at the end of a clause is none.
    private func goesOn(_ word: Word, in range: Range<Int>) -> Bool {
        let end = word.range.upperBound
        // 不落空
        if scalar(word.range.lowerBound - 1) == 0x4E0D { return true }
        guard Self.goesOn.contains(scalar(end)) else { return false }
        return scalar(end) != 0x4E86 || end + 1 < range.upperBound
    }

    /// 没有办, 没办成, and not 没有办法.
    private func isVerbAlone(_ verb: Word, in range: Range<Int>) -> Bool {
        let end = verb.range.upperBound
        return end >= range.upperBound || Self.completions.contains(scalar(end))
    }

    private func word(covering place: Int, in inside: Range<Int>) -> Word? {
        firstWord(in: inside) { $0.range.contains(place) }
    }

    /// 没 未
    private static let negations = ScalarSet("没未")
    private static let fillers = ScalarSet("有能再曾及得把")
    private static let completions = ScalarSet("成上下起")
    private static let goesOn = ScalarSet("到至了的")
    private static let unable = RuleWords(["未能", "没能", "没有能", "没来得及", "没顾上", "没有来得及", "没等到"])
    /// What is well when it does not happen.
    private static let harmless = RuleWords([
        "没有发生", "未发生", "没发生", "未发现", "没有发现", "没发现", "未出现", "没有出现", "没出", "没有落下", "没落下", "没有漏", "没漏",
        "没有断", "没断", "没有停", "没停", "没有耽", "没耽", "没有误", "没误", "没有拖", "没拖", "没有放松", "没闲", "没有闲", "没花",
        "没有问题", "没问题", "没有变", "没变", "没有少", "没少", "没有减", "没减", "没有忘", "没忘", "没有人", "没有一",
        "未成年", "没想到", "没料到", "没见过", "没有想到", "没说",
    ])
    /// How a verb ends that something came of.
    private static let results = RuleWords([
        "成", "上", "下来", "起来", "出来", "过来", "动", "到", "完", "够", "齐", "拢", "落实", "启动", "兑现", "动手",
        "动土", "开工", "动工", "通过", "过关",
    ])
    /// 没动, 没办: one character that is a verb by itself.
    private static let plainVerbs = ScalarSet("动办建装开去做搞批请来干打修买配设")
    private static let stalled = RuleWords([
        "没有下文", "没下文", "没了下文", "没有着落", "没着落", "没了着落", "没有动静", "没动静", "没有音信",
    ])
    private static let rests = RuleWords(["其余", "剩下", "剩余", "余下", "另外", "另", "还有", "还差", "剩"])
    /// 待 等
    private static let waits = ScalarSet("待等")
    private static let laterYears = RuleWords(["明年", "来年", "下年", "次年", "春后", "节后"])
    private static let leads = RuleWords([
        "也", "都", "至今", "最后", "最终", "结果", "还是", "一直", "始终", "今年", "到底", "终究", "后来", "就", "仍", "还",
        "迟迟", "一年", "后来也", "总", "可", "却", "只好",
    ])
}
