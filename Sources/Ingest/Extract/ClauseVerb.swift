/// The verb that governs a clause (谓语动词).
extension ClauseReader {
    /// The verb that governs; behind a preposition not every verb does.
    func head(in inside: Range<Int>, of range: Range<Int>) -> Word? {
        var isOpen = false
        for index in inside {
            let word = words[index]
            guard !word.kind.contains(.compound) else { continue }
            let verbs: WordKind = [.verb, .aim, .result]
            if word.kind.isDisjoint(with: verbs) {
                if word.kind.contains(.preposition), !isConjunction(word, of: range) {
                    isOpen = true
                }
                continue
            }
            if Self.nominalFollows.contains(scalar(word.range.upperBound)) { continue }
            if word.kind.contains(.short), !isShortVerb(word) { continue }
            if isAdverbHere(index, in: inside) || isNominal(index, in: inside) { continue }
            if isSubject(index, in: inside, of: range) || isHope(index, in: inside) { continue }
            if !isOpen { return completedVerb(behind: index, in: inside) ?? word }
            if word.kind.contains(.preposition) { continue }
            if word.kind.isDisjoint(with: .verb) { continue }
            if !word.kind.isDisjoint(with: .strong) || governs(index, in: inside) {
                return word
            }
        }
        return nil
    }

    /// 争取8月开工: the verb behind it is what is hoped for.
    private func isHope(_ index: Int, in inside: Range<Int>) -> Bool {
        let word = words[index]
        guard rules.hope.length(at: word.range.lowerBound, in: text) == word.range.count else {
            return false
        }
        let kinds: WordKind = [.hold, .carry, .deed, .build, .finish]
        return firstWord(in: index + 1..<inside.upperBound) { !$0.kind.isDisjoint(with: kinds) }
            != nil
    }

    /// 的 是 不
    private static let nominalFollows = ScalarSet("的是不")

    /// 和 inside a clause joins nouns; it names a partner where the clause begins with it.
    private func isConjunction(_ word: Word, of range: Range<Int>) -> Bool {
        scalar(word.range.lowerBound) == 0x548C && word.range.lowerBound > range.lowerBound
    }

    /// 提升妇女素质社区建立了……: behind an aim a completed verb (了) tells what was done.
    private func completedVerb(behind index: Int, in inside: Range<Int>) -> Word? {
        guard words[index].kind.isDisjoint(with: .verb), words[index].kind.contains(.aim) else {
            return nil
        }
        return firstWord(in: index + 1..<inside.upperBound) {
            !$0.kind.isDisjoint(with: [.hold, .carry, .deed]) && $0.range.count > 1
                && scalar($0.range.upperBound) == 0x4E86
        }
    }

    /// 深入改进: the word modifies the verb right behind it.
    private func isAdverbHere(_ index: Int, in inside: Range<Int>) -> Bool {
        guard words[index].kind.contains(.adverb), index + 1 < inside.upperBound else {
            return false
        }
        let next = words[index + 1]
        return next.range.lowerBound == words[index].range.upperBound
            && !next.kind.isDisjoint(with: [.verb, .aim])
    }

    /// 水环境质量考核断面全部达标: words that are no doer stand before the verb, so that it is part
    /// of the subject.
    private func isSubject(_ index: Int, in inside: Range<Int>, of range: Range<Int>) -> Bool {
        let word = words[index]
        let kinds: WordKind = [.deed, .spread]
        guard !word.kind.isDisjoint(with: kinds), !word.kind.isDisjoint(with: .noun),
            word.range.lowerBound >= range.lowerBound + 4,
            scalar(word.range.upperBound) != 0x4E86,
            amounts.element(at: word.range.upperBound) == nil
        else { return false }
        if index > inside.lowerBound {
            let before = words[index - 1]
            let leads: WordKind = [.adverb, .preposition, .person, .connector, .period, .verb]
            if before.range.upperBound == word.range.lowerBound,
                !before.kind.isDisjoint(with: leads)
            {
                return false
            }
        }
        return !Self.doerEnds.contains(scalar(word.range.lowerBound - 1))
    }

    /// Last characters of those who do: 妇联 局 委员会 办 政府 区 村 中心 队 校 院 我们 部 站 者 员 人 家 团 长 任 席.
    private static let doerEnds = ScalarSet("联局会委办府区县市镇乡村所队校院心们部站处科室者员人家厂司团社长任席道街我年月日")

    /// 宣传活动, 妇女的培训: the verb stands for a noun.
    private func isNominal(_ index: Int, in inside: Range<Int>) -> Bool {
        let word = words[index]
        if scalar(word.range.lowerBound - 1) == 0x7684 { return true }
        if word.kind.isDisjoint(with: .short), isNounEnd(word.range.upperBound, behind: word) {
            return true
        }
        if word.kind.isDisjoint(with: [.hold, .short]) {
            let behind = scalar(word.range.upperBound)
            if scalar(word.range.lowerBound - 1) == 0x4E3A { return true }
            // 教育、文化: no verb follows the list comma.
            if behind == 0x3001,
                index + 1 == inside.upperBound
                    || words[index + 1].range.lowerBound > word.range.upperBound + 1
                    || words[index + 1].kind.isDisjoint(with: [.verb, .aim])
            {
                return true
            }
        }
        guard index + 1 < inside.upperBound else {
            return false
        }
        let next = words[index + 1]
        guard next.range.lowerBound == word.range.upperBound else { return false }
        if word.kind.isDisjoint(with: [.hold, .carry, .light, .build, .spend]) {
            let nouns: WordKind = [.general, .abstract]
            // 报送信息稿件214篇: a count behind the noun shows that the verb governs it.
            let behind = next.range.upperBound
            return !next.kind.isDisjoint(with: nouns) && !next.kind.contains(.person)
                && next.kind.isDisjoint(with: [.verb])
                && amounts.beginning(in: behind..<behind + 8).isEmpty
        }
        return false
    }

    /// 签订率, 考核中: with these behind it a verb is part of a noun. 中 and its kin may also begin a
    /// word (成立中心) and count only behind verbs that are nouns as well.
    private func isNounEnd(_ index: Int, behind word: Word) -> Bool {
        let next = scalar(index)
        if Self.nounEnds.contains(next) { return true }
        return !word.kind.isDisjoint(with: .noun) && Self.looseNounEnds.contains(next)
    }

    private static let nounEnds = ScalarSet("率量者员权费")
    private static let looseNounEnds = ScalarSet("面中下型性类式")

    /// Behind a preposition a deed governs when nothing says it is a noun there.
    private func governs(_ index: Int, in inside: Range<Int>) -> Bool {
        let word = words[index]
        if word.kind.isDisjoint(with: .noun) { return true }
        let behind = scalar(word.range.upperBound)
        if behind == 0x4E86 || behind == 0x8FC7 { return true }
        if scalar(word.range.lowerBound - 1) == 0x5730 { return true }  // 地
        guard index > inside.lowerBound else { return false }
        let before = words[index - 1]
        return before.range.upperBound == word.range.lowerBound && before.kind.contains(.adverb)
    }
}
