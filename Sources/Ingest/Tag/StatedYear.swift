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
    }

    /// Strongest first.
    private(set) var claims: [Claim] = []
    /// A year in a title that the text itself hides.
    private(set) var publisherYear: Int?
    /// The date of a signature, when no claim follows from it.
    private(set) var signed: (year: Int, month: Int?, line: Int, quote: String)?

    init(_ report: Report, headings: [(meaning: HeadingMeaning, line: Int)], lines: ReportLines) {
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
            case .title: title = title ?? Self.titleClaim(text, line: paragraph.line)
            case .signature: readSignature(text, line: paragraph.line)
            default: opening = opening ?? Self.openingClaim(text, line: paragraph.line)
            }
        }
        if let title {
            if isMasked, opening == nil {
                publisherYear = title.year
            } else {
                claims.append(title)
            }
        }
        claims += Self.headingClaims(headings)
        if let opening { claims.append(opening) }
        if let signed, let month = signed.month, month >= 10 {
            claims.append(
                Claim(year: signed.year, rule: "signature", line: signed.line, quote: signed.quote))
        }
    }

    /// 妇联2018年工作总结; of 2018年工作总结和2019年计划 the first; not a range, not a plan.
    private static func titleClaim(_ text: borrowing MatchingText, line: Int) -> Claim? {
        let scalars = text.scalars
        for found in YearNumber.years(in: scalars) where !isRange(found.range, scalars) {
            return Claim(
                year: found.year, rule: "title", line: line,
                quote: text.quote(found.range, context: 4))
        }
        return nil
    }

    /// 2018年, …; 现将2018年工作…; 2018年度…: the year of the sentence, not a date in it.
    private static func openingClaim(_ text: borrowing MatchingText, line: Int) -> Claim? {
        let scalars = text.scalars
        for found in YearNumber.years(in: scalars) where !isRange(found.range, scalars) {
            let end = found.range.upperBound
            guard end < scalars.count, scalars[end - 1] == YearNumber.yearMark else { continue }
            let begins = found.range.lowerBound == 0
            let before = scalars[..<found.range.lowerBound]
            let announced = announcing.contains { before.suffix($0.count) == $0[...] }
            let continues = continuing.contains { scalars[end...].starts(with: $0) }
            if (begins && !scalars[end].isDigit) || announced || (continues && isOwn(before)) {
                return Claim(
                    year: found.year, rule: "opening", line: line,
                    quote: text.quote(found.range, context: 6))
            }
        }
        return nil
    }

    /// Before 2018年工作: nothing, a clause's end, or the unit itself.
    private static func isOwn(_ before: ArraySlice<UInt32>) -> Bool {
        guard let last = before.last else { return true }
        return last.endsClause && last != 0x300A && last != 0x28
            || notOwn.allSatisfy { $0 != last } && last.isHan
    }

    /// 2018年工作总结 is 2018; 2019年工作打算 alone is 2018.
    private static func headingClaims(_ headings: [(meaning: HeadingMeaning, line: Int)]) -> [Claim]
    {
        var done: [Claim] = []
        var plans: [Claim] = []
        for (heading, line) in headings {
            guard let year = heading.year, !heading.isManyYears else { continue }
            switch heading.kind {
            case .done:
                done.append(Claim(year: year, rule: "heading", line: line, quote: heading.text))
            case .plan:
                plans.append(
                    Claim(year: year - 1, rule: "plan-heading", line: line, quote: heading.text))
            default: break
            }
        }
        return Array(done.prefix(1) + plans.prefix(1))
    }

    private mutating func readSignature(_ text: borrowing MatchingText, line: Int) {
        guard let found = YearNumber.years(in: text.scalars).last else { return }
        let end = found.range.upperBound
        var month: Int?
        if let number = YearNumber.number(from: end, in: text.scalars),
            number.end < text.scalars.count, text.scalars[number.end] == YearNumber.monthMark,
            (1...12).contains(number.value)
        {
            month = number.value
        }
        signed = (found.year, month, line, text.quote(found.range.lowerBound..<text.scalars.count))
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
