/// When and where a record took place (时间、地点), as written.
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
        // 正月初八, 每周五.
        let last = scalar(found.upperBound - 1)
        if last == 0x6708 && scalar(start) == 0x521D || last == 0x5468 {
            var end = last == 0x5468 ? start : start + 1
            while end < range.upperBound, end < start + 3, isNumber(end) { end += 1 }
            if end > start, end > found.upperBound { return end }
        }
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
            if let end = pointedDate(start..<behind, limit: range.upperBound) {
                return start..<end
            }
            if let end = stretchEnd(behind, limit: range.upperBound) { return start..<end }
            if let end = unitEnd(of: start..<behind, limit: range.upperBound) {
                return start..<(stretchEnd(end, limit: range.upperBound) ?? end)
            }
        }
        return nil
    }

    /// 2018.5.10, 2018-05-10, 2018/5/10.
    private func pointedDate(_ year: Range<Int>, limit: Int) -> Int? {
        guard year.count == 4, scalar(year.lowerBound) == 0x31 || scalar(year.lowerBound) == 0x32
        else { return nil }
        var place = year.upperBound
        for _ in 0..<2 {
            guard Self.datePoints.contains(scalar(place)), text.kind(place + 1).contains(.digit)
            else { return nil }
            place += 1
            while text.kind(place).contains(.digit) { place += 1 }
        }
        return place <= limit ? place : nil
    }

    /// 至25日, 至次年1月5日, —8月 behind a date or a number: where the stretch ends.
    private func stretchEnd(_ end: Int, limit: Int) -> Int? {
        guard Self.stretches.contains(scalar(end)) else { return nil }
        var start = end + 1
        while Self.stretches.contains(scalar(start)) { start += 1 }
        if let year = Self.otherYears.length(at: start, in: text) { start += year }
        var number = start
        while number < limit, isNumber(number) { number += 1 }
        guard number > start, number < limit, number - start <= 4 else { return nil }
        if scalar(number) == 0x65E5 || scalar(number) == 0x53F7 { return number + 1 }
        guard scalar(number) == 0x6708 || scalar(number) == 0x5E74 && number - start == 4 else {
            return nil
        }
        return datePart(at: number + 1, limit: limit)
    }

    private static let datePoints = ScalarSet(".-/")
    private static let stretches = ScalarSet("至到-–—―~〜−")
    private static let otherYears = RuleWords(["次年", "当年", "翌年"])

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
            return monthEnd(end, limit: limit)
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
            return monthEnd(index, limit: limit)
        case 0x65E5, 0x53F7:
            return index + 1
        default:
            return min(start, limit)
        }
    }

    /// Behind 月: 份, 初, 底, 末, 上旬, or a day.
    private func monthEnd(_ month: Int, limit: Int) -> Int {
        if Self.decades.contains(scalar(month + 1)), scalar(month + 2) == 0x65EC {
            return min(limit, month + 3)
        }
        let isPart = Self.monthParts.contains(scalar(month + 1))
        return datePart(at: min(limit, month + (isPart ? 2 : 1)), limit: limit)
    }

    private static let decades = ScalarSet("上中下")
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
                if word.kind.contains(.partnerLead) { break }
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
}
