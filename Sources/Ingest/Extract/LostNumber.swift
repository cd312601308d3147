import ReportModel

/// Notices a measure word whose number is gone: 就业率.%, 全区家阳光之家, “阳光卡”张， (数字丢失).
struct LostNumber {
    let text: FoldedText
    let measures: MeasureWords
    private let classes = ScalarClasses.standard

    init(text: FoldedText, measures: MeasureWords) {
        self.text = text
        self.measures = measures
    }

    private func scalar(_ index: Int) -> UInt32 {
        index >= 0 && index < text.count ? text.scalars[index] : 0
    }

    /// The quantity without a value whose measure word begins at `index`.
    func find(at index: Int, floor: Int) -> QuantityReader.Found? {
        guard let entry = measures.match(in: text.scalars, at: index) else { return nil }
        let end = index + entry.scalars.count
        guard isLost(entry.unit, index..<end) else { return nil }
        let start = rawStart(index, floor: floor)
        let quantity = Quantity(
            value: nil, unit: entry.unit, raw: text.string(start..<end), approximate: false)
        return .init(quantity: quantity, range: start..<end)
    }

    private func isLost(_ unit: String, _ range: Range<Int>) -> Bool {
        let before = scalar(range.lowerBound - 1)
        let next = scalar(range.upperBound)
        switch unit {
        case "%":
            return before == 0x2E || Self.isHan(before) && before != 0x4E4B
        case "家":
            return
                (isClauseStart(range.lowerBound) || Self.afterVerb.contains(before)
                || Self.areas.contains(before) && scalar(range.lowerBound - 2) == 0x5168)
                && Self.isHanOrQuote(next) && !Self.isInsideWord(unit: unit, next: next)
        case "个":
            return before == 0x7B49 && !Self.isInsideWord(unit: unit, next: next)
                && Self.isHan(next) || Self.has(text, "已成立有", before: range.lowerBound)
        case "名":
            return Self.afterVerb.contains(before) && before != 0x7B49
                && Self.isHan(next) && !Self.isInsideWord(unit: unit, next: next)
        case "批":
            return [0x7EC7, 0x6D3E].contains(before)
                && !classes[next].isDisjoint(with: [.digit, .mask])
        case "张", "份", "册", "幅", "件":
            return before == 0x201D && isClauseEnd(range.upperBound)
        case "公里", "人次", "场次":
            return Self.isHan(before) && isClauseEnd(range.upperBound)
                && !Self.isCountWord(before)
        default:
            return false
        }
    }

    /// A little of what stands before, so that a reader recognises the place.
    private func rawStart(_ index: Int, floor: Int) -> Int {
        var start = index
        while start > max(floor, index - 2), !classes[scalar(start - 1)].contains(.sentenceEnd),
            classes[scalar(start - 1)].isDisjoint(with: [.clauseEnd, .itemEnd, .digit, .listComma])
        {
            start -= 1
        }
        return start
    }

    private func isClauseStart(_ index: Int) -> Bool {
        index > 0 && !classes[scalar(index - 1)].isDisjoint(with: .boundary)
    }

    private func isClauseEnd(_ index: Int) -> Bool {
        index >= text.count
            || !classes[scalar(index)].isDisjoint(with: [
                .sentenceEnd, .itemEnd, .clauseEnd, .listComma,
            ])
    }

    private static func has(_ text: FoldedText, _ word: String, before index: Int) -> Bool {
        let scalars = word.unicodeScalars.map(\.value)
        return index >= scalars.count
            && text.scalars[index - scalars.count..<index].elementsEqual(scalars)
    }

    private static func isHan(_ scalar: UInt32) -> Bool {
        scalar >= 0x4E00 && scalar <= 0x9FFF
    }

    private static func isHanOrQuote(_ scalar: UInt32) -> Bool {
        isHan(scalar) || scalar == 0x201C
    }

    /// 每公里, 近人次 and numerals: nothing is lost there.
    private static func isCountWord(_ scalar: UInt32) -> Bool {
        "每各几数多余万千百十亿两半平".unicodeScalars.contains { $0.value == scalar }
    }

    /// Whether a measure word with its next character is a word of its own: 家庭, 名单, 个体.
    static func isInsideWord(unit: String, next: UInt32) -> Bool {
        guard let words = compounds[unit] else { return false }
        return words.contains(next)
    }

    /// 了 等
    private static let afterVerb: Set<UInt32> = [0x4E86, 0x7B49]
    /// 区 县 市 镇 乡 省 州
    private static let areas = Set("区县市镇乡省州".unicodeScalars.map(\.value))

    /// Second characters of words that begin with a measure word.
    private static let compounds: [String: Set<UInt32>] = [
        "家": scalars("庭长园政教访风属乡里家务暴用电具校禽畜门国底常事人中喻纺居委协族境装电用谱训规书法训"),
        "名": scalars("单称义誉额列优师家牌录次胜人气副著册流言字目贵望词校医"),
        "个": scalars("别人体性案税中头子月"),
        "人": scalars("民员才口大社均力居事物文生格身道工防行气情心性数类群体选为士次"),
        "户": scalars("外口籍型主"),
        "张": scalars("贴某家扬"),
        "场": scalars("所地馆面景合镇"),
        "期": scalars("间末望待限刊盼"),
        "项": scalars("目"),
        "件": scalars("数"),
        "位": scalars("置于"),
        "次": scalars("数要序日年"),
        "部": scalars("门分署队长委位"),
        "条": scalars("件例款幅"),
        "支": scalars("持部出付行撑援教农委书配"),
        "台": scalars("账风"),
        "本": scalars("地级次年区县市镇局单职人"),
        "座": scalars("谈位"),
        "对": scalars("象于口待外接照比标应策"),
        "首": scalars("先批次届家"),
        "例": scalars("如会行外"),
    ]

    private static func scalars(_ text: String) -> Set<UInt32> {
        Set(text.unicodeScalars.map(\.value))
    }
}
