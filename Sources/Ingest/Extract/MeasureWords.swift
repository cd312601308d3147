import ReportModel
import Segmentation
import Vocabulary

/// The measure words (量词) of `measure-words.yml` and what looks like them.
struct MeasureWords: Sendable {
    enum Group: String { case count, other, not }

    /// What amounts are counted or measured in.
    struct Unit: Sendable {
        let name: String
        let kind: UnitKind
        /// How a text looks that has lost the number before the word.
        let loss: LostNumber?
        /// Second characters of words that begin with the unit: 家庭, 名单, 个体.
        let compounds: ScalarSet?
    }

    /// A measure word where it stands in a text.
    struct Match {
        /// Index in `units`.
        let unit: Int
        let end: Int
    }

    private struct Entry {
        let scalars: Range<Int>
        /// `nil` for what looks like a measure word and is none.
        let unit: Int?
    }

    private(set) var units: [Unit] = []
    /// What makes a number approximate.
    let approximations: Approximations
    let percent: Int
    let permille: Int
    let month: Int
    let yuan: Int
    /// Sorted by their first scalar, then the longest first.
    private var entries: [Entry] = []
    /// The scalars of all entries, one behind the other.
    private var scalars: [UInt32] = []
    /// One more than the first entry with a first scalar of the basic plane; 0 without one.
    private var first = [UInt16](repeating: 0, count: 0x10000)

    /// - Throws: `ReportError` when this file or `approximations.yml` is broken.
    init() throws(ReportError) {
        approximations = try Approximations()
        var known: [String: Int] = [:]
        var units: [Unit] = []
        func unit(_ name: String) -> Int {
            if let number = known[name] { return number }
            units.append(
                Unit(
                    name: name, kind: UnitKind(unit: name), loss: LostNumber(unit: name),
                    compounds: Self.compounds[name].map { ScalarSet($0) }))
            known[name] = units.count - 1
            return units.count - 1
        }
        percent = unit("%")
        permille = unit("‰")
        month = unit("个月")
        yuan = unit("元")
        var words: [(scalars: [UInt32], unit: Int?)] = []
        for (group, row) in try WordRow.rows("measure-words.yml", groups: Group.self) {
            for word in row.words {
                words.append(
                    (Folding.standard.fold(word), group == .not ? nil : unit(row.unit ?? word)))
            }
        }
        self.units = units
        add(words.filter { $0.scalars.first.map { $0 < 0x10000 } ?? false })
    }

    private mutating func add(_ words: [(scalars: [UInt32], unit: Int?)]) {
        let sorted = words.enumerated().sorted {
            ($0.element.scalars[0], $1.element.scalars.count, $0.offset)
                < ($1.element.scalars[0], $0.element.scalars.count, $1.offset)
        }
        for (_, word) in sorted {
            let head = Int(word.scalars[0])
            let start = scalars.count
            scalars += word.scalars
            entries.append(Entry(scalars: start..<scalars.count, unit: word.unit))
            if first[head] == 0 { first[head] = UInt16(clamping: entries.count) }
        }
    }

    /// The longest entry that stands at `start`; `nil` also where the longest is no measure word.
    func match(in text: borrowing FoldedText, at start: Int) -> Match? {
        let head = text.scalar(start)
        guard head < 0x10000, first[Int(head)] > 0, start < text.count else { return nil }
        var index = Int(first[Int(head)]) - 1
        while index < entries.count, scalars[entries[index].scalars.lowerBound] == head {
            let entry = entries[index]
            if stands(entry.scalars, at: start, in: text) {
                return entry.unit.map { Match(unit: $0, end: start + entry.scalars.count) }
            }
            index += 1
        }
        return nil
    }

    /// Whether a unit and the scalar behind it are the begin of a word: 家|庭, 名|单.
    func isWord(_ unit: Int, before next: UInt32) -> Bool {
        units[unit].compounds?.contains(next) ?? false
    }

    @inline(__always)
    private func stands(_ word: Range<Int>, at start: Int, in text: borrowing FoldedText) -> Bool {
        guard start + word.count <= text.count else { return false }
        for offset in 0..<word.count
        where text.scalars[start + offset] != scalars[word.lowerBound + offset] {
            return false
        }
        return true
    }

    /// Second characters of words that begin with a measure word.
    private static let compounds: [String: String] = [
        "家": "庭长园政教访风属乡里家务暴用电具校禽畜门国底常事人中喻纺居委协族境装电用谱训规书法训",
        "名": "单称义誉额列优师家牌录次胜人气副著册流言字目贵望词校医",
        "个": "别人体性案税中头子月",
        "人": "民员才口大社均力居事物文生格身道工防行气情心性数类群体选为士次",
        "户": "外口籍型主",
        "张": "贴某家扬",
        "场": "所地馆面景合镇",
        "期": "间末望待限刊盼",
        "项": "目",
        "件": "数",
        "位": "置于",
        "次": "数要序日年",
        "部": "门分署队长委位",
        "条": "件例款幅",
        "支": "持部出付行撑援教农委书配",
        "台": "账风",
        "本": "地级次年区县市镇局单职人",
        "座": "谈位",
        "对": "象于口待外接照比标应策",
        "首": "先批次届家",
        "例": "如会行外",
    ]
}

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

    private static let names: [(kind: UnitKind, units: Set<String>)] = [
        (.percent, ["%"]), (.year, ["年"]), (.phase, ["期"]),
        (
            .share,
            [
                "%", "‰", "/10万", "个百分点", "百分点", "倍", "岁", "周岁", "年", "个月", "天", "小时", "分钟", "秒",
                "度", "周", "星期", "晚", "个工作日", "工作日", "学期",
            ]
        ),
        (.money, ["元"]), (.human, ["人", "名", "位"]),
        (.flow, ["人次", "户次", "件次", "场次", "台次", "次", "场"]),
        (.caseCount, ["例"]),
        (
            .whole,
            [
                "人", "名", "位", "人次", "户", "家", "个", "份", "册", "件", "张", "幅", "场", "期", "次", "批",
                "支", "台",
                "辆", "项", "篇", "部", "套", "间", "所", "座", "处", "对", "本", "条", "起", "例", "笔", "户次",
                "件次",
                "场次", "只", "棵", "株", "堂", "课时", "班",
            ]
        ), (.age, ["岁", "周岁"]),
        (.rate, ["%", "‰", "/10万", "个百分点", "百分点", "倍"]),
        (.time, ["年", "个月", "天", "小时", "分钟", "秒", "周", "星期", "晚", "个工作日", "工作日", "学期"]),
        (
            .stretch,
            ["年", "个月", "天", "小时", "周", "星期", "学期", "里", "公里", "斤", "公斤", "吨", "亩", "米"]
        ),
        (.person, ["人", "名", "人次", "户", "家", "份", "件"]),
        (.occasion, ["场", "堂", "次", "期", "课", "场次", "班"]),
        (
            .article,
            [
                "年", "种", "类", "面", "代", "段", "步", "度", "口", "门", "股", "团", "层", "盘", "组", "班", "轮",
                "周", "头", "把", "点", "列", "版", "人", "批", "天",
            ]
        ),
        (.many, ["名", "人", "人次", "家", "户", "元", "份", "件"]),
        (.size, ["元", "亩", "公里", "平方米", "立方米", "吨", "头", "公斤", "公顷"]),
        (.masked, ["里", "门", "口", "所", "团", "组", "班", "段", "代", "处"]),
    ]

    init(rawValue: UInt32) {
        self.rawValue = rawValue
    }

    init(unit: String) {
        self.init(Self.names.filter { $0.units.contains(unit) }.map(\.kind))
    }
}
