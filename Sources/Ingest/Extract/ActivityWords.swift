import ReportModel
import Segmentation
import Vocabulary

/// What a word can be for the extractor; one word may be several (宣传 is a verb and a noun).
struct WordKind: OptionSet, Sendable {
    let rawValue: UInt64

    static let hold = WordKind(rawValue: 1)
    static let carry = WordKind(rawValue: 1 << 1)
    static let deed = WordKind(rawValue: 1 << 2)
    static let spend = WordKind(rawValue: 1 << 3)
    static let spread = WordKind(rawValue: 1 << 4)
    static let build = WordKind(rawValue: 1 << 5)
    static let light = WordKind(rawValue: 1 << 6)
    static let result = WordKind(rawValue: 1 << 7)
    static let aim = WordKind(rawValue: 1 << 8)
    static let short = WordKind(rawValue: 1 << 9)

    static let specific = WordKind(rawValue: 1 << 10)
    static let general = WordKind(rawValue: 1 << 11)
    static let abstract = WordKind(rawValue: 1 << 12)
    static let statistic = WordKind(rawValue: 1 << 13)
    static let compound = WordKind(rawValue: 1 << 14)
    static let person = WordKind(rawValue: 1 << 15)

    static let adverb = WordKind(rawValue: 1 << 16)
    static let connector = WordKind(rawValue: 1 << 17)
    static let preposition = WordKind(rawValue: 1 << 18)
    static let future = WordKind(rawValue: 1 << 19)
    static let later = WordKind(rawValue: 1 << 20)
    static let negation = WordKind(rawValue: 1 << 21)
    static let joint = WordKind(rawValue: 1 << 22)
    static let period = WordKind(rawValue: 1 << 23)
    static let site = WordKind(rawValue: 1 << 24)
    static let moment = WordKind(rawValue: 1 << 25)
    static let outlook = WordKind(rawValue: 1 << 26)
    static let review = WordKind(rawValue: 1 << 27)
    /// 在, 到: the name of a place follows.
    static let placeLead = WordKind(rawValue: 1 << 28)
    /// 联合, 会同: the name of a partner follows.
    static let partnerLead = WordKind(rawValue: 1 << 29)

    /// 编制, 常住: what there is, and no deed.
    static let stock = WordKind(rawValue: 1 << 31)
    /// 停办, 取消: what was meant was not done.
    static let undone = WordKind(rawValue: 1 << 32)
    /// 原定, 原想: what was meant to be done.
    static let intended = WordKind(rawValue: 1 << 33)

    /// 办结, 调成: tells how much of what stands before.
    static let subset = WordKind(rawValue: 1 << 34)

    /// 补完, 建起来: completes something.
    static let finish = WordKind(rawValue: 1 << 35)

    static let verb: WordKind = [
        .hold, .carry, .deed, .spend, .spread, .build, .light, .short, .finish,
    ]
    /// Verbs that govern a clause wherever they stand in it.
    static let strong: WordKind = [.hold, .carry, .spend, .short]
    static let noun: WordKind = [.specific, .general, .abstract, .statistic, .compound]
}

/// A word of the lists in a text, in folded scalars.
struct Word {
    let kind: WordKind
    let range: Range<Int>
}

/// The word lists of the extractor (词表), matched in one pass.
struct ActivityWords: Sendable {
    private let matcher: TermMatcher
    private let kinds: [WordKind]

    private enum VerbGroup: String {
        case hold, carry, `do`, spend, spread, build, light, finish, short, result, aim
    }

    private enum ObjectGroup: String {
        case specific, general, person, abstract, statistic, compound
    }

    private enum ContextGroup: String {
        case adverb, connector, preposition, future, later, negation, joint, period, moment, site,
            outlook, review, stock, undone, intended
    }

    private static let leads: [(kind: WordKind, words: RuleWords)] = [
        (.placeLead, RuleWords(["在", "到", "赴", "前往", "深入", "走进"])),
        (.partnerLead, RuleWords(["联合", "会同", "协同", "携手", "配合", "邀请", "联系"])),
    ]

    /// - Throws: `ReportError` when a file is broken or names an unknown group.
    init() throws(ReportError) {
        var kinds: [String: WordKind] = [:]
        func add(_ words: [String], _ kind: WordKind) {
            for word in words { kinds[word, default: []].insert(kind) }
        }
        for (group, row) in try WordRow.rows("activity-verbs.yml", groups: VerbGroup.self) {
            add(row.words, Self.kind(of: group))
        }
        for (group, row) in try WordRow.rows("activity-objects.yml", groups: ObjectGroup.self) {
            add(row.words, Self.kind(of: group))
        }
        for (group, row) in try WordRow.rows("activity-context.yml", groups: ContextGroup.self) {
            add(row.words, Self.kind(of: group))
        }
        for (group, row) in try WordRow.rows("figure-parts.yml", groups: FigureCues.Group.self)
        where group == .subset || group == .found { add(row.words, .subset) }
        let words = kinds.sorted { $0.key < $1.key }
        matcher = TermMatcher(words.map(\.key))
        self.kinds = words.map { word, kind in
            let scalars = Folding.standard.fold(word)
            let leads = Self.leads.filter { $0.words.contains(scalars) }
            return kind.union(WordKind(leads.map(\.kind)))
        }
    }

    private static func kind(of group: VerbGroup) -> WordKind {
        switch group {
        case .hold: .hold
        case .carry: .carry
        case .do: .deed
        case .spend: .spend
        case .spread: .spread
        case .build: .build
        case .light: .light
        case .finish: .finish
        case .short: .short
        case .result: .result
        case .aim: .aim
        }
    }

    private static func kind(of group: ObjectGroup) -> WordKind {
        switch group {
        case .specific: .specific
        case .general: .general
        case .person: .person
        case .abstract: .abstract
        case .statistic: .statistic
        case .compound: .compound
        }
    }

    private static func kind(of group: ContextGroup) -> WordKind {
        switch group {
        case .adverb: .adverb
        case .connector: .connector
        case .preposition: .preposition
        case .future: .future
        case .later: .later
        case .negation: .negation
        case .joint: .joint
        case .period: .period
        case .moment: .moment
        case .site: .site
        case .outlook: .outlook
        case .review: .review
        case .stock: .stock
        case .undone: .undone
        case .intended: .intended
        }
    }

    /// Whether a heading stands over plans.
    func isOutlook(_ heading: String) -> Bool {
        var found: WordKind = []
        matcher.scan(Folding.standard.fold(heading)) { term, _, _ in found.formUnion(kinds[term]) }
        return found.contains(.outlook) && !found.contains(.review)
    }

    /// Puts the words of a text outside marks into `words`, the longest at each place, from left to
    /// right; all that they are, taken together.
    func read(
        _ text: borrowing FoldedText, regions: TextRegions, into words: inout [Word]
    ) -> WordKind {
        var union: WordKind = []
        words.removeAll(keepingCapacity: true)
        words.append(addingCapacity: text.count) { words in
            matcher.forEachLongestMatch(in: text.scalars.span) { term, range in
                let kind = kinds[term]
                if kind.contains(.period) || !regions.isEnclosed(range.lowerBound) {
                    union.formUnion(kind)
                    words.append(Word(kind: kind, range: range))
                }
            }
        }
        return union
    }
}
