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
    /// Counted work in a result that has no deed before it: 招聘会进场企业41家.
    var deed: Word?
}

/// Judges clauses by the word lists.
struct ClauseReader {
    let text: FoldedText
    let regions: TextRegions
    let words: [Word]
    let quantities: [QuantityReader.Found]

    func scalar(_ index: Int) -> UInt32 {
        index >= 0 && index < text.count ? text.scalars[index] : 0
    }

    // MARK: One part

    func reading(of part: Range<Int>, words: ArraySlice<Word>) -> ClauseReading {
        let range = withoutConnectors(part, words: words)
        let inside = words.drop { $0.range.lowerBound < range.lowerBound }
        var reading = ClauseReading(verdict: .other, range: range, verb: nil, words: inside)
        guard !range.isEmpty else { return reading }
        if isTrend(range) || inside.contains(where: { $0.kind.contains(.negation) }) {
            return reading
        }
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
            let hasFigure = !quantities.beginning(in: range).isEmpty
            if hasFigure, isResultList(inside) {
                reading.isMarked = !counts.isEmpty
                reading.verdict = .result
            } else if isDate || startsWithDate(range) {
                reading.verdict = .setting
            }
            return reading
        }
        if head.kind.isDisjoint(with: .verb) {
            let hasFigure = !quantities.beginning(in: range).isEmpty
            reading.verdict = hasFigure && isResultList(inside) ? .result : .other
            if head.kind.contains(.result) {
                reading.deed = countedDeed(in: range, inside: inside, counts: counts)
            }
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

    // MARK: Small questions

    /// Amounts that count people, things or money; not shares, lengths of time, ages.
    func counts(in range: Range<Int>) -> [QuantityReader.Found] {
        quantities.inside(range).filter {
            !Self.shares.contains($0.quantity.unit)
        }
    }

    private static let shares: Set<String> = [
        "%", "‰", "个百分点", "百分点", "倍", "岁", "年", "天", "小时", "分钟", "度",
    ]

    func hasPersonCount(_ counts: [QuantityReader.Found]) -> Bool {
        counts.contains { ["人", "名", "人次", "户", "家", "份", "件"].contains($0.quantity.unit) }
    }

    func isResultList(_ words: ArraySlice<Word>) -> Bool {
        !words.contains { $0.kind.contains(.statistic) }
    }

    private func startsWithDate(_ range: Range<Int>) -> Bool {
        let digits = text.scalars[range].prefix(5)
        return digits.contains { [0x5E74, 0x6708, 0x65E5].contains($0) }
            && digits.contains { $0 >= 0x30 && $0 <= 0x39 }
    }
}
