import ReportModel

/// What a heading decides for the paragraphs under it (标题含义).
struct HeadingMeaning {
    let text: String
    /// The kind its words give; `nil` when they give none or several.
    let kind: Kind?
    /// The words that gave the kind.
    let kindWords: String
    /// The year it names, and the words.
    let year: Int?
    let yearWords: String
    /// Whether it points to the next year or to the rest of this one.
    let pointer: TagLexicon.YearPointer?
    /// Whether it speaks of several years: 过去五年, 十二五时期.
    let isManyYears: Bool
    let topics: [Double]?

    /// Whether it is short enough to narrow what an outer heading says.
    let isShort: Bool
    /// Whether its words can only mean what is to come: 下一步打算, not 行动计划.
    let isPlainPlan: Bool
    /// Whether it names problems and plans together.
    let isMixed: Bool
    /// Whether it surveys one sort of work, which is told below: 受理概况, but not 基本情况.
    var isOverviewOfOne: Bool {
        kind == .overview && kindWords.unicodeScalars.count == 2
            && text.unicodeScalars.count > kindWords.unicodeScalars.count
    }

    init(
        _ heading: String, planned: Int? = nil, next: Int? = nil, _ text: inout MatchingText,
        _ scan: inout ParagraphScan,
        _ topics: inout TopicTagger, _ lexicon: TagLexicon
    ) {
        text.load(heading)
        scan.read(text, with: lexicon)
        self.text = heading
        isShort = heading.unicodeScalars.count <= 24
        self.topics = topics.weights(of: scan, in: text)
        var kinds: [Kind] = []
        var words: Range<Int>?
        let parts = Self.partEnds(heading)
        for mark in scan.headings {
            // Of 主要工作 and 工作安排 in 主要工作安排 the later one says what it is.
            let isPassed = scan.headings.contains { other in
                let isLonger = other.end - other.start > mark.end - mark.start
                let contains = other.start <= mark.start && mark.end <= other.end && isLonger
                let overtakes =
                    mark.start < other.start && other.start < mark.end && mark.end < other.end
                return contains || overtakes
            }
            let isNamed = scan.notHeadings.contains {
                $0.lowerBound <= mark.start && mark.end <= $0.upperBound
            }
            if isNamed { continue }
            if isPassed || Self.isPassingMention(mark, in: text.scalars, parts),
                !(mark.start == 0 && lexicon.tones.has("goes-on", at: mark.end, in: text.scalars))
            {
                continue
            }
            if !kinds.contains(mark.value) { kinds.append(mark.value) }
            words = words ?? mark.start..<mark.end
        }
        if kinds.isEmpty, lexicon.tones.isUnfinished(text.scalars) {
            kinds = [.problem]
            words = text.scalars.indices
        }
        let resolved = Self.resolve(kinds)
        if let words { kindWords = text.quote(words) } else { kindWords = "" }
        pointer = scan.pointers.first?.value
        var years = YearNumber.years(in: text.scalars)
        if years.isEmpty, let next, let short = Self.shortYear(in: text.scalars),
            (next - 1...next).contains(short.year)
        {
            years = [short]
        }
        let named =
            Self.namedYear(years, kind: resolved, in: text.scalars)
            ?? Self.bareYear(years, next: next, in: text.scalars)
        year = named?.year
        // 2016年主要工作 in a report that plans 2016 is a plan, 2015年的工作 a review.
        if let planned, let year, years.count == 1, resolved != .problem {
            kind = year < planned ? .done : resolved == .done && year == planned ? .plan : resolved
        } else if resolved == nil, let year, year == next, years.count == 1 {
            // 2019年准备这样干 in a report of 2018.
            kind = .plan
        } else {
            kind = resolved
        }
        isMixed = kinds.contains(.problem) && kinds.contains(.plan)
        isPlainPlan =
            kind == .plan
            && (kindWords.unicodeScalars.count != 2 || Self.plainPlans.contains(kindWords))
        if let named { yearWords = text.quote(named.range) } else { yearWords = "" }
        isManyYears = Self.speaksOfManyYears(text.scalars)
    }

    /// A bare word for problems or plans heads them only at the end, or before 和: 补齐民生短板,…
    /// sets out to mend.
    private static func isPassingMention(
        _ mark: ParagraphScan.Mark<Kind>, in text: [UInt32], _ parts: Set<Int>
    ) -> Bool {
        guard mark.value == .problem || mark.value == .plan, mark.end - mark.start <= 2 else {
            return false
        }
        let isAtEnd = closers.contains { text[mark.end...] == $0[...] }
        if mark.end < text.count, !isAtEnd, !parts.contains(mark.end),
            !joiners.contains(text[mark.end])
        {
            return mark.value == .problem
                || !plainPlans.contains(
                    PlaceChain.string(text[mark.start..<mark.end]))
        }
        guard mark.value == .problem else { return false }
        if mark.start > 0, solvers.contains(text[mark.start - 1]) { return true }
        return menders.contains { word in text.indices.contains { text[$0...].starts(with: word) } }
    }

    /// Where the parts of a heading with spaces between end, in folded scalars: 找差距　明方向.
    private static func partEnds(_ heading: String) -> Set<Int> {
        var ends: Set<Int> = []
        var length = 0
        for part in heading.unicodeScalars.split(whereSeparator: { $0 == " " || $0 == "\u{3000}" })
        {
            length += MatchingText(String(String.UnicodeScalarView(part))).scalars.count
            ends.insert(length)
        }
        return ends
    }

    /// 2020，手头先做这些: the next year in four figures alone, set off from the words.
    private static func bareYear(
        _ years: [YearNumber.Found], next: Int?, in text: [UInt32]
    ) -> YearNumber.Found? {
        years.first { found in
            let end = found.range.upperBound
            return found.year == next && found.range.lowerBound == 0
                && (end == text.count || text[end].endsClause || text[end] == 0x2014)
        }
    }

    /// 15年咋干, 一六年的话: a year of two figures.
    private static func shortYear(in text: [UInt32]) -> YearNumber.Found? {
        for mark in text.indices where text[mark] == YearNumber.yearMark {
            if let short = YearNumber.shortYear(before: mark, in: text) {
                return YearNumber.Found(
                    year: short.year, range: short.range.lowerBound..<mark + 1)
            }
        }
        return nil
    }

    /// Whether a word at the end of a line's first words heads them: 不足：, 下步打算。, but not 解决困难。
    static func isLabel(_ kind: Kind, _ range: Range<Int>, in text: [UInt32]) -> Bool {
        let words = PlaceChain.string(text[range])
        switch kind {
        case .plan: return range.count > 2 || plainPlans.contains(words)
        case .problem where range.count <= 2:
            return !menders.contains { word in
                text[..<range.lowerBound].indices.contains {
                    text[$0..<range.lowerBound].starts(with: word)
                }
            }
        default: return true
        }
    }

    /// One kind is that kind; a review beside a plan is neither; a problem beside advice or plan is
    /// what comes first; 工作 words beside 计划 words are a plan.
    private static func resolve(_ kinds: [Kind]) -> Kind? {
        if kinds.count <= 1 { return kinds.first }
        if kinds.contains(.problem) { return .problem }
        // 2021年工作安排建议 plans, 主要建议 and 建议与思路 advise.
        if kinds.contains(.advice) { return kinds == [.plan, .advice] ? .plan : .advice }
        if kinds.contains(.done), kinds.contains(.plan) { return nil }
        return kinds.first
    }

    /// Of several years a review's is the first, a plan's the last; ranges (2011-2020年) and
    /// far targets (2035年远景目标) do not count.
    private static func namedYear(
        _ years: [YearNumber.Found], kind: Kind?, in text: [UInt32]
    ) -> YearNumber.Found? {
        let usable = years.filter { found in
            let before = found.range.lowerBound - 1
            let after = found.range.upperBound
            let isRange =
                (before >= 0 && dashes.contains(text[before]))
                || (after < text.count && dashes.contains(text[after]))
            // 中国制造2025 is a name; 2019 without 年 is a year after 回顾 and 展望.
            let isYear =
                text[found.range.upperBound - 1] == YearNumber.yearMark
                || yearAnnouncers.contains { text[..<found.range.lowerBound].suffix(2) == $0[...] }
            let isFar = after < text.count && text[after...].starts(with: farTarget)
            return isYear && !isRange && !isFar
        }
        return kind == .plan ? usable.last : usable.first
    }

    private static func speaksOfManyYears(_ text: [UInt32]) -> Bool {
        for index in text.indices {
            if text[index] == YearNumber.yearMark, index > 0,
                let digit = YearNumber.digit(text[index - 1]), (2...5).contains(digit),
                index < 2 || YearNumber.digit(text[index - 2]) == nil
            {
                return true
            }
            for word in manyYears where word[0] == text[index] {
                if text[index...].starts(with: word) { return true }
            }
        }
        return false
    }

    private static let dashes: Set<UInt32> = [0x2D, 0x2014, 0x2013, 0x7E, 0x81F3, 0x2015, 0x2500]
    private static let yearAnnouncers = ["回顾", "展望"].map(foldedScalars)
    private static let joiners = Set(foldedScalars("和与及、,。:;(及)】」』〕]"))
    private static let closers = ["的", "的地方", "之处", "的事"].map(foldedScalars)
    private static let plainPlans: Set<String> = ["下步", "打算", "今后", "明年", "来年", "往后", "下年", "盘子"]
    private static let menders = ["解决", "补齐", "补短", "破解", "化解", "攻克", "克服", "排忧"].map(foldedScalars)
    /// 解难题, 破难题
    private static let solvers = Set(foldedScalars("解破攻克化纾除排"))
    private static let farTarget = foldedScalars("远景")
    private static let manyYears = ["时期", "届政府", "任期"].map(foldedScalars)
}
