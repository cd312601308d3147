/// Names of bodies: offices, schools, firms, associations (机构名).
extension ClauseReader {
    /// The longest name, in scalars.
    private static let longestBody = 22

    /// The name of a body that begins at a place: up to the first ending behind which a name may end, or the
    /// last one of the phrase.
    ///
    /// - Parameter isLed: whether a word before it says that a body is named.
    func body(at start: Int, in room: Range<Int>, _ lists: PartnerWords, isLed: Bool) -> Range<Int>?
    {
        guard mayBegin(start), !isVerb(at: start, lists) else { return nil }
        let limit = min(room.upperBound, start + Self.longestBody)
        var last: Int?
        var end = start + 1
        while end <= limit, text.kind(end - 1).isDisjoint(with: .boundary),
            !regions.isEnclosed(end - 1), !Self.bodyStops.contains(scalar(end - 1))
        {
            if Self.joins.contains(scalar(end - 1)) {
                guard let whole = joined(at: end, from: start, last, in: room, lists) else { break }
                return start..<whole
            }
            if text.kind(end - 1).contains(.digit), !startsWithNumber(start, to: end) { break }
            if end > start + 2, lists.ruled.length(at: end - 1, in: text) != nil { break }
            if end > start + 2, isLead(at: end - 1, lists) { break }
            if let last, end - last > Self.longestOffice || amounts.element(at: end - 1) != nil {
                break
            }
            if isDeed(at: end - 1, from: start, limit: limit, lists) { break }
            if isEnding(end, from: start, isLed: isLed, last, lists) {
                if isBodyEnd(end, lists) || isSure(end, from: start, lists)
                    || isLed && !Self.peopleFollow.contains(scalar(end))
                {
                    last = end
                }
                if isBodyEnd(end, lists), !goesOn(end, from: start, lists) { break }
            }
            end += 1
        }
        return last.map { start..<withOffice(behind: $0, in: room, lists) }
    }

    /// 市妇联|发展部、 区公安分局|交警支队: an office of the body, where the name's list or deed goes on behind it.
    private func withOffice(behind end: Int, in room: Range<Int>, _ lists: PartnerWords) -> Int {
        guard !Self.officeStarts.contains(scalar(end)) else { return end }
        for last in end + 3..<end + 6 where last <= room.upperBound {
            let place = last - 1
            if scalar(place) < 0x4E00 || Self.bodyStops.contains(scalar(place))
                || Self.joins.contains(scalar(place)) || amounts.element(at: place) != nil
            {
                return end
            }
            guard Self.offices.contains(scalar(place)) else { continue }
            let isWord = lists.word.length(before: last, notBefore: end, in: text) != nil
            return !isWord && Self.officeFollows.contains(scalar(last)) ? last : end
        }
        return end
    }

    /// 部 科 处 室 股 庭 队
    private static let offices = ScalarSet("部科处室股庭队")
    private static let officeStarts = ScalarSet("的和与及、派出举组开牵主承成联")
    private static let officeFollows = ScalarSet("、和与及在下到为给的先共联合一")

    /// 号召全区各级妇联, 组织金龙镇机关: a verb, and no name; 组织部 is one.
    private func isVerb(at start: Int, _ lists: PartnerWords) -> Bool {
        guard let word = words.element(at: start), word.range.count > 1,
            lists.sector.length(at: start, in: text) == nil,
            !word.kind.isDisjoint(with: [.verb, .aim, .adverb])
        else { return false }
        return (word.range.upperBound...word.range.upperBound + 4).allSatisfy {
            lists.ending.length(before: $0, notBefore: start, in: text) == nil
        }
    }

    /// 镇机关女干部: people, and no body.
    private static let peopleFollow = ScalarSet("女男干员人者生的")

    /// Whether the ending is none of those that end other words as well.
    private func isSure(_ end: Int, from start: Int, _ lists: PartnerWords) -> Bool {
        lists.ending.length(before: end, notBefore: start, in: text) != nil
    }

    /// How far a longer name may end behind a shorter one: 县医院心理科.
    private static let longestOffice = 6

    /// 九月份|配合县疾控中心: a word that leads to a name, and 妇女联合会, which has none inside.
    private func isLead(at place: Int, _ lists: PartnerWords) -> Bool {
        guard let lead = lists.lead(at: place, in: text) else { return false }
        // 市场妇联|合开: the first letter ends the name.
        return lead.group == .lead && lead.end > place + 1
            && !Self.afterLead.contains(scalar(lead.end))
            && lists.ending.length(before: place + 1, notBefore: place - 3, in: text) == nil
    }

    private static let afterLead = ScalarSet("会社大国办")

    /// 120急救站
    private func startsWithNumber(_ start: Int, to end: Int) -> Bool {
        end - start <= 3 && (start..<end).allSatisfy { text.kind($0).contains(.digit) }
    }

    /// Whether a body with a level of administration in its name begins at a place: 县供销社, 石桥镇卫生院.
    func hasLevel(in range: Range<Int>) -> Bool {
        for place in range.dropLast() where Self.levels.contains(scalar(place)) {
            let next = scalar(place + 1)
            if place > range.lowerBound + 5 { return false }
            // 市民政局, and no 市民.
            if next == 0x6C11, scalar(place + 2) == 0x653F { return true }
            return !Self.levelWords.contains(next) && next >= 0x4E00
        }
        return rules.nation.length(at: range.lowerBound, in: text) != nil
    }

    private static let levels = ScalarSet("省市县区州旗镇乡街村团")
    /// 市场, 县里, 区域, 市民, 县级, 乡亲, 镇上, 街头.
    private static let levelWords = ScalarSet("场里上内级城域亲民口头下外别道结员体长")

    /// A name does not begin in the middle of a word or with one that counts or points.
    func mayBegin(_ start: Int) -> Bool {
        let first = scalar(start)
        if Self.noBeginnings.contains(first) { return false }
        // 人社局, and no 人上派出所.
        return first != 0x4EBA || Self.afterPeople.contains(scalar(start + 1))
    }

    private static let noBeginnings = ScalarSet("的了这那其有几每是不即便还又再已均仍亦遂并,、;:。(”》)费去到在从向由被让使往及和与跟我本")
    private static let afterPeople = ScalarSet("社民武行保事力")
    private static let bodyStops = ScalarSet("的了、在对给为把将向被让使是去到由")
    private static let joins = ScalarSet("和与及")

    /// 县文体广电|和旅游局, 县教育|和体育局: one body's name goes on behind 和.
    private func joined(
        at end: Int, from start: Int, _ last: Int?, in room: Range<Int>, _ lists: PartnerWords
    ) -> Int? {
        guard hasLevel(in: start..<end - 1), scalar(end - 1) == 0x548C,
            last == nil
                || last == end - 1
                    && lists.sector.length(before: end - 1, notBefore: start, in: text) != nil
        else { return nil }
        for place in end + 2..<end + 10 where place <= room.upperBound {
            if !text.kind(place - 1).isDisjoint(with: .boundary) { return nil }
            if Self.levels.contains(scalar(place - 1)) { return nil }
            if Self.officeEnds.contains(scalar(place - 1)) { return place }
        }
        return nil
    }

    /// 局 委 厅 办
    private static let officeEnds = ScalarSet("局委厅办")

    /// A verb that is no part of a name begins here: 县城|建成. 市救助|站 goes on to an ending.
    private func isDeed(at place: Int, from start: Int, limit: Int, _ lists: PartnerWords) -> Bool {
        guard place > start + 1, let word = words.element(at: place),
            !word.kind.isDisjoint(with: .verb), word.kind.isDisjoint(with: .noun),
            word.range.count > 1
        else { return false }
        let behind = word.range.upperBound
        for end in behind..<behind + 5 where end <= limit {
            if Self.bodyStops.contains(scalar(end - 1)) { break }
            if lists.ending.length(before: end, notBefore: place, in: text) != nil
                || lists.loose.length(before: end, notBefore: behind, in: text) != nil
            {
                return false
            }
        }
        return true
    }

    /// - Parameter last: where a shorter name ends.
    private func isEnding(
        _ end: Int, from start: Int, isLed: Bool, _ last: Int?, _ lists: PartnerWords
    ) -> Bool {
        guard end - start >= 2 else { return false }
        if lists.ending.length(before: end, notBefore: start, in: text) != nil {
            // 返乡大学生 ends no name.
            return !Self.personEnds.contains(scalar(end)) || scalar(end - 1) != 0x5B66
        }
        let hasLevel = hasLevel(in: start..<end)
        // 县卫健局|委托: no name goes on by one letter, but 省教育|厅 does.
        if hasLevel, end - start >= 3,
            last.map({ end - $0 > 1 || isOffice(end, behind: $0, from: start, lists) }) ?? true,
            lists.loose.length(before: end, notBefore: start + 1, in: text) != nil,
            lists.word.length(before: end, notBefore: start, in: text) == nil
        {
            return true
        }
        if let length = lists.general.length(before: end, notBefore: start, in: text) {
            return isLed || hasLevel && end - start > length
        }
        guard let length = lists.sector.length(before: end, notBefore: start, in: text) else {
            return false
        }
        if length == end - start {
            return Self.sectorFollows.contains(scalar(end))
                || Self.listMarks.contains(scalar(start - 1))
        }
        return hasLevel && end - start == length + 1
    }

    /// 省教育|厅, 市教科|院: what stood before is no whole name yet.
    private func isOffice(_ end: Int, behind last: Int, from start: Int, _ lists: PartnerWords)
        -> Bool
    {
        (Self.institutes.contains(scalar(end - 1)) || scalar(end) < 0x4E00)
            && words.element(at: end - 1) == nil
            && lists.ending.length(before: last, notBefore: start, in: text) == nil
    }

    /// 厅 局 院 校 馆 所
    private static let institutes = ScalarSet("厅局院校馆所")

    /// 教育、公安, 民政等部门, 公安发告诫书: behind these a field of work stands for its office.
    private static let sectorFollows = ScalarSet("、和与及等两三四五部单在发给派出合联")
    private static let listMarks = ScalarSet("、和与及")
    private static let personEnds = ScalarSet("生们")

    /// Whether a longer ending ends right behind: 县妇儿工委|办, 县融媒体|中心.
    private func goesOn(_ end: Int, from start: Int, _ lists: PartnerWords) -> Bool {
        let isLonger = (end + 1...end + 2).contains { longer in
            lists.ending.length(before: longer, notBefore: start, in: text)
                .map { $0 > longer - end } ?? false
        }
        if isLonger { return true }
        // 县消防|救援大队
        guard lists.sector.length(before: end, notBefore: start, in: text) != nil,
            lists.ending.length(before: end, notBefore: start, in: text) == nil
        else { return false }
        for longer in end..<end + 6 {
            let last = scalar(longer)
            if Self.bodyStops.contains(last) || Self.joins.contains(last) || last < 0x4E00 {
                return false
            }
            if lists.ending.length(before: longer + 1, notBefore: end, in: text) != nil {
                return true
            }
        }
        return false
    }

    /// Whether a name may end here, by what follows it.
    private func isBodyEnd(_ end: Int, _ lists: PartnerWords) -> Bool {
        let next = scalar(end)
        if Self.bodyFollows.contains(next) || next < 0x4E00 { return true }
        if lists.giver.length(at: end, in: text) != nil { return true }
        if lists.together.length(at: end, in: text) != nil { return true }
        guard let word = words.element(at: end) else { return false }
        let kinds: WordKind = [.verb, .adverb, .preposition, .joint, .connector, .period]
        return !word.kind.isDisjoint(with: kinds)
    }

    private static let bodyFollows = ScalarSet("的和与及在给为对把将向等合一三两各派来到开办做搞商出捐领先下每也都还从按就")
}
