/// Whether a verb and what stands around it are concrete (具体性).
extension ClauseReader {
    /// What stands around the verb.
    struct Evidence {
        var hasName = false
        /// Anything in quotation marks behind the verb.
        var hasQuote = false
        /// Any amount, lengths of time and shares included.
        var hasFigure = false
        var hasCount = false
        /// A count above 一支, 一个, which are articles beside 打造 and its kin.
        var hasRealCount = false
        /// A preposition opens a phrase before the verb.
        var isOpen = false
        /// 的 stands behind a weak verb.
        var hasModifier = false
        /// An adverb stands right before the verb.
        var isAdverbial = false
        var isSpecific = false
        var isGeneral = false
        /// Concrete work stands before the verb: 朗诵会在礼堂举行.
        var isLedByWork = false
        var hasPerson = false
        /// A verb of a deed stands behind it: 组织妇联主席到邻县|参观.
        var hasDeed = false
        var endsAbstract = false
        var hasStatistic = false
        var objectLength = 0

        /// - Parameters:
        ///   - inside: the words of the part.
        ///   - counts: the amounts of the part, those that count nothing among them.
        init(
            head: Word, range: Range<Int>, inside: Range<Int>, counts: Range<Int>,
            hasFigure: Bool, reader: borrowing ClauseReader
        ) {
            self.hasFigure = hasFigure
            var start = head.range.upperBound
            while start < range.upperBound, ClauseReader.aspects.contains(reader.scalar(start)) {
                start += 1
            }
            objectLength = range.upperBound - start
            if !reader.regions.names.isEmpty {
                let behind = min(start, range.upperBound)..<range.upperBound
                let names = reader.regions.names.inside(behind)
                for name in names where !hasName {
                    hasName = reader.isProgramme(reader.regions.names[name], behind: start)
                }
                hasQuote = !names.isEmpty
            }
            var place = start
            while head.kind.contains(.result), place < range.upperBound, !hasModifier {
                hasModifier = reader.scalar(place) == 0x7684
                place += 1
            }
            hasCount = reader.hasCount(in: counts)
            hasRealCount = reader.hasCount(in: counts) {
                reader.scalar($0.range.lowerBound) != 0x4E00
            }
            for index in inside {
                let word = reader.words[index]
                if word.kind.contains(.preposition), word.range.lowerBound < head.range.lowerBound {
                    isOpen = true
                }
                if word.kind.contains(.adverb), word.range.upperBound == head.range.lowerBound {
                    isAdverbial = true
                }
                if word.kind.contains(.compound) { continue }
                if word.kind.contains(.statistic) { hasStatistic = true }
                if word.kind.contains(.person) { hasPerson = true }
                guard word.range.lowerBound >= start else {
                    if word.kind.contains(.specific) { isLedByWork = true }
                    continue
                }
                if word.kind.contains(.specific) { isSpecific = true }
                let deeds: WordKind = [.hold, .carry, .deed]
                if !word.kind.isDisjoint(with: deeds), word.kind.isDisjoint(with: .noun),
                    word.range.count > 1
                {
                    hasDeed = true
                }
                if word.kind.contains(.general) { isGeneral = true }
            }
            guard let last = inside.last.map({ reader.words[$0] }),
                last.range.upperBound >= range.upperBound - 1, last.range.lowerBound >= start
            else { return }
            endsAbstract = last.kind.contains(.abstract) && last.kind.isDisjoint(with: .specific)
        }
    }

    /// 了 过 着
    static let aspects = ScalarSet("了过着")

    func isConcrete(_ head: Word, _ evidence: Evidence) -> Bool {
        let kind = head.kind
        let isMarked = evidence.hasName || evidence.hasCount
        if evidence.hasStatistic, !kind.contains(.hold) { return false }
        if kind.contains(.finish), kind.isDisjoint(with: [.hold, .carry, .deed, .build]) {
            return telling == .plan || kinds.contains(.future) || evidence.hasRealCount
                || isMarked && evidence.isSpecific
        }
        if kind.contains(.short) {
            return isMarked || evidence.isSpecific || evidence.hasFigure || evidence.hasQuote
        }
        if kind.contains(.hold) {
            if evidence.objectLength == 0 { return evidence.isLedByWork }
            return evidence.objectLength >= 2 && (!evidence.endsAbstract || isMarked)
        }
        // 参加活动的孩子: a weak verb with 的 behind it describes somebody.
        if kind.contains(.result), evidence.hasModifier, !evidence.hasCount { return false }
        if kind.contains(.carry) {
            if evidence.objectLength < 2 { return evidence.hasCount }
            if isMarked || evidence.isSpecific { return true }
            if evidence.endsAbstract { return false }
            if evidence.isLedByWork, evidence.isOpen { return true }
            if telling == .plan, evidence.hasDeed { return true }
            return evidence.hasPerson || evidence.isGeneral && evidence.objectLength >= 5
        }
        if kind.contains(.deed) {
            if isMarked || evidence.isSpecific || evidence.hasPerson { return true }
            return evidence.objectLength >= 4 && !evidence.endsAbstract
        }
        if kind.contains(.spend) { return evidence.hasCount || evidence.isSpecific }
        if kind.contains(.spread) {
            if evidence.objectLength == 0 { return evidence.isAdverbial && evidence.isOpen }
            return isMarked || evidence.objectLength >= 4 && !evidence.endsAbstract
        }
        if kind.contains(.build), telling == .plan, evidence.hasFigure {
            return true
        }
        if kind.contains(.build) {
            return evidence.hasRealCount || evidence.hasName && evidence.isSpecific
        }
        return evidence.hasName || evidence.hasRealCount
            || evidence.isSpecific && !evidence.endsAbstract
    }
}
