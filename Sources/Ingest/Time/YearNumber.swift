/// Numbers and years as reports write them (年份数字): 2018, 二〇一八, 一百零四, ××.
enum YearNumber {
    /// A year that stands in a text.
    struct Found: Equatable {
        let year: Int
        /// The scalars of the year, 年 included when it is there.
        let range: Range<Int>
    }

    /// The years 1949-2049 written in four digits or four Chinese digits; a zero may be a circle or the
    /// letter O (二○一八年, 2O17年). O(n).
    static func years(in text: [UInt32], within range: Range<Int>? = nil) -> [Found] {
        var found: [Found] = []
        let bounds = range ?? 0..<text.count
        var index = bounds.lowerBound
        while index + 4 <= bounds.upperBound {
            guard digit(text[index]) != nil else {
                index += 1
                continue
            }
            var end = index
            while end < bounds.upperBound, yearDigit(text[end]) != nil { end += 1 }
            if end - index == 4, let year = year(of: text[index..<end]) {
                let hasMark = end < bounds.upperBound && text[end] == yearMark
                if hasMark || text[index..<end].allSatisfy(\.isDigit) {
                    found.append(Found(year: year, range: index..<(hasMark ? end + 1 : end)))
                }
            }
            index = end
        }
        return found
    }

    /// The year that four digits write; `nil` when a circle rather masks one of them (20○○).
    private static func year(of number: ArraySlice<UInt32>) -> Int? {
        let isFigures = number.first?.isDigit ?? false
        var year = 0
        for (place, scalar) in number.enumerated() {
            guard let digit = yearDigit(scalar) else { return nil }
            if isFigures, place > 0, isCircle(scalar),
                place == 3 || place == 2 && number[number.startIndex + 1].isDigit
            {
                return nil
            }
            year = year * 10 + digit
        }
        return (1949...2049).contains(year) ? year : nil
    }

    /// The year of two digits (18年, 一八年) that end right before `end`.
    static func shortYear(before end: Int, in text: [UInt32]) -> Found? {
        guard end >= 2,
            let tens = digit(text[end - 2])
                ?? (isCircle(text[end - 2]) && !text[end - 1].isDigit && digit(text[end - 1]) != nil
                    ? 0 : nil),
            let ones = yearDigit(text[end - 1]),
            end < 3
                || yearDigit(text[end - 3]) == nil && !isNumeral(text[end - 3])
                    && text[end - 3] != 0x2E,
            text[end - 1].isDigit == text[end - 2].isDigit
        else { return nil }
        let value = tens * 10 + ones
        guard value <= 49 || value >= 78 else { return nil }
        return Found(year: value + (value <= 49 ? 2000 : 1900), range: end - 2..<end)
    }

    /// Whether a masked year stands in the text: 20xx年, ××年, 20**年.
    static func hasMaskedYear(_ text: [UInt32]) -> Bool {
        for index in text.indices where text[index] == yearMark && index >= 2 {
            if isMask(text[index - 1]), isMask(text[index - 2]) { return true }
        }
        return false
    }

    /// Whether a folded scalar stands for something hidden.
    static func isMask(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x78, 0xD7, 0x2A, 0x25CB, 0x5F, 0x67D0, 0x25B3, 0x25A1, 0x25CF: true  // x × * ○ _ 某
        default: false
        }
    }

    /// The value of the number that ends right before `end`, and where it begins.
    static func number(before end: Int, in text: [UInt32]) -> (value: Int, start: Int)? {
        var start = end
        while start > 0, isNumeral(text[start - 1]) { start -= 1 }
        guard let value = value(of: text[start..<end]) else { return nil }
        return (value, start)
    }

    /// The value of the number that begins at `start`, and where it ends.
    static func number(from start: Int, in text: [UInt32]) -> (value: Int, end: Int)? {
        var end = start
        while end < text.count, isNumeral(text[end]) { end += 1 }
        guard let value = value(of: text[start..<end]) else { return nil }
        return (value, end)
    }

    private static func isNumeral(_ scalar: UInt32) -> Bool {
        digit(scalar) != nil || scalar == ten || scalar == hundred
    }

    /// The value of ASCII digits or of a Chinese number below 1,000; `nil` when it is neither.
    static func value(of number: ArraySlice<UInt32>) -> Int? {
        guard !number.isEmpty, number.count <= 5 else { return nil }
        if number.allSatisfy(\.isDigit) {
            return number.reduce(0) { $0 * 10 + Int($1 - 0x30) }
        }
        var total = 0
        var pending: Int?
        for scalar in number {
            if scalar == hundred {
                total += (pending ?? 1) * 100
                pending = nil
            } else if scalar == ten {
                total += (pending ?? 1) * 10
                pending = nil
            } else if let digit = digit(scalar) {
                if let known = pending, known != 0 { return nil }
                pending = digit
            } else {
                return nil
            }
        }
        return total + (pending ?? 0)
    }

    /// The value of one ASCII or Chinese digit.
    @inline(__always)
    static func digit(_ scalar: UInt32) -> Int? {
        switch scalar {
        case 0x30...0x39: Int(scalar - 0x30)
        case 0x3007, 0x96F6: 0  // 〇 零
        case 0x4E00: 1
        case 0x4E8C: 2
        case 0x4E09: 3
        case 0x56DB: 4
        case 0x4E94: 5
        case 0x516D: 6
        case 0x4E03: 7
        case 0x516B: 8
        case 0x4E5D: 9
        default: nil
        }
    }

    /// The value of a digit of a year: a zero may be a circle or the letter O, a one the letter l.
    @inline(__always)
    static func yearDigit(_ scalar: UInt32) -> Int? {
        digit(scalar) ?? (isCircle(scalar) || scalar == 0x6F ? 0 : scalar == 0x6C ? 1 : nil)
    }

    /// ○ ◯ ⭕
    private static func isCircle(_ scalar: UInt32) -> Bool {
        scalar == 0x25CB || scalar == 0x25EF || scalar == 0x2B55
    }

    static let yearMark: UInt32 = 0x5E74
    static let monthMark: UInt32 = 0x6708
    private static let ten: UInt32 = 0x5341
    private static let hundred: UInt32 = 0x767E
}
