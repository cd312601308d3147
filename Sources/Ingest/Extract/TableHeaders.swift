import ReportModel
import Segmentation
import Vocabulary

/// The words of `table-headers.yml`, which tell what the columns of a table hold (表头词表).
struct TableHeaders: Sendable {
    enum Column: Hashable {
        case skip, name, unit
        case figure(Quantity.Part)
        /// 2016年: the latest year of a header is the head, the others came before.
        case year(Int)
    }

    private enum Group: String, CaseIterable {
        case skip, other, rate, previous
        case ofWhich = "of-which"
        case target, head, name, unit, total
    }

    private var words: [Group: [[UInt32]]] = [:]

    /// - Throws: `ReportError` when the file is broken or names an unknown group.
    init() throws(ReportError) {
        for (group, row) in try WordRow.rows("table-headers.yml", groups: Group.self) {
            words[group, default: []] += row.words.map { Folding.standard.fold($0) }
        }
    }

    /// What a column holds by its header; `nil` when the words do not tell.
    func column(_ header: String) -> Column? {
        let plain = TableRow.withoutUnit(header).name
        let scalars = Folding.standard.fold(plain).filter { $0 > 0x20 }
        if isOne(scalars, of: .unit) { return .unit }
        if isOne(scalars, of: .name) { return .name }
        if has(scalars, .skip) { return .skip }
        if has(scalars, .other) { return .figure(.other) }
        if has(scalars, .rate) || TableRow.withoutUnit(header).unit == "%" { return .figure(.rate) }
        if has(scalars, .previous) { return .figure(.previous) }
        if has(scalars, .ofWhich) { return .figure(.ofWhich) }
        let target = lastEnd(in: scalars, of: .target)
        let head = lastEnd(in: scalars, of: .head)
        if target > 0 || head > 0 { return .figure(target >= head ? .target : .head) }
        return Self.year(scalars).map { .year($0) }
    }

    /// 合计, 小计: a row that adds up others.
    func isTotal(_ name: String) -> Bool {
        isOne(Folding.standard.fold(name).filter { $0 > 0x20 }, of: .total)
    }

    private func isOne(_ scalars: [UInt32], of group: Group) -> Bool {
        words[group]?.contains(scalars) ?? false
    }

    private func has(_ scalars: [UInt32], _ group: Group) -> Bool {
        lastEnd(in: scalars, of: group) > 0
    }

    /// Where the last word of a group ends, the longest where several do; 0 without one.
    private func lastEnd(in scalars: [UInt32], of group: Group) -> Int {
        var last = 0
        for word in words[group] ?? [] where word.count <= scalars.count {
            for start in 0...(scalars.count - word.count)
            where scalars[start..<start + word.count].elementsEqual(word) {
                // 完成任务 is longer than 任务, which ends at the same place.
                last = max(last, (start + word.count) * 16 + min(word.count, 15))
            }
        }
        return last
    }

    /// 2016年, 2016年度 and nothing else.
    private static func year(_ scalars: [UInt32]) -> Int? {
        guard (4...6).contains(scalars.count),
            scalars.prefix(4).allSatisfy({ (0x30...0x39).contains($0) })
        else { return nil }
        let year = scalars.prefix(4).reduce(0) { $0 * 10 + Int($1) - 0x30 }
        let rest = scalars.dropFirst(4)
        return (1949...2100).contains(year) && rest.allSatisfy { $0 == 0x5E74 || $0 == 0x5EA6 }
            ? year : nil
    }
}
