import ReportModel
import Segmentation
import Vocabulary

/// The words of `approximations.yml`: what around a number makes it approximate (约数用词).
struct Approximations: Sendable {
    private enum Group: String { case before, behind, not }

    private let before: RuleWords
    private let behind: RuleWords
    private let not: RuleWords

    /// - Throws: `ReportError` when the file is broken or names an unknown group.
    init() throws(ReportError) {
        var words: [Group: [String]] = [:]
        for (group, row) in try WordRow.rows("approximations.yml", groups: Group.self) {
            words[group, default: []] += row.words.map { Folding.standard.folded($0) }
        }
        func list(_ group: Group) -> RuleWords {
            RuleWords((words[group] ?? []).sorted { $0.count > $1.count })
        }
        before = list(.before)
        behind = list(.behind)
        not = list(.not)
    }

    /// The length of the word that stands right before a number and does not begin before `floor`;
    /// 0 without one. 附近3户 and 彩超6台 have none.
    func length(before start: Int, notBefore floor: Int, in text: borrowing FoldedText) -> Int {
        guard let length = before.length(before: start, notBefore: floor, in: text) else {
            return 0
        }
        return not.length(before: start, in: text) == nil ? length : 0
    }

    /// The length of the word that stands right behind a number or its measure word; 0 without one.
    func length(behind end: Int, in text: borrowing FoldedText) -> Int {
        guard let length = behind.length(at: end, in: text) else { return 0 }
        // 3人上下班, 5人以下: the first goes on as another word.
        let goesOn = text.scalar(end) == 0x4E0A && Self.moves.contains(text.scalar(end + length))
        return goesOn ? 0 : length
    }

    /// 上下班, 上下车, 上下学.
    private static let moves = ScalarSet("班车学联级楼游")
}
