import Foundation

/// A day and time of a spreadsheet, counted in days (日期格式).
struct CellDate {
    private let value: Double
    private let year: Int
    private let month: Int
    private let day: Int
    /// 0 for Sunday.
    private let weekday: Int
    private let seconds: Int

    /// - Parameter value: Days from the end of 1899, or from 1904; not negative.
    init(_ value: Double, is1904: Bool) {
        // To the second, so that 0.5999999999 is no minute less.
        let all = (value * 86_400).rounded()
        self.value = all / 86_400
        let whole = Int(all / 86_400)
        seconds = Int(all) - whole * 86_400
        // 1900 is counted as a leap year, so that days before March 1900 are one off.
        let days = is1904 ? whole + 1_462 : whole < 60 ? whole + 1 : whole
        (year, month, day) = Self.civil(days - 25_569)
        weekday = (days + 6) % 7
    }

    func text(_ section: CellFormat.Section) -> String {
        let isHalved = section.pieces.contains {
            $0 == .time("AM/PM") || $0 == .time("上午/下午") || $0 == .time("A/P")
        }
        var isAfterSeconds = false
        return section.pieces.map { piece in
            switch piece {
            case .literal(let words): return words
            case .time(let name):
                isAfterSeconds = name.hasPrefix("s")
                let text = part(name, isHalved: isHalved)
                return section.chinese > 0 ? Self.chinese(text, isYear: name.hasPrefix("y")) : text
            case .elapsed(let unit):
                let all = (value * 86_400).rounded()
                return String(Int(unit == "h" ? all / 3_600 : unit == "m" ? all / 60 : all))
            // Parts of seconds are not kept.
            case .digit where isAfterSeconds, .point where isAfterSeconds: return ""
            case .point: return "."
            case .comma: return ","
            case .slash: return "/"
            default: return ""
            }
        }.joined()
    }

    private func part(_ name: String, isHalved: Bool) -> String {
        func padded(_ number: Int, _ isTwo: Bool) -> String {
            isTwo && number < 10 ? "0\(number)" : String(number)
        }
        let hour = seconds / 3_600
        switch name {
        case "AM/PM": return hour < 12 ? "AM" : "PM"
        case "A/P": return hour < 12 ? "A" : "P"
        case "上午/下午": return hour < 12 ? "上午" : "下午"
        case "minute", "minutes": return padded(seconds / 60 % 60, name == "minutes")
        case "y", "yy": return padded(year % 100, true)
        case "m", "mm": return padded(month, name == "mm")
        case "mmm": return Self.months[month - 1]
        case "d", "dd": return padded(day, name == "dd")
        case "ddd", "dddd": return Self.weekdays[weekday]
        case "aaa": return Self.chineseWeekdays[weekday]
        case "aaaa": return "星期" + Self.chineseWeekdays[weekday]
        default: break
        }
        switch name.first {
        case "y", "e": return String(year)
        case "m": return Self.months[month - 1]
        case "h": return padded(isHalved ? (hour + 11) % 12 + 1 : hour, name.count > 1)
        case "s": return padded(seconds % 60, name.count > 1)
        default: return ""
        }
    }

    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    private static let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    private static let chineseWeekdays = ["日", "一", "二", "三", "四", "五", "六"]

    /// 二〇二三 for years, 十五 for the rest.
    private static func chinese(_ text: String, isYear: Bool) -> String {
        guard let value = Int(text) else { return text }
        let format = isYear ? "ideographDigital" : "chineseCountingThousand"
        return value == 0 ? "〇" : ListNumber.text(value, format: format) ?? text
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
