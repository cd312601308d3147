/// A record before its details are read.
struct ActivityRecord {
    /// Scalars of the whole record.
    var range: Range<Int>
    /// Scalars of the sentence around it.
    var sentence: Range<Int>
    var verb: Word
    /// The part with the verb.
    var core: Range<Int>
}

/// Joins readings of clauses to records (组装): settings before the verb, results behind it.
struct RecordAssembler {
    let reader: ClauseReader

    /// The longest setting that is taken into a record, in scalars.
    private static let longestSetting = 30

    func records(of clauses: [Clause]) -> [ActivityRecord] {
        var state = State()
        let sentences = sentences(of: clauses)
        for index in clauses.indices {
            let clause = clauses[index]
            if clause.item != state.item { state.enter(clause.item) }
            let words = reader.words.inside(clause.range)
            for part in reader.parts(of: clause.range, words: words) {
                guard part.lowerBound >= state.end else { continue }
                let reading = reader.reading(of: part, words: reader.words.beginning(in: part))
                let isHeading = isAnnouncement(clauses, at: index, reading: reading)
                guard let verb = state.take(reading, isHeading: isHeading) else { continue }
                var start = reading.range.lowerBound
                if let before = state.setting, start - before <= Self.longestSetting {
                    start = before
                }
                start = withoutMeans(start, verb: verb)
                state.open(
                    ActivityRecord(
                        range: start..<whole(reading.range, verb: verb, in: clauses, at: index),
                        sentence: sentences[clause.sentence] ?? clause.range, verb: verb,
                        core: reading.range))
            }
        }
        return state.records
    }

    /// What has been read of the current item.
    private struct State {
        private(set) var records: [ActivityRecord] = []
        private(set) var item = -1
        /// Where the setting of the next deed begins.
        private(set) var setting: Int?
        /// Whether results may still join the last record.
        private var isOpen = false

        /// The end of the last record.
        var end: Int { records.last?.range.upperBound ?? 0 }

        mutating func enter(_ item: Int) {
            self.item = item
            setting = nil
            isOpen = false
        }

        mutating func open(_ record: ActivityRecord) {
            records.append(record)
            setting = nil
            isOpen = true
        }

        /// Files a reading; the verb when it opens a record of its own.
        mutating func take(_ reading: ClauseReading, isHeading: Bool) -> Word? {
            switch reading.verdict {
            case .activity where isHeading:
                enter(item)
            case .activity:
                if isOpen, reading.isMarked, reading.verb?.kind.contains(.result) == true {
                    join(reading)
                } else {
                    return reading.verb
                }
            case .result:
                if isOpen {
                    join(reading)
                } else if let deed = reading.deed {
                    return deed
                } else if setting == nil, reading.isMarked {
                    // 12名志愿者来到活动室 leads to the deed behind it.
                    setting = reading.range.lowerBound
                }
            case .setting:
                if setting == nil { setting = reading.range.lowerBound }
            case .other:
                enter(item)
            }
            return nil
        }

        private mutating func join(_ reading: ClauseReading) {
            guard let last = records.indices.last else { return }
            records[last].range = records[last].range.lowerBound..<reading.range.upperBound
            setting = nil
        }
    }

    /// 成立由局长任组长，各科室为成员的领导小组: the commas stand inside the object.
    private func whole(_ range: Range<Int>, verb: Word, in clauses: [Clause], at index: Int) -> Int
    {
        let scalars = reader.text.scalars
        var start = verb.range.upperBound
        if start < range.upperBound, scalars[start] == 0x4E86 { start += 1 }
        guard start < range.upperBound, scalars[start] == 0x7531,
            !Self.bodies.contains(scalars[range.upperBound - 1])
        else { return range.upperBound }
        for next in clauses[(index + 1)...].prefix(4) where next.item == clauses[index].item {
            if Self.bodies.contains(scalars[next.range.upperBound - 1]) {
                return next.range.upperBound
            }
        }
        return range.upperBound
    }

    /// 组 会 队 团 伍 部 室: the last characters of bodies.
    private static let bodies = Set("组会队团伍部室".unicodeScalars.map(\.value))

    /// 通过组建……: the means itself is the record.
    private func withoutMeans(_ start: Int, verb: Word) -> Int {
        let end = verb.range.lowerBound
        guard end - start == 2 else { return start }
        let lead = Array(reader.text.scalars[start..<end])
        return Self.means.contains(lead) ? end : start
    }

    private static let means: Set<[UInt32]> = [[0x901A, 0x8FC7], [0x5229, 0x7528]]

    /// 一是加强妇女思想教育。 opens an item and is explained by the sentences behind it: a heading
    /// in the running text, unless it names a programme, an amount or an occasion.
    private func isAnnouncement(_ clauses: [Clause], at index: Int, reading: ClauseReading) -> Bool
    {
        let clause = clauses[index]
        guard clause.opensList, !reading.isMarked, let verb = reading.verb,
            !verb.kind.contains(.hold),
            verb.range.upperBound >= reader.text.count
                || reader.text.scalars[verb.range.upperBound] != 0x4E86
        else { return false }
        guard let next = clauses[index...].first(where: { $0.sentence != clause.sentence }) else {
            return false
        }
        return !next.opensList
    }

    private func sentences(of clauses: [Clause]) -> [Int: Range<Int>] {
        var ranges: [Int: Range<Int>] = [:]
        for clause in clauses {
            let start = ranges[clause.sentence]?.lowerBound ?? clause.range.lowerBound
            ranges[clause.sentence] = start..<clause.range.upperBound
        }
        return ranges
    }
}
