import ReportModel

/// The year that a report states for itself (明写年份): in its own title, a heading, the opening or the
/// signature. Years that are masked anywhere near make a title's year the publisher's.
struct StatedYear {
    /// One statement.
    struct Claim {
        let year: Int
        let rule: String
        let line: Int
        let quote: String
        /// The other year of a school year or of 2018—2019年度.
        var first: Int?
        /// Whether it stands in the middle of a sentence.
        var isPassing = false
    }

    /// Strongest first.
    private(set) var claims: [Claim] = []
    /// A year in a title that the text itself hides.
    private(set) var publisherYear: Int?
    /// The date of a signature, when no claim follows from it.
    private(set) var signed: (year: Int, month: Int?, line: Int, quote: String)?

    /// What sort of paper the report is, as far as years go.
    struct Form {
        /// A plan, for the year it is filed under.
        var isPlan = false
        /// It covers a part of a year, or a school year: it may be signed in summer.
        var isPartOfYear = false
    }

    init(
        _ report: Report, headings: [(meaning: HeadingMeaning, line: Int)], lines: ReportLines,
        form: Form = Form()
    ) {
        var text = MatchingText()
        var isMasked = false
        var title: Claim?
        var opening: Claim?
        var bodies = 0
        for paragraph in report.paragraphs where paragraph.role != .noise {
            let place = lines.place(of: paragraph, bodies: bodies)
            if paragraph.role == .body { bodies += 1 }
            switch place {
            case .publisherTitle: continue
            case .title, .signature, .opening: text.load(paragraph.text)
            case .body:
                if !isMasked, bodies < 60 {
                    text.load(paragraph.text)
                    isMasked = YearNumber.hasMaskedYear(text.scalars)
                }
                continue
            }
            isMasked = isMasked || YearNumber.hasMaskedYear(text.scalars)
            switch place {
            case .title:
                if Self.isDated(text.scalars) {
                    readSignature(text, line: paragraph.line)
                } else {
                    title = title ?? Self.titleClaim(text, line: paragraph.line)
                }
            case .signature: readSignature(text, line: paragraph.line)
            default:
                let claim = opening ?? Self.openingClaim(text, line: paragraph.line)
                // 完成2011年度报表 in a report of 2012 looks back.
                let isOther = claim.map { claim in claim.isPassing && title?.year != claim.year }
                if title == nil || isOther != true { opening = claim }
            }
        }
        if let title {
            if isMasked, opening == nil {
                publisherYear = title.year
            } else {
                claims.append(title)
            }
        }
        claims += Self.headingClaims(headings, form)
        if let opening { claims.append(opening) }
        let isSchoolYear = title?.first != nil
        if let signed, let month = signed.month,
            form.isPlan
                ? month <= 6 : month >= 10 || month >= 6 && form.isPartOfYear || isSchoolYear
        {
            claims.append(
                Claim(year: signed.year, rule: "signature", line: signed.line, quote: signed.quote))
        }
    }

    /// 妇联2018年工作总结; of 2018年工作总结和2019年计划 the first; 2021—2022学年; no longer range.
    private static func titleClaim(_ text: borrowing MatchingText, line: Int) -> Claim? {
        let scalars = text.scalars
        func claim(_ year: Int, _ range: Range<Int>, first: Int? = nil) -> Claim {
            Claim(
                year: year, rule: "title", line: line, quote: text.quote(range, context: 4),
                first: first)
        }
        let years = YearNumber.years(in: scalars)
        for (place, found) in years.enumerated() {
            guard isRange(found.range, scalars) else { return claim(found.year, found.range) }
            if place + 1 < years.count, years[place + 1].year == found.year + 1,
                years[place + 1].range.lowerBound - found.range.upperBound <= 2
            {
                let whole = found.range.lowerBound..<years[place + 1].range.upperBound
                return claim(found.year + 1, whole, first: found.year)
            }
        }
        guard years.isEmpty else { return nil }
        for mark in scalars.indices where scalars[mark] == YearNumber.yearMark {
            if let short = YearNumber.shortYear(before: mark, in: scalars) {
                return claim(short.year, short.range.lowerBound..<mark + 1)
            }
        }
        return nil
    }

    /// Whether the line is a date: 2018年12月19日, 2018.12.19.
    private static func isDated(_ text: [UInt32]) -> Bool {
        guard let found = YearNumber.years(in: text).first, text.count <= 20 else { return false }
        let end = found.range.upperBound
        guard found.range.lowerBound <= 1, end < text.count else { return false }
        if let month = YearNumber.number(from: end, in: text), month.end < text.count {
            return text[month.end] == YearNumber.monthMark
        }
        return figureMonth(from: end, in: text) != nil
    }

    /// 2018年, …; 现将2018年工作…; 2018年度…: the year of the sentence, not a date in it.
    private static func openingClaim(_ text: borrowing MatchingText, line: Int) -> Claim? {
        let scalars = text.scalars
        for found in years(of: scalars) where !isRange(found.range, scalars) {
            let end = found.range.upperBound
            guard end < scalars.count, scalars[end - 1] == YearNumber.yearMark,
                !isQuoted(found.range.lowerBound, in: scalars)
            else { continue }
            let begins = found.range.lowerBound == 0
            let before = scalars[..<found.range.lowerBound]
            let announced = announcing.contains { before.suffix($0.count) == $0[...] }
            let continues = continuing.contains { scalars[end...].starts(with: $0) }
            if (begins && !scalars[end].isDigit) || announced || (continues && isOwn(before)) {
                return Claim(
                    year: found.year, rule: "opening", line: line,
                    quote: text.quote(found.range, context: 6),
                    isPassing: !begins && !announced)
            }
        }
        return nil
    }

    /// The years of an opening, 19年 among them.
    private static func years(of text: [UInt32]) -> [YearNumber.Found] {
        var found = YearNumber.years(in: text)
        for mark in text.indices where text[mark] == YearNumber.yearMark {
            if let short = YearNumber.shortYear(before: mark, in: text) {
                found.append(
                    YearNumber.Found(
                        year: short.year, range: short.range.lowerBound..<mark + 1))
            }
        }
        return found.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    /// Whether a place is inside 《》: another paper's name.
    private static func isQuoted(_ place: Int, in text: [UInt32]) -> Bool {
        guard let open = text[..<place].lastIndex(of: 0x300A) else { return false }
        return !text[open..<place].contains(0x300B)
    }

    /// Before 2018年工作: nothing, a clause's end, or the unit itself.
    private static func isOwn(_ before: ArraySlice<UInt32>) -> Bool {
        guard let last = before.last else { return true }
        return last.endsClause && last != 0x300A && last != 0x28
            || notOwn.allSatisfy { $0 != last } && last.isHan
    }

    /// 2018年工作总结 is 2018; 2019年工作打算 alone is 2018.
    private static func headingClaims(
        _ headings: [(meaning: HeadingMeaning, line: Int)], _ form: Form
    ) -> [Claim] {
        var done: [Claim] = []
        var plans: [Claim] = []
        for (heading, line) in headings {
            guard let year = heading.year, !heading.isManyYears else { continue }
            switch heading.kind {
            case .done:
                done.append(Claim(year: year, rule: "heading", line: line, quote: heading.text))
            case .plan:
                plans.append(
                    Claim(
                        year: form.isPlan ? year : year - 1, rule: "plan-heading", line: line,
                        quote: heading.text))
            default: break
            }
        }
        return Array(done.prefix(1) + plans.prefix(1))
    }

    private mutating func readSignature(_ text: borrowing MatchingText, line: Int) {
        guard
            let found = YearNumber.years(in: text.scalars).last
                ?? (Self.isShortDate(text.scalars) ? Self.years(of: text.scalars).last : nil)
        else { return }
        let end = found.range.upperBound
        var month = Self.figureMonth(from: end, in: text.scalars)
        if let number = YearNumber.number(from: end, in: text.scalars),
            number.end < text.scalars.count, text.scalars[number.end] == YearNumber.monthMark,
            (1...12).contains(number.value)
        {
            month = number.value
        }
        signed = (found.year, month, line, text.quote(found.range.lowerBound..<text.scalars.count))
    }

    /// 一九年七月: two figures of a year, and a month behind them.
    private static func isShortDate(_ text: [UInt32]) -> Bool {
        guard let mark = text.firstIndex(of: YearNumber.yearMark), text.count <= 20,
            let month = YearNumber.number(from: mark + 1, in: text), month.end < text.count
        else { return false }
        return text[month.end] == YearNumber.monthMark
    }

    /// The month of 2012.7.3.
    private static func figureMonth(from end: Int, in text: [UInt32]) -> Int? {
        guard end < text.count, [0x2E, 0x2D, 0x2F].contains(text[end]),
            let number = YearNumber.number(from: end + 1, in: text), (1...12).contains(number.value)
        else { return nil }
        return number.value
    }

    private static func isRange(_ range: Range<Int>, _ text: [UInt32]) -> Bool {
        let after = range.upperBound
        if after < text.count, dashes.contains(text[after]) { return true }
        let before = range.lowerBound - 1
        guard before > 0, dashes.contains(text[before]) else { return false }
        return text[before - 1].isDigit || text[before - 1] == YearNumber.yearMark
    }

    private static let dashes: Set<UInt32> = [0x2D, 0x2014, 0x2013, 0x7E, 0x81F3, 0x2500]
    private static let announcing = ["现将", "将", "现就", "就", "对", "把", "回顾", "总结", "在过去的", "过去的"]
        .map(foldedScalars)
    private static let continuing = ["度", ",", "以来", "工作", "妇女", "我", "全", "是", "的工作", "在"]
        .map(foldedScalars)
    private static let notOwn = Set(foldedScalars("到至从自于在据省市《"))
}
