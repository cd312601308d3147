import ReportModel
import Segmentation
import Vocabulary

/// The words of `partners.yml`: where a partner is named, and how the names of bodies end (合作方词表).
struct PartnerWords: Sendable {
    enum Group: String, CaseIterable {
        case lead, joint, by, from, under, none
        case help, support, ending, loose, general, sector, word, people, lower, ruled, giver,
            together
        case hand

        /// Whether a name may follow.
        fileprivate var leads: Bool {
            switch self {
            case .lead, .joint, .by, .from, .under, .none: true
            default: false
            }
        }
    }

    private let matcher: TermMatcher
    private let groups: [Group]
    private let words: [Group: RuleWords]

    /// - Throws: `ReportError` when the file is broken or names an unknown group.
    init() throws(ReportError) {
        var leads: [(String, Group)] = []
        var words: [Group: [String]] = [:]
        for (group, row) in try WordRow.rows("partners.yml", groups: Group.self) {
            if group.leads {
                leads += row.words.map { ($0, group) }
            } else {
                words[group, default: []] += row.words
            }
        }
        matcher = TermMatcher(leads.map(\.0))
        groups = leads.map(\.1)
        self.words = words.mapValues { RuleWords($0.sorted { $0.count > $1.count }) }
    }

    /// The lead that begins at a place, and where it ends.
    @inline(__always)
    func lead(at place: Int, in text: borrowing FoldedText) -> (group: Group, end: Int)? {
        guard place < text.count else { return nil }
        return matcher.longestMatch(in: text.scalars.span, at: place).map {
            (groups[$0.term], $0.end)
        }
    }

    /// The length of the word of a group that ends before a place.
    func length(
        of group: Group, before end: Int, notBefore start: Int, in text: borrowing FoldedText
    )
        -> Int?
    {
        words[group]?.length(before: end, notBefore: start, in: text)
    }

    /// The length of the word of a group that begins at a place.
    func length(of group: Group, at place: Int, in text: borrowing FoldedText) -> Int? {
        words[group]?.length(at: place, in: text)
    }

    /// Whether a word of a group begins in a range.
    func has(_ group: Group, in range: Range<Int>, of text: borrowing FoldedText) -> Bool {
        for place in range where length(of: group, at: place, in: text) != nil { return true }
        return false
    }
}
