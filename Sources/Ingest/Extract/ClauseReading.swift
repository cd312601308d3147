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
        let (head, isOpen) = head(in: inside, of: range)
        reading.verb = head
        let counts = counts(in: range)
        guard let head else {
            let isDate = inside.contains { $0.kind.contains(.period) } || isOpen
            if !counts.isEmpty, isResultList(inside) {
                reading.verdict = .result
            } else if isDate || startsWithDate(range) {
                reading.verdict = .setting
            }
            return reading
        }
        if head.kind.isDisjoint(with: .verb) {
            reading.verdict = head.kind.contains(.result) && !counts.isEmpty ? .result : .other
            if head.kind.contains(.aim), !counts.isEmpty, hasPersonCount(counts),
                !inside.contains(where: { $0.kind.contains(.statistic) })
            {
                reading.verdict = .result
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

    /// What stands around the verb.
    struct Evidence {
        var hasName = false
        var hasCount = false
        var isSpecific = false
        var isGeneral = false
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
                $0.lowerBound >= range.lowerBound && $0.upperBound <= range.upperBound
            }
            hasCount = !reader.counts(in: range).isEmpty
            for word in inside where !word.kind.contains(.compound) {
                if word.kind.contains(.statistic) { hasStatistic = true }
                if word.kind.contains(.person) { hasPerson = true }
                guard word.range.lowerBound >= start else { continue }
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
        if kind.contains(.hold) {
            return evidence.objectLength >= 2 && (!evidence.endsAbstract || isMarked)
        }
        if kind.contains(.carry) {
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
            return isMarked || evidence.objectLength >= 4 && !evidence.endsAbstract
        }
        if kind.contains(.build) {
            return evidence.hasCount || evidence.hasName && evidence.isSpecific
        }
        return isMarked || evidence.isSpecific && !evidence.endsAbstract
    }

    // MARK: The verb

    /// The verb that governs, and whether a preposition opened a phrase before it.
    private func head(in words: ArraySlice<Word>, of range: Range<Int>) -> (Word?, isOpen: Bool) {
        var isOpen = false
        for index in words.indices {
            let word = words[index]
            guard !word.kind.contains(.compound) else { continue }
            let verbs: WordKind = [.verb, .aim, .result]
            if word.kind.isDisjoint(with: verbs) {
                if word.kind.contains(.preposition) { isOpen = true }
                continue
            }
            if scalar(word.range.upperBound) == 0x7684 { continue }
            if isNominal(index, in: words) { continue }
            if !isOpen { return (word, false) }
            if word.kind.contains(.preposition) { continue }
            if word.kind.isDisjoint(with: .verb) { continue }
            if !word.kind.isDisjoint(with: .strong) || governs(index, in: words) {
                return (word, true)
            }
        }
        return (nil, isOpen)
    }

    /// 宣传活动, 妇女的培训: the verb stands for a noun.
    private func isNominal(_ index: Int, in words: ArraySlice<Word>) -> Bool {
        let word = words[index]
        if scalar(word.range.lowerBound - 1) == 0x7684 { return true }
        guard index + 1 < words.endIndex else {
            return false
        }
        let next = words[index + 1]
        guard next.range.lowerBound == word.range.upperBound else { return false }
        if word.kind.isDisjoint(with: [.hold, .carry, .light, .build]) {
            let nouns: WordKind = [.general, .abstract]
            return !next.kind.isDisjoint(with: nouns) && !next.kind.contains(.person)
                && next.kind.isDisjoint(with: [.verb])
        }
        return false
    }

    /// Behind a preposition a deed governs when nothing says it is a noun there.
    private func governs(_ index: Int, in words: ArraySlice<Word>) -> Bool {
        let word = words[index]
        if word.kind.isDisjoint(with: .noun) { return true }
        if [0x4E86, 0x8FC7].contains(scalar(word.range.upperBound)) { return true }
        guard index > words.startIndex else { return false }
        let before = words[index - 1]
        return before.range.upperBound == word.range.lowerBound && before.kind.contains(.adverb)
    }

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
