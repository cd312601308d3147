import ReportModel

/// When an activity took place, resolved from its words and its report's year (活动时间).
package struct ActivityTime: Sendable, Hashable {
    /// The years its words name, first and last; the report's own where they name none.
    package let years: ClosedRange<Int>?
    /// `2018-05-10`, `2018-05` or `2018`: the first day, month or year; `nil` when the year is unknown.
    package let from: String?
    /// The same for the end of a stretch of time.
    package let to: String?

    /// - Parameter year: the year of the paragraph's work, or of the report.
    init(_ activity: Activity, year: Int?) {
        years = Self.years(of: activity, year: year)
        let dates = Self.dates(in: activity.date ?? "", year: years?.lowerBound ?? year)
        from = dates.first
        to = dates.count > 1 ? dates.last : nil
    }

    // MARK: Years

    private static func years(of activity: Activity, year: Int?) -> ClosedRange<Int>? {
        let own = year.map { $0...$0 }
        guard activity.status != .planned else { return own }
        let lead = lead(of: activity)
        if lead.contains("今年") || lead.contains("本年") { return own }
        if let named = namedYears(lead) {
            let isOpen = lead.contains("以来") || lead.contains("至今")
            if isOpen, named.count == 1, let year, named.lowerBound <= year {
                return named.lowerBound...year
            }
            return named
        }
        guard let year else { return nil }
        if let span = recentYears(lead) { return year - span + 1...year }
        for (word, offset) in offsets where isTime(word, in: lead) {
            return year + offset...year + offset
        }
        return own
    }

    /// The words before the first figure: those behind it speak of something else.
    private static func lead(of activity: Activity) -> Substring {
        guard let raw = activity.quantities.first?.raw,
            let range = activity.span.range(of: raw)
        else { return activity.span[...] }
        return activity.span[..<range.lowerBound]
    }

    private static let offsets = [("去年", -1), ("上年度", -1), ("上一年", -1), ("前年", -2)]

    /// 去年 as a time, and not in 比去年, 去年同期, 去年欠下的.
    private static func isTime(_ word: String, in lead: Substring) -> Bool {
        guard let range = lead.range(of: word) else { return false }
        if let before = lead[..<range.lowerBound].last, "比较超与同跟".contains(before) { return false }
        let behind = lead[range.upperBound...]
        let barred = ["同期", "相比", "底的", "末的", "欠", "的", "原定", "剩", "只"]
        return !barred.contains { behind.hasPrefix($0) }
    }

    /// The years written in four digits, first and last when a dash or 至 joins them.
    private static func namedYears(_ lead: Substring) -> ClosedRange<Int>? {
        var found: [Int] = []
        var digits = 0
        var value = 0
        var joins = false
        for character in lead {
            if let digit = character.wholeNumberValue, character.isASCII {
                digits += 1
                value = digits > 4 ? 0 : value * 10 + digit
                continue
            }
            let isYear = digits == 4 && (1949...2100).contains(value)
            if isYear, character == "年" || "至到-—–~".contains(character) {
                if found.isEmpty || joins { found.append(value) }
                joins = character != "年"
            } else if digits == 0 {
                joins = joins || "至到-—–~".contains(character)
                if !"至到-—–~年".contains(character) { joins = false }
            }
            digits = 0
            value = 0
        }
        guard let first = found.first, let last = found.last, first <= last else { return nil }
        return first...last
    }

    /// 近三年来, 五年来.
    private static func recentYears(_ lead: Substring) -> Int? {
        let numbers = [
            "两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "十": 10, "2": 2, "3": 3, "4": 4, "5": 5,
        ]
        for (word, number) in numbers
        where lead.contains("近\(word)年") || lead.contains("\(word)年来") {
            return number
        }
        return nil
    }

    // MARK: Dates

    /// The days or months of a date as written, at most two.
    private static func dates(in raw: String, year: Int?) -> [String] {
        guard let known = year else { return [] }
        var numbers: [(value: Int, mark: Character)] = []
        var value: Int?
        var isBehindTen = false
        for character in raw + " " {
            if let digit = DateDigits.value(character) {
                value = DateDigits.appended(digit, to: value, character, isBehindTen: isBehindTen)
                isBehindTen = character == "十"
            } else {
                if let known = value { numbers.append((known, character)) }
                value = nil
            }
        }
        if numbers.count == 3, let first = numbers.first, first.value > 1900,
            first.mark != "年", "-./—".contains(first.mark)
        {
            return [format(first.value, numbers[1].value, numbers[2].value)].compactMap { $0 }
        }
        var year = known
        var month: Int?
        var found: [String] = []
        for (place, number) in numbers.enumerated() {
            switch number.mark {
            case "年": year = number.value > 1900 ? number.value : year
            case "月":
                if let last = month, number.value < last { year += 1 }
                month = number.value
                let next = numbers.dropFirst(place + 1).first
                let hasDay = next.map { "日号至-—到".contains($0.mark) && $0.mark != "月" } ?? false
                if !hasDay, let month {
                    found.append(contentsOf: [format(year, month, nil)].compactMap { $0 })
                }
            case "日", "号":
                if let month {
                    found.append(contentsOf: [format(year, month, number.value)].compactMap { $0 })
                }
            case "至", "-", "—", "–", "到", "~", "～":
                let next = numbers.dropFirst(place + 1).first
                if next?.mark == "月" {
                    found.append(contentsOf: [format(year, number.value, nil)].compactMap { $0 })
                } else if let month {
                    found.append(contentsOf: [format(year, month, number.value)].compactMap { $0 })
                }
            default: break
            }
        }
        return found.isEmpty || found.count < 3 ? found : [found[0], found[found.count - 1]]
    }

    private static func format(_ year: Int, _ month: Int, _ day: Int?) -> String? {
        guard (1...12).contains(month) else { return nil }
        let head = "\(year)-" + (month < 10 ? "0" : "") + "\(month)"
        guard let day else { return head }
        guard (1...31).contains(day) else { return nil }
        return head + "-" + (day < 10 ? "0" : "") + "\(day)"
    }
}

/// Digits of dates: 0 to 9, 一 to 十, 〇 and ○.
enum DateDigits {
    static func value(_ character: Character) -> Int? {
        if let digit = character.wholeNumberValue,
            character.isASCII || digit > 0 || character == "〇"
        {
            return digit
        }
        return character == "○" || character == "零" ? 0 : nil
    }

    /// 二〇一八 goes on place by place, 二十五 and 十一 by tens.
    static func appended(_ digit: Int, to value: Int?, _ character: Character, isBehindTen: Bool)
        -> Int
    {
        if character == "十" { return (value ?? 1) * 10 }
        guard let value else { return digit }
        return isBehindTen ? value + digit : min(value * 10 + digit, 100_000)
    }
}
