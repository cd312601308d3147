import ReportModel

/// What each figure of a record says about it (数字角色): by the nearest cue before it in its clause,
/// by its unit, and by the figures before it.
extension ClauseReader {
    /// A figure with the evidence for its part.
    struct Figure {
        let amount: Amount
        /// Where its clause begins.
        let clause: Int
        var part: Quantity.Part?
        /// Whether it was per-item before it became the next: 由每月100元提到200元.
        var wasPerItem = false
        /// The year written before it in its clause.
        var year: Int?
    }

    /// The parts of the amounts of a record, in order. O(length of the record).
    ///
    /// - Parameter earlier: the amounts that stand before the record in its sentence.
    func parts(
        of indices: Range<Int>, in record: Range<Int>, after earlier: Range<Int>,
        status: Activity.Status, cues: FigureCues
    ) -> [Quantity.Part] {
        guard !indices.isEmpty else { return [] }
        var found: [FigureCues.Cue] = []
        cues.cues(in: record, of: text, regions: regions, into: &found)
        var figures: [Figure] = []
        for index in indices {
            let amount = amounts[index]
            let clause = clauseStart(amount.range.lowerBound, from: record.lowerBound)
            let before = figures.last?.amount.range.upperBound ?? record.lowerBound
            var figure = Figure(amount: amount, clause: clause)
            figure.year = year(in: clause..<amount.range.lowerBound)
            figure.part = part(
                of: amount, clause: clause, floor: before, before: figures, after: earlier,
                found, cues, isPlanned: status == .planned)
            if let part = differencePart(of: amount, clause: clause, found) { figure.part = part }
            if amount.kind.contains(.age) {
                figure.part = .age
            } else if isChanged(index, of: indices) {
                figure.wasPerItem = figure.part == .perItem
                figure.part = .previous
            } else if figures.last?.wasPerItem == true, figure.part == .head {
                figure.part = .perItem
            }
            if let part = partOfWhole(index, of: indices) { figure.part = part }
            if isEarlier(figure, after: figures) { figure.part = .previous }
            if figure.part == nil { figure.part = inherited(figure, from: figures) }
            figures.append(figure)
        }
        if isOfEarlierYear(record), !isFollowedByThisYear(record),
            let first = figures.indices.first,
            figures.allSatisfy({ $0.part != .head && $0.part != nil }),
            figures[first].part == .previous
        {
            figures[first].part = .head
        }
        markEarlierYears(&figures)
        markSummed(&figures)
        markShared(&figures)
        markContributions(&figures)
        markStocks(&figures, found)
        markSumsWithNew(&figures, found)
        markInSum(&figures)
        if status != .planned { keepOneHead(&figures) }
        return figures.map { settled($0, status: status) }
    }

    /// 去年举办讲座10场 is a record of last year's own.
    private func isOfEarlierYear(_ record: Range<Int>) -> Bool {
        words.element(at: record.lowerBound)?.kind.contains(.period) ?? false
    }

    /// 去年挂了22户|，今年挂了9户: told for comparison.
    private func isFollowedByThisYear(_ record: Range<Int>) -> Bool {
        let next = record.upperBound + 1
        return scalar(next + 1) == 0x5E74 && (scalar(next) == 0x4ECA || scalar(next) == 0x672C)
    }

    /// In plans and in what was not done, a figure is what was meant.
    private func settled(_ figure: Figure, status: Activity.Status) -> Quantity.Part {
        let part = figure.part ?? .head
        guard status != .done else { return part }
        let isNow = Self.nows.contains(scalar(figure.amount.range.lowerBound - 1))
        if status == .planned, part == .rate, figure.amount.kind.contains(.percent), !isNow {
            return .target
        }
        if status == .notDone, part == .head, isNamedBefore(figure) { return .other }
        let isStock = part == .other && !figure.amount.kind.contains(.time)
        return part == .head || isStock ? .target : part
    }

    /// 两家因机构调整推迟, 报名的不到10人: those of whom it is told, and nothing meant.
    private func isNamedBefore(_ figure: Figure) -> Bool {
        let start = figure.amount.range.lowerBound
        if Self.others.contains(scalar(start - 1)) { return false }
        return start == figure.clause || Self.tellers.contains(scalar(start - 1))
    }

    /// 另 外 余 剩 下 差
    private static let others = ScalarSet("另外余剩下差")
    /// 的 有
    private static let tellers = ScalarSet("的有")

    /// 现为68%, 目前是
    private static let nows = ScalarSet("为是现占")

    // MARK: One figure

    private func part(
        of amount: Amount, clause: Int, floor: Int, before figures: [Figure],
        after earlier: Range<Int>, _ found: [FigureCues.Cue], _ cues: FigureCues, isPlanned: Bool
    ) -> Quantity.Part? {
        if amount.kind.contains(.age) { return .age }
        let start = amount.range.lowerBound
        // 县医院（由原来的中心更名）派4名医生: what a bracket says is no cue behind it.
        let isEnclosed = regions.isEnclosed(start)
        let own = found.prefix { $0.range.upperBound <= start }.reversed().prefix {
            $0.range.lowerBound >= clause
        }.filter { isEnclosed || !regions.isEnclosed($0.range.lowerBound) }
        let cue = own.first {
            // 原定进村50场: 进村 would need a figure to be contained in.
            switch $0.group {
            case .subset:
                figures.contains { isSameUnit($0.amount, amount) }
                    || isShareOfNeighbour(amount, after: earlier)
            // 小学生40名每人800元、初中生36名: what each got says nothing of the next number of people.
            case .perItem:
                $0.range.upperBound >= floor
                    || figures.last.map {
                        isSameUnit($0.amount, amount)
                    } ?? true
            case .worked: amount.kind.contains(.time)
            case .found: isFound(amount, among: figures.map(\.amount), after: earlier)
            default: true
            }
        }
        let isOwn = cue.map { $0.range.lowerBound >= floor } ?? false
        let behind = cues.cue(at: amount.range.upperBound, in: text)
        if behind == .behind { return .target }
        if let verb = verbPart(before: start, floor: max(clause, floor)) { return verb }
        if amount.kind.contains(.rate) {
            // 超出计划近一倍 is a rate; 目标90% may be a target.
            return ratePart(amount.kind.contains(.percent) ? cue : nil, isOwn: isOwn, start)
        }
        if amount.kind.contains(.time) { return timePart(cue, amount) }
        if scalar(start - 1) == 0x79BB { return .target }  // 离2800万元还差
        if let part = basePart(of: amount, cue) { return part }
        if isPriceOfOne(amount) { return .perItem }
        if scalar(start - 1) == 0x5404, amount.kind.contains(.money) { return .perItem }  // 各1万元
        if Self.atLeast.length(at: start, in: text) != nil, cue?.group != .perItem {
            return .target
        }
        if behind == .actor, figures.contains(where: { isSameUnit($0.amount, amount) }) {
            return .head
        }
        if cue == nil, isDue(amount, from: clause) { return .target }
        if isOneOf(amount, clause: clause, among: figures) { return .ofWhich }
        if !isPlanned, cue == nil || cue?.group == .head,
            isNamedShare(amount, among: figures.map(\.amount), after: earlier)
        {
            return .ofWhich
        }
        guard let cue else {
            if isEvening(amount) { return eveningPart(amount) }
            return isPlace(amount, cues) ? .other : nil
        }
        switch cue.group {
        case .head where isWithStock(cue, own): return .other
        case .head where isMeant(cue, own): return .target
        case .head: return isOwn || figures.last?.part == .head ? .head : nil
        case .ofWhich where figures.isEmpty:
            return scalar(cue.range.lowerBound) == 0x5176 && cue.range.lowerBound == clause
                ? .ofWhich : nil
        case .ofWhich: return .ofWhich
        case .target where !isOwn && isAnswer(amount, to: figures.last): return nil
        case .subset, .found: return .ofWhich
        case .target: return .target
        case .previous: return .previous
        case .perItem: return .perItem
        case .other where isOfYear(cue, before: start): return .head
        case .other where amount.kind.contains(.flow) && isSum(cue, from: clause): return .head
        case .other where isOfOne(cue, amount): return .perItem
        case .other where isDifference(cue, from: figures.last, amount): return .previous
        case .other: return isOwn ? .other : nil
        case .behind, .place, .actor, .worked, .none: return isPlace(amount, cues) ? .other : nil
        }
    }

    /// 任务5个只通过3个: the second figure of the unit came of the first.
    private func isAnswer(_ amount: Amount, to last: Figure?) -> Bool {
        guard let last, last.part == .target, last.amount.unit == amount.unit else { return false }
        return !Self.listCommas.contains(scalar(last.amount.range.upperBound))
    }

    /// 增长18%, 完成任务的35% are rates; 目标75%, 去年95% are a target and an earlier one.
    private func ratePart(_ cue: FigureCues.Cue?, isOwn: Bool, _ start: Int) -> Quantity.Part {
        guard let cue, isOwn, cue.group == .target || cue.group == .previous,
            start - cue.range.upperBound <= 2,
            scalar(start - 1) != 0x7684 || scalar(start - 2) == 0x5B9A
        else { return .rate }
        return cue.group == .target ? .target : .previous
    }

    /// 不少于60场 asks for what it counts.
    private static let atLeast = RuleWords(["不少于", "不低于", "至少"])

    private func timePart(_ cue: FigureCues.Cue?, _ amount: Amount) -> Quantity.Part {
        switch cue?.group {
        case .perItem: return .perItem
        case .previous: return .previous
        case .ofWhich, .subset, .found: return .ofWhich
        case .worked: return .head
        default: break
        }
        return (amount.value ?? 0) >= 100 ? .head : .other
    }

    /// 在14个乡镇, 在8个村: where something took place.
    private func isPlace(_ amount: Amount, _ cues: FigureCues) -> Bool {
        guard cues.cue(at: amount.range.upperBound, in: text) == .place else { return false }
        var place = amount.range.lowerBound - 1
        let limit = place - 12
        while place > limit, place >= 0 {
            if Self.placeLeads.contains(scalar(place)) { return true }
            if !text.kind(place).isDisjoint(with: .boundary) { return false }
            place -= 1
        }
        return false
    }

    private static let placeLeads = ScalarSet("在于")

    /// 名, 位 and 人 count the same; 人次 does not.
    func isSameUnit(_ left: Amount, _ right: Amount) -> Bool {
        left.unit == right.unit
            || left.kind.contains(.human) && right.kind.contains(.human)
    }

    /// Where the clause of a figure begins: behind the last mark that ends one, or a bracket.
    private func clauseStart(_ place: Int, from floor: Int) -> Int {
        var start = place
        while start > floor, text.kind(start - 1).isDisjoint(with: .boundary),
            scalar(start - 1) != 0x28
        {
            start -= 1
            guard scalar(start) == 0x29 else { continue }
            // A bracket that closes before the figure is no end of the clause.
            while start > floor, scalar(start) != 0x28 { start -= 1 }
        }
        return start
    }
}
