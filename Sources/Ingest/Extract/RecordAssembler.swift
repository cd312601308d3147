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
        var records: [ActivityRecord] = []
        var setting: Int?
        var open = false
        var item = -1
        let sentences = sentences(of: clauses)
        for index in clauses.indices {
            let clause = clauses[index]
            if clause.item != item {
                item = clause.item
                setting = nil
                open = false
            }
            guard clause.range.lowerBound >= (records.last?.range.upperBound ?? 0) else { continue }
            let words = reader.words.inside(clause.range)
            for part in reader.parts(of: clause.range, words: words) {
                let inside = reader.words.beginning(in: part)
                let reading = reader.reading(of: part, words: inside)
                switch reading.verdict {
                case .activity:
                    guard let verb = reading.verb,
                        !isAnnouncement(clauses, at: index, reading: reading)
                    else {
                        setting = nil
                        open = false
                        continue
                    }
                    if open, let last = records.indices.last, verb.kind.contains(.result),
                        reading.isMarked
                    {
                        records[last].range =
                            records[last].range.lowerBound..<reading.range.upperBound
                        continue
                    }
                    var start = reading.range.lowerBound
                    if let before = setting, start - before <= Self.longestSetting {
                        start = before
                    }
                    start = withoutMeans(start, verb: verb)
                    records.append(
                        ActivityRecord(
                            range: start..<whole(reading.range, verb: verb, in: clauses, at: index),
                            sentence: sentences[clause.sentence] ?? clause.range, verb: verb,
                            core: reading.range))
                    setting = nil
                    open = true
                case .result:
                    if open, let last = records.indices.last {
                        records[last].range =
                            records[last].range.lowerBound..<reading.range.upperBound
                    }
                    setting = nil
                case .setting:
                    if setting == nil { setting = reading.range.lowerBound }
                case .other:
                    setting = nil
                    open = false
                }
            }
        }
        return records
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
