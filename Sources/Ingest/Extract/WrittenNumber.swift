/// A number as written, without its measure word (数词).
struct WrittenNumber {
    /// `nil` when digits are masked, or when the words name no number (几, 数十).
    var value: Double?
    var range: Range<Int>
    /// 余, 多, 来 or two neighbouring digits (两三).
    var isApproximate = false
    var isMasked = false
    /// Written in 一二三.
    var isChinese = false
    /// 万 or 百 alone, without a digit before it.
    var isBareMagnitude = false
    /// The last of 百 千 万 亿 behind a number in digits; 1 without one.
    var scale = 1.0
    /// Written with digits alone, without 万 and its kin.
    var isPlain = false
}

/// Reads the number that begins at a place.
extension FoldedText {
    /// The number at `start`; `nil` when none begins there.
    func numeral(at start: Int) -> WrittenNumber? {
        let kind = kind(start)
        if kind.contains(.digit) || kind.contains(.mask) { return arabic(at: start) }
        if kind.contains(.vague) { return vague(at: start) }
        return chinese(at: start)
    }

    // MARK: Digits

    private func arabic(at start: Int) -> WrittenNumber? {
        var end = start
        var mantissa = 0.0
        var masks = 0
        while end < count {
            let kind = kind(end)
            if kind.contains(.digit) {
                mantissa = mantissa * 10 + Double(scalar(end) - 0x30)
            } else if kind.contains(.mask) {
                masks += 1
            } else if !isThousandsComma(end, from: start) {
                break
            }
            end += 1
        }
        guard end - start <= 18 else { return nil }
        if scalar(end) == 0x2E {
            var place = 0.1
            var next = end + 1
            while kind(next).contains(.digit) || kind(next).contains(.mask) {
                if kind(next).contains(.mask) {
                    masks += 1
                } else {
                    mantissa += Double(scalar(next) - 0x30) * place
                }
                place /= 10
                next += 1
            }
            if next > end + 1 {
                // 1.81 summed digit by digit is not 1.81: read the digits again as one decimal.
                if masks == 0, let exact = decimal(start..<next) { mantissa = exact }
                end = next
            }
        }
        var numeral = WrittenNumber(value: mantissa, range: start..<end)
        numeral.isMasked = masks > 0
        numeral.isPlain = true
        addMagnitude(to: &numeral)
        if numeral.isMasked { numeral.value = nil }
        return numeral
    }

    /// A comma between digits that come in threes: 12,345.
    private func isThousandsComma(_ index: Int, from start: Int) -> Bool {
        scalar(index) == 0x2C && isASCII(at: index) && index > start
            && index - start <= 3
            && (1...3).allSatisfy { kind(index + $0).contains(.digit) }
            && !kind(index + 4).contains(.digit)
            || scalar(index) == 0x2C && isASCII(at: index) && index > start + 3
                && scalar(index - 4) == 0x2C
                && (1...3).allSatisfy { kind(index + $0).contains(.digit) }
                && !kind(index + 4).contains(.digit)
    }

    private func decimal(_ range: Range<Int>) -> Double? {
        var digits = ""
        for index in range where scalar(index) != 0x2C {
            guard let scalar = Unicode.Scalar(scalar(index)) else { return nil }
            digits.unicodeScalars.append(scalar)
        }
        return Double(digits)
    }

    /// 余 多 来 几 and 百 千 万 亿 behind digits: 10余万, 3千多, 1万余, 2万5千.
    private func addMagnitude(to numeral: inout WrittenNumber) {
        var end = numeral.range.upperBound
        var about = false
        while true {
            let next = end
            if isAbout(next), isCountable(next + 1) {
                about = true
                end = next + 1
            } else if let scale = Self.scale(scalar(next)), scale >= 100 {
                numeral.scale *= scale
                end = next + 1
            } else {
                break
            }
        }
        if numeral.scale > 1 {
            numeral.value = numeral.value.map { ($0 * numeral.scale * 1e6).rounded() / 1e6 }
            numeral.isPlain = false
            if let rest = remainder(at: end, below: numeral.scale) {
                numeral.value = numeral.value.map { $0 + rest.value }
                end = rest.end
            }
        }
        numeral.isApproximate = about
        numeral.range = numeral.range.lowerBound..<end
    }

    /// 5千 behind 2万.
    private func remainder(at start: Int, below scale: Double) -> (value: Double, end: Int)? {
        var end = start
        var value = 0.0
        while kind(end).contains(.digit), end - start < 4 {
            value = value * 10 + Double(scalar(end) - 0x30)
            end += 1
        }
        guard end > start, let smaller = Self.scale(scalar(end)), smaller >= 100, smaller < scale
        else { return nil }
        return (value * smaller, end + 1)
    }

    /// 余, 多, 来, 几 (and 个 in none of them): more than the number says.
    private func isAbout(_ index: Int) -> Bool {
        switch scalar(index) {
        case 0x4F59, 0x591A, 0x6765, 0x51E0: true
        default: false
        }
    }

    /// Whether something that can be counted follows 余 or 多, and not 年来 or 多样.
    private func isCountable(_ index: Int) -> Bool {
        index < count && kind(index).isDisjoint(with: .boundary)
    }

    // MARK: 一二三

    private static func scale(_ scalar: UInt32) -> Double? {
        switch scalar {
        case 0x5341: 10
        case 0x767E: 100
        case 0x5343: 1000
        case 0x4E07: 10_000
        case 0x4EBF: 100_000_000
        default: nil
        }
    }

    private static func digit(_ scalar: UInt32) -> Double? {
        switch scalar {
        case 0x96F6, 0x3007: 0
        case 0x4E00: 1
        case 0x4E8C, 0x4E24: 2
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

    private func chinese(at start: Int) -> WrittenNumber? {
        var sum = 0.0
        var section = 0.0
        var pending: Double?
        var about = false
        var end = start
        var digits = 0
        while end < count {
            let here = scalar(end)
            if let digit = Self.digit(here) {
                if let before = pending, before > 0 {
                    // 两三名 is a guess; 三八 and 二一 name something else.
                    guard digit == before + 1, digits == 1 else { return nil }
                    about = true
                    digits += 1
                } else {
                    pending = digit
                    digits = 1
                }
            } else if let scale = Self.scale(here) {
                if scale >= 10_000 {
                    sum = (sum + section + (pending ?? (sum + section == 0 ? 1 : 0))) * scale
                    section = 0
                } else {
                    section += (pending ?? 1) * scale
                }
                pending = nil
                digits = 0
            } else if isAbout(end), end > start, isCountable(end + 1) {
                about = true
            } else {
                break
            }
            end += 1
        }
        guard end > start else { return nil }
        var numeral = WrittenNumber(value: sum + section + (pending ?? 0), range: start..<end)
        numeral.isApproximate = about
        numeral.isChinese = true
        let first = Self.scale(scalar(start))
        numeral.isBareMagnitude = (first ?? 0) >= 100 && !about
        return numeral
    }

    // MARK: 几 数 多

    /// 几十, 数百, 数, 多: more than one, nobody knows how many.
    private func vague(at start: Int) -> WrittenNumber? {
        var end = start + 1
        while kind(end).contains(.magnitude) { end += 1 }
        if isAbout(end), end > start + 1, isCountable(end + 1) { end += 1 }
        var numeral = WrittenNumber(value: nil, range: start..<end)
        numeral.isApproximate = true
        return numeral
    }
}
