/// Numbers as headings write them (序号): Chinese numerals to 99, ASCII and full-width digits.
enum Ordinal {
    /// The digit a scalar is, ASCII or full width.
    static func digit(_ scalar: UInt32) -> Int? {
        switch scalar {
        case 0x30...0x39: Int(scalar - 0x30)
        case 0xFF10...0xFF19: Int(scalar - 0xFF10)
        default: nil
        }
    }

    /// The value of one Chinese numeral; 十 is 10.
    static func chinese(_ scalar: UInt32) -> Int? {
        switch scalar {
        case 0x4E00, 0x58F9: 1  // 一 壹
        case 0x4E8C, 0x8D30, 0x8CB3: 2
        case 0x4E09, 0x53C1, 0x53C3: 3
        case 0x56DB, 0x8086: 4
        case 0x4E94, 0x4F0D: 5
        case 0x516D, 0x9646, 0x9678: 6
        case 0x4E03, 0x67D2: 7
        case 0x516B, 0x634C: 8
        case 0x4E5D, 0x7396: 9
        case 0x5341, 0x62FE: 10
        default: nil
        }
    }

    /// A number and how many scalars it takes.
    typealias Parsed = (value: Int, count: Int)

    /// The Chinese number below 100 that begins at `start`: 一, 十, 十二, 二十, 二十三.
    static func chinese(_ scalars: [UInt32], at start: Int) -> Parsed? {
        guard start < scalars.count, let first = chinese(scalars[start]) else { return nil }
        func value(_ offset: Int) -> Int? {
            start + offset < scalars.count ? chinese(scalars[start + offset]) : nil
        }
        if first == 10 {
            guard let ones = value(1), ones < 10 else { return (10, 1) }
            return (10 + ones, 2)
        }
        guard value(1) == 10 else { return (first, 1) }
        guard let ones = value(2), ones < 10 else { return (first * 10, 2) }
        return (first * 10 + ones, 3)
    }

    /// The number of at most three digits that begins at `start`; `nil` when there are more.
    static func arabic(_ scalars: [UInt32], at start: Int) -> Parsed? {
        var value = 0
        var position = start
        while position < scalars.count, let digit = digit(scalars[position]) {
            guard position - start < 3 else { return nil }
            value = value * 10 + digit
            position += 1
        }
        return position > start ? (value, position - start) : nil
    }

    static func any(_ scalars: [UInt32], at start: Int) -> Parsed? {
        chinese(scalars, at: start) ?? arabic(scalars, at: start)
    }

    /// The number that ends just before `end`, read backwards.
    static func any(_ scalars: [UInt32], endingAt end: Int) -> Parsed? {
        var start = end
        while start > 0, chinese(scalars[start - 1]) != nil || digit(scalars[start - 1]) != nil {
            start -= 1
        }
        guard start < end, let number = any(scalars, at: start), start + number.count == end else {
            return nil
        }
        return number
    }
}
