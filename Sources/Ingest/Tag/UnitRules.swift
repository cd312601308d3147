import ReportModel
import Segmentation
import Vocabulary

/// How units are called (单位规则): endings, self-reference, departments, aliases; from units.yml.
struct UnitRules: Sendable {
    /// One sort of unit.
    struct Form: Sendable {
        let type: UnitType
        /// The canonical ending; `nil` keeps the one written.
        let short: String?
        /// 镇, 街道, 社区 …: the ending is itself a place.
        let place: String?
        /// The part of a name behind the place that is kept where it is written: 人民政府.
        let seat: String?
        /// What a unit is called that only says 我镇.
        let unnamed: String?
        /// Whether the name of a department stands before the ending.
        let needsStem: Bool
        /// Whether it is a body inside another unit, whose name may stand before it: 小学 + 妇委会.
        let isInner: Bool
        /// Whether it may have a name of its own without a place: 春雨志愿服务队.
        let isProper: Bool
        /// What follows where the words are no ending of a name: 大学 + 生.
        let neverBehind: [[UInt32]]
        /// Whether the ending alone is a whole name: 团县委.
        let isBare: Bool
        /// Whether its endings give way to every other one they overlap.
        let yields: Bool
    }

    /// A department that its work gives away.
    struct Function: Sendable {
        let department: String
        let pronouns: [String]
        let cues: [String]
    }

    let forms: [Form]
    /// Endings of unit names, with the form each belongs to.
    private let suffixes: TermMatcher
    private let yielding: TermMatcher
    private let yieldingTerms: [Int]
    let suffixForms: [(suffix: String, form: Int)]
    let pronouns: TermMatcher
    let pronounForms: [(pronoun: String, form: Int)]
    let functions: [Function]
    let functionCues: TermMatcher
    let functionOfCue: [Int]
    private let stems: Set<[UInt32]>
    private let longestStem: Int
    private let aliases: [String: String]
    let otherBefore: [[UInt32]]
    let under: [[UInt32]]
    let titleWords: [[UInt32]]
    /// Words right before the name of the unit that speaks: 我代表.
    let selfBefore: [[UInt32]]
    /// Words right behind a unit's name that make it a person's office: 妇联 + 副主席.
    let officerBehind: [[UInt32]]
    /// Words before the name of the unit that gave a page its text: 来源.
    let bylines: [[UInt32]]
    /// What a compilation's own labels are called: 材料, 附件.
    let labels: [[UInt32]]
    /// Between a unit and a body inside it: 机关.
    let within: [[UInt32]]
    /// Before a place and its committee, where the league's is meant: 共青团.
    let leagues: [[UInt32]]
    /// Between a school and its hospital or school: 附属.
    let affiliated: [[UInt32]]
    /// Endings of a department's part that has a name of its own between: 教育局 + 高新区 + 分局.
    let branches: [String]
    /// What may stand between a place and its committee: 人民政府.
    let seatBetween: [[UInt32]]
    let places: PlaceNames

    /// - Throws: `ReportError` naming the row that cannot be used.
    init() throws(ReportError) {
        var forms: [Form] = []
        var suffixes: [(String, Int)] = []
        var pronouns: [(String, Int)] = []
        var functions: [Function] = []
        var stems: Set<[UInt32]> = []
        var aliases: [String: String] = [:]
        var otherBefore: [[UInt32]] = []
        var under: [[UInt32]] = []
        var titleWords: [[UInt32]] = []
        var selfBefore: [[UInt32]] = []
        var officerBehind: [[UInt32]] = []
        var bylines: [[UInt32]] = []
        var seatBetween: [[UInt32]] = []
        var affiliated: [[UInt32]] = []
        var branches: [String] = []
        var labels: [[UInt32]] = []
        var within: [[UInt32]] = []
        var leagues: [[UInt32]] = []
        var own: [String] = []
        var verbs: [String] = []
        var never: [String] = []
        for row in try VocabularyFile.rows("units.yml", as: Row.self) {
            if let name = row.type {
                guard let type = UnitType(rawValue: name) else {
                    throw ReportError.row(
                        "units.yml", name, wording("没有这个单位类型", "there is no such unit type"))
                }
                suffixes += (row.suffixes ?? []).map { ($0, forms.count) }
                pronouns += (row.pronouns ?? []).map { ($0, forms.count) }
                forms.append(
                    Form(
                        type: type, short: row.short, place: row.place, seat: row.seat,
                        unnamed: row.unnamed,
                        needsStem: row.needsStem ?? false, isInner: row.inner ?? false,
                        isProper: row.proper ?? false,
                        neverBehind: (row.neverBehind ?? []).map(foldedScalars),
                        isBare: row.bare ?? false, yields: row.yields ?? false))
            }
            if let department = row.department {
                functions.append(
                    Function(
                        department: department, pronouns: row.pronouns ?? [], cues: row.cues ?? []))
            }
            if let words = row.stems { stems.formUnion(words.map(foldedScalars)) }
            if let names = row.alias, let first = names.first {
                for name in names { aliases[name] = first }
            }
            otherBefore += (row.otherBefore ?? []).map(foldedScalars)
            under += (row.under ?? []).map(foldedScalars)
            titleWords += (row.title ?? []).map(foldedScalars)
            selfBefore += (row.selfBefore ?? []).map(foldedScalars)
            officerBehind += (row.officerBehind ?? []).map(foldedScalars)
            bylines += (row.byline ?? []).map(foldedScalars)
            seatBetween += (row.seatBetween ?? []).map(foldedScalars)
            affiliated += (row.affiliated ?? []).map(foldedScalars)
            branches += row.branch ?? []
            labels += (row.label ?? []).map(foldedScalars)
            within += (row.within ?? []).map(foldedScalars)
            leagues += (row.league ?? []).map(foldedScalars)
            own += row.own ?? []
            verbs += row.verbs ?? []
            never += row.never ?? []
        }
        self.forms = forms
        yieldingTerms = suffixes.indices.filter { forms[suffixes[$0].1].yields }
        yielding = TermMatcher(yieldingTerms.map { suffixes[$0].0 })
        // The number of a term is its place among all suffixes.
        self.suffixes = TermMatcher(suffixes.map { forms[$0.1].yields ? "" : $0.0 })
        suffixForms = suffixes
        self.pronouns = TermMatcher(pronouns.map(\.0))
        pronounForms = pronouns
        self.functions = functions
        functionCues = TermMatcher(functions.flatMap(\.cues))
        functionOfCue = functions.indices.flatMap { index in
            functions[index].cues.map { _ in index }
        }
        self.stems = stems
        longestStem = stems.map(\.count).max() ?? 0
        self.aliases = aliases
        self.otherBefore = otherBefore
        self.under = under
        self.titleWords = titleWords
        self.selfBefore = selfBefore
        self.officerBehind = officerBehind
        self.bylines = bylines
        self.seatBetween = seatBetween
        self.affiliated = affiliated
        self.branches = branches
        self.labels = labels
        self.within = within
        self.leagues = leagues
        places = PlaceNames(own: own, verbs: verbs, never: never)
    }
}

extension UnitRules {
    /// The endings of names in a text, in order, none inside another. O(n).
    func endings(in text: [UInt32]) -> [(term: Int, range: Range<Int>)] {
        let found = suffixes.longestMatches(in: text).map { ($0.term, $0.range) }
        let short = yielding.longestMatches(in: text).filter { match in
            !found.contains { $0.1.overlaps(match.range) }
        }
        guard !short.isEmpty else { return found }
        return (found + short.map { (yieldingTerms[$0.term], $0.range) }).sorted {
            $0.1.lowerBound < $1.1.lowerBound
        }
    }

    /// Whether what stands right before `end` is the name of a department: where it begins.
    func stem(endingAt end: Int, in text: [UInt32]) -> Int? {
        var length = min(longestStem, end)
        while length >= 2 {
            if stems.contains(Array(text[(end - length)..<end])) { return end - length }
            length -= 1
        }
        return nil
    }

    /// The canonical form of an ending or of department and ending together.
    func canonical(_ name: String) -> String { aliases[name] ?? name }

    /// A row of units.yml.
    private struct Row: Decodable {
        let type, short, place, unnamed, department, seat: String?
        let suffixes, pronouns, cues, stems, alias, otherBefore, under, title: [String]?
        let selfBefore, own, verbs, never, neverBehind, officerBehind, byline, label, within,
            league: [String]?
        let seatBetween, affiliated, branch: [String]?
        let needsStem, inner, proper, yields, bare: Bool?

        enum CodingKeys: String, CodingKey {
            case type, short, place, unnamed, department, suffixes, pronouns, cues, stems, alias
            case under, title, own, verbs, never, inner, proper, byline, yields, seat, affiliated,
                bare, label, within, league, branch
            case selfBefore = "self-before"
            case otherBefore = "other-before"
            case needsStem = "needs-stem"
            case neverBehind = "never-behind"
            case officerBehind = "officer-behind"
            case seatBetween = "seat-between"
        }
    }
}
