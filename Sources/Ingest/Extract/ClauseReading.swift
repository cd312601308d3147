/// What a clause tells, seen from its verb (小句判读).
struct ClauseReading {
    enum Verdict {
        /// Something concrete, done or planned.
        case activity
        /// What came of the activity before.
        case result
        /// When, why, by what means: belongs to the verb of a later clause.
        case setting
        /// A slogan, an aim, a judgement, a figure.
        case other
    }

    var verdict: Verdict
    /// Scalars, connectors cut off.
    var range: Range<Int>
    /// The governing verb; `nil` without one.
    var verb: Word?
    /// The words of the lists inside the clause.
    var words: ArraySlice<Word>
    /// Whether a name or a count makes the clause concrete.
    var isMarked = false
}

/// Judges clauses by the word lists.
struct ClauseReader {
    let text: FoldedText
    let regions: TextRegions
    let words: [Word]
    let quantities: [QuantityReader.Found]

    private func scalar(_ index: Int) -> UInt32 {
        index >= 0 && index < text.count ? text.scalars[index] : 0
    }

    // MARK: Names

    /// Whether a quoted name is that of a programme, a document or an occasion, not a catchword
    /// like “三农”: a work noun follows it, it ends with one, or the verb stands right before it.
    func isProgramme(_ name: Range<Int>, behind verbEnd: Int) -> Bool {
        if scalar(name.lowerBound) == 0x300A { return true }
        if name.lowerBound <= verbEnd + 2, name.count >= 7 { return true }
        if Self.programmeEnds.contains(scalar(name.upperBound - 2)) { return true }
        // “文明家庭”、“清洁之家”创建活动: the noun stands behind the last of the names.
        var end = name.upperBound
        for next in regions.names
        where next.lowerBound >= end && next.lowerBound <= end + 1 {
            guard next.lowerBound == end || scalar(end) == 0x3001 else { break }
            end = next.upperBound
        }
        return words.contains {
            $0.range.lowerBound >= end && $0.range.lowerBound <= end + 6
                && !$0.kind.isDisjoint(with: [.specific, .general])
        }
    }

    /// Last characters of 活动 行动 计划 工程 之家 大赛 晚会 培训班 公开课 节 周 月 日 杯 队 站.
    private static let programmeEnds = Set("动划程家赛会班课节周月日杯队站团坛营".unicodeScalars.map(\.value))

    // MARK: Chains

    /// The parts of a clause that 并, 及 and 、 chain, each with a verb of its own.
    func parts(of range: Range<Int>, words: ArraySlice<Word>) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var start = range.lowerBound
        var verbEnd: Int?
        for index in words.indices {
            let word = words[index]
            guard !word.kind.isDisjoint(with: .verb), !word.kind.contains(.compound) else {
                continue
            }
            if let end = verbEnd, let cut = chainStart(before: index, in: words),
                cut > end + 2
            {
                parts.append(start..<cut)
                start = cut
            }
            if verbEnd == nil || word.range.lowerBound > start {
                verbEnd = word.range.upperBound
            }
        }
        parts.append(start..<range.upperBound)
        return parts
    }

    /// Where the connector stands that leads to the verb at `index`: 并适时走访, 、为三户发放.
    private func chainStart(before index: Int, in words: ArraySlice<Word>) -> Int? {
        let verb = words[index]
        let isSure = !verb.kind.isDisjoint(with: [.hold, .carry, .deed])
        guard isSure, verb.range.count >= 2, scalar(verb.range.upperBound) != 0x7684 else {
            return nil
        }
        var place = verb.range.lowerBound
        var before = index - 1
        while before >= words.startIndex, words[before].range.upperBound == place,
            words[before].kind.contains(.adverb), !words[before].kind.contains(.connector)
        {
            place = words[before].range.lowerBound
            before -= 1
        }
        if before >= words.startIndex, words[before].range.upperBound == place,
            words[before].kind.contains(.connector)
        {
            let isLoose = [0x53CA, 0x548C].contains(scalar(place - 1))
            if isLoose, !verb.kind.isDisjoint(with: .noun) { return nil }
            return words[before].range.lowerBound
        }
        if scalar(place - 1) == 0x3001, !regions.isEnclosed(place - 1) {
            // Without 并 a noun may follow as well: 宣传单、培训班.
            return verb.kind.isDisjoint(with: .noun) ? place - 1 : nil
        }
        return nil
    }

    // MARK: One part

    func reading(of part: Range<Int>, words: ArraySlice<Word>) -> ClauseReading {
        let range = withoutConnectors(part, words: words)
        let inside = words.drop { $0.range.lowerBound < range.lowerBound }
        var reading = ClauseReading(verdict: .other, range: range, verb: nil, words: inside)
        guard !range.isEmpty else { return reading }
        if inside.contains(where: { $0.kind.contains(.negation) }) { return reading }
        let head = head(in: inside, of: range)
        reading.verb = head
        let counts = counts(in: range)
        if endsAsSetting(range) || isFrame(range) {
            reading.verdict = .setting
            return reading
        }
        guard let head else {
            if let deed = countedDeed(in: range, inside: inside, counts: counts) {
                reading.verb = deed
                reading.isMarked = true
                reading.verdict = .activity
                return reading
            }
            let isDate = inside.contains {
                !$0.kind.isDisjoint(with: [.period, .preposition])
                    && $0.range.lowerBound <= range.lowerBound + 4
            }
            let hasFigure = quantities.contains { range.contains($0.range.lowerBound) }
            if hasFigure, isResultList(inside) {
                reading.verdict = .result
            } else if isDate || startsWithDate(range) {
                reading.verdict = .setting
            }
            return reading
        }
        if head.kind.isDisjoint(with: .verb) {
            let hasFigure = quantities.contains { range.contains($0.range.lowerBound) }
            reading.verdict = hasFigure && isResultList(inside) ? .result : .other
            return reading
        }
        let evidence = Evidence(head: head, range: range, inside: inside, reader: self)
        reading.isMarked = evidence.hasName || evidence.hasCount
        if isConcrete(head, evidence) {
            reading.verdict = .activity
        } else if !counts.isEmpty, !evidence.hasStatistic {
            reading.verdict = .result
        }
        return reading
    }

    /// What stands around the verb.
    struct Evidence {
        var hasName = false
        /// Anything in quotation marks behind the verb.
        var hasQuote = false
        /// Any amount, lengths of time and shares included.
        var hasFigure = false
        var hasCount = false
        /// A count above 一支, 一个, which are articles beside 打造 and its kin.
        var hasRealCount = false
        /// A preposition opens a phrase before the verb.
        var isOpen = false
        /// 的 stands behind the verb.
        var hasModifier = false
        /// An adverb stands right before the verb.
        var isAdverbial = false
        var isSpecific = false
        var isGeneral = false
        /// Concrete work stands before the verb: 朗诵会在礼堂举行.
        var isLedByWork = false
        var hasPerson = false
        var endsAbstract = false
        var hasStatistic = false
        var objectLength = 0

        init(head: Word, range: Range<Int>, inside: ArraySlice<Word>, reader: ClauseReader) {
            var start = head.range.upperBound
            while start < range.upperBound,
                [0x4E86, 0x8FC7, 0x7740].contains(reader.text.scalars[start])
            {
                start += 1
            }
            objectLength = range.upperBound - start
            hasName = reader.regions.names.contains {
                $0.lowerBound >= start && $0.upperBound <= range.upperBound
                    && reader.isProgramme($0, behind: start)
            }
            isOpen = inside.contains {
                $0.kind.contains(.preposition) && $0.range.lowerBound < head.range.lowerBound
            }
            hasModifier = reader.text.scalars[start..<range.upperBound].contains(0x7684)
            hasQuote = reader.regions.names.contains {
                $0.lowerBound >= start && $0.upperBound <= range.upperBound
            }
            hasFigure = reader.quantities.contains { range.contains($0.range.lowerBound) }
            let counts = reader.counts(in: range)
            hasCount = !counts.isEmpty
            hasRealCount = counts.contains { !$0.quantity.raw.hasPrefix("一") }
            isAdverbial = inside.contains {
                $0.kind.contains(.adverb) && $0.range.upperBound == head.range.lowerBound
            }
            for word in inside where !word.kind.contains(.compound) {
                if word.kind.contains(.statistic) { hasStatistic = true }
                if word.kind.contains(.person) { hasPerson = true }
                guard word.range.lowerBound >= start else {
                    if word.kind.contains(.specific) { isLedByWork = true }
                    continue
                }
                if word.kind.contains(.specific) { isSpecific = true }
                if word.kind.contains(.general) { isGeneral = true }
            }
            if let last = inside.last(where: { $0.range.upperBound >= range.upperBound - 1 }),
                last.range.lowerBound >= start
            {
                endsAbstract =
                    last.kind.contains(.abstract) && last.kind.isDisjoint(with: .specific)
            }
        }
    }

    private func isConcrete(_ head: Word, _ evidence: Evidence) -> Bool {
        let kind = head.kind
        let isMarked = evidence.hasName || evidence.hasCount
        if evidence.hasStatistic, !kind.contains(.hold) { return false }
        if kind.contains(.short) {
            return isMarked || evidence.isSpecific || evidence.hasFigure || evidence.hasQuote
        }
        if kind.contains(.hold) {
            if evidence.objectLength == 0 { return evidence.isLedByWork }
            return evidence.objectLength >= 2 && (!evidence.endsAbstract || isMarked)
        }
        // 参加活动的孩子: a weak verb with 的 behind it describes somebody.
        if kind.contains(.result), evidence.hasModifier, !evidence.hasCount { return false }
        if kind.contains(.carry) {
            if evidence.objectLength < 2 { return evidence.hasCount }
            if isMarked || evidence.isSpecific { return true }
            if evidence.endsAbstract { return false }
            return evidence.hasPerson || evidence.isGeneral && evidence.objectLength >= 5
        }
        if kind.contains(.deed) {
            if isMarked || evidence.isSpecific || evidence.hasPerson { return true }
            return evidence.objectLength >= 4 && !evidence.endsAbstract
        }
        if kind.contains(.spend) { return evidence.hasCount || evidence.isSpecific }
        if kind.contains(.spread) {
            if evidence.objectLength == 0 { return evidence.isAdverbial && evidence.isOpen }
            return isMarked || evidence.objectLength >= 4 && !evidence.endsAbstract
        }
        if kind.contains(.build) {
            return evidence.hasRealCount || evidence.hasName && evidence.isSpecific
        }
        return evidence.hasName || evidence.hasRealCount
            || evidence.isSpecific && !evidence.endsAbstract
    }

    // MARK: The verb

    /// The verb that governs; behind a preposition not every verb does.
    private func head(in words: ArraySlice<Word>, of range: Range<Int>) -> Word? {
        var isOpen = false
        for index in words.indices {
            let word = words[index]
            guard !word.kind.contains(.compound) else { continue }
            let verbs: WordKind = [.verb, .aim, .result]
            if word.kind.isDisjoint(with: verbs) {
                if word.kind.contains(.preposition), !isConjunction(word, of: range) {
                    isOpen = true
                }
                continue
            }
            if [0x7684, 0x662F, 0x4E0D].contains(scalar(word.range.upperBound)) { continue }
            if word.kind.contains(.short), !isShortVerb(word) { continue }
            if isNominal(index, in: words) { continue }
            if !isOpen { return completedVerb(behind: index, in: words) ?? word }
            if word.kind.contains(.preposition) { continue }
            if word.kind.isDisjoint(with: .verb) { continue }
            if !word.kind.isDisjoint(with: .strong) || governs(index, in: words) {
                return word
            }
        }
        return nil
    }

    /// 和 inside a clause joins nouns; it names a partner where the clause begins with it.
    private func isConjunction(_ word: Word, of range: Range<Int>) -> Bool {
        scalar(word.range.lowerBound) == 0x548C && word.range.lowerBound > range.lowerBound
    }

    /// 提升妇女素质社区建立了……: behind an aim a completed verb (了) tells what was done.
    private func completedVerb(behind index: Int, in words: ArraySlice<Word>) -> Word? {
        guard words[index].kind.isDisjoint(with: .verb), words[index].kind.contains(.aim) else {
            return nil
        }
        return words[(index + 1)...].first {
            !$0.kind.isDisjoint(with: [.hold, .carry, .deed]) && $0.range.count > 1
                && scalar($0.range.upperBound) == 0x4E86
        }
    }

    /// 宣传活动, 妇女的培训: the verb stands for a noun.
    private func isNominal(_ index: Int, in words: ArraySlice<Word>) -> Bool {
        let word = words[index]
        if scalar(word.range.lowerBound - 1) == 0x7684 { return true }
        if word.kind.isDisjoint(with: [.hold, .short]) {
            let behind = scalar(word.range.upperBound)
            if scalar(word.range.lowerBound - 1) == 0x4E3A || Self.nounEnds.contains(behind) {
                return true
            }
            // 教育、文化: no verb follows the list comma.
            if behind == 0x3001,
                index + 1 == words.endIndex
                    || words[index + 1].range.lowerBound > word.range.upperBound + 1
                    || words[index + 1].kind.isDisjoint(with: [.verb, .aim])
            {
                return true
            }
        }
        guard index + 1 < words.endIndex else {
            return false
        }
        let next = words[index + 1]
        guard next.range.lowerBound == word.range.upperBound else { return false }
        if word.kind.isDisjoint(with: [.hold, .carry, .light, .build, .spend]) {
            let nouns: WordKind = [.general, .abstract]
            return !next.kind.isDisjoint(with: nouns) && !next.kind.contains(.person)
                && next.kind.isDisjoint(with: [.verb])
        }
        return false
    }

    /// 率 量 面 中 下 型 性 权 费 类 者 员 式: with these behind it a verb is part of a noun.
    private static let nounEnds = Set("率量面中下型性权费类者员式".unicodeScalars.map(\.value))

    /// Behind a preposition a deed governs when nothing says it is a noun there.
    private func governs(_ index: Int, in words: ArraySlice<Word>) -> Bool {
        let word = words[index]
        if word.kind.isDisjoint(with: .noun) { return true }
        if [0x4E86, 0x8FC7].contains(scalar(word.range.upperBound)) { return true }
        if scalar(word.range.lowerBound - 1) == 0x5730 { return true }  // 地
        guard index > words.startIndex else { return false }
        let before = words[index - 1]
        return before.range.upperBound == word.range.lowerBound && before.kind.contains(.adverb)
    }

    /// 办了, 评出, 捐20张: one character is a verb only with what can follow a verb.
    private func isShortVerb(_ word: Word) -> Bool {
        let end = word.range.upperBound
        let next = scalar(end)
        if next == 0x4E86 { return true }
        if next == 0x201C { return true }
        if quantities.contains(where: { $0.range.lowerBound == end && $0.quantity.unit != "%" }) {
            return true
        }
        return Self.completions.contains(next)
            && quantities.contains { $0.range.lowerBound > end && $0.range.lowerBound < end + 24 }
    }

    /// 起 成 出 走 完 给
    private static let completions: Set<UInt32> = [
        0x8D77, 0x6210, 0x51FA, 0x8D70, 0x5B8C, 0x7ED9,
    ]

    /// 劝了41起: a completed verb with a count is a deed, even when no list knows the verb. So is
    /// concrete work with a count and no verb: 电脑农业培训2350人.
    private func countedDeed(
        in range: Range<Int>, inside: ArraySlice<Word>, counts: [QuantityReader.Found]
    ) -> Word? {
        guard !counts.isEmpty, isResultList(inside) else { return nil }
        let end = range.upperBound
        for index in range where scalar(index) == 0x4E86 && index > range.lowerBound + 1 {
            let before = scalar(index - 1)
            let isCounted = counts.contains {
                $0.range.lowerBound > index && ($0.quantity.value ?? 5) >= 5
            }
            guard isCounted, before >= 0x4E00, index + 1 < end, !regions.isEnclosed(index) else {
                continue
            }
            return Word(kind: .deed, range: index - 1..<index)
        }
        let counted = counts.first { ($0.quantity.value ?? 5) >= 1 }
        let short = inside.first {
            guard $0.kind.contains(.short), let counted else { return false }
            return $0.range.upperBound < counted.range.lowerBound
                && counted.range.lowerBound - $0.range.upperBound <= 16
                && scalar($0.range.upperBound) != 0x7684
        }
        if let short { return short }
        guard hasPersonCount(counts) else { return nil }
        return inside.first { word in
            word.kind.contains(.specific)
                && counts.contains {
                    $0.range.lowerBound - word.range.upperBound <= 12
                        && $0.range.lowerBound >= word.range.upperBound
                }
        }
    }

    /// 在……领导下, 根据……通知: nothing but a frame for what follows.
    private func isFrame(_ range: Range<Int>) -> Bool {
        guard range.count > 3 else { return false }
        let starts = Self.frameStarts.contains {
            text.scalars[range].starts(with: $0)
        }
        return starts
            && Self.frameEnds.contains {
                range.count > $0.count
                    && text.scalars[range.upperBound - $0.count..<range.upperBound]
                        .elementsEqual($0)
            }
    }

    private static let frameStarts = [
        "在", "当", "从", "随着", "根据", "按照", "由于", "经", "本着", "针对", "为响应", "为落实", "为贯彻",
    ].map { $0.unicodeScalars.map(\.value) }

    private static let frameEnds = [
        "下", "中", "上", "时", "时候", "方面", "通知", "要求", "精神", "号召", "规定", "部署", "安排", "意见", "文件",
    ].map { $0.unicodeScalars.map(\.value) }

    /// 活动开展以来, 在学习的同时: what stands behind is still to come.
    private func endsAsSetting(_ range: Range<Int>) -> Bool {
        Self.settingEnds.contains { ending in
            range.count > ending.count
                && text.scalars[range.upperBound - ending.count..<range.upperBound]
                    .elementsEqual(ending)
        }
    }

    private static let settingEnds = [
        "以来", "的同时", "之际", "期间", "后", "之时", "之余", "过程中", "前夕", "为契机", "为抓手", "为载体",
        "的情况", "如下", "为重点", "为主线", "为目标", "为基础",
    ].map { $0.unicodeScalars.map(\.value) }

    // MARK: Small questions

    private func withoutConnectors(_ part: Range<Int>, words: ArraySlice<Word>) -> Range<Int> {
        var start = part.lowerBound
        var index = words.startIndex
        while start < part.upperBound {
            if scalar(start) == 0x3001 || scalar(start) == 0x20 {
                start += 1
                continue
            }
            while index < words.endIndex, words[index].range.lowerBound < start { index += 1 }
            guard index < words.endIndex, words[index].range.lowerBound == start,
                words[index].kind.contains(.connector)
            else { break }
            start = words[index].range.upperBound
        }
        return min(start, part.upperBound)..<part.upperBound
    }

    /// Amounts that count people, things or money; not shares, lengths of time, ages.
    func counts(in range: Range<Int>) -> [QuantityReader.Found] {
        quantities.filter {
            $0.range.lowerBound >= range.lowerBound && $0.range.upperBound <= range.upperBound
                && !Self.shares.contains($0.quantity.unit)
        }
    }

    private static let shares: Set<String> = [
        "%", "‰", "个百分点", "百分点", "倍", "岁", "年", "天", "小时", "分钟", "度",
    ]

    private func hasPersonCount(_ counts: [QuantityReader.Found]) -> Bool {
        counts.contains { ["人", "名", "人次", "户", "家", "份", "件"].contains($0.quantity.unit) }
    }

    private func isResultList(_ words: ArraySlice<Word>) -> Bool {
        !words.contains { $0.kind.contains(.statistic) }
    }

    private func startsWithDate(_ range: Range<Int>) -> Bool {
        let digits = text.scalars[range].prefix(5)
        return digits.contains { [0x5E74, 0x6708, 0x65E5].contains($0) }
            && digits.contains { $0 >= 0x30 && $0 <= 0x39 }
    }
}
