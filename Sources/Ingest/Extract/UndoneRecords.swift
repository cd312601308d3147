/// Whose record it is that something was not done (未做归属).
extension ClauseReader {
    /// 原想再办1期, 没挤出钱来: the record before tells what was meant, before any figure.
    private func lastIsIntended(_ assembler: RecordAssembler) -> Bool {
        guard let last = assembler.records.last else { return false }
        let meant = firstWord(in: words.beginning(in: last.range)) { $0.kind.contains(.intended) }
        guard let meant else { return false }
        return amounts.beginning(in: last.range.lowerBound..<meant.range.lowerBound).isEmpty
    }

    /// Whether something meant in the record before was not done.
    func isIntended(
        _ reading: ClauseReading, at index: Int, in clauses: [Clause],
        _ assembler: inout RecordAssembler
    ) -> Bool {
        guard reading.isUndone else { return false }
        if lastIsIntended(assembler) { return true }
        guard reading.isBare, index > 0,
            assembler.end > clauses[index - 1].range.lowerBound
        else { return false }
        if reading.verb?.kind.contains(.undone) == true || !lastIsDone(assembler) { return true }
        // 只办了一期，第二期报名的不到10人，没凑成: the clause before it is what was not done.
        let before = clauses[index - 1].range.lowerBound
        if Self.others.contains(scalar(before)) { assembler.cutLast(before: before) }
        return false
    }

    /// 第二期, 另两场, 其余, 剩下
    private static let others = ScalarSet("第另其剩余")

    /// 没喊齐 as a sentence of its own tells of nothing.
    func isBareAlone(_ clauses: [Clause], at index: Int) -> Bool {
        index == 0 || clauses[index - 1].item != clauses[index].item
    }

    /// 课讲了3场 before 没讲完: something was done of it.
    private func lastIsDone(_ assembler: RecordAssembler) -> Bool {
        guard let last = assembler.records.last, !last.isUndone else { return false }
        return last.range.contains { place in
            scalar(place) == 0x4E86
                && !amounts.beginning(in: place + 1..<place + 3).isEmpty
        }
    }

    /// Where the item of a clause begins, at most four clauses before it.
    func itemStart(_ clauses: [Clause], at index: Int) -> Int {
        var first = index
        while first > 0, index - first < 4, clauses[first - 1].item == clauses[index].item {
            first -= 1
        }
        return clauses[first].range.lowerBound
    }
}
