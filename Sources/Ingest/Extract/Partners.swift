import Segmentation

/// With whom a record took place (合作方), as written.
extension ClauseReader {
    /// 联合X, 会同X, 与X、Y, 由X指派, 在X支持下, 向X争取; and bodies that took part: X捐2万元, X和Y配合.
    ///
    /// - Parameters:
    ///   - room: the record and what of its sentence belongs to no other.
    ///   - own: the reporting unit: it is no partner of its own.
    func partners(in room: Range<Int>, own: OwnUnit?, words lists: PartnerWords) -> [String] {
        var found: [Range<Int>] = []
        var index = room.lowerBound
        var isClauseStart = true
        var hasGiver = false
        while index < room.upperBound {
            defer { index += 1 }
            if regions.isQuoted(index) { continue }
            if isClauseStart || isBehindTime(index) || isBehindGiver(index, hasGiver, lists) {
                let names = givers(at: index, in: room, own, lists)
                if let last = names.last {
                    found += names
                    index = last.upperBound - 1
                    isClauseStart = false
                    hasGiver = true
                    continue
                }
            }
            isClauseStart =
                Self.nameBreaks.contains(scalar(index))
                || lists.stationed.length(before: index + 1, notBefore: index - 3, in: text) != nil
                || scalar(index) == 0x4E2D && scalar(index - 1) == 0x5176  // 其中
            if isClauseStart { hasGiver = false }
            guard let lead = lists.lead(at: index, in: text), lead.end < room.upperBound,
                lead.group != .joint || !isConjunction(index, from: room.lowerBound)
            else { continue }
            let names = names(behind: lead, in: room, own, lists)
            index = max(lead.end, names.last?.upperBound ?? 0) - 1
            found += names
            // 由县人社局出钱办的9期、|县农广校承办的3期
            if lead.group == .by, !names.isEmpty { hasGiver = true }
        }
        var names: [String] = []
        for range in found where !isSelf(range, own, lists) && !isFolk(range, lists) {
            let name = text.string(range)
            if !names.contains(name) { names.append(name) }
        }
        return names
    }

    private func isSelf(_ name: Range<Int>, _ own: OwnUnit?, _ lists: PartnerWords) -> Bool {
        Self.selves.contains(scalar(name.lowerBound))
            || scalar(name.upperBound - 1) == 0x67D0  // 某
            || isRuler(name, lists)
            || own?.isMeant(by: text.scalars[name]) ?? false
    }

    /// 县政府, and no 团县委; 青屏区政府 is another's.
    private func isRuler(_ name: Range<Int>, _ lists: PartnerWords) -> Bool {
        guard let length = lists.ruler.length(before: name.upperBound, in: text),
            scalar(name.lowerBound) != 0x56E2
        else { return false }
        let place = name.count - length
        return place < 2 || scalar(name.lowerBound + place - 1) == 0x59D4
    }

    /// 社区民警, 大学生志愿者: people, and no body that sent them.
    private func isFolk(_ name: Range<Int>, _ lists: PartnerWords) -> Bool {
        guard
            let length = lists.folk.length(
                before: name.upperBound, notBefore: name.lowerBound, in: text)
        else { return false }
        let rest = name.lowerBound..<name.upperBound - length
        return !hasLevel(in: rest)
            && !(rest.lowerBound + 2..<max(rest.lowerBound + 2, rest.upperBound + 1)).contains {
                lists.ending.length(before: $0, notBefore: rest.lowerBound, in: text) != nil
            }
    }

    /// 我 本
    private static let selves = ScalarSet("我本")
    private static let nameBreaks = ScalarSet(",;:。(")

    /// 六一前一天|县邮政局来人, 今年|县财政安排: behind a time a body may begin as well.
    private func isBehindTime(_ index: Int) -> Bool {
        Self.timeEnds.contains(scalar(index - 1)) && Self.levels.contains(scalar(index))
    }

    /// 我局牵头、|县妇联配合: a list of bodies with what each of them did.
    func isBehindGiver(_ index: Int, _ hasGiver: Bool, _ lists: PartnerWords) -> Bool {
        guard scalar(index - 1) == 0x3001 else { return false }
        return hasGiver
            || lists.giver.length(before: index - 1, notBefore: 0, in: text) != nil
    }

    /// 在医院|和学校做: behind a preposition 和 joins places, and names no partner.
    private func isConjunction(_ index: Int, from floor: Int) -> Bool {
        // 养老保障|和合作医疗保险
        if scalar(index) == 0x548C, index > floor, !mayLead(index) { return true }
        var place = index - 1
        while place >= max(floor, index - 14), text.kind(place).isDisjoint(with: .boundary) {
            if Self.placeLeads.contains(scalar(place)), scalar(place + 1) != 0x5E74 { return true }
            // 抽查5个村、2所学校|和县医院: the last of a list.
            if scalar(place) == 0x3001, !Self.timeEnds.contains(scalar(index - 1)) { return true }
            if words.element(at: place)?.kind.isDisjoint(with: .verb) == false { return false }
            place -= 1
        }
        return false
    }

    /// 和 leads to a partner where a clause begins, behind the one who reports, a time or an adverb.
    private func mayLead(_ index: Int) -> Bool {
        let before = scalar(index - 1)
        return before < 0x4E00 || Self.timeEnds.contains(before) || Self.doers.contains(before)
    }

    /// Last characters of those who report, and adverbs: 我们 我会 县局 还 又 再
    private static let doers = ScalarSet("们会局校我院办站队村镇乡还又也并再曾常次都就只则想要")
    private static let placeLeads = ScalarSet("在到为对给向于")
    private static let timeEnds = ScalarSet("年月日号天前后里晚午间季末初底期晌早")
    private static let levels = ScalarSet("省市县区镇乡")

    // MARK: Behind a lead

    func names(
        behind lead: (group: PartnerWords.Group, end: Int), in room: Range<Int>, _ own: OwnUnit?,
        _ lists: PartnerWords
    ) -> [Range<Int>] {
        guard lead.group != .none else { return [] }
        var start = lead.end
        if lead.group == .lead || lead.group == .from, Self.leadEnds.contains(scalar(start)) {
            start += 1
        }
        start += lists.nearby.length(at: start, in: text) ?? 0
        let names = names(from: start, in: room, lists, isLed: true)
        if let last = names.last {
            guard isUncounted(names[0]), !isForPeople(last, lists) else { return [] }
            let isInvited = Self.inviting.contains(scalar(lead.end - 1))
            let isNamed =
                names.count > 1 || lead.group == .lead && !isInvited && !isVague(last, lists)
                || !isGeneral(last, lists)
            if isNamed, accepts(lead.group, names, own, in: room, lists) {
                return names.filter {
                    isUncounted($0) && (lead.group != .by || !isLower($0, own, lists))
                }
            }
            if lead.group != .joint || scalar(last.upperBound) == 0x7684 { return [] }
        }
        let others = lead.group == .joint ? companions(from: start, in: room, lists) : []
        if !others.isEmpty { return others }
        if lead.group == .by, let name = doer(from: start, in: room, lists) { return [name] }
        guard lead.group == .joint || lead.group == .lead else { return [] }
        return describedName(from: start, in: room, lists)
    }

    /// 交泽宁幼专|承办: whoever took on the work, whatever they are called.
    private func doer(from start: Int, in room: Range<Int>, _ lists: PartnerWords) -> Range<Int>? {
        for place in start + 2..<max(start + 2, min(room.upperBound, start + 14)) {
            if lists.doer.length(at: place, in: text) != nil {
                let name = start..<place
                return isCompanion(name, lists) && amounts.beginning(in: name).isEmpty
                    && mayBegin(start) ? name : nil
            }
            let kind = text.kind(place)
            if !kind.isDisjoint(with: [.boundary, .digit, .listComma])
                || Self.phraseEnds.contains(scalar(place)) || regions.isEnclosed(place)
            {
                return nil
            }
        }
        return nil
    }

    /// 福利院64位老人: those it was done for.
    private func isForPeople(_ name: Range<Int>, _ lists: PartnerWords) -> Bool {
        guard let amount = amounts.element(at: name.upperBound), amount.kind.contains(.human) else {
            return false
        }
        return lists.people.length(at: amount.range.upperBound, in: text) != nil
    }

    /// 28名妇女去乡卫生院 is no name; 湖滨路一家花店 is.
    func isUncounted(_ name: Range<Int>) -> Bool {
        amounts[amounts.beginning(in: name)].allSatisfy { scalar($0.range.lowerBound) == 0x4E00 }
    }

    /// 企业, 学校 alone: anybody.
    func isGeneral(_ name: Range<Int>, _ lists: PartnerWords) -> Bool {
        if lists.general.length(at: name.lowerBound, in: text) == name.count { return true }
        // 各成员单位, 其他部门, 兄弟单位
        return lists.vague.length(at: name.lowerBound, in: text) != nil
            && lists.general.length(before: name.upperBound, notBefore: name.lowerBound, in: text)
                != nil
    }

    /// 邀请企业, 联系学校: anybody.
    private static let inviting = ScalarSet("请系取邀约调托")
    /// 同仁堂等头部企业: whoever, of many.
    func isGeneralEnd(_ name: Range<Int>, _ lists: PartnerWords) -> Bool {
        !hasLevel(in: name)
            && lists.hand.length(before: name.upperBound, notBefore: name.lowerBound, in: text)
                == nil
            && lists.general.length(before: name.upperBound, notBefore: name.lowerBound, in: text)
                != nil
            && lists.ending.length(before: name.upperBound, notBefore: name.lowerBound, in: text)
                == nil
    }

    private func isVague(_ name: Range<Int>, _ lists: PartnerWords) -> Bool {
        lists.vague.length(at: name.lowerBound, in: text) != nil
    }

    /// 了 到 来 着 过
    private static let leadEnds = ScalarSet("了到来着过")

    /// Whether names behind a lead are those of partners, by what follows them.
    private func accepts(
        _ group: PartnerWords.Group, _ names: [Range<Int>], _ own: OwnUnit?, in room: Range<Int>,
        _ lists: PartnerWords
    ) -> Bool {
        guard let first = names.first, let end = names.last?.upperBound else { return false }
        func next(_ length: Int) -> Range<Int> {
            end..<max(end, min(room.upperBound, end + length))
        }
        switch group {
        case .lead: return true
        case .by:
            if scalar(first.lowerBound - 1) == 0x662F { return isGift(end, in: room, lists) }  // 是
            return !lists.ruled.begins(in: next(4), of: text)
        case .joint where names.count == 1 && isGeneralEnd(first, lists): return false
        case .joint:
            // 县法院和县妇联的: both belong to the noun behind.
            return scalar(end) != 0x7684 || lists.hand.length(at: end + 1, in: text) != nil
        case .from: return lists.help.begins(in: next(8), of: text)
        case .under: return isUnder(end, in: room, lists)
        default: return false
        }
    }

    /// 是县慈善会捐的
    private func isGift(_ end: Int, in room: Range<Int>, _ lists: PartnerWords) -> Bool {
        let tail = end..<min(room.upperBound, end + 10)
        if scalar(end) == 0x7684, amounts.element(at: end + 1)?.kind.contains(.money) == true {
            return true  // 花的是县慈善会的9 400元
        }
        // 钱是乡财政出1.1万元
        if let giver = lists.giver.length(at: end, in: text),
            amounts.element(at: end + giver)?.kind.contains(.money) == true
        {
            return true
        }
        let close = tail.first { !text.kind($0).isDisjoint(with: .boundary) } ?? tail.upperBound
        return close > end + 1 && scalar(close - 1) == 0x7684
            && (lists.giver.begins(in: end..<close, of: text) || scalar(end) == 0x4EE3)  // 代
    }

    /// 在X的支持配合|下.
    private func isUnder(_ end: Int, in room: Range<Int>, _ lists: PartnerWords) -> Bool {
        let tail = end..<min(room.upperBound, end + 10)
        guard
            let close = tail.first(where: {
                scalar($0) == 0x4E0B || !text.kind($0).isDisjoint(with: .boundary)
            }), scalar(close) == 0x4E0B
        else { return false }
        return lists.support.begins(in: end..<close, of: text)
    }
}
