import ReportModel
import Vocabulary

/// What the rules know of a unit (量词类别).
struct UnitKind: OptionSet, Sendable {
    let rawValue: UInt32

    static let percent = UnitKind(rawValue: 1)
    static let year = UnitKind(rawValue: 1 << 1)
    /// 二期: an ordinal as well as a count.
    static let phase = UnitKind(rawValue: 1 << 2)
    /// Shares, lengths of time, ages: they count nothing.
    static let share = UnitKind(rawValue: 1 << 3)
    /// People, and what is given to each of them.
    static let person = UnitKind(rawValue: 1 << 4)
    /// One of them is a deed already.
    static let occasion = UnitKind(rawValue: 1 << 5)
    /// With these 一 is an article rather than a count.
    static let article = UnitKind(rawValue: 1 << 6)
    /// With these 多 and 数 may be what is left of a number.
    static let many = UnitKind(rawValue: 1 << 7)
    /// Money, areas, weights: a bare 万 before them has lost its digits.
    static let size = UnitKind(rawValue: 1 << 8)
    /// A mask before these stands for a name: x里, x门.
    static let masked = UnitKind(rawValue: 1 << 9)

    /// Money that has 角 and 分.
    static let money = UnitKind(rawValue: 1 << 10)
    /// Lengths of time and sizes, of which there are halves and 多.
    static let stretch = UnitKind(rawValue: 1 << 11)
    static let age = UnitKind(rawValue: 1 << 12)
    /// Parts of a whole and their changes.
    static let rate = UnitKind(rawValue: 1 << 13)
    /// Lengths of time.
    static let time = UnitKind(rawValue: 1 << 14)

    /// People, one by one.
    static let human = UnitKind(rawValue: 1 << 15)
    /// Cases of an illness.
    static let caseCount = UnitKind(rawValue: 1 << 16)

    /// What is counted as it happens, and never in stock.
    static let flow = UnitKind(rawValue: 1 << 18)
    /// Things that have no fractions.
    static let whole = UnitKind(rawValue: 1 << 17)

    init(rawValue: UInt32) {
        self.rawValue = rawValue
    }
}

/// What `unit-kinds.yml` says of units (量词类别表).
struct UnitKinds {
    private enum Group: String {
        case percent, year, phase, share, person, occasion, article, many, size, masked, money
        case stretch, age, rate, time, human, flow, whole, compound
        case illness = "case"
        case lostShare = "lost-share"
        case lostHouse = "lost-house"
        case lostPiece = "lost-piece"
        case lostPerson = "lost-person"
        case lostBatch = "lost-batch"
        case lostSheet = "lost-sheet"
        case lostTotal = "lost-total"
    }

    private var kinds: [String: UnitKind] = [:]
    private var losses: [String: LostNumber] = [:]
    private var compounds: [String: [UInt32]] = [:]

    /// - Throws: `ReportError` when the file is broken or names an unknown group.
    init() throws(ReportError) {
        for (group, row) in try WordRow.rows("unit-kinds.yml", groups: Group.self) {
            if group == .compound {
                let words = row.words.map { $0.unicodeScalars.map(\.value) }
                let start = row.unit?.unicodeScalars.count ?? 0
                compounds[row.unit ?? "", default: []] += words.compactMap {
                    $0.dropFirst(start).first
                }
            }
            for word in row.words {
                if let kind = Self.kind(of: group) { kinds[word, default: []].insert(kind) }
                if let loss = Self.loss(of: group) { losses[word] = loss }
            }
        }
    }

    func kind(of unit: String) -> UnitKind { kinds[unit] ?? [] }

    func loss(of unit: String) -> LostNumber? { losses[unit] }

    /// Second characters of words that begin with a unit: 家庭, 名单, 个体.
    func compounds(of unit: String) -> ScalarSet? { compounds[unit].map { ScalarSet($0) } }

    private static func kind(of group: Group) -> UnitKind? {
        switch group {
        case .percent: .percent
        case .year: .year
        case .phase: .phase
        case .share: .share
        case .person: .person
        case .occasion: .occasion
        case .article: .article
        case .many: .many
        case .size: .size
        case .masked: .masked
        case .money: .money
        case .stretch: .stretch
        case .age: .age
        case .rate: .rate
        case .time: .time
        case .human: .human
        case .illness: .caseCount
        case .flow: .flow
        case .whole: .whole
        default: nil
        }
    }

    private static func loss(of group: Group) -> LostNumber? {
        switch group {
        case .lostShare: .share
        case .lostHouse: .house
        case .lostPiece: .piece
        case .lostPerson: .person
        case .lostBatch: .batch
        case .lostSheet: .sheet
        case .lostTotal: .total
        default: nil
        }
    }
}
