/// A record before its details are read.
struct ActivityRecord {
    /// Scalars of the whole record.
    var range: Range<Int>
    /// The sentence around it.
    var sentence: Sentence
    var verb: Word
    /// The part with the verb.
    var core: Range<Int>
    /// Whether it was meant and not done.
    var isUndone = false
    /// Whether nothing stands behind the words that tell it.
    var isClosed = false
}

/// A sentence, and the first of what stands in it.
struct Sentence {
    /// Scalars of the sentence.
    var range = 0..<0
    /// The index of its first word, and of a stop before which none stands in it.
    var word = 0
    var stop = 0
}

/// Joins readings of clauses to records (组装): settings before the verb, results behind it.
extension ClauseReader {
    /// The longest clause that joins a plan before it without a figure, in scalars.
    private static let longestTail = 20
    /// The longest share behind another one, in scalars.
    private static let longestShare = 16
    /// The longest setting that is taken into a record, in scalars.
    private static let longestSetting = 30

    /// Reads the records of the paragraph, in order and apart, from its clauses. O(length).
    mutating func read(_ clauses: [Clause], into assembler: inout RecordAssembler) {
        assembler.reset()
        let later = firstLater ?? Int.max
        var sentence = Sentence()
        var isProfile = false
        var isAmongShares = false
        for index in clauses.indices {
            let clause = clauses[index]
            turn(at: clause.range.lowerBound, later)
            if clause.item != assembler.item {
                let isMore =
                    index > 0 && clauses[index - 1].sentence == clause.sentence
                    && rules.addition.length(at: clause.range.lowerBound, in: text) != nil
                if isMore { assembler.goOn(to: clause.item) } else { assembler.enter(clause.item) }
            }
            if index == 0 || clauses[index - 1].sentence != clause.sentence {
                sentence = wholeSentence(from: index, in: clauses)
                isProfile = telling == .opening && !hasTime(sentence.range)
                isAmongShares = false
            }
            forEachPart(of: clause) { part in
                guard part.lowerBound >= assembler.end else { return }
                var reading = reading(of: part, in: clause, isProfile: isProfile)
                let isHeading =
                    reading.verdict == .activity
                    && isAnnouncement(clauses, at: index, reading: reading)
                let isContained =
                    index > 0
                    && isShare(
                        reading, behind: clauses[index - 1], of: clause, isAmong: isAmongShares)
                if isContained {
                    reading.verdict = .result
                    reading.deed = nil
                }
                isAmongShares = isContained
                if telling == .plan, reading.verdict == .other,
                    (4...Self.longestTail).contains(reading.range.count)
                {
                    reading.verdict = .result
                }
                let isIntended = isIntended(reading, at: index, in: clauses, &assembler)
                if reading.isBare, !isIntended, isBareAlone(clauses, at: index) {
                    reading.verdict = .other
                }
                guard
                    let verb = assembler.take(
                        reading, isHeading: isHeading, isIntended: isIntended)
                else { return }
                var start = reading.range.lowerBound
                if reading.isBare {
                    start = min(start, max(assembler.end, itemStart(clauses, at: index)))
                    while start < reading.range.lowerBound,
                        !text.kind(start).isDisjoint(with: [.boundary, .space])
                    {
                        start += 1
                    }
                }
                if let before = assembler.setting, start - before <= Self.longestSetting {
                    start = before
                }
                start = withoutMeans(start, verb: verb)
                assembler.open(
                    ActivityRecord(
                        range: start..<whole(reading.range, verb: verb, in: clauses, at: index),
                        sentence: sentence, verb: verb, core: reading.range,
                        isUndone: reading.isUndone, isClosed: reading.isBare))
            }
        }
    }

    /// 其中县农商行捐2万元，县女企业家协会捐1.5万元: the second is contained in the figure as well.
    ///
    /// - Parameter isAmong: whether the clause before is such a share.
    private func isShare(
        _ reading: ClauseReading, behind before: Clause, of clause: Clause, isAmong: Bool
    ) -> Bool {
        guard before.sentence == clause.sentence, !reading.isUndone, let verb = reading.verb,
            let first = clause.amounts.first.map({ amounts[$0] })
        else { return false }
        let larger = before.amounts.contains {
            amounts[$0].unit == first.unit && amounts[$0].value ?? 0 > first.value ?? .infinity
        }
        if larger, kinds(of: words.beginning(in: clause.range, of: clause.words)).contains(.subset)
        {
            return true
        }
        guard verb.kind.isDisjoint(with: [.hold, .carry, .deed]), verb.range.count < 3,
            before.amounts.contains(where: { amounts[$0].unit == first.unit })
        else { return false }
        if isAmong, clause.range.count <= Self.longestShare { return true }
        return before.range.dropLast().contains { scalar($0) == 0x5176 && scalar($0 + 1) == 0x4E2D }
    }

    /// 今年, 3月, 上半年, 会同: what a sentence about work has, and one about the office itself has not.
    private func hasTime(_ range: Range<Int>) -> Bool {
        let isMonth = range.contains {
            scalar($0) == 0x6708 && !text.kind($0 - 1).isDisjoint(with: .number)
        }
        return isMonth
            || firstWord(in: words.beginning(in: range)) {
                !$0.kind.isDisjoint(with: [.period, .partnerLead])
            } != nil
    }

    /// From the first clause of a sentence to the end of its last.
    private func wholeSentence(from index: Int, in clauses: [Clause]) -> Sentence {
        var last = index
        while last + 1 < clauses.count, clauses[last + 1].sentence == clauses[index].sentence {
            last += 1
        }
        return Sentence(
            range: clauses[index].range.lowerBound..<clauses[last].range.upperBound,
            word: clauses[index].words.lowerBound, stop: clauses[index].stop)
    }

    /// 成立由局长任组长，各科室为成员的领导小组: the commas stand inside the object.
    private func whole(_ range: Range<Int>, verb: Word, in clauses: [Clause], at index: Int) -> Int
    {
        var start = verb.range.upperBound
        if start < range.upperBound, scalar(start) == 0x4E86 { start += 1 }
        guard start < range.upperBound, scalar(start) == 0x7531,
            !Self.bodies.contains(scalar(range.upperBound - 1))
        else { return range.upperBound }
        for next in clauses[(index + 1)...].prefix(4) where next.item == clauses[index].item {
            if Self.bodies.contains(scalar(next.range.upperBound - 1)) {
                return next.range.upperBound
            }
        }
        return range.upperBound
    }

    /// The last characters of bodies.
    private static let bodies = ScalarSet("组会队团伍部室")

    /// 通过组建……: the means itself is the record.
    private func withoutMeans(_ start: Int, verb: Word) -> Int {
        let end = verb.range.lowerBound
        let length = rules.means.length(before: end, notBefore: start, in: text)
        return length == end - start ? end : start
    }

    /// 一是加强妇女思想教育。 opens an item and is explained by the sentences behind it: a heading
    /// in the running text, unless it names a programme, an amount or an occasion.
    private func isAnnouncement(_ clauses: [Clause], at index: Int, reading: ClauseReading) -> Bool
    {
        let clause = clauses[index]
        guard clause.opensList, !reading.isMarked, let verb = reading.verb,
            !verb.kind.contains(.hold), scalar(verb.range.upperBound) != 0x4E86
        else { return false }
        guard let next = clauses[index...].first(where: { $0.sentence != clause.sentence }) else {
            return false
        }
        return !next.opensList
    }
}

/// What has been read of a paragraph and of its current item.
struct RecordAssembler {
    private(set) var records: [ActivityRecord] = []
    private(set) var item = -1
    /// Where the setting of the next deed begins.
    private(set) var setting: Int?
    /// Whether results may still join the last record.
    private var isOpen = false
    /// Clauses without anything since the last record's end.
    private var gap = 0

    /// How many of them a result may stand behind.
    private static let longestGap = 2

    /// The end of the last record.
    var end: Int { records.last?.range.upperBound ?? 0 }

    /// Makes ready for another paragraph.
    mutating func reset() {
        records.removeAll(keepingCapacity: true)
        enter(-1)
    }

    /// The item begins with what belongs to the record before: ；其中7件.
    mutating func goOn(to item: Int) { self.item = item }

    mutating func enter(_ item: Int) {
        self.item = item
        setting = nil
        isOpen = false
        gap = 0
    }

    /// Takes from the last record what begins at a place or behind it.
    mutating func cutLast(before end: Int) {
        guard let last = records.indices.last, records[last].range.lowerBound < end,
            records[last].core.upperBound <= end
        else { return }
        records[last].range = records[last].range.lowerBound..<end - 1
        isOpen = false
    }

    mutating func open(_ record: ActivityRecord) {
        records.append(record)
        setting = nil
        isOpen = true
        gap = 0
    }

    /// Files a reading; the verb when it opens a record of its own.
    ///
    /// - Parameter isIntended: whether the last record tells what was meant, and this one that it was
    ///   not done.
    mutating func take(_ reading: ClauseReading, isHeading: Bool, isIntended: Bool) -> Word? {
        switch reading.verdict {
        case .activity where isOpen && isIntended:
            join(reading)
            records[records.count - 1].isUndone = true
            records[records.count - 1].isClosed = reading.isBare
        case .activity where isHeading:
            enter(item)
        case .activity:
            if isOpen, reading.isMarked, reading.verb?.kind.contains(.result) == true {
                join(reading)
            } else {
                return reading.verb
            }
        case .result:
            if isOpen, records.last?.isClosed == true, let deed = reading.deed {
                return deed
            } else if isOpen {
                join(reading)
            } else if let deed = reading.deed {
                return deed
            } else if setting == nil, reading.isMarked {
                // 12名志愿者来到活动室 leads to the deed behind it.
                setting = reading.range.lowerBound
            }
        case .reason:
            enter(item)
        case .setting:
            if setting == nil { setting = reading.range.lowerBound }
        case .other:
            gap += 1
            setting = nil
            if gap > Self.longestGap { isOpen = false }
        }
        return nil
    }

    private mutating func join(_ reading: ClauseReading) {
        guard let last = records.indices.last else { return }
        records[last].range = records[last].range.lowerBound..<reading.range.upperBound
        setting = nil
        gap = 0
    }
}
