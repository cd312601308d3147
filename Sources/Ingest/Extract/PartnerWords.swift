import ReportModel
import Segmentation
import Vocabulary

/// The words of `partners.yml`: where a partner is named, and how the names of bodies end (合作方词表).
struct PartnerWords: Sendable {
    enum Group: String, CaseIterable {
        case lead, joint, by, from, under, none
        case help, support, ending, loose, general, sector, word, people, lower, ruled, giver,
            together
        case hand, ruler, vague, nearby, sharing, finding, gift, folk, doer, post, stationed, how

        /// Whether a name may follow.
        fileprivate var leads: Bool {
            switch self {
            case .lead, .joint, .by, .from, .under, .none: true
            default: false
            }
        }
    }

    let help, support, ending, loose, general, sector, word, people, lower, ruled, giver: RuleWords
    let together, hand, ruler, vague, nearby, sharing, finding, gift: RuleWords
    let folk, doer, post, stationed, how: RuleWords

    private let matcher: TermMatcher
    private let groups: [Group]
    /// The first scalars of the leads.
    private let heads: ScalarSet

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
        heads = ScalarSet(leads.compactMap { Folding.standard.fold($0.0).first })
        func list(_ group: Group) -> RuleWords {
            RuleWords((words[group] ?? []).sorted { $0.count > $1.count })
        }
        help = list(.help)
        support = list(.support)
        ending = list(.ending)
        loose = list(.loose)
        general = list(.general)
        sector = list(.sector)
        word = list(.word)
        people = list(.people)
        lower = list(.lower)
        ruled = list(.ruled)
        giver = list(.giver)
        together = list(.together)
        hand = list(.hand)
        ruler = list(.ruler)
        vague = list(.vague)
        nearby = list(.nearby)
        sharing = list(.sharing)
        finding = list(.finding)
        gift = list(.gift)
        folk = list(.folk)
        doer = list(.doer)
        post = list(.post)
        stationed = list(.stationed)
        how = list(.how)
    }

    /// The lead that begins at a place, and where it ends.
    @inline(__always)
    func lead(at place: Int, in text: borrowing FoldedText) -> (group: Group, end: Int)? {
        guard heads.contains(text.scalar(place)) else { return nil }
        return matcher.longestMatch(in: text.scalars.span, at: place).map {
            (groups[$0.term], $0.end)
        }
    }
}
