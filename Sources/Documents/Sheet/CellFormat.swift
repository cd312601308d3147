import Foundation

/// How a spreadsheet shows a number (单元格格式): plain, percent, or a date, by the format's code.
struct CellFormat: Sendable, Hashable {
    private var isPercent = false
    /// Decimals that are always shown and those shown when there are any; `nil` shows what there is.
    private var decimals: ClosedRange<Int>?
    private var hasYear = false
    private var hasMonth = false
    private var hasDay = false
    private var hasTime = false
    private var isChinese = false

    static let general = CellFormat(code: "General")

    /// - Parameter code: As in the file: `0.00%`, `yyyy"年"m"月"d"日"`.
    init(code: String) {
        isChinese = code.contains("年") || code.contains("月")
        var plain = ""
        var isQuoted = false
        var isEscaped = false
        var inBrackets = false
        // The first section is for positive numbers.
        for character in code {
            if isEscaped {
                isEscaped = false
            } else if character == "\"" {
                isQuoted.toggle()
            } else if isQuoted {
                continue
            } else if character == "\\" || character == "_" || character == "*" {
                isEscaped = true
            } else if character == "[" || character == "]" {
                inBrackets = character == "["
            } else if character == ";" {
                break
            } else if !inBrackets {
                plain += character.lowercased()
            }
        }
        guard plain != "general", plain != "@" else { return }
        let dated = plain.replacing("am/pm", with: "h")
        hasTime = dated.contains("h") || dated.contains("s")
        hasYear = dated.contains("y") || dated.contains("e") && dated.contains("m")
        hasDay = dated.contains("d")
        hasMonth = dated.contains("m") && (!hasTime || hasYear || hasDay)
        isPercent = plain.contains("%")
        let places = plain.split(separator: ".", maxSplits: 1).dropFirst().first ?? ""
        let shown = places.prefix { "0#?".contains($0) }
        if !isDate, plain.contains("0") || plain.contains("#") {
            let always = shown.count { $0 == "0" }
            decimals = min(always, 15)...min(shown.count, 15)
        }
    }

    /// The codes that files name by number alone.
    init(builtIn number: Int) {
        self = Self.builtIn[number].map { CellFormat(code: $0) } ?? .general
    }

    private static let builtIn: [Int: String] = [
        1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 14: "yyyy-m-d",
        15: "yyyy-m-d", 16: "m-d", 17: "yyyy-m", 18: "h:mm", 19: "h:mm:ss", 20: "h:mm",
        21: "h:mm:ss", 22: "yyyy-m-d h:mm", 27: "yyyy年m月", 28: "m月d日", 29: "m月d日", 30: "yyyy-m-d",
        31: "yyyy年m月d日", 32: "h:mm", 33: "h:mm:ss", 36: "yyyy年m月", 37: "#,##0", 38: "#,##0",
        39: "#,##0.00", 40: "#,##0.00", 45: "h:mm:ss", 46: "h:mm:ss", 47: "h:mm:ss", 50: "yyyy年m月",
        51: "m月d日", 52: "yyyy年m月", 53: "m月d日", 54: "m月d日", 57: "yyyy年m月", 58: "m月d日",
    ]

    private var isDate: Bool { hasYear || hasMonth || hasDay || hasTime }

    /// - Parameter is1904: Days count from 1904, as files of old Macs do.
    func text(_ value: Double, is1904: Bool = false) -> String {
        guard value.isFinite else { return "" }
        if isDate, value >= 0, value < 2_958_466 { return date(value, is1904: is1904) }
        if isPercent { return number(value * 100) + "%" }
        return number(value)
    }

    private func number(_ value: Double) -> String {
        guard let decimals else {
            if value == value.rounded(), abs(value) < 1e15 { return String(Int(value)) }
            return String(format: "%.15g", value)
        }
        var text = String(format: "%.\(decimals.upperBound)f", value)
        var spare = decimals.upperBound - decimals.lowerBound
        while spare > 0, text.hasSuffix("0") {
            text.removeLast()
            spare -= 1
        }
        if text.hasSuffix(".") { text.removeLast() }
        return text
    }

    private func date(_ value: Double, is1904: Bool) -> String {
        // 1900 is counted as a leap year, so that days before March 1900 are one off.
        let whole = Int(value)
        let days = is1904 ? whole + 1_462 : whole < 60 ? whole + 1 : whole
        let (year, month, day) = Self.civil(days - 25_569)
        var parts: [String] = []
        if isChinese {
            parts.append(
                (hasYear ? "\(year)年" : "") + (hasMonth ? "\(month)月" : "")
                    + (hasDay ? "\(day)日" : ""))
        } else if hasYear || hasMonth || hasDay {
            func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
            var date: [String] = []
            if hasYear { date.append(String(year)) }
            if hasMonth { date.append(two(month)) }
            if hasDay { date.append(two(day)) }
            parts.append(date.joined(separator: "-"))
        }
        if hasTime {
            let minutes = Int(((value - value.rounded(.down)) * 1_440).rounded())
            parts.append(String(format: "%02d:%02d", minutes / 60 % 24, minutes % 60))
        }
        return parts.filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// Year, month and day of a day counted from 1970 (Hinnant, "chrono-compatible low-level date algorithms").
    private static func civil(_ days: Int) -> (Int, Int, Int) {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let part = (5 * dayOfYear + 2) / 153
        let month = part < 10 ? part + 3 : part - 9
        return (
            yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month,
            dayOfYear - (153 * part + 2) / 5 + 1
        )
    }
}
