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
            rules.harmless.length(at: index, in: text) == nil,
            amounts.beginning(in: index..<end).isEmpty
        else { return nil }
        let isUnable = rules.unable.length(at: index, in: text) != nil
        let isStalled = rules.stalled.length(at: index, in: text) == end - index
        let verb = scalar(index + 1) == 0x6709 ? index + 2 : index + 1
        let hasResult =
            end - index <= 7
            && (end - verb == 1
                ? Self.plainVerbs.contains(scalar(verb))
                : rules.outcome.length(before: end, in: text) != nil)
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
        guard telling == .work, rules.rest.length(at: range.lowerBound, in: text) != nil,
            let wait = range.first(where: { Self.waits.contains(scalar($0)) }),
            (wait..<range.upperBound).contains(where: { scalar($0) == 0x518D })
                || rules.laterYear.length(at: wait + 1, in: text) != nil
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
            guard isYear || rules.laterTime.length(at: time, in: text) != nil else { continue }
            return Undone(
                verb: Word(kind: .undone, range: place - 1..<time),
                isBare: isLead(range.lowerBound..<place - 1)
                    || rules.longDelay.length(before: place, notBefore: range.lowerBound, in: text)
                        .map { isLead(range.lowerBound..<place - $0) } ?? false,
                isClosing: true)
        }
        return nil
    }

    /// 到 至; 等 stands alone
    private static let until = ScalarSet("到至")
    private static let delays = ScalarSet("延挪缓推拖留改放移转迟期后等")

    /// 一部也, 几次都, 至今, 最后: what may stand before a negation that tells of what went before.
    private func isLead(_ lead: Range<Int>) -> Bool {
        if lead.isEmpty { return true }
        guard lead.count <= 6,
            let length = rules.undoneLead.length(
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
    /// 没动, 没办: one character that is a verb by itself.
    private static let plainVerbs = ScalarSet("动办建装开去做搞批请来干打修买配设")
    /// 待 等
    private static let waits = ScalarSet("待等")
}
