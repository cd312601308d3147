/// Bodies that took part, named where a clause begins (出力方).
extension ClauseReader {
    /// 县财政安排96万元, 县公安局、县消防大队配合, 镇卫生院的医生下来: bodies that gave or took part.
    func givers(
        at start: Int, in room: Range<Int>, _ own: OwnUnit?, _ lists: PartnerWords
    ) -> [Range<Int>] {
        guard lists.lead(at: start, in: text) == nil else { return [] }
        let start = start + (lists.stationed.length(at: start, in: text) ?? 0)
        let names = names(from: start, in: room, lists, isLed: true)
        guard let first = names.first, let last = names.last, !isLower(first, own, lists),
            names.allSatisfy({ $0.count <= 18 && isUncounted($0) })
        else { return [] }
        var verb = behindPost(last.upperBound, in: room, lists)
        if scalar(verb) == 0x28,
            let close = (verb..<min(verb + 30, room.upperBound)).first(where: { scalar($0) == 0x29 }
            )
        {
            verb = close + 1
        }
        if names.count == 1, isGeneral(first, lists) || isGeneralEnd(first, lists) {
            return lists.gift.length(at: verb, in: text) != nil ? names : []
        }
        // 区妇联联合区教育局: the first is the one who reports.
        if names.count == 1, let lead = lists.lead(at: verb, in: text), lead.group == .lead,
            body(at: lead.end, in: room, lists, isLed: true) != nil
        {
            return []
        }
        if lists.finding.length(at: verb, in: text) != nil { return [] }
        if lists.giver.length(at: verb, in: text) != nil { return names }
        // 街道消防站|消防员到小区教
        if lists.hand.length(at: verb, in: text) != nil {
            let isNamed =
                lists.ending.length(before: verb, notBefore: last.lowerBound, in: text) != nil
            return isNamed ? names : []
        }
        if lists.together.length(at: verb, in: text) != nil { return names }
        // 县妇联补5 000元
        if Self.pays.contains(scalar(verb)),
            amounts.element(at: verb + 1)?.kind.contains(.money) == true
        {
            return names
        }
        if scalar(verb) == 0x7684 {
            // 省农业大学的两位教授
            let behind = amounts.element(at: verb + 1)?.range.upperBound ?? verb + 1
            return lists.hand.length(at: behind, in: text) != nil ? names : []
        }
        // 镇团委、镇中心小学与镇妇联同到三村: the one who reports is among them.
        if names.count > 1, let own, names.contains(where: { own.isMeant(by: text.scalars[$0]) }),
            scalar(verb) >= 0x4E00, !Self.owns.contains(scalar(verb))
        {
            return names
        }
        verb += lists.how.length(at: verb, in: text) ?? 0  // 先后|踏勘了3次
        let isSector = lists.sector.length(at: first.lowerBound, in: text) == first.count
        if isSector || scalar(verb) == 0x548C {
            let isDeed = scalar(verb) == 0x5728 || scalar(verb) == 0x548C
            let tail = verb + 1..<max(verb + 1, min(room.upperBound, verb + 10))
            return isDeed && lists.giver.begins(in: tail, of: text) ? names : []
        }
        // Where nobody knows who reports, whoever is told to do something may be the one.
        guard let own, hasLevel(in: first), !own.isMeant(by: text.scalars[first]) else { return [] }
        if Self.deeds.contains(scalar(verb)) { return names }
        // 县电视台跟拍了
        if scalar(verb + 1) == 0x4E86 || scalar(verb + 2) == 0x4E86 { return names }
        if Self.owns.contains(scalar(verb)) { return [] }
        let doing: WordKind = [.intended, .hold, .carry, .deed, .spend, .short]
        let word = words.element(at: verb)
        return word.map { !$0.kind.isDisjoint(with: doing) && $0.kind.isDisjoint(with: .noun) }
            ?? false ? names : []
    }

    /// 福满楼酒店|老板娘何丽君|捐: behind a post and a name of up to three letters somebody gives.
    private func behindPost(_ end: Int, in room: Range<Int>, _ lists: PartnerWords) -> Int {
        guard let post = lists.post.length(at: end, in: text) else { return end }
        let name = end + post
        for place in name...name + 4 where place < room.upperBound {
            if let giver = lists.giver.length(at: place, in: text), giver > 0 { return place }
            if !text.kind(place).isDisjoint(with: [.boundary, .digit]) { return end }
        }
        return end
    }

    /// 补 出 给 垫 掏 拿
    private static let pays = ScalarSet("补出给垫掏拿贴")

    /// 争取动工, 建成开馆, 获评: what is told of a body itself.
    private static let owns = ScalarSet("争建竣落获荣")

    /// What may follow the name of one who did something: 每周来半天, 在8所学校办.
    private static let deeds = ScalarSet("每在为按从把将也又还免")

    /// 各乡镇妇联, and those of the writer's own kind below: they are no partners.
    func isLower(_ name: Range<Int>, _ own: OwnUnit?, _ lists: PartnerWords) -> Bool {
        lists.lower.length(at: name.lowerBound, in: text) != nil
            || own?.isAbove(text.scalars[name]) ?? false
    }
}
