import ReportModel

/// A unit's name met in a text (单位提及).
struct UnitMention {
    /// The part the unit plays where it is named.
    enum Part: Equatable {
        /// It opens a clause: what follows is its doing.
        case subject
        /// A superior, a partner, a unit visited, the sender of a notice.
        case other
        /// Neither is plain.
        case plain
    }

    let form: Int
    /// Canonical name, the level word of the innermost place included (区妇联).
    let name: String
    /// The name without its places (妇联, 司法局).
    let ending: String
    let chain: PlaceChain
    let range: Range<Int>
    let part: Part
    /// Whether it has a name of its own: 红星小学.
    var isProper = false
}

extension UnitMention {
    /// The mention with its name as the text writes it where quotation marks stand in it: “河灯”服务队.
    func written(in text: borrowing MatchingText) -> UnitMention {
        let words = text.quote(range)
        guard let end = words.firstIndex(of: "”") else { return self }
        let opens = words[..<end].contains("“")
        return UnitMention(
            form: form, name: opens ? words : "“" + words, ending: ending, chain: chain,
            range: range, part: part, isProper: isProper)
    }
}

/// Finds the names of units in a text (单位识别).
struct UnitReader {
    let rules: UnitRules
    let gazetteer: Gazetteer

    /// All mentions, in order; names inside longer names are left out. O(n · longest name).
    func mentions(in text: [UInt32]) -> [UnitMention] {
        var found: [UnitMention] = []
        let subordinate = subordinateSpans(text)
        for match in rules.endings(in: text) {
            guard
                let mention = inner(match.term, match.range, of: found.last, in: text)
                    ?? mention(match.term, match.range, text, subordinate)
            else { continue }
            while let last = found.last, mention.range.lowerBound <= last.range.lowerBound {
                found.removeLast()
            }
            found.append(mention)
        }
        return found
    }

    /// A body inside the unit that is named right before it: 总工会 + 女职工委员会.
    private func inner(
        _ term: Int, _ range: Range<Int>, of host: UnitMention?, in text: [UInt32]
    ) -> UnitMention? {
        let (suffix, formIndex) = rules.suffixForms[term]
        guard let host, host.range.upperBound <= range.lowerBound else { return nil }
        // 宁北大学 + 第三附属医院
        let gap = text[host.range.upperBound..<range.lowerBound]
        let isAffiliated =
            gap.count <= 6
            && rules.affiliated.contains { gap.starts(with: $0) || gap.suffix($0.count) == $0[...] }
        if isAffiliated {
            let whole = PlaceChain.string(text[host.range.lowerBound..<range.upperBound])
            return UnitMention(
                form: formIndex, name: whole, ending: whole, chain: host.chain,
                range: host.range.lowerBound..<range.upperBound, part: host.part,
                isProper: host.isProper)
        }
        if let branch = branch(suffix, range, of: host, gap, in: text) { return branch }
        // 北关街道纺织厂 + 社区居委会
        if gap.isEmpty, host.isProper || host.form != formIndex,
            let place = rules.forms[formIndex].place,
            rules.forms[formIndex].type == .community, rules.forms[host.form].place == nil
        {
            var start = host.chain.start + host.chain.length
            if host.isProper { start = host.range.lowerBound }
            // The community's own name begins behind its street.
            let own = text[start..<range.lowerBound]
            if let street = own.lastIndex(of: Self.street), range.lowerBound - street > 2 {
                start = street + 1
            }
            let whole = PlaceChain.string(text[start..<range.lowerBound])
            return UnitMention(
                form: formIndex, name: whole + place, ending: "", chain: host.chain,
                range: host.range.lowerBound..<range.upperBound, part: host.part, isProper: true)
        }
        guard rules.forms[formIndex].isInner, gap.isEmpty || rules.within.contains(Array(gap))
        else {
            return nil
        }
        let isPlace = rules.forms[host.form].place != nil
        // 会昌街道办事处 + 工会: the place as it is written.
        let placeEnd = host.chain.start + host.chain.length
        let written = PlaceChain.string(text[placeEnd..<max(placeEnd, range.lowerBound)])
        let own = PlaceChain.string(gap) + suffix
        let name = isPlace ? (host.chain.innermost?.name ?? "") + written : host.name
        return UnitMention(
            form: isPlace ? formIndex : host.form,
            name: name + (isPlace ? suffix : own),
            ending: (isPlace ? written : host.ending) + (isPlace ? suffix : own),
            chain: host.chain, range: host.range.lowerBound..<range.upperBound, part: host.part,
            isProper: host.isProper)
    }

    /// 泽宁市教育局 + 高新区 + 分局: a department's part with a name of its own, mostly a place's.
    private func branch(
        _ suffix: String, _ range: Range<Int>, of host: UnitMention, _ gap: ArraySlice<UInt32>,
        in text: [UInt32]
    ) -> UnitMention? {
        guard rules.branches.contains(suffix), (2...8).contains(gap.count),
            gap.allSatisfy(\.isHan), rules.forms[host.form].place == nil,
            rules.places.afterVerb(gap.startIndex, before: gap.endIndex, in: text)
                == gap.startIndex,
            !rules.otherBefore.contains(where: gap.starts), rules.places.mayName(gap)
        else { return nil }
        let own = PlaceChain.string(gap) + suffix
        return UnitMention(
            form: host.form, name: host.name + own, ending: host.ending + own, chain: host.chain,
            range: host.range.lowerBound..<range.upperBound, part: host.part,
            isProper: host.isProper)
    }

    private func mention(
        _ term: Int, _ range: Range<Int>, _ text: [UInt32], _ subordinate: [Range<Int>]
    ) -> UnitMention? {
        let (suffix, formIndex) = rules.suffixForms[term]
        let form = rules.forms[formIndex]
        // 大学生 are no 大学.
        let behind = text[range.upperBound...]
        if form.neverBehind.contains(where: behind.starts) { return nil }
        var nameStart = range.lowerBound
        var ending = suffix
        if let place = form.place {
            nameStart += place.unicodeScalars.count
            ending = form.seat.flatMap { suffix.hasSuffix($0) ? $0 : nil } ?? ""
        } else if form.needsStem {
            guard let stem = rules.stem(endingAt: nameStart, in: text) else { return nil }
            ending = PlaceChain.string(text[stem..<range.upperBound])
            nameStart = stem
        }
        if form.type == .womenChildrenCommittee,
            let seat = rules.seatBetween.first(where: {
                text[..<nameStart].suffix($0.count) == $0[...]
            })
        {
            nameStart -= seat.count
        }
        let chain = PlaceChain(endingAt: nameStart, in: text, gazetteer, rules.places)
        if form.place != nil {
            guard let own = chain.innermost, own.form != .bare else { return nil }
        }
        ending = form.short ?? rules.canonical(ending)
        var start = chain.start
        if form.type == .school || form.type == .other || form.type == .activityCentre
            || form.isProper, !chain.isNamed
        {
            let proper = form.isBare ? nil : properName(before: nameStart, ending, text)
            if let proper { (start, ending) = proper }
            guard proper != nil || !chain.elements.isEmpty || form.isBare,
                proper == nil || form.type != .other || form.isProper
            else {
                return nil
            }
        }
        let whole = start..<range.upperBound
        // 共青团 + 临安县委
        if form.place != nil, form.short != nil,
            let league = rules.leagues.first(where: { text[..<start].suffix($0.count) == $0[...] })
        {
            let name = PlaceChain.string(text[start - league.count..<range.upperBound])
            return UnitMention(
                form: formIndex, name: name, ending: name, chain: chain,
                range: start - league.count..<range.upperBound,
                part: part(start - league.count..<range.upperBound, text, subordinate))
        }
        var mention = UnitMention(
            form: formIndex,
            name: start < nameStart && chain.elements.isEmpty
                ? ending : (chain.innermost?.name ?? "") + ending,
            ending: ending, chain: chain, range: whole, part: part(whole, text, subordinate))
        mention.isProper = start < nameStart && chain.elements.isEmpty
        guard mention.isProper, let own = leadingPlace(start..<nameStart, in: text) else {
            return mention
        }
        return UnitMention(
            form: formIndex, name: mention.name, ending: mention.ending, chain: own, range: whole,
            part: mention.part, isProper: true)
    }

    /// The place that a proper name begins with: 云岭县 of 云岭县人民医院.
    private func leadingPlace(_ range: Range<Int>, in text: [UInt32]) -> PlaceChain? {
        for end in range.dropFirst(2).reversed() where LevelVotes.level(text[end - 1]) != nil {
            let chain = PlaceChain(endingAt: end, in: text, gazetteer, rules.places)
            if chain.isNamed, chain.start == range.lowerBound { return chain }
        }
        return nil
    }

    /// The proper name of a school or centre: two to six characters from a clause's start that
    /// are no pronoun (全镇初中).
    private func properName(before end: Int, _ ending: String, _ text: [UInt32]) -> (Int, String)? {
        var start = end
        while start > 0, end - start < 8, text[start - 1].isHan,
            !Self.timeEnds.contains(text[start - 1])
        {
            start -= 1
        }
        let isFree =
            start == 0 || !text[start - 1].isHan || Self.timeEnds.contains(text[start - 1])
        start = rules.places.afterVerb(start, before: end, in: text)
        guard isFree, end - start >= 2, end - start < 8, !Self.pronounBegins.contains(text[start]),
            rules.places.mayName(text[start..<end])
        else { return nil }
        let proper = PlaceChain.string(text[start..<end]) + ending
        var masked = start
        while masked > 0, start - masked < 6, YearNumber.isMask(text[masked - 1]) { masked -= 1 }
        return masked < start ? (masked, "XX" + proper) : (start, proper)
    }

    private func part(_ range: Range<Int>, _ text: [UInt32], _ subordinate: [Range<Int>])
        -> UnitMention.Part
    {
        if subordinate.contains(where: { $0.overlaps(range) }) { return .other }
        let before = text[..<range.lowerBound]
        if rules.selfBefore.contains(where: { before.suffix($0.count) == $0[...] }) {
            return .subject
        }
        if rules.otherBefore.contains(where: { before.suffix($0.count) == $0[...] }) {
            return .other
        }
        guard let last = before.last else { return .subject }
        if last == 0x3001 || last == 0x300A { return .other }  // 、《
        if range.upperBound < text.count, text[range.upperBound] == 0x3001 { return .other }
        guard last.endsClause || Self.timeEnds.contains(last) else { return .plain }
        // 县妇联副主席王某 came, not the federation.
        let behind = text[range.upperBound...]
        return rules.officerBehind.contains(where: behind.starts) ? .plain : .subject
    }

    /// What stands between 在 and 领导下, and inside 《》.
    private func subordinateSpans(_ text: [UInt32]) -> [Range<Int>] {
        var spans: [Range<Int>] = []
        for index in text.indices {
            if text[index] == Self.down, index > 0,
                rules.under.contains(where: { text[..<index].suffix($0.count) == $0[...] })
            {
                var start = index
                while start > 0, index - start < 90, !text[start - 1].endsSentence {
                    start -= 1
                    if text[start] == Self.at { break }
                }
                if text[start] == Self.at { spans.append(start..<index) }
            } else if text[index] == 0x300A {
                var end = index
                while end < text.count, text[end] != 0x300B { end += 1 }
                spans.append(index..<end)
            }
        }
        return spans
    }

    private static let street: UInt32 = 0x9053  // 道
    private static let down: UInt32 = 0x4E0B  // 下
    private static let at: UInt32 = 0x5728  // 在
    private static let pronounBegins = Set(foldedScalars("全我各本在由与和对为是该这从到"))
    private static let timeEnds = Set(foldedScalars("年月日来间度里后季期届"))
}
