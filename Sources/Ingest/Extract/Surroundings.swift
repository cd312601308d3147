/// When, where and with whom a record took place (时间、地点、合作方), as written.
extension ClauseReader {
    // MARK: Date

    /// The date inside the record, or the first one before it in its sentence.
    func date(of record: ActivityRecord) -> String? {
        let start = record.range.lowerBound
        let sentence = record.sentence
        let opening = max(sentence.range.lowerBound, start - 160)..<start
        return date(in: record.range, of: sentence) ?? date(in: opening, of: sentence)
    }

    /// The first date of a range: digits with 年 月 日, a festival, a season, with what follows it.
    private func date(in range: Range<Int>, of sentence: Sentence) -> String? {
        let period = kinds.contains(.period) ? firstPeriod(in: range, of: sentence) : nil
        var best = numericDate(in: range, from: sentence.stop)
        if let period, best.map({ period.lowerBound < $0.lowerBound }) ?? true { best = period }
        guard var found = best else { return nil }
        // 今年 and “三八”妇女节, 春节、元旦 and 期间 belong together.
        while let next = continuation(of: found, in: range, from: sentence.stop) {
            found = found.lowerBound..<next
        }
        return text.string(found)
    }

    private func firstPeriod(in range: Range<Int>, of sentence: Sentence) -> Range<Int>? {
        let inside = words.beginning(in: range, from: sentence.word)
        return firstWord(in: words.withoutOverrun(inside, of: range)) {
            $0.kind.contains(.period)
        }?.range
    }

    private func continuation(of found: Range<Int>, in range: Range<Int>, from stop: Int) -> Int? {
        var start = found.upperBound
        if scalar(start) == 0x3001 { start += 1 }
        guard start < range.upperBound else { return nil }
        let word = words.element(at: start)
        if let word, !word.kind.isDisjoint(with: [.period, .moment]),
            word.range.upperBound <= range.upperBound
        {
            return word.range.upperBound
        }
        let next = numericDate(in: start..<min(range.upperBound, start + 12), from: stop)
        if let next, next.lowerBound == start { return next.upperBound }
        return nil
    }

    private func numericDate(in range: Range<Int>, from stop: Int) -> Range<Int>? {
        var behind = range.lowerBound
        for stop in stop..<text.stops.count {
            let start = Int(text.stops[stop])
            guard start < range.upperBound else { break }
            guard start >= behind, isNumber(start), !regions.isEnclosed(start) else { continue }
            behind = start
            while behind < range.upperBound, isNumber(behind) { behind += 1 }
            if let end = unitEnd(of: start..<behind, limit: range.upperBound) {
                return start..<end
            }
        }
        return nil
    }

    private func isNumber(_ index: Int) -> Bool { !text.kind(index).isDisjoint(with: .number) }

    /// The end of 2018年, 11月份, 6月10日 with the parts behind; `nil` where it is no date.
    private func unitEnd(of number: Range<Int>, limit: Int) -> Int? {
        let end = number.upperBound
        guard end < limit else { return nil }
        switch scalar(end) {
        case 0x5E74:  // 年
            let isYear = number.count == 4 || number.count == 2 && scalar(end + 1) != 0x6765
            let isAmount = amounts[amounts.beginning(in: number.lowerBound - 4..<end + 1)]
                .contains { $0.range.contains(end) }
            guard isYear, !isAmount else { return nil }
            let isWhole = scalar(end + 1) == 0x5EA6
            return datePart(at: end + (isWhole ? 2 : 1), limit: limit)
        case 0x6708:  // 月
            let isPart = Self.monthParts.contains(scalar(end + 1))
            return datePart(at: end + (isPart ? 2 : 1), limit: limit)
        case 0x65E5, 0x53F7:  // 日 号
            return scalar(number.lowerBound - 1) == 0x6708 ? end + 1 : nil
        default:
            return nil
        }
    }

    private func datePart(at start: Int, limit: Int) -> Int {
        var index = start
        while index < limit, index < start + 3, isNumber(index) { index += 1 }
        guard index > start, index < limit else { return min(start, limit) }
        switch scalar(index) {
        case 0x6708:
            let isPart = Self.monthParts.contains(scalar(index + 1))
            return datePart(at: min(limit, index + (isPart ? 2 : 1)), limit: limit)
        case 0x65E5, 0x53F7:
            return index + 1
        default:
            return min(start, limit)
        }
    }

    private static let monthParts = ScalarSet("份初底末")

    // MARK: Place

    private static let longestPlace = 16

    /// 在, 到, 赴, 前往, 深入 and the name of a place.
    func place(of record: ActivityRecord, words inside: Range<Int>) -> String? {
        for word in inside {
            guard let lead = placeStart(behind: words[word]) else { continue }
            let limit = min(record.range.upperBound, lead + Self.longestPlace)
            var end: Int?
            var index = lead
            while index < limit, scalar(index) != 0x2C, scalar(index) != 0x3B {
                guard let word = words.element(at: index) else {
                    index += 1
                    continue
                }
                if !word.kind.isDisjoint(with: .verb), word.kind.isDisjoint(with: [.noun, .site]) {
                    break
                }
                index = word.range.upperBound
                if word.kind.contains(.site), index <= limit, isPlaceEnd(index, of: record) {
                    end = index
                }
            }
            if let end, end > lead + 1 { return text.string(lead..<end) }
        }
        return nil
    }

    /// Whether a name may end here: 社区, but not 社区|工作.
    private func isPlaceEnd(_ index: Int, of record: ActivityRecord) -> Bool {
        guard index < record.range.upperBound else { return true }
        let next = scalar(index)
        if next < 0x4E00 || next > 0x9FFF || Self.placeFollows.contains(next) { return true }
        return words.element(at: index).map {
            !$0.kind.isDisjoint(with: [.verb, .adverb, .preposition, .connector])
        } ?? false
    }

    private static let placeFollows = ScalarSet("的和及与")

    /// Where a place may begin behind 在, 到 or their kin.
    private func placeStart(behind word: Word) -> Int? {
        guard word.kind.contains(.placeLead) else { return nil }
        let end = word.range.upperBound
        return scalar(end) == 0x5230 ? end + 1 : end
    }

    // MARK: Partners

    /// 联合X, 会同X, 与X共同, 同X一起.
    func partners(of record: ActivityRecord, words inside: Range<Int>) -> [String] {
        let limit = record.range.upperBound
        for index in inside {
            let word = words[index]
            let needsJoint = word.kind.contains(.partnerPreposition)
            guard needsJoint || word.kind.contains(.partnerLead) else { continue }
            let rest = index + 1..<inside.upperBound
            if let names = names(behind: word, rest, limit: limit, needsJoint: needsJoint) {
                return names
            }
        }
        return []
    }

    /// The names up to the next verb; behind 与 only when 共同 or its like comes before that verb.
    private func names(behind word: Word, _ rest: Range<Int>, limit: Int, needsJoint: Bool)
        -> [String]?
    {
        let start = word.range.upperBound
        let limit = min(limit, start + 40)
        let stop = firstWord(in: rest) {
            !$0.kind.isDisjoint(with: [.verb, .joint]) && $0.kind.isDisjoint(with: .noun)
                || !$0.kind.isDisjoint(with: [.joint, .adverb])
                || $0.kind.contains(.preposition) && !$0.kind.contains(.partnerPreposition)
        }
        guard let stop, stop.range.lowerBound <= limit, stop.range.lowerBound > start + 1 else {
            return nil
        }
        if needsJoint, !stop.kind.contains(.joint), !isJointVerb(stop) { return nil }
        let names = split(start..<stop.range.lowerBound)
        return names.isEmpty ? nil : names
    }

    /// 共同举办, 联合开展.
    private func isJointVerb(_ word: Word) -> Bool {
        let length = Self.jointLeads.length(at: word.range.lowerBound, in: text)
        return length.map { $0 <= word.range.count } ?? false
    }

    private static let jointLeads = RuleWords(["共同", "联合", "合作", "携手"])

    private func split(_ range: Range<Int>) -> [String] {
        var names: [String] = []
        var start = range.lowerBound
        for index in range where !regions.isEnclosed(index) {
            guard Self.nameCommas.contains(scalar(index)) else { continue }
            if index > start + 1 { names.append(text.string(start..<index)) }
            start = index + 1
        }
        if range.upperBound > start + 1 { names.append(text.string(start..<range.upperBound)) }
        return names.filter { $0.unicodeScalars.count <= 24 }
    }

    private static let nameCommas = ScalarSet("、,与和及")
}
