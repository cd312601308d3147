import ReportModel

/// What a paragraph says about its own year, before the report's year is known (所述年份).
struct ConcernedYear {
    /// The years that a report's words are to be understood by.
    struct Calendar {
        /// The year of what was done; `nil` when unknown.
        var done: Int?
        /// The year that a plan without further words is for.
        var plan: Int?
        /// The year that is 今年 in the text.
        var present: Int?
        /// Whether the report is a plan: what its shortcomings are of is not said.
        var isOfPlan = false
        /// Whether the report covers a part of a year: 下半年 is then in the same one.
        var isPartOfYear = false
    }

    /// The time a paragraph opens with or has in its first clause.
    private struct Opening {
        let time: TimeExpression
        let quote: String
        /// Whether it comes first, or something stands before it in the clause.
        let isFirst: Bool
        /// Whether the paragraph also speaks of the present year: 去年…，今年….
        let meetsPresent: Bool
    }

    /// The year the nearest heading names.
    private let heading: (year: Int, quote: String)?
    private let opening: Opening?
    private let pointer: TagLexicon.YearPointer?
    private let pointerWords: String
    /// Whether the section speaks of several years and names none.
    private let isManyYears: Bool

    init(_ path: [HeadingMeaning], in text: borrowing MatchingText, _ times: TimeReader) {
        let named = path.last { $0.year != nil }
        heading = named.flatMap { meaning in meaning.year.map { ($0, meaning.yearWords) } }
        opening = Self.opening(in: text, times)
        let inHeading = path.last { $0.pointer != nil }
        pointer = inHeading?.pointer
        pointerWords = inHeading?.kindWords ?? ""
        isManyYears = named == nil && path.contains { $0.isManyYears }
    }

    /// The time a paragraph opens with (2022年…, 去年，…, 1.近三年来…), or that stands in its first
    /// clause behind who did it. 去年欠下的三个 and 到2025年 say nothing of when.
    private static func opening(in text: borrowing MatchingText, _ times: TimeReader) -> Opening? {
        let scalars = text.scalars
        let found = times.expressions(in: scalars, limit: 120)
        guard let first = found.first(where: { $0.part == .time }) else { return nil }
        let start = first.range.lowerBound
        let isFirst =
            start == 0
            || start <= 24 && !scalars[start - 1].isHan && !scalars[start - 1].isDigit
                && scalars[start - 1] != 0x2C
                // 比20××年（上一年）
                && !(scalars[start - 1] == 0x28 && start > 1
                    && scalars[start - 2] == YearNumber.yearMark)
        guard isFirst || !scalars[..<start].contains(where: \.endsClause) else { return nil }
        guard !isAttribute(first.range, of: scalars, isFirst: isFirst) else { return nil }
        let meetsPresent = found.contains { $0.years == .offset(0) && $0 != first }
        return Opening(
            time: first, quote: text.quote(first.range), isFirst: isFirst,
            meetsPresent: meetsPresent)
    }

    /// Whether 的 follows closely: 去年欠下的三个.
    private static func isAttribute(
        _ range: Range<Int>, of text: [UInt32], isFirst: Bool
    ) -> Bool {
        let near = text[range.upperBound...].prefix(isFirst ? 6 : 30).prefix { !$0.endsClause }
        guard let place = near.firstIndex(of: possessive) else { return false }
        return place > range.upperBound || !isFirst
    }

    /// The year, once the report's own is known; `nil` when it is none, several or unknown.
    func resolve(kind: Kind, in calendar: Calendar) -> (year: Int, rule: String, quote: String)? {
        let isPlan = kind == .plan || kind == .advice
        if kind == .other || kind == .problem && calendar.isOfPlan { return nil }
        if let opening,
            let answer = answer(
                opening, isPlan: isPlan, isOverview: kind == .overview, calendar)
        {
            return answer.year
        }
        if let heading { return (heading.year, "heading", heading.quote) }
        if isManyYears { return nil }
        guard isPlan else { return calendar.done.map { ($0, "report-year", "") } }
        if pointer == .same, let present = calendar.present {
            return (present, "same-year", pointerWords)
        }
        if pointer == .next, let plan = calendar.plan { return (plan, "next-year", pointerWords) }
        return calendar.plan.map { ($0, kind.rawValue, "") }
    }

    private typealias Answer = (year: (year: Int, rule: String, quote: String)?, Void)

    /// What the opening decides; `nil` when it leaves the year to headings and report.
    private func answer(
        _ opening: Opening, isPlan: Bool, isOverview: Bool, _ calendar: Calendar
    ) -> Answer? {
        let years = opening.time.resolve(report: calendar.present)
        if opening.time.isLong { return (nil, ()) }
        guard let year = years?.lowerBound else {
            // 去年 in a report of unknown year.
            return opening.time.years == .offset(0) ? nil : (nil, ())
        }
        if isPlan {
            guard opening.isFirst, year >= calendar.plan ?? year || calendar.isPartOfYear
            else { return nil }
        } else if year != calendar.done, !opening.isFirst || opening.meetsPresent || isOverview {
            // An introduction that looks back to last year speaks of both.
            return (nil, ())
        } else if let done = calendar.done, year > done + 1 {
            return (nil, ())
        }
        return ((year, "opening-year", opening.quote), ())
    }

    private static let possessive: UInt32 = 0x7684  // 的
}
