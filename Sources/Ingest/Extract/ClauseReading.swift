/// What a clause tells, seen from its verb (小句判读).
struct ClauseReading {
    enum Verdict {
        /// Something concrete, done or planned.
        case activity
        /// What came of the activity before.
        case result
        /// When, why, by what means: belongs to the verb of a later clause.
        case setting
        /// Why something fell short: what stands behind is no result.
        case reason
        /// A slogan, an aim, a judgement, a figure.
        case other
    }

    var verdict: Verdict
    /// Scalars, connectors cut off.
    var range: Range<Int>
    /// The verb of a record; `nil` without one.
    var verb: Word?
    /// Whether a name or a count makes the clause concrete.
    var isMarked = false
    /// Whether it tells that something meant was not done.
    var isUndone = false
    /// Whether what was not done is told in front of it: 一部也没装.
    var isBare = false
    /// Counted work in a result that has no deed before it: 招聘会进场企业41家.
    var deed: Word?
}

/// A paragraph with all that the rules look at (段落判读); its extensions are the rules.
///
/// Words and amounts of a clause are named by their indices, so that no rule copies them. Not
/// copyable, and reused from paragraph to paragraph.
struct ClauseReader: ~Copyable {
    let rules: ClauseWords
    private(set) var text = FoldedText()
    private(set) var regions = TextRegions()
    /// The words of the lists, in order.
    private(set) var words: [Word] = []
    /// All that the words are, taken together.
    private(set) var kinds: WordKind = []
    private(set) var amounts: [Amount] = []
    private(set) var telling = Telling.other
    /// The same for the paragraph on the whole: it may turn to plans.
    private var told = Telling.other

    /// What the paragraph tells.
    enum Telling {
        /// Work done: a count alone is a record.
        case work
        /// Work planned: the same, and what stands behind a plan belongs to it.
        case plan
        /// What went wrong: a record needs a deed.
        case problem
        /// Who reports, and how the year went on the whole: the same.
        case opening
        /// What others should do: no records.
        case advice
        case other
    }

    init(_ rules: ClauseWords) { self.rules = rules }

    /// Puts another paragraph in place of the present one; its amounts are read on demand.
    mutating func read(_ text: String, telling: Telling, _ lists: ActivityWords) {
        self.telling = telling
        told = telling
        self.text.read(text)
        regions.read(self.text)
        kinds = lists.read(self.text, regions: regions, into: &words)
        amounts.removeAll(keepingCapacity: true)
    }

    /// 不足：……下一年，第一把屋顶修好: behind such a word a paragraph about something else tells of plans.
    mutating func turn(at place: Int, _ later: Int) {
        let isLater = place >= later && (told == .problem || told == .other)
        telling = isLater ? .plan : told
    }

    mutating func readAmounts(_ quantities: QuantityReader, isCut: Bool) {
        quantities.read(text, regions: regions, isCut: isCut, into: &amounts)
    }

    @inline(__always)
    func scalar(_ index: Int) -> UInt32 { text.scalar(index) }

    // MARK: One part

    /// - Parameter isProfile: whether its sentence says who reports rather than what was done.
    func reading(of part: Range<Int>, in clause: Clause, isProfile: Bool = false) -> ClauseReading {
        var inside = words.beginning(in: part, of: clause.words)
        let range = withoutConnectors(part, words: inside)
        inside = words.beginning(in: range, of: inside)
        let kinds = kinds(of: inside)
        var reading = ClauseReading(verdict: .other, range: range)
        guard !range.isEmpty else { return reading }
        let figures = amounts.beginning(in: range, of: clause.amounts)
        let counts = amounts.withoutOverrun(figures, of: range)
        let hasFigure = !figures.isEmpty
        let isResultList = !kinds.contains(.statistic)
        // 有3家单位没有报送过: what is complained of.
        if telling == .problem, scalar(range.lowerBound) == 0x6709,
            amounts.element(at: range.lowerBound + 1) != nil
        {
            return reading
        }
        if telling == .problem, rules.blamed.length(at: range.lowerBound, in: text) != nil {
            return reading
        }
        // 回收率99.2%, 增幅16.3%: a rate of what was told.
        if kinds.contains(.statistic), range.count <= 16, telling == .work, !figures.isEmpty,
            figures.allSatisfy({ amounts[$0].kind.contains(.rate) }),
            kinds.isDisjoint(with: [.hold, .carry, .deed, .negation])
        {
            reading.verdict = .result
            return reading
        }
        if !isProfile, let undone = undone(in: inside, of: range, kinds) {
            reading.verdict = .activity
            reading.verb = undone.verb
            reading.isUndone = true
            reading.isBare = undone.isBare && undone.isClosing
            return reading
        }
        if kinds.contains(.negation) || isTrend(range) {
            if hasFigure, isResultList { reading.verdict = .result }
            return reading
        }
        if endsAsSetting(range) || isFrame(range) {
            reading.verdict = .setting
            return reading
        }
        let isGoverned = !kinds.isDisjoint(with: [.verb, .aim, .result])
        if isReason(range, kinds, hasFigure: hasFigure) {
            reading.verdict = .reason
            return reading
        }
        if telling != .plan, isEachOnes(range, figures: figures) {
            reading.verdict = .result
            return reading
        }
        let isStock =
            kinds.contains(.stock)
            && (telling == .opening || kinds.isDisjoint(with: [.hold, .carry, .deed]))
        if isStock || isYearCompared(range)
            || rules.comparison.length(at: range.lowerBound, in: text) != nil
        {
            if hasFigure, isResultList { reading.verdict = .result }
            return reading
        }
        guard isGoverned, let head = head(in: inside, of: range) else {
            if isResultList, !isProfile,
                let deed = countedDeed(in: range, inside: inside, counts: counts)
            {
                reading.verb = deed
                reading.isMarked = true
                reading.verdict = .activity
            } else if hasFigure, isResultList {
                reading.isMarked =
                    hasCount(in: counts)
                    && rules.remainder.length(at: range.lowerBound, in: text) == nil
                reading.verdict = .result
                reading.deed =
                    isProfile
                    ? nil : bareCount(in: range, kinds: kinds, counts: counts)
            } else if isDated(range, inside: inside) {
                reading.verdict = .setting
            }
            return reading
        }
        reading.verb = head
        if head.kind.isDisjoint(with: .verb) {
            if telling == .plan, hasFigure, head.kind.contains(.result), head.range.count > 1 {
                reading.verdict = .result
                reading.deed = head
                return reading
            }
            reading.verdict = hasFigure && isResultList ? .result : .other
            if head.kind.contains(.result), isResultList, !isProfile {
                reading.deed = countedDeed(in: range, inside: inside, counts: counts)
            }
            if hasFigure, isResultList, reading.deed == nil {
                reading.deed =
                    isProfile
                    ? nil : bareCount(in: range, kinds: kinds, counts: counts)
            }
            return reading
        }
        let evidence = Evidence(
            head: head, range: range, inside: inside, counts: counts, hasFigure: hasFigure,
            reader: self)
        reading.isMarked = evidence.hasName || evidence.hasCount
        let needsMark = telling == .problem || isProfile
        let isDeed = !needsMark || reading.isMarked && (!isProfile || head.range.count > 1)
        if isDeed, isConcrete(head, evidence) {
            reading.verdict = .activity
        } else if hasFigure, !evidence.hasStatistic {
            reading.verdict = .result
            // 七、村主任集中到乡上培训2天
            if telling == .plan, !isProfile, head.range.count > 1 {
                reading.deed = head
                return reading
            }
            reading.deed =
                isProfile
                ? nil : bareCount(in: range, kinds: kinds, counts: counts)
        }
        return reading
    }

    /// 家长课上了8次, 到场企业51家: in a paragraph about work a count alone tells of some, unless it is
    /// what there is.
    private func bareCount(in range: Range<Int>, kinds: WordKind, counts: Range<Int>) -> Word? {
        guard telling != .problem, telling != .other, kinds.isDisjoint(with: [.stock, .statistic]),
            telling == .plan || rules.remainder.length(at: range.lowerBound, in: text) == nil,
            !isShareOfClause(range),
            hasCount(
                in: counts,
                where: {
                    // 全校女的9人: who among them, and no deed.
                    (telling != .opening || scalar($0.range.lowerBound - 1) != 0x7684)
                        && ($0.value ?? 2 > 1 || $0.kind.contains(.occasion))
                })
        else { return nil }
        return Word(kind: [], range: range.lowerBound..<range.lowerBound)
    }

    /// 其中 behind a comma belongs to what stands before; behind a full stop it tells of the sentence before.
    private func isShareOfClause(_ range: Range<Int>) -> Bool {
        scalar(range.lowerBound) == 0x5176 && scalar(range.lowerBound + 1) == 0x4E2D
            && text.kind(range.lowerBound - 1).isDisjoint(with: .sentenceEnd)
    }

    /// 比2011年高出6.2个: the year before is told for comparison.
    private func isYearCompared(_ range: Range<Int>) -> Bool {
        scalar(range.lowerBound) == 0x6BD4 && text.kind(range.lowerBound + 1).contains(.digit)
    }

    // MARK: Small questions

    /// All that the words are, taken together.
    func kinds(of inside: Range<Int>) -> WordKind {
        var kinds: WordKind = []
        for index in inside { kinds.formUnion(words[index].kind) }
        return kinds
    }

    /// The first word of which something holds.
    @inline(__always)
    func firstWord(in inside: Range<Int>, where holds: (Word) -> Bool) -> Word? {
        for index in inside where holds(words[index]) { return words[index] }
        return nil
    }

    /// The first amount of people, things or money of which something holds; shares, lengths of
    /// time and ages are left out.
    @inline(__always)
    func firstCount(
        in range: Range<Int>, where holds: (Amount) -> Bool = { _ in true }
    ) -> Amount? {
        for index in range where amounts[index].isCount && holds(amounts[index]) {
            return amounts[index]
        }
        return nil
    }

    @inline(__always)
    func hasCount(in range: Range<Int>, where holds: (Amount) -> Bool = { _ in true }) -> Bool {
        firstCount(in: range, where: holds) != nil
    }

    /// Whether a clause opens with a date or a preposition.
    private func isDated(_ range: Range<Int>, inside: Range<Int>) -> Bool {
        let opening = firstWord(in: inside) {
            !$0.kind.isDisjoint(with: [.period, .preposition])
                && $0.range.lowerBound <= range.lowerBound + 4
        }
        return opening != nil || startsWithDate(range)
    }

    private func startsWithDate(_ range: Range<Int>) -> Bool {
        var hasUnit = false
        var hasDigit = false
        for index in range.prefix(5) {
            if Self.dateUnits.contains(scalar(index)) { hasUnit = true }
            if text.kind(index).contains(.digit) { hasDigit = true }
        }
        return hasUnit && hasDigit
    }

    private static let dateUnits = ScalarSet("年月日")
}
