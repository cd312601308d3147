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
    /// The verb of a record; `nil` without one.
    var verb: Word?
    /// Whether a name or a count makes the clause concrete.
    var isMarked = false
    /// Counted work in a result that has no deed before it: 招聘会进场企业41家.
    var deed: Word?
}

/// A paragraph with all that the rules look at (段落判读); its extensions are the rules.
///
/// Words and amounts of a clause are named by their indices, so that no rule copies them. Not
/// copyable, and reused from paragraph to paragraph.
struct ClauseReader: ~Copyable {
    private(set) var text = FoldedText()
    private(set) var regions = TextRegions()
    /// The words of the lists, in order.
    private(set) var words: [Word] = []
    /// All that the words are, taken together.
    private(set) var kinds: WordKind = []
    private(set) var amounts: [Amount] = []

    /// Puts another paragraph in place of the present one; its amounts are read on demand.
    mutating func read(_ text: String, _ lists: ActivityWords) {
        self.text.read(text)
        regions.read(self.text)
        kinds = lists.read(self.text, regions: regions, into: &words)
        amounts.removeAll(keepingCapacity: true)
    }

    mutating func readAmounts(_ quantities: QuantityReader) {
        quantities.read(text, regions: regions, into: &amounts)
    }

    @inline(__always)
    func scalar(_ index: Int) -> UInt32 { text.scalar(index) }

    // MARK: One part

    func reading(of part: Range<Int>, in clause: Clause) -> ClauseReading {
        var inside = words.beginning(in: part, of: clause.words)
        let range = withoutConnectors(part, words: inside)
        inside = words.beginning(in: range, of: inside)
        let kinds = kinds(of: inside)
        var reading = ClauseReading(verdict: .other, range: range)
        guard !range.isEmpty, !kinds.contains(.negation), !isTrend(range) else { return reading }
        if endsAsSetting(range) || isFrame(range) {
            reading.verdict = .setting
            return reading
        }
        let figures = amounts.beginning(in: range, of: clause.amounts)
        let counts = amounts.withoutOverrun(figures, of: range)
        let hasFigure = !figures.isEmpty
        let isResultList = !kinds.contains(.statistic)
        let isGoverned = !kinds.isDisjoint(with: [.verb, .aim, .result])
        guard isGoverned, let head = head(in: inside, of: range) else {
            if isResultList, let deed = countedDeed(in: range, inside: inside, counts: counts) {
                reading.verb = deed
                reading.isMarked = true
                reading.verdict = .activity
            } else if hasFigure, isResultList {
                reading.isMarked = hasCount(in: counts)
                reading.verdict = .result
            } else if isDated(range, inside: inside) {
                reading.verdict = .setting
            }
            return reading
        }
        reading.verb = head
        if head.kind.isDisjoint(with: .verb) {
            reading.verdict = hasFigure && isResultList ? .result : .other
            if head.kind.contains(.result), isResultList {
                reading.deed = countedDeed(in: range, inside: inside, counts: counts)
            }
            return reading
        }
        let evidence = Evidence(
            head: head, range: range, inside: inside, counts: counts, hasFigure: hasFigure,
            reader: self)
        reading.isMarked = evidence.hasName || evidence.hasCount
        if isConcrete(head, evidence) {
            reading.verdict = .activity
        } else if evidence.hasCount, !evidence.hasStatistic {
            reading.verdict = .result
        }
        return reading
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
