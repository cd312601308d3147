import ReportModel

/// Reads a number with what stands around it: 近6000余元, 1至2天, 50%以上 (数量短语).
struct AmountReader {
    let text: FoldedText
    let measures: MeasureWords
    /// The end of the quantity before: words in front of the number are not taken from it.
    let floor: Int
    private let classes = ScalarClasses.standard

    init(text: FoldedText, measures: MeasureWords, floor: Int) {
        self.text = text
        self.measures = measures
        self.floor = floor
    }

    private func scalar(_ index: Int) -> UInt32 {
        index >= 0 && index < text.count ? text.scalars[index] : 0
    }

    private func has(_ word: StaticWord, at index: Int) -> Bool {
        index >= 0 && index + word.scalars.count <= text.count
            && text.scalars[index..<index + word.scalars.count].elementsEqual(word.scalars)
    }

    // MARK: 百分之九十

    func percentInWords(at index: Int) -> QuantityReader.Found? {
        guard has(Self.hundredth, at: index) else { return nil }
        let reader = WrittenNumberReader(text: text)
        guard let numeral = reader.numeral(at: index + 3) else { return nil }
        let start = prefixStart(index, numeral: numeral)
        let end = suffixEnd(numeral.range.upperBound)
        let isApproximate =
            numeral.isApproximate || start < index || end > numeral.range.upperBound
        let range = start..<end
        let quantity = Quantity(
            value: numeral.value, unit: "%", raw: text.string(range),
            approximate: isApproximate)
        return .init(quantity: quantity, range: range)
    }

    // MARK: Number and measure word

    func amount(at index: Int) -> QuantityReader.Found? {
        let reader = WrittenNumberReader(text: text)
        guard var numeral = reader.numeral(at: index) else { return nil }
        var isRange = false
        var end = numeral.range.upperBound
        var measure = measure(at: end)
        if let upper = upperEnd(after: measure?.end ?? end, reader: reader),
            let bound = self.measure(at: upper.range.upperBound),
            measure == nil || measure?.unit == bound.unit
        {
            guard var low = numeral.value, let high = upper.value else { return nil }
            if numeral.isPlain, upper.scale > 1 { low *= upper.scale }
            guard low < high else { return nil }
            numeral.value = low
            isRange = true
            measure = bound
            end = upper.range.upperBound
        }
        guard let measure else { return nil }
        guard isAmount(numeral, measure: measure, numberEnd: end) else { return nil }
        let start = prefixStart(numeral.range.lowerBound, numeral: numeral)
        let last = suffixEnd(measure.end)
        var value = numeral.value
        if numeral.isBareMagnitude, isLostBefore(start, measure: measure.unit) { value = nil }
        let isApproximate =
            numeral.isApproximate || isRange || numeral.isBareMagnitude
            || start < numeral.range.lowerBound || last > measure.end
        let range = start..<last
        let quantity = Quantity(
            value: value, unit: measure.unit, raw: text.string(range),
            approximate: isApproximate)
        return .init(quantity: quantity, range: range)
    }

    private func measure(at index: Int) -> (unit: String, end: Int)? {
        var start = index
        while start < index + 2, classes[scalar(start)].contains(.space) { start += 1 }
        guard let entry = measures.match(in: text.scalars, at: start) else { return nil }
        return (entry.unit, start + entry.scalars.count)
    }

    /// The number behind 至, 到 or a dash.
    private func upperEnd(after index: Int, reader: WrittenNumberReader) -> WrittenNumber? {
        var next = index
        let dashes: Set<UInt32> = [
            0x81F3, 0x5230, 0x2D, 0x2013, 0x2014, 0x2015, 0x7E, 0x301C, 0x2212,
        ]
        while next < index + 2, dashes.contains(scalar(next)) { next += 1 }
        guard next > index else { return nil }
        let kind = classes[scalar(next)]
        guard kind.contains(.digit) || kind.contains(.numeral) || kind.contains(.magnitude)
        else { return nil }
        return reader.numeral(at: next)
    }

    // MARK: What only looks like an amount

    private func isAmount(
        _ numeral: WrittenNumber, measure: (unit: String, end: Int), numberEnd: Int
    )
        -> Bool
    {
        let start = numeral.range.lowerBound
        let before = scalar(start - 1)
        let kind = classes[before]
        if before == 0x7B2C { return false }  // 第
        if kind.contains(.letter), !kind.contains(.mask) { return false }
        if [0xB7, 0x2B, 0x2F, 0xFE62, 0x2E].contains(before) { return false }
        if before == 0x2D || before == 0x2014, classes[scalar(start - 2)].contains(.digit) {
            return false
        }
        if measure.unit == "年" { return isSpanOfYears(numeral, end: measure.end) }
        if numeral.isChinese, numeral.value == 0 { return false }  // 零部件
        if numeral.isChinese, !isChineseAmount(numeral, measure: measure) { return false }
        if numeral.value == nil, !numeral.isMasked { return isVagueAmount(numeral, measure) }
        if numeral.isMasked { return !isMaskedName(numeral, measure) }
        return true
    }

    /// A year is four digits, two with a leading zero, or masked; 两年 and 3年 are spans.
    private func isSpanOfYears(_ numeral: WrittenNumber, end: Int) -> Bool {
        guard let value = numeral.value, !numeral.isMasked else { return false }
        if numeral.isChinese { return value > 1 && value < 1000 }
        if numeral.range.count >= 4, value >= 1900, value < 2100 { return false }
        if numeral.range.count == 1 || value >= 100 { return true }
        if scalar(numeral.range.lowerBound) == 0x30 { return false }
        let follows: Set<UInt32> = [0x95F4, 0x7684, 0x4EE5, 0x5185, 0x6765]
        let leads: Set<UInt32> = [0x8FD1, 0x7EED, 0x65F6, 0x671F, 0x8FBE, 0x6EE1]
        return numeral.isApproximate || follows.contains(scalar(end))
            || leads.contains(scalar(numeral.range.lowerBound - 1))
    }

    /// 同一个, 每一次, 一户一策 count nothing; the phase of a project (二期) is an ordinal.
    private func isChineseAmount(_ numeral: WrittenNumber, measure: (unit: String, end: Int))
        -> Bool
    {
        let start = numeral.range.lowerBound
        guard numeral.value == 1 else {
            // 三期 may be the third phase; 两期 and 办了三期 are counts.
            return measure.unit != "期" || numeral.isApproximate || (numeral.value ?? 0) > 3
                || scalar(start) == 0x4E24 || scalar(start - 1) == 0x4E86
        }
        if numeral.isBareMagnitude { return true }
        if Self.determiners.contains(scalar(start - 1)) { return false }
        if scalar(measure.end) == 0x4E00 || scalar(start - 2) == 0x4E00 { return false }
        return !Self.articleUnits.contains(measure.unit)
    }

    /// 多次 and 几个 are no numbers; 多名, 多万元 may be what is left of one.
    private func isVagueAmount(_ numeral: WrittenNumber, _ measure: (unit: String, end: Int))
        -> Bool
    {
        let start = numeral.range.lowerBound
        let head = scalar(start)
        let before = scalar(start - 1)
        if head == 0x6570, Self.countNouns.contains(before) { return false }
        let isLong = numeral.range.count > 1
        if head == 0x591A {
            return !Self.manyWords.contains(before)
                && (isLong || Self.manyUnits.contains(measure.unit))
        }
        return isLong || Self.manyUnits.contains(measure.unit)
    }

    /// X家庭, x个体: the mask stands for a name, not for a number.
    private func isMaskedName(_ numeral: WrittenNumber, _ measure: (unit: String, end: Int)) -> Bool
    {
        let next = scalar(measure.end)
        return LostNumber.isInsideWord(unit: measure.unit, next: next)
            || ["里", "门", "口", "所", "团", "组", "班", "里", "段", "代", "处"].contains(measure.unit)
    }

    /// 投资万元, 困难人数万人: the digits before 万 are gone.
    private func isLostBefore(_ start: Int, measure: String) -> Bool {
        if Self.countNouns.contains(scalar(start - 1)), scalar(start) != 0x6570 { return true }
        let before = scalar(start - 1)
        if before == 0x6570, Self.countNouns.contains(scalar(start - 2)) { return true }
        let prefixed = !classes[scalar(start)].contains(.magnitude)
        // 亿元以上 names a size; 万元 alone has lost its digits.
        let isTenThousand = scalar(start) == 0x4E07
        return !prefixed && isTenThousand && Self.sizes.contains(measure)
    }

    // MARK: 近 … 以上

    /// Where words like 近, 约, 不少于 begin that stand before the number.
    private func prefixStart(_ start: Int, numeral: WrittenNumber) -> Int {
        for word in Self.prefixes where start - word.scalars.count >= floor {
            if has(word, at: start - word.scalars.count) { return start - word.scalars.count }
        }
        let isBare = classes[scalar(start)].contains(.magnitude)
        if isBare, start > floor, [0x4E0A, 0x8FC7, 0x6210].contains(scalar(start - 1)) {
            return start - 1
        }
        return start
    }

    private func suffixEnd(_ end: Int) -> Int {
        for word in Self.suffixes where has(word, at: end) { return end + word.scalars.count }
        return end
    }

    private static let hundredth = StaticWord("百分之")
    private static let prefixes = [
        "不少于", "不低于", "不超过", "大约", "超过", "接近", "将近", "至少", "突破", "近", "约", "超", "逾",
    ].map(StaticWord.init)
    private static let suffixes = [
        "左右", "以上", "以下", "以内", "上下", "有余",
    ].map(StaticWord.init)
    /// 每 同 统 另 某 这 那 任 单 进 逐 唯 之 同 归 划 专 无 哪 合 万
    private static let determiners = Set("每同统另某这那任单进逐唯之归划专无哪合万".unicodeScalars.map(\.value))
    /// Units with which 一 is an article rather than a count.
    private static let articleUnits: Set<String> = [
        "年", "种", "类", "面", "代", "段", "步", "度", "口", "门", "股", "团", "层", "盘", "组", "班", "轮", "周",
        "头", "把", "点",
        "列", "版", "人", "批", "天",
    ]
    /// What 数 follows in 人数, 总数, 少数.
    private static let countNouns = Set("人户次总多少件份岁倍分个名家参基指代函系奇偶额资".unicodeScalars.map(\.value))
    /// What 多 follows without counting: 许多, 更多, 最多, 很多, 较多, 大多.
    private static let manyWords = Set("许更最很较大众诸太繁增".unicodeScalars.map(\.value))
    private static let manyUnits: Set<String> = [
        "名", "人", "人次", "家", "户", "元", "份", "件",
    ]
    private static let sizes: Set<String> = [
        "元", "亩", "公里", "平方米", "立方米", "吨", "头", "公斤", "公顷",
    ]
}

/// A word of the rules as folded scalars.
struct StaticWord: Sendable {
    let scalars: [UInt32]

    init(_ word: String) {
        scalars = word.unicodeScalars.map(\.value)
    }
}
