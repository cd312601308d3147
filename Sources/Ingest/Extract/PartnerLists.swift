/// Names one behind the other, known and unknown ones (并列的名称).
extension ClauseReader {
    /// A record with what stands around it between semicolons and belongs to no other.
    func room(of place: Int, in records: [ActivityRecord]) -> Range<Int> {
        let own = records[place].range
        let sentence = records[place].sentence.range
        let before = place > 0 ? records[place - 1].range.upperBound : 0
        let after = place + 1 < records.count ? records[place + 1].range.lowerBound : Int.max
        var start = own.lowerBound
        while start > max(before, sentence.lowerBound), !isItemEnd(start - 1) { start -= 1 }
        var end = own.upperBound
        while end < min(after, sentence.upperBound), !isItemEnd(end) { end += 1 }
        return start..<end
    }

    private func isItemEnd(_ index: Int) -> Bool {
        text.kind(index).contains(.itemEnd) && !regions.isEnclosed(index)
    }

    /// The names that stand one behind the other from a place on.
    func names(
        from start: Int, in room: Range<Int>, _ lists: PartnerWords, isLed: Bool
    ) -> [Range<Int>] {
        var names: [Range<Int>] = []
        var place = start
        var isLed = isLed
        while true {
            if let name = body(at: place, in: room, lists, isLed: isLed) {
                names.append(name)
            } else if isLed, let name = unknownName(at: place, in: room, names, lists) {
                names.append(name)
            } else {
                break
            }
            place = names.last?.upperBound ?? place
            guard Self.conjunctions.contains(scalar(place)) else { break }
            place += 1
            isLed = true
        }
        return names
    }

    /// 市教育局、|恒锐电子|等5家企业; 校保卫处、|云坪派出所: what stands in a list with names of bodies.
    private func unknownName(
        at start: Int, in room: Range<Int>, _ names: [Range<Int>], _ lists: PartnerWords
    ) -> Range<Int>? {
        guard mayBegin(start), start < room.upperBound, !regions.isEnclosed(start) else {
            return nil
        }
        for place in start..<min(room.upperBound, start + 11) {
            let isListEnd = scalar(place) == 0x7B49 && isListed(behind: place + 1)
            if isListEnd || scalar(place) == 0x3001 {
                let name = start..<place
                guard isCompanion(name, lists), amounts.beginning(in: name).isEmpty else {
                    return nil
                }
                if isListEnd { return names.isEmpty ? nil : name }
                // The first of a list needs a body behind it.
                let isOffice =
                    lists.loose.length(before: place, notBefore: start + 1, in: text) != nil
                    && lists.word.length(before: place, notBefore: start, in: text) == nil
                guard isOffice, body(at: place + 1, in: room, lists, isLed: true) != nil else {
                    return nil
                }
                return name
            }
            if !text.kind(place).isDisjoint(with: [.boundary, .digit])
                || Self.phraseEnds.contains(scalar(place)) || regions.isEnclosed(place)
            {
                return nil
            }
        }
        return nil
    }

    /// 等5家企业, 等部门
    private func isListed(behind place: Int) -> Bool {
        amounts.element(at: place) != nil || Self.listed.length(at: place, in: text) != nil
    }

    private static let listed = RuleWords(["部门", "单位", "企业", "机构", "公司", "多家", "多个", "学校"])

    static let conjunctions = ScalarSet("、和与及同")

    /// 跟铁一小|合办, 与市疾控、市妇幼|一起办: whoever something was done with, whatever they are called.
    func companions(from start: Int, in room: Range<Int>, _ lists: PartnerWords)
        -> [Range<Int>]
    {
        guard start < room.upperBound else { return [] }
        var names: [Range<Int>] = []
        var first = start
        for place in start..<min(room.upperBound, start + 24) {
            if place > first, lists.together.length(at: place, in: text) != nil {
                names.append(first..<place)
                let isDeed = lists.sharing.length(at: place, in: text) != nil
                return names.allSatisfy { isCompanion($0, lists) && (isDeed || hasLevel(in: $0)) }
                    ? names : []
            }
            if Self.conjunctions.contains(scalar(place)) {
                names.append(first..<place)
                first = place + 1
            } else if !text.kind(place).isDisjoint(with: [.boundary, .digit])
                || Self.phraseEnds.contains(scalar(place)) || regions.isEnclosed(place)
            {
                return []
            }
        }
        return []
    }

    static let phraseEnds = ScalarSet("的了在对给为把将被")

    func isCompanion(_ name: Range<Int>, _ lists: PartnerWords) -> Bool {
        (2...12).contains(name.count)
            && lists.people.length(before: name.upperBound, notBefore: name.lowerBound, in: text)
                == nil
            && firstWord(in: words.beginning(in: name)) {
                !$0.kind.isDisjoint(with: .verb) && $0.kind.isDisjoint(with: .noun)
                    && $0.range.count > 1
            } == nil
    }

    /// 与对口帮扶的|江东区妇联: the name behind words that describe it.
    func describedName(from start: Int, in room: Range<Int>, _ lists: PartnerWords)
        -> [Range<Int>]
    {
        let limit = min(room.upperBound, start + 9)
        guard start < limit,
            let mark = (start..<limit).first(where: {
                scalar($0) == 0x7684 || !text.kind($0).isDisjoint(with: .boundary)
            }), scalar(mark) == 0x7684, hasLevel(in: mark + 1..<min(room.upperBound, mark + 9))
        else { return [] }
        return names(from: mark + 1, in: room, lists, isLed: true)
    }
}
