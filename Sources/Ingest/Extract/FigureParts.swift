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
                found, cues)
            if let part = differencePart(of: amount, clause: clause, found) { figure.part = part }
            if isChanged(index, of: indices) {
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
        if isOfEarlierYear(record), let first = figures.indices.first,
            figures.allSatisfy({ $0.part != .head && $0.part != nil }),
            figures[first].part == .previous
        {
            figures[first].part = .head
        }
        markEarlierYears(&figures)
        markSummed(&figures)
        keepOneHead(&figures)
        return figures.map { settled($0, status: status) }
    }

    /// 去年举办讲座10场 is a record of last year's own.
    private func isOfEarlierYear(_ record: Range<Int>) -> Bool {
        words.element(at: record.lowerBound)?.kind.contains(.period) ?? false
    }

    /// In plans and in what was not done, a figure is what was meant.
    private func settled(_ figure: Figure, status: Activity.Status) -> Quantity.Part {
        let part = figure.part ?? .head
        guard status != .done else { return part }
        let isStock = part == .other && !figure.amount.kind.contains(.time)
        return part == .head || isStock ? .target : part
    }

    // MARK: One figure

    private func part(
        of amount: Amount, clause: Int, floor: Int, before figures: [Figure],
        after earlier: Range<Int>, _ found: [FigureCues.Cue], _ cues: FigureCues
    ) -> Quantity.Part? {
        if amount.kind.contains(.age) { return .age }
        let start = amount.range.lowerBound
        let own = found.prefix { $0.range.upperBound <= start }.reversed().prefix {
            $0.range.lowerBound >= clause
        }
        let cue = own.first {
            // 原定进村50场: 进村 would need a figure to be contained in.
            switch $0.group {
            case .subset: figures.contains { isSameUnit($0.amount, amount) }
            // 小学生40名每人800元、初中生36名: what each got says nothing of the next number of people.
            case .perItem:
                $0.range.lowerBound >= floor
                    || figures.last.map {
                        isSameUnit($0.amount, amount)
                    } ?? true
            case .found: isFound(amount, among: figures.map(\.amount), after: earlier)
            default: true
            }
        }
        let isOwn = cue.map { $0.range.lowerBound >= floor } ?? false
        let behind = cues.cue(at: amount.range.upperBound, in: text)
        if behind == .behind { return .target }
        if amount.kind.contains(.rate) {
            // 超出计划近一倍 is a rate; 目标90% may be a target.
            return ratePart(amount.kind.contains(.percent) ? cue : nil, isOwn: isOwn, start)
        }
        if amount.kind.contains(.time) { return timePart(cue, amount) }
        if scalar(start - 1) == 0x79BB { return .target }  // 离2800万元还差
        if scalar(start - 1) == 0x5404, amount.kind.contains(.money) { return .perItem }  // 各1万元
        if Self.atLeast.length(at: start, in: text) != nil, cue?.group != .perItem {
            return .target
        }
        if behind == .actor, figures.contains(where: { isSameUnit($0.amount, amount) }) {
            return .head
        }
        if cue == nil || cue?.group == .head,
            isNamedShare(amount, among: figures.map(\.amount), after: earlier)
        {
            return .ofWhich
        }
        guard let cue else { return isPlace(amount, cues) ? .other : nil }
        switch cue.group {
        case .head where isWithStock(cue, own): return .other
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

    // MARK: Figures beside each other

    /// 由A到B, 从两处变成四处: A was before.
    private func isChanged(_ index: Int, of indices: Range<Int>) -> Bool {
        guard index + 1 < indices.upperBound, amounts[index + 1].unit == amounts[index].unit else {
            return false
        }
        let range = amounts[index].range
        let gap = range.upperBound..<amounts[index + 1].range.lowerBound
        guard gap.count <= 8, gap.contains(where: { Self.changeEnds.contains(scalar($0)) }),
            !gap.contains(where: { !text.kind($0).isDisjoint(with: .boundary) })
        else { return false }
        var place = range.lowerBound - 1
        let limit = max(0, place - Self.longestChange)
        while place >= limit, text.kind(place).isDisjoint(with: .boundary) {
            if Self.changeLeads.contains(scalar(place)) { return true }
            place -= 1
        }
        return false
    }

    /// How far before a figure 由 and 从 may stand, names of places between.
    private static let longestChange = 24

    /// 8个点有6个请到了, 19份里有4份: the first is the whole there was, the second what came of it, or,
    /// behind 里, a share.
    private func partOfWhole(_ index: Int, of indices: Range<Int>) -> Quantity.Part? {
        func joint(_ first: Int) -> (has: Bool, isShare: Bool) {
            let left = amounts[first]
            let right = amounts[first + 1]
            let gap = left.range.upperBound..<right.range.lowerBound
            guard left.unit == right.unit, gap.count <= 6,
                gap.contains(where: { scalar($0) == 0x6709 }),
                !gap.contains(where: { !text.kind($0).isDisjoint(with: .boundary) }),
                left.value ?? 0 > right.value ?? .infinity
            else { return (false, false) }
            return (true, gap.contains { scalar($0) == 0x91CC || scalar($0) == 0x4E2D })
        }
        if index + 1 < indices.upperBound, joint(index).has { return .other }
        guard index > indices.lowerBound else { return nil }
        let before = joint(index - 1)
        return before.has ? (before.isShare ? .ofWhich : .head) : nil
    }

    private static let changeLeads = ScalarSet("由从")
    private static let changeEnds = ScalarSet("到至成为")

    /// 每名500元，初中生800元: a figure without a cue goes with the one before it in a list.
    private func inherited(_ figure: Figure, from figures: [Figure]) -> Quantity.Part? {
        guard let last = figures.last else { return nil }
        // 每户米10斤、油5升
        let isNext =
            scalar(last.amount.range.upperBound) == 0x3001
            && figure.amount.range.lowerBound - last.amount.range.upperBound <= 4
        if last.part == .perItem, isNext, !figure.amount.kind.contains(.human) { return .perItem }
        // 其中高中生86名、每人3000元，初中生122名: over what each got.
        let isOver = last.part == .perItem && last.amount.unit != figure.amount.unit
        let share = isOver ? figures.dropLast().last : last
        guard let share, share.amount.unit == figure.amount.unit, let part = share.part,
            part == .ofWhich || part == .perItem
        else { return nil }
        let gap = last.amount.range.upperBound..<figure.amount.range.lowerBound
        guard gap.count <= 14, let first = gap.first, Self.listCommas.contains(scalar(first)) else {
            return nil
        }
        let isDone = gap.contains { scalar($0) == 0x4E86 }
        return isDone ? nil : part
    }

    private static let listCommas = ScalarSet(",、")

    /// Of several heads of one unit a later smaller one is contained in the first; an earlier one that
    /// a larger one follows is only a part of the way there.
    private func keepOneHead(_ figures: inout [Figure]) {
        for place in figures.indices where figures[place].part == nil {
            let own = figures[place]
            let earlier = figures[..<place].last {
                $0.part == .head && isSameUnit($0.amount, own.amount)
            }
            figures[place].part = .head
            guard let earlier, own.clause != earlier.clause, let value = own.amount.value,
                let first = earlier.amount.value
            else { continue }
            if value < first { figures[place].part = .ofWhich }
        }
        for place in figures.indices where figures[place].part == .head {
            let own = figures[place]
            guard let value = own.amount.value, own.amount.kind.contains(.person) else { continue }
            let isSurpassed = figures[(place + 1)...].contains {
                $0.part == .head && isSameUnit($0.amount, own.amount)
                    && $0.clause != own.clause && ($0.amount.value ?? 0) >= value * 2
            }
            if isSurpassed { figures[place].part = .other }
        }
    }

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
