import ReportModel

/// What each figure of a record says about it (数字角色): by the nearest cue before it in its clause,
/// by its unit, and by the figures before it.
extension ClauseReader {
    /// A figure with the evidence for its part.
    private struct Figure {
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
    func parts(
        of indices: Range<Int>, in record: Range<Int>, status: Activity.Status, cues: FigureCues
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
                of: amount, clause: clause, floor: before, before: figures, found, cues)
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
        _ found: [FigureCues.Cue], _ cues: FigureCues
    ) -> Quantity.Part? {
        if amount.kind.contains(.age) { return .age }
        let start = amount.range.lowerBound
        let own = found.prefix { $0.range.upperBound <= start }.reversed().prefix {
            $0.range.lowerBound >= clause
        }
        let cue = own.first {
            // 原定进村50场: 进村 would need a figure to be contained in.
            $0.group != .subset || figures.contains { isSameUnit($0.amount, amount) }
        }
        let isOwn = cue.map { $0.range.lowerBound >= floor } ?? false
        if cues.cue(at: amount.range.upperBound, in: text) == .behind { return .target }
        if amount.kind.contains(.rate) { return ratePart(cue, isOwn: isOwn, start) }
        if amount.kind.contains(.time) { return timePart(cue, amount) }
        if scalar(start - 1) == 0x79BB { return .target }  // 离2800万元还差
        if Self.atLeast.length(at: start, in: text) != nil, cue?.group != .perItem {
            return .target
        }
        guard let cue else { return isPlace(amount, cues) ? .other : nil }
        switch cue.group {
        case .head: return isOwn || figures.last?.part == .head ? .head : nil
        case .ofWhich: return figures.isEmpty ? nil : .ofWhich
        case .subset: return .ofWhich
        case .target: return .target
        case .previous: return .previous
        case .perItem: return .perItem
        case .other: return isOwn ? .other : nil
        case .behind, .place, .worked: return isPlace(amount, cues) ? .other : nil
        }
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
        case .ofWhich, .subset: return .ofWhich
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
        guard gap.count <= 6, gap.contains(where: { Self.changeEnds.contains(scalar($0)) }),
            !gap.contains(where: { !text.kind($0).isDisjoint(with: .boundary) })
        else { return false }
        let lead = max(0, range.lowerBound - 10)..<range.lowerBound
        return lead.contains { Self.changeLeads.contains(scalar($0)) }
    }

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
        guard let last = figures.last, last.amount.unit == figure.amount.unit,
            let part = last.part, part == .ofWhich || part == .perItem
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
    private func isSameUnit(_ left: Amount, _ right: Amount) -> Bool {
        left.unit == right.unit
            || left.kind.contains(.human) && right.kind.contains(.human)
    }

    /// 每月1 150元，2011年是600元: a year told for comparison.
    private func isEarlier(_ figure: Figure, after figures: [Figure]) -> Bool {
        guard figure.year != nil, figures.contains(where: { isSameUnit($0.amount, figure.amount) })
        else { return false }
        let lead = figure.clause..<figure.amount.range.lowerBound
        guard let year = lead.last(where: { scalar($0) == 0x5E74 }) else { return false }
        return figure.amount.range.lowerBound - year <= 4
            && Self.states.contains(scalar(year + 1))
    }

    private static let states = ScalarSet("是只仅为才")

    /// 本科4 000元、专科2 500元，一共11.05万元: what is summed up is contained in the sum, or, when the
    /// sum is far larger, was given to each.
    private func markSummed(_ figures: inout [Figure]) {
        for place in figures.indices.dropFirst() where figures[place].part == .head {
            let own = figures[place]
            guard own.amount.kind.contains(.money), let total = own.amount.value else { continue }
            let parts = figures.indices.prefix(place).filter {
                figures[$0].part == nil && figures[$0].amount.unit == own.amount.unit
            }
            guard parts.count > 1 else { continue }
            let sum = parts.reduce(0) { $0 + (figures[$1].amount.value ?? 0) }
            guard sum <= total else { continue }
            for part in parts { figures[part].part = sum == total ? .ofWhich : .perItem }
        }
    }

    /// 2019年38.6万元，2011年9万元: the earlier year's figure is no head of this record.
    private func markEarlierYears(_ figures: inout [Figure]) {
        guard let last = figures.compactMap(\.year).max() else { return }
        for place in figures.indices where (figures[place].part ?? .head) == .head {
            let own = figures[place]
            guard let year = own.year, year < last else { continue }
            let hasLater = figures.contains {
                $0.year == last && isSameUnit($0.amount, own.amount)
                    && ($0.part ?? .head) == .head
            }
            if hasLater { figures[place].part = .previous }
        }
    }

    /// The last year in four digits before a figure.
    private func year(in range: Range<Int>) -> Int? {
        for index in range.reversed() where scalar(index) == 0x5E74 && index >= 4 {
            let digits = index - 4..<index
            guard digits.allSatisfy({ text.kind($0).contains(.digit) }) else { continue }
            return digits.reduce(0) { $0 * 10 + Int(scalar($1)) - 0x30 }
        }
        return nil
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
