import ReportModel
import Segmentation

/// Words of the first lines of government work reports (报告首部用语), all found in one pass.
struct HeaderWords: Sendable {
    /// What some word says.
    struct Senses: OptionSet {
        let rawValue: UInt16

        static let governmentReport = Senses(rawValue: 1)
        static let speaker = Senses(rawValue: 1 << 1)
        static let government = Senses(rawValue: 1 << 2)
        static let workReport = Senses(rawValue: 1 << 3)
        static let request = Senses(rawValue: 1 << 4)
        static let reporting = Senses(rawValue: 1 << 5)
        static let congress = Senses(rawValue: 1 << 6)
        static let national = Senses(rawValue: 1 << 7)
    }

    /// What a line says.
    struct Said {
        var senses: Senses = []
        /// Where 政府工作报告 ends first.
        var reportEnd: Int?
        /// The level of the government spoken for; the smallest counts.
        var level: AdminLevel?
        fileprivate var levelRank = -1
    }

    static let standard = HeaderWords()

    private let matcher: TermMatcher
    /// By term.
    private let senses: [Senses]
    /// By term its place in `levels`; -1 for other words.
    private let levelRanks: [Int]

    private init() {
        var terms: [String] = []
        var senses: [Senses] = []
        func add(_ words: [String], _ sense: Senses) {
            for word in words {
                if let known = terms.firstIndex(of: word) {
                    senses[known].formUnion(sense)
                } else {
                    terms.append(word)
                    senses.append(sense)
                }
            }
        }
        add([Self.reportName, "政府》工作报告"], .governmentReport)
        add(
            [
                "代表国务院", "代表市人民政府", "代表省人民政府", "代表自治区人民政府", "代表州人民政府", "代表市政府", "代表省政府",
                "代表县人民政府", "代表区人民政府", "人民政府向大会", "人民政府,向大会", "代表自治区政府", "代表州政府", "代表盟行署",
                "代表行署", "代表政府",
            ], .speaker)
        add(["人民政府"], .government)
        add(["工作报告"], .workReport)
        add(["请予审议", "请审议", "请予审查", "请各位代表", "请大会审议", "一并审议"], .request)
        add(["报告工作", "报告政府工作", "作报告", "工作报告", "作政府工作报告"], .reporting)
        add(["人民代表大会", "人大"], .congress)
        add(["全国人民代表大会", "国务院总理", "代表国务院", "国务院政府工作报告"], .national)
        add(Self.levels.map(\.word), [])
        matcher = TermMatcher(terms)
        self.senses = senses
        levelRanks = terms.map { term in Self.levels.firstIndex { $0.word == term } ?? -1 }
    }

    /// One pass over folded scalars.
    func said(in text: [UInt32]) -> Said {
        var said = Said()
        matcher.scan(text) { term, _, end in
            said.senses.formUnion(senses[term])
            // The first term is 政府工作报告.
            if term == 0, said.reportEnd == nil { said.reportEnd = end }
            said.levelRank = max(said.levelRank, levelRanks[term])
        }
        if said.levelRank >= 0 { said.level = Self.levels[said.levelRank].level }
        return said
    }

    private static let reportName = "政府工作报告"
    private static let levels: [(word: String, level: AdminLevel)] = [
        ("代表省", .province), ("代表自治区", .province), ("代表市", .city), ("代表州", .city), ("代表县", .county),
        ("代表区", .county),
    ]
}
