/// How a text looks that has lost the number before a measure word: 就业率.%, 全区家阳光之家,
/// “阳光卡”张， (数字丢失). The units are those of `unit-kinds.yml`.
enum LostNumber: Sendable {
    case share, house, piece, person, batch, sheet, total
}

extension FoldedText {
    /// The amount without a value whose measure word begins at `index`.
    func lostAmount(at index: Int, floor: Int, measures: MeasureWords) -> Amount? {
        guard let measure = measures.match(in: self, at: index),
            let loss = measures.units[measure.unit].loss,
            isLost(loss, index..<measure.end, unit: measure.unit, of: measures)
        else { return nil }
        return Amount(
            value: nil, unit: measure.unit, kind: measures.units[measure.unit].kind,
            range: rawStart(index, floor: floor)..<measure.end, isApproximate: false)
    }

    private func isLost(
        _ loss: LostNumber, _ range: Range<Int>, unit: Int, of measures: MeasureWords
    ) -> Bool {
        let before = scalar(range.lowerBound - 1)
        let next = scalar(range.upperBound)
        switch loss {
        case .share:
            return before == 0x2E || isHan(before) && before != 0x4E4B
        case .house:
            return
                (isClauseStart(range.lowerBound) || before == 0x4E86 || before == 0x7B49
                || Self.areas.contains(before) && scalar(range.lowerBound - 2) == 0x5168)
                && (isHan(next) || next == 0x201C) && !measures.isWord(unit, before: next)
        case .piece:
            return before == 0x7B49 && isHan(next) && !measures.isWord(unit, before: next)
                || Self.founded.length(before: range.lowerBound, in: self) != nil
        case .person:
            return before == 0x4E86 && isHan(next) && !measures.isWord(unit, before: next)
        case .batch:
            return (before == 0x7EC7 || before == 0x6D3E)
                && !kind(range.upperBound).isDisjoint(with: [.digit, .mask])
        case .sheet:
            return before == 0x201D && isClauseEnd(range.upperBound)
        case .total:
            return isHan(before) && isClauseEnd(range.upperBound)
                && !Self.countWords.contains(before)
        }
    }

    /// A little of what stands before, so that a reader recognises the place.
    private func rawStart(_ index: Int, floor: Int) -> Int {
        var start = index
        while start > max(floor, index - 2),
            kind(start - 1).isDisjoint(with: [
                .sentenceEnd, .clauseEnd, .itemEnd, .digit, .listComma,
            ])
        {
            start -= 1
        }
        return start
    }

    private func isClauseStart(_ index: Int) -> Bool {
        index > 0 && !kind(index - 1).isDisjoint(with: .boundary)
    }

    private func isClauseEnd(_ index: Int) -> Bool {
        index >= count
            || !kind(index).isDisjoint(with: [.sentenceEnd, .itemEnd, .clauseEnd, .listComma])
    }

    private func isHan(_ scalar: UInt32) -> Bool {
        scalar >= 0x4E00 && scalar <= 0x9FFF
    }

    private static let founded = RuleWords(["已成立有"])
    /// 每公里, 近人次 and numerals: nothing is lost there.
    private static let countWords = ScalarSet("每各几数多余万千百十亿两半平")
    private static let areas = ScalarSet("区县市镇乡省州")
}
