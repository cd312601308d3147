import ReportModel
import Segmentation
import Vocabulary

/// Finds the times a text speaks of (时间识别), by the words of `times.yml`.
struct TimeReader: Sendable {
    private let matcher: TermMatcher
    /// By term of the matcher.
    private let meanings: [TimeExpression.Years]
    private let roles: [String: [[UInt32]]]

    /// - Throws: `ReportError` naming the row that cannot be used.
    init() throws(ReportError) {
        var terms: [String] = []
        var meanings: [TimeExpression.Years] = []
        var roles: [String: [[UInt32]]] = [:]
        for row in try VocabularyFile.rows("times.yml", as: Row.self) {
            if let offset = row.offset {
                terms += row.words
                meanings += row.words.map { _ in .offset(offset) }
            } else if let role = row.role {
                roles[role, default: []] += row.words.map(foldedScalars)
            } else {
                throw ReportError.row(
                    "times.yml", row.words.first ?? "-",
                    wording("缺 offset 或 role", "offset or role is missing"))
            }
        }
        for (number, name) in Self.planPeriods.enumerated() {
            let first = Self.firstPlan + 5 * number
            terms.append(name)
            meanings.append(.named(first...first + 4))
        }
        matcher = TermMatcher(terms)
        self.meanings = meanings
        self.roles = roles
    }

    /// The times in a text of folded scalars without spaces, in order, none inside another.
    ///
    /// - Parameter limit: how far into the text to look.
    /// - Complexity: O(n).
    func expressions(in text: [UInt32], limit: Int = .max) -> [TimeExpression] {
        var found: [TimeExpression] = []
        func add(_ years: TimeExpression.Years, _ range: Range<Int>) {
            let expression = placed(years, range, in: text)
            if let last = found.last, last.range.overlaps(expression.range) {
                guard expression.range.count > last.range.count else { return }
                found.removeLast()
            }
            found.append(expression)
        }
        // Mostly the text is long and only its beginning wanted.
        let near = text.span.extracting(0..<min(text.count, limit))
        matcher.forEachLongestMatch(in: near) { term, range in
            let years = meanings[term]
            if case .named = years, length(of: "period", in: text, at: range.upperBound) == 0 {
                return
            }
            add(years, range)
        }
        var index = 0
        while index < min(text.count, limit) {
            if text[index] == YearNumber.yearMark, let (years, range) = years(before: index, text) {
                add(years, range)
            }
            index += 1
        }
        guard found.count > 1 else { return found }
        found.sort { $0.range.lowerBound < $1.range.lowerBound }
        return found.enumerated().filter { place, one in
            !found.enumerated().contains { other in
                other.offset != place && other.element.range.overlaps(one.range)
                    && (other.element.range.count, -other.offset) > (one.range.count, -place)
            }
        }.map(\.element)
    }

    /// What the number before 年 says: a year, a stretch of years, or a number of years.
    private func years(before mark: Int, _ text: [UInt32]) -> (TimeExpression.Years, Range<Int>)? {
        if mark >= 4, let year = YearNumber.years(in: text, within: mark - 4..<mark + 1).first,
            year.range.upperBound == mark + 1
        {
            if let first = firstOfRange(endingAt: year.range.lowerBound, text),
                first.year <= year.year
            {
                return (.named(first.year...year.year), first.range.lowerBound..<mark + 1)
            }
            return (.named(year.year...year.year), year.range)
        }
        if let short = YearNumber.shortYear(before: mark, in: text) {
            if let first = firstOfRange(endingAt: short.range.lowerBound, text),
                first.year <= short.year
            {
                return (.named(first.year...short.year), first.range.lowerBound..<mark + 1)
            }
            if saysYear(after: mark + 1, text) {
                return (.named(short.year...short.year), short.range.lowerBound..<mark + 1)
            }
        }
        guard let number = YearNumber.number(before: mark, in: text),
            (1...30).contains(number.value)
        else { return nil }
        let before = length(of: "recent", in: text, before: number.start)
        let isPast = mark + 1 < text.count && Self.pastMarks.contains(text[mark + 1])
        guard before > 0 || isPast else { return nil }
        let range = number.start - before..<mark + (isPast ? 2 : 1)
        return number.value == 1 ? (.offset(0), range) : (.recent(number.value), range)
    }

    /// The year before a dash or 至 that ends at `end`.
    private func firstOfRange(endingAt end: Int, _ text: [UInt32]) -> YearNumber.Found? {
        var dash = end
        while dash > 0, Self.dashes.contains(text[dash - 1]) { dash -= 1 }
        guard dash < end, dash >= 4 else { return nil }
        let bounds = max(0, dash - 5)..<dash
        return YearNumber.years(in: text, within: bounds).last { $0.range.upperBound == dash }
    }

    /// Whether what follows two figures and 年 shows them to be a year, not a number of years.
    private func saysYear(after end: Int, _ text: [UInt32]) -> Bool {
        guard end < text.count else { return false }
        if let month = YearNumber.number(from: end, in: text), (1...12).contains(month.value),
            month.end < text.count, text[month.end] == YearNumber.monthMark
        {
            return true
        }
        return length(of: "year-goes-on", in: text, at: end) > 0
    }

    /// Takes the words before and behind into account.
    private func placed(
        _ years: TimeExpression.Years, _ range: Range<Int>, in text: [UInt32]
    ) -> TimeExpression {
        let compared = length(of: "compared", in: text, at: range.upperBound)
        let comparison = length(of: "comparison", in: text, before: range.lowerBound)
        if compared > 0 || comparison > 0 {
            return TimeExpression(
                years: years, part: .comparison,
                range: range.lowerBound - comparison..<range.upperBound + compared)
        }
        let until = length(of: "until", in: text, before: range.lowerBound)
        if until > 0 {
            return TimeExpression(
                years: years, part: .state, range: range.lowerBound - until..<range.upperBound)
        }
        let onward = onwardLength(range.upperBound, in: text)
        guard onward > 0 else { return TimeExpression(years: years, part: .time, range: range) }
        let since = length(of: "since", in: text, before: range.lowerBound)
        let whole = range.lowerBound - since..<range.upperBound + onward
        let open: TimeExpression.Years
        switch years {
        case .named(let named) where named.count == 1: open = .since(named.lowerBound)
        case .offset(let offset) where offset < 0: open = .sinceOffset(offset)
        default: open = years
        }
        return TimeExpression(years: open, part: .time, range: whole)
    }

    /// 以来, also behind a month or day: 2015年3月以来.
    private func onwardLength(_ end: Int, in text: [UInt32]) -> Int {
        var position = end
        while position < min(text.count, end + 8),
            text[position].isDigit || YearNumber.digit(text[position]) != nil
                || Self.dayMarks.contains(text[position])
        {
            position += 1
        }
        let onward = length(of: "onward", in: text, at: position)
        return onward > 0 ? position - end + onward : 0
    }

    /// Whether words nearby say that a law has just come into force.
    func isFresh(_ range: Range<Int>, in text: [UInt32]) -> Bool {
        let near = max(0, range.lowerBound - 8)..<min(text.count, range.upperBound + 8)
        return near.contains { length(of: "fresh", in: text, at: $0) > 0 }
    }

    /// Whether words nearby say that a congress or a festival is held or awaited this year: 十月在北京召开.
    /// What came since then, and its spirit, is later.
    func isHeld(_ range: Range<Int>, in text: [UInt32]) -> Bool {
        let behind = range.upperBound..<min(text.count, range.upperBound + 12)
        let since = behind.contains {
            length(of: "onward", in: text, at: $0) > 0
                || length(of: "after-held", in: text, at: $0) > 0
        }
        guard !since else { return false }
        return behind.contains { length(of: "held", in: text, at: $0) > 0 }
            || length(of: "awaited", in: text, before: range.lowerBound) > 0
    }

    /// The length of the longest word of a role that begins at `start`; 0 when none does.
    private func length(of role: String, in text: [UInt32], at start: Int) -> Int {
        guard start < text.count else { return 0 }
        return (roles[role] ?? []).reduce(0) { longest, word in
            word.count > longest && text[start...].starts(with: word) ? word.count : longest
        }
    }

    /// The length of the longest word of a role that ends right before `end`; 0 when none does.
    private func length(of role: String, in text: [UInt32], before end: Int) -> Int {
        (roles[role] ?? []).reduce(0) { longest, word in
            word.count > longest && text[..<end].suffix(word.count) == word[...]
                ? word.count : longest
        }
    }

    /// A row of times.yml.
    private struct Row: Decodable {
        let offset: Int?
        let role: String?
        let words: [String]
    }

    /// The five-year plans from the tenth on, and the first year of that one.
    private static let planPeriods = ["十五", "十一五", "十二五", "十三五", "十四五", "十五五"]
    private static let firstPlan = 2001
    private static let dashes = Set(foldedScalars("-—–―─~至到"))
    private static let pastMarks = Set(foldedScalars("来间里"))
    private static let dayMarks = Set(foldedScalars("月日号底初末十"))
}
