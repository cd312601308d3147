import ReportModel

/// What a paragraph says about its own year, before the report's year is known (所述年份).
struct ConcernedYear {
    /// The year that the nearest heading or the paragraph's own beginning names.
    private let named: (year: Int, rule: String, quote: String)?
    private let pointer: TagLexicon.YearPointer?
    private let pointerWords: String
    /// Whether the section speaks of several years and names none.
    private let isManyYears: Bool

    init(
        _ path: [HeadingMeaning], _ scan: borrowing ParagraphScan, in text: borrowing MatchingText
    ) {
        let heading = path.last { $0.year != nil }
        if let own = Self.openingYear(in: text) {
            named = (own.year, "opening-year", text.quote(own.range))
        } else if let heading, let year = heading.year {
            named = (year, "heading", heading.yearWords)
        } else {
            named = nil
        }
        if let inHeading = path.last(where: { $0.pointer != nil }) {
            pointer = inHeading.pointer
            pointerWords = inHeading.kindWords
        } else if let first = scan.pointers.first, first.start < 60 {
            pointer = first.value
            pointerWords = text.quote(first.start..<first.end)
        } else {
            pointer = nil
            pointerWords = ""
        }
        isManyYears = heading == nil && path.contains { $0.isManyYears }
    }

    /// A paragraph that begins with 2022年 speaks of that year; 到2025年 and 2021-2025年 do not.
    private static func openingYear(in text: borrowing MatchingText) -> YearNumber.Found? {
        let scalars = text.scalars
        guard scalars.count >= 5, YearNumber.digit(scalars[0]) != nil,
            let found = YearNumber.years(in: scalars, within: 0..<5).first,
            found.range.lowerBound == 0, found.range.upperBound == 5
        else { return nil }
        return found
    }

    /// The year, once the report's own is known.
    ///
    /// - Parameters:
    ///   - done: the year of what was done; `nil` when unknown.
    ///   - plan: the year that a plan without further words is for.
    func resolve(kind: Kind, done: Int?, plan: Int?) -> (year: Int, rule: String, quote: String)? {
        if let named { return named }
        if isManyYears { return nil }
        switch kind {
        case .plan, .advice:
            if pointer == .same, let done { return (done, "same-year", pointerWords) }
            if pointer == .next, let plan { return (plan, "next-year", pointerWords) }
            return plan.map { ($0, kind.rawValue, "") }
        case .done, .overview, .problem:
            return done.map { ($0, "report-year", "") }
        case .other:
            return nil
        }
    }
}
