import ReportModel
import Segmentation
import Vocabulary

/// The words of `figure-parts.yml`, which tell what a figure says about its activity (角色线索).
struct FigureCues: Sendable {
    enum Group: String {
        case head
        case ofWhich = "of-which"
        case subset, found, target, previous
        case perItem = "per-item"
        case other, behind, place, actor, worked, none
    }

    /// A cue where it stands in a text.
    struct Cue {
        let group: Group
        let range: Range<Int>
    }

    private let matcher: TermMatcher
    private let groups: [Group]
    /// The first scalars of the cues that stand before figures.
    private let heads: ScalarSet
    private let behind: TermMatcher
    private let behindGroups: [Group]

    /// - Throws: `ReportError` when the file is broken or names an unknown group.
    init() throws(ReportError) {
        var before: [(String, Group)] = []
        var behind: [(String, Group)] = []
        for (group, row) in try WordRow.rows("figure-parts.yml", groups: Group.self) {
            let words = row.words.map { ($0, group) }
            if [.behind, .place, .actor].contains(group) {
                behind += words
            } else {
                before += words
            }
        }
        matcher = TermMatcher(before.map(\.0))
        groups = before.map(\.1)
        heads = ScalarSet(before.compactMap { Folding.standard.fold($0.0).first })
        self.behind = TermMatcher(behind.map(\.0))
        behindGroups = behind.map(\.1)
    }

    /// The cues of a range that stand before figures, outside quotation marks, from left to right.
    /// O(range).
    func cues(
        in range: Range<Int>, of text: borrowing FoldedText, regions: TextRegions,
        into found: inout [Cue]
    ) {
        found.removeAll(keepingCapacity: true)
        let scalars = text.scalars.span
        var start = range.lowerBound
        while start < range.upperBound {
            if heads.contains(scalars[start]),
                let match = matcher.longestMatch(in: scalars, at: start)
            {
                let group = groups[match.term]
                if match.end <= range.upperBound, group != .none, !regions.isQuoted(start) {
                    found.append(Cue(group: group, range: start..<match.end))
                }
                start = match.end
            } else {
                start += 1
            }
        }
    }

    /// The cue that begins at a place behind a figure.
    func cue(at place: Int, in text: borrowing FoldedText) -> Group? {
        guard place < text.count else { return nil }
        return behind.longestMatch(in: text.scalars.span, at: place).map { behindGroups[$0.term] }
    }
}
