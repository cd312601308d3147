/// With whom a record took place (合作方), as written.
extension ClauseReader {
    private static let longestName = 18

    /// 联合X, 会同X, 与X、Y, 由X指派, 在X支持下, 向X争取; and bodies that gave: X捐2万元.
    ///
    /// - Parameters:
    ///   - room: the record and what of its sentence belongs to no other.
    ///   - own: the reporting unit's name: it is no partner of its own.
    func partners(in room: Range<Int>, own: String?, words lists: PartnerWords) -> [String] {
        var found: [Range<Int>] = []
        var index = room.lowerBound
        var isClauseStart = true
        while index < room.upperBound {
            defer { index += 1 }
            if regions.isQuoted(index) { continue }
            if isClauseStart, let name = funder(at: index, in: room, lists) {
                found.append(name)
                index = name.upperBound - 1
                isClauseStart = false
                continue
            }
            isClauseStart = Self.nameBreaks.contains(scalar(index))
            guard let lead = lists.lead(at: index, in: text),
                lead.end < room.upperBound
            else { continue }
            let names = names(from: lead.end, in: room, lists)
            guard let last = names.last, accepts(lead.group, names, last.upperBound) else {
                continue
            }
            found += names
            index = last.upperBound - 1
        }
        var names: [String] = []
        for range in found {
            let name = text.string(range)
            let isOwn = own.map { $0.hasSuffix(name) || name.hasSuffix($0) } ?? false
            guard !isOwn, !Self.selves.contains(scalar(range.lowerBound)), !names.contains(name)
            else { continue }
            names.append(name)
        }
        return names
    }

    /// 我 本
    private static let selves = ScalarSet("我本")
    private static let nameBreaks = ScalarSet(",;:。、(其中")

    /// Whether names behind a lead are those of partners, by what follows them.
    private func accepts(_ group: PartnerWords.Group, _ names: [Range<Int>], _ end: Int) -> Bool {
        switch group {
        case .lead, .by: return true
        case .joint:
            // 县法院和县妇联的: both belong to the noun behind.
            return scalar(end) != 0x7684
        case .from:
            let tail = end..<end + 8
            return tail.contains { Self.helpers.contains(scalar($0)) }
                && !tail.prefix(3).contains { Self.placeWords.contains(scalar($0)) }
        case .ending, .funder: return false
        }
    }

    /// 支持, 争取, 募集, 申请
    private static let helpers = ScalarSet("支争募申援配")
    private static let placeWords = ScalarSet("举办召设建开摆")

    /// The names that stand one behind the other from a place on.
    private func names(from start: Int, in room: Range<Int>, _ lists: PartnerWords)
        -> [Range<Int>]
    {
        var names: [Range<Int>] = []
        var place = start
        while let name = name(at: place, in: room, lists) {
            names.append(name)
            place = name.upperBound
            guard Self.conjunctions.contains(scalar(place)) else { break }
            place += 1
        }
        return names
    }

    private static let conjunctions = ScalarSet("、和与及同")

    /// The name of a body that begins at a place: up to the first ending behind which a name may end,
    /// or the last one of the phrase.
    private func name(at start: Int, in room: Range<Int>, _ lists: PartnerWords)
        -> Range<Int>?
    {
        var last: Int?
        var end = start + 1
        let limit = min(room.upperBound, start + Self.longestName)
        while end <= limit, !Self.nameStops.contains(scalar(end - 1)),
            text.kind(end - 1).isDisjoint(with: .boundary), !regions.isEnclosed(end - 1)
        {
            if end > start + 1, lists.isEnd(end, notBefore: start, in: text) {
                last = end
                if isNameEnd(end, lists), !lists.isEnd(end + 1, notBefore: start, in: text) {
                    break
                }
            }
            end += 1
        }
        return last.map { start..<$0 }
    }

    private static let nameStops = ScalarSet("的了、,和与及在对给为把将")

    private func isNameEnd(_ end: Int, _ lists: PartnerWords) -> Bool {
        let next = scalar(end)
        if Self.nameFollows.contains(next) || next < 0x4E00 { return true }
        guard let word = words.element(at: end) else { return lists.isFunder(at: end, in: text) }
        return !word.kind.isDisjoint(with: [.verb, .adverb, .preposition, .joint, .connector])
            && !lists.isEnd(word.range.upperBound, notBefore: end, in: text)
    }

    private static let nameFollows = ScalarSet("的和与及在给为对把将等合一三两各派来到开办做搞商出捐领先")

    /// 县财政安排96万元, 县女企业家协会捐1.5万元: a body at the beginning of a clause that gave.
    private func funder(at start: Int, in room: Range<Int>, _ lists: PartnerWords)
        -> Range<Int>?
    {
        guard lists.lead(at: start, in: text) == nil, let name = name(at: start, in: room, lists),
            (2...14).contains(name.count)
        else { return nil }
        // A name has no verb inside: 协调派出所, 县城建成服务中心.
        let hasVerb = words[words.beginning(in: name)].contains {
            !$0.kind.isDisjoint(with: .verb) && $0.kind.isDisjoint(with: .noun)
                && $0.range.count > 1
        }
        guard !hasVerb else { return nil }
        var verb = name.upperBound
        if scalar(verb) == 0x28,
            let close = (verb..<min(verb + 30, room.upperBound))
                .first(where: { scalar($0) == 0x29 })
        {
            verb = close + 1
        }
        return lists.isFunder(at: verb, in: text) ? name : nil
    }
}
