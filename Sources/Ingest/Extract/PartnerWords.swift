import ReportModel
import Segmentation
import Vocabulary

/// The words of `partners.yml`: where a partner is named, and how the names of bodies end (合作方词表).
struct PartnerWords: Sendable {
    enum Group: String { case lead, joint, by, from, ending, funder }

    private let matcher: TermMatcher
    private let groups: [Group]
    private let endings: RuleWords
    private let funders: RuleWords

    /// - Throws: `ReportError` when the file is broken or names an unknown group.
    init() throws(ReportError) {
        var leads: [(String, Group)] = []
        var endings: [String] = []
        var funders: [String] = []
        for (group, row) in try WordRow.rows("partners.yml", groups: Group.self) {
            switch group {
            case .ending: endings += row.words
            case .funder: funders += row.words
            default: leads += row.words.map { ($0, group) }
            }
        }
        matcher = TermMatcher(leads.map(\.0))
        groups = leads.map(\.1)
        self.endings = RuleWords(endings.sorted { $0.count > $1.count })
        self.funders = RuleWords(funders.sorted { $0.count > $1.count })
    }

    /// The lead that begins at a place, and where it ends.
    @inline(__always)
    func lead(at place: Int, in text: borrowing FoldedText) -> (group: Group, end: Int)? {
        matcher.longestMatch(in: text.scalars.span, at: place).map { (groups[$0.term], $0.end) }
    }

    /// Whether a body's name may end before a place.
    func isEnd(_ place: Int, notBefore start: Int, in text: borrowing FoldedText) -> Bool {
        endings.length(before: place, notBefore: start, in: text) != nil
    }

    func isFunder(at place: Int, in text: borrowing FoldedText) -> Bool {
        funders.length(at: place, in: text) != nil
    }
}
