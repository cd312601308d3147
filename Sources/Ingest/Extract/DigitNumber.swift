/// Numbers that begin with a digit or a mask (阿拉伯数字): 9 000, 12,345, 8.8万, 100万两千, 13xx.
extension FoldedText {
    func digitNumber(at start: Int) -> WrittenNumber? {
        let start = scannedOne(before: start) ?? start
        var run = DigitRun(start: start)
        readGroups(&run)
        readFraction(&run)
        guard run.count <= 15 else { return nil }
        // 05人 has lost its head.
        if scalar(start) == 0x30, kind(start + 1).contains(.digit) { run.isSound = false }
        var number = WrittenNumber(value: nil, range: start..<run.end)
        number.isMasked = run.masks > 0
        number.isPlain = true
        readMagnitude(&number, run)
        if number.isMasked { number.value = nil }
        let next = kind(number.range.upperBound)
        if !run.isSound || !next.isDisjoint(with: .number) && !next.contains(.mask) {
            breakOff(&number)
        }
        return number
    }

    /// l2份, l.8万元: where the letter stands that a scan made of the one before a digit.
    private func scannedOne(before start: Int) -> Int? {
        let place = scalar(start - 1) == 0x2E ? start - 2 : start - 1
        guard scalar(place) == 0x6C, kind(start).contains(.digit) else { return nil }
        let before = kind(place - 1)
        let isOpen = before.isDisjoint(with: [.letter, .digit, .mask]) && scalar(place - 1) != 0x2E
        return isOpen ? place : nil
    }

    /// Digits read so far, and how they stand in groups.
    private struct DigitRun {
        var end: Int
        var mantissa = 0
        /// All digits, those behind the point among them.
        var count = 0
        var decimals = 0
        var masks = 0
        var isSound = true

        init(start: Int) { end = start }

        mutating func add(_ digit: Int) {
            if count < 16 { mantissa = mantissa * 10 + digit }
            count += 1
        }
    }

    /// Digits, in threes with commas or blanks between, or one by one with a blank between each two.
    private func readGroups(_ run: inout DigitRun) {
        var first = 0
        var group = 0
        var groups = 1
        var areThrees = true
        var areSingle = true
        let isZeroed = scalar(run.end) == 0x30
        while run.count + run.masks < 64 {
            if let digit = digit(at: run.end, in: run) {
                run.add(digit)
            } else if kind(run.end).contains(.mask) {
                run.masks += 1
            } else if group > 0, isGroupMark(run.end) {
                if groups == 1 { first = group } else if group != 3 { areThrees = false }
                if group != 1 { areSingle = false }
                groups += 1
                group = 0
                run.end += 1
                continue
            } else {
                break
            }
            group += 1
            run.end += 1
        }
        guard groups > 1 else { return }
        let isThousands = first <= 3 && areThrees && group == 3 && !isZeroed
        let isSpaced = areSingle && group == 1 && groups > 2
        run.isSound = isThousands || isSpaced
    }

    /// A digit, or the letter o that a scan made of a zero, or l and i between digits, which were ones.
    private func digit(at index: Int, in run: DigitRun) -> Int? {
        if kind(index).contains(.digit) { return Int(scalar(index)) - 0x30 }
        if scalar(index) == 0x6C, run.count == 0, run.end == index {
            let isFirst = kind(index + 1).contains(.digit) || scalar(index + 1) == 0x2E
            return isFirst && kind(index - 1).isDisjoint(with: [.letter, .digit]) ? 1 : nil
        }
        if scalar(index) == 0x6C || scalar(index) == 0x69 {
            // 3l人: a litre is followed by no people.
            let isLast = scalar(index) == 0x6C && Self.counted.contains(scalar(index + 1))
            let isBetween =
                kind(index - 1).contains(.digit)
                && (kind(index + 1).contains(.digit) || isLast)
            return isBetween && run.count > 0 ? 1 : nil
        }
        guard scalar(index) == 0x6F, run.count > 0 else { return nil }
        let next = kind(index + 1)
        let isWord = next.contains(.letter) && !next.contains(.mask) && scalar(index + 1) != 0x6F
        return isWord ? nil : 0
    }

    private static let counted = ScalarSet("人名户家件份场次期册篇所岁")

    /// A comma or blank between the groups of one number. A blank needs a digit behind it, a comma
    /// three of them.
    private func isGroupMark(_ index: Int) -> Bool {
        if scalar(index) == 0x20, areScannedZeros(index + 1) { return true }
        guard kind(index + 1).contains(.digit) else { return false }
        let mark = scalar(index)
        if mark == 0x2C {
            let isThree = (1...3).allSatisfy { kind(index + $0).contains(.digit) }
            return isThree && !kind(index + 4).contains(.digit) || isASCII(at: index)
        }
        return mark == 0x20 && width(of: index) < 3 || NumeralForms.isThin(mark)
    }

    /// 2 ooo册: three zeros that a scan made letters of.
    private func areScannedZeros(_ start: Int) -> Bool {
        (start..<start + 3).allSatisfy { scalar($0) == 0x6F }
            && (0x4E00...0x9FFF).contains(scalar(start + 3))
    }

    private func readFraction(_ run: inout DigitRun) {
        guard scalar(run.end) == 0x2E else { return }
        var next = run.end + 1
        while !kind(next).isDisjoint(with: [.digit, .mask]) {
            if kind(next).contains(.digit) {
                run.add(Int(scalar(next)) - 0x30)
                run.decimals += 1
            } else {
                run.masks += 1
            }
            next += 1
        }
        guard next > run.end + 1 else { return }
        run.end = next
        // 2018.5.10 is a date.
        if scalar(next) == 0x2E, kind(next + 1).contains(.digit) { run.isSound = false }
    }

    /// 余 多 来 几 and 百 千 万 亿 behind digits: 10余万, 3千多, 1万余, 2万5千, 100万两千.
    private func readMagnitude(_ number: inout WrittenNumber, _ run: DigitRun) {
        var end = run.end
        var power = 0
        var last = 0
        while true {
            if isAbout(end), !number.isApproximate {
                number.isApproximate = true
            } else if let next = NumeralForms.power(scalar(end)), next >= 2,
                !NumeralForms.isCapital(scalar(end)), last == 0 || next >= 4
            {
                power += next
                last = next
            } else {
                break
            }
            end += 1
        }
        number.value = NumeralForms.value(run.mantissa, power: power - run.decimals)
        number.range = number.range.lowerBound..<end
        guard power > 0 else { return }
        number.isPlain = false
        number.scale = Double(NumeralForms.tenTo(power))
        guard !number.isApproximate, run.masks == 0, let whole = number.value else { return }
        if let rest = remainder(at: end, below: last) {
            // 1.5万 is not gone on with.
            number.value = run.decimals == 0 ? whole + rest.value : nil
            number.isApproximate = rest.isApproximate
            number.range = number.range.lowerBound..<rest.end
        }
    }

    /// Whether Han characters follow, of which the first may be a measure word.
    private func isAmountEnd(_ end: Int) -> Bool {
        (0x4E00...0x9FFF).contains(scalar(end))
            && kind(end).isDisjoint(with: [.numeral, .magnitude, .vague])
    }

    private struct Remainder {
        let value: Double
        let end: Int
        let isApproximate: Bool
    }

    /// 5千 behind 2万, 3千8百 behind 5万, 两千 behind 100万, 500 behind 1万: what fills the places below a
    /// power.
    private func remainder(at start: Int, below power: Int) -> Remainder? {
        let limit = Double(NumeralForms.tenTo(power))
        let isZero = scalar(start) == 0x96F6 && kind(start + 1).contains(.digit)
        if kind(start).contains(.digit) || isZero {
            var end = isZero ? start + 1 : start
            let first = end
            var value = 0
            while kind(end).contains(.digit), end - first < 8 {
                value = value * 10 + Int(scalar(end)) - 0x30
                end += 1
            }
            guard let mark = NumeralForms.power(scalar(end)), mark < power, mark >= 2,
                !NumeralForms.isCapital(scalar(end))
            else {
                // 1千5 says 1500 as 一千五 does.
                let fills = !isZero && end - first == 1 && value > 0 && scalar(end) != 0x2E
                if fills, isAmountEnd(end) {
                    let sum = Double(value * NumeralForms.tenTo(power - 1))
                    return Remainder(value: sum, end: end, isApproximate: false)
                }
                guard isZero ? value * 10 < Int(limit) : end - first == power else { return nil }
                return Remainder(value: Double(value), end: end, isApproximate: false)
            }
            var smaller = mark
            // 2亿3千万
            if power > smaller + 4, NumeralForms.power(scalar(end + 1)) == 4 {
                smaller += 4
                end += 1
            }
            let sum = Double(value) * Double(NumeralForms.tenTo(smaller))
            guard sum < limit else { return nil }
            if isAbout(end + 1) {
                return Remainder(value: sum, end: end + 2, isApproximate: true)
            }
            guard let rest = remainder(at: end + 1, below: smaller) else {
                return Remainder(value: sum, end: end + 1, isApproximate: false)
            }
            return Remainder(
                value: sum + rest.value, end: rest.end, isApproximate: rest.isApproximate)
        }
        let isNumeral = NumeralForms.digit(scalar(start)) != nil
        guard isNumeral, let rest = hanNumber(at: start), let value = rest.value, value < limit,
            rest.range.count > 1, !rest.isBroken
        else { return nil }
        return Remainder(
            value: value, end: rest.range.upperBound, isApproximate: rest.isApproximate)
    }
}
