/// When, where and with whom a record took place (时间、地点、合作方), as written.
struct Surroundings {
    var date: String?
    var place: String?
    var partners: [String] = []

    init(reader: ClauseReader, record: ActivityRecord, words: ArraySlice<Word>) {
        let finder = Finder(reader: reader, record: record, words: words)
        date = finder.date(in: record.range) ?? finder.date(in: finder.opening)
        place = finder.place()
        partners = finder.partners()
    }
}

private struct Finder {
    let reader: ClauseReader
    let record: ActivityRecord
    let words: ArraySlice<Word>

    private var text: FoldedText { reader.text }

    private func scalar(_ index: Int) -> UInt32 {
        index >= 0 && index < text.count ? text.scalars[index] : 0
    }

    /// The sentence before the record.
    var opening: Range<Int> {
        max(record.sentence.lowerBound, record.range.lowerBound - 160)..<record.range.lowerBound
    }

    // MARK: Date

    /// The first date of a range: digits with 年 月 日, a festival, a season, with what follows it.
    func date(in range: Range<Int>) -> String? {
        let numeric = numericDate(in: range)
        let period = reader.words.inside(range).first { $0.kind.contains(.period) }?.range
        var best = numeric
        if let period, best.map({ period.lowerBound < $0.lowerBound }) ?? true { best = period }
        guard var found = best else { return nil }
        // 今年 and “三八”妇女节, 春节、元旦 and 期间 belong together.
        while let next = continuation(of: found, in: range) {
            found = found.lowerBound..<next
        }
        return text.string(found)
    }

    private func continuation(of found: Range<Int>, in range: Range<Int>) -> Int? {
        var start = found.upperBound
        if scalar(start) == 0x3001 { start += 1 }
        guard start < range.upperBound else { return nil }
        let word = reader.words.element(at: start)
        if let word, !word.kind.isDisjoint(with: [.period, .moment]),
            word.range.upperBound <= range.upperBound
        {
            return word.range.upperBound
        }
        let next = numericDate(in: start..<min(range.upperBound, start + 12))
        if let next, next.lowerBound == start { return next.upperBound }
        return nil
    }

    private func numericDate(in range: Range<Int>) -> Range<Int>? {
        let classes = ScalarClasses.standard
        var index = range.lowerBound
        while index < range.upperBound {
            let kind = classes[scalar(index)]
            let isNumber = !kind.isDisjoint(with: [.digit, .mask, .numeral, .magnitude])
            guard isNumber, !reader.regions.isEnclosed(index) else {
                index += 1
                continue
            }
            let start = index
            while index < range.upperBound,
                !classes[scalar(index)].isDisjoint(with: [.digit, .mask, .numeral, .magnitude])
            {
                index += 1
            }
            if let end = unitEnd(of: start..<index, limit: range.upperBound) { return start..<end }
        }
        return nil
    }

    /// The end of 2018年, 11月份, 6月10日 with the parts behind; `nil` where it is no date.
    private func unitEnd(of number: Range<Int>, limit: Int) -> Int? {
        let end = number.upperBound
        guard end < limit else { return nil }
        switch scalar(end) {
        case 0x5E74:  // 年
            let isYear = number.count == 4 || number.count == 2 && scalar(end + 1) != 0x6765
            guard isYear,
                !reader.quantities.beginning(in: number.lowerBound - 4..<end + 1)
                    .contains(where: { $0.range.contains(end) })
            else {
                return nil
            }
            let isWhole = scalar(end + 1) == 0x5EA6
            return datePart(at: end + (isWhole ? 2 : 1), limit: limit)
        case 0x6708:  // 月
            let behind = scalar(end + 1)
            let isPart = [0x4EFD, 0x521D, 0x5E95, 0x672B].contains(behind)
            return datePart(at: end + (isPart ? 2 : 1), limit: limit)
        case 0x65E5, 0x53F7:  // 日 号
            return scalar(number.lowerBound - 1) == 0x6708 ? end + 1 : nil
        default:
            return nil
        }
    }

    private func datePart(at start: Int, limit: Int) -> Int {
        let classes = ScalarClasses.standard
        var index = start
        while index < limit, index < start + 3,
            !classes[scalar(index)].isDisjoint(with: [.digit, .mask, .numeral, .magnitude])
        {
            index += 1
        }
        guard index > start, index < limit else { return min(start, limit) }
        switch scalar(index) {
        case 0x6708:
            let isPart = [0x4EFD, 0x521D, 0x5E95, 0x672B].contains(scalar(index + 1))
            return datePart(at: min(limit, index + (isPart ? 2 : 1)), limit: limit)
        case 0x65E5, 0x53F7:
            return index + 1
        default:
            return min(start, limit)
        }
    }

    // MARK: Place

    private static let longestPlace = 16

    /// 在, 到, 赴, 前往, 深入 and the name of a place.
    func place() -> String? {
        for lead in leads() {
            let limit = min(record.range.upperBound, lead + Self.longestPlace)
            var end: Int?
            var index = lead
            while index < limit, scalar(index) != 0x2C, scalar(index) != 0x3B {
                guard let word = reader.words.element(at: index) else {
                    index += 1
                    continue
                }
                if !word.kind.isDisjoint(with: .verb), word.kind.isDisjoint(with: [.noun, .site]) {
                    break
                }
                index = word.range.upperBound
                if word.kind.contains(.site), index <= limit, isPlaceEnd(index) { end = index }
            }
            if let end, end > lead + 1 { return text.string(lead..<end) }
        }
        return nil
    }

    /// Whether a name may end here: 社区, but not 社区|工作.
    private func isPlaceEnd(_ index: Int) -> Bool {
        guard index < record.range.upperBound else { return true }
        let next = scalar(index)
        if next < 0x4E00 || next > 0x9FFF || [0x7684, 0x548C, 0x53CA, 0x4E0E].contains(next) {
            return true
        }
        return reader.words.element(at: index).map {
            !$0.kind.isDisjoint(with: [.verb, .adverb, .preposition, .connector])
        } ?? false
    }

    /// The ends of the words that a place follows.
    private func leads() -> [Int] {
        words.compactMap { word in
            guard word.range.count <= 2, isOne(of: Self.placeWords, word) else { return nil }
            let end = word.range.upperBound
            return scalar(end) == 0x5230 ? end + 1 : end
        }
    }

    private func isOne(of list: [[UInt32]], _ word: Word) -> Bool {
        list.contains { text.scalars[word.range].elementsEqual($0) }
    }

    private static let placeWords = ["在", "到", "赴", "前往", "深入", "走进"].map {
        $0.unicodeScalars.map(\.value)
    }

    // MARK: Partners

    /// 联合X, 会同X, 与X共同, 同X一起.
    func partners() -> [String] {
        for word in words {
            guard word.range.count <= 2 else { continue }
            let end = word.range.upperBound
            if isOne(of: Self.partnerLeads, word), let names = names(from: end, needsJoint: false) {
                return names
            }
            if isOne(of: Self.partnerPrepositions, word),
                let names = names(from: end, needsJoint: true)
            {
                return names
            }
        }
        return []
    }

    private static let partnerLeads = ["联合", "会同", "协同", "携手", "配合", "邀请", "联系"].map {
        $0.unicodeScalars.map(\.value)
    }
    private static let partnerPrepositions = ["与", "同", "和"].map {
        $0.unicodeScalars.map(\.value)
    }

    /// The names up to the next verb; behind 与 only when 共同 or its like comes before that verb.
    private func names(from start: Int, needsJoint: Bool) -> [String]? {
        let limit = min(record.range.upperBound, start + 40)
        let stop = words.first {
            $0.range.lowerBound >= start
                && (!$0.kind.isDisjoint(with: [.verb, .joint]) && $0.kind.isDisjoint(with: .noun)
                    || $0.kind.contains(.joint)
                    || $0.kind.contains(.preposition)
                        && !isOne(of: Self.partnerPrepositions, $0)
                    || $0.kind.contains(.adverb))
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
        let scalars = text.scalars[word.range]
        return Self.jointLeads.contains { scalars.starts(with: $0) }
    }

    private static let jointLeads = ["共同", "联合", "合作", "携手"].map {
        $0.unicodeScalars.map(\.value)
    }

    private func split(_ range: Range<Int>) -> [String] {
        var names: [String] = []
        var start = range.lowerBound
        for index in range where !reader.regions.isEnclosed(index) {
            let isComma = [0x3001, 0x2C, 0x4E0E, 0x548C, 0x53CA].contains(scalar(index))
            guard isComma else { continue }
            if index > start + 1 { names.append(text.string(start..<index)) }
            start = index + 1
        }
        if range.upperBound > start + 1 { names.append(text.string(start..<range.upperBound)) }
        return names.filter { $0.unicodeScalars.count <= 24 }
    }
}
