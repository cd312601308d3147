/// Numbers in 一二三 and 壹贰叁 (汉字数字): 一千二百零八, 两万五, 十几万, 三四十, 八点八万.
extension FoldedText {
    /// The longest number that is read, in characters.
    private static let longest = 24

    func hanNumber(at start: Int) -> WrittenNumber? {
        guard !isPartOfWord(start) else { return nil }
        var reading = HanReading()
        var end = start
        while end < start + Self.longest {
            let here = scalar(end)
            if end > start, NumeralForms.isCapital(here) != NumeralForms.isCapital(scalar(start)),
                here != 0x96F6, NumeralForms.power(here).map({ $0 < 4 }) ?? true, !isAbout(end)
            {
                break
            }
            if let digit = NumeralForms.digit(here) {
                reading.add(digit: digit)
            } else if let power = NumeralForms.power(here) {
                reading.add(power: power)
            } else if isPoint(end), !reading.isEmpty {
                reading.addPoint()
            } else if isAbout(end), end > start {
                reading.addAbout(isSome: here == 0x51E0)
                // Behind 多 only 万 and 亿 go on: 三十多万.
                guard NumeralForms.power(scalar(end + 1)).map({ $0 >= 4 }) ?? false else {
                    end += 1
                    break
                }
            } else {
                break
            }
            end += 1
        }
        guard end > start else { return nil }
        var number = reading.number(start..<end)
        number.isChinese = true
        if NumeralForms.isCapital(scalar(start)), !isWrittenOut(number) { return nil }
        if !kind(end).isDisjoint(with: [.digit, .numeral, .magnitude]) { breakOff(&number) }
        return number
    }

    /// 点 between digits: 八点八, and not 八点半.
    private func isPoint(_ index: Int) -> Bool {
        scalar(index) == 0x70B9 && NumeralForms.digit(scalar(index + 1)) != nil
    }

    /// 队伍, 大陆, 收拾: a capital behind these is part of a word.
    private func isPartOfWord(_ index: Int) -> Bool {
        NumeralForms.isCapital(scalar(index)) && Self.wordHeads.contains(scalar(index - 1))
    }

    /// A capital alone is no number unless 元, 万 or a capital power stands behind it.
    private func isWrittenOut(_ number: WrittenNumber) -> Bool {
        number.range.count > 1 || scalar(number.range.upperBound) == 0x5143
    }

    private static let wordHeads = ScalarSet("队入大内着登水收殿")
}

/// The characters of a number taken one after the other.
private struct HanReading {
    private var sum = 0
    /// What is read since the last 万 or 亿.
    private var section = 0
    private var pending: Int?
    /// The power before which the next must stay.
    private var ceiling = 9
    private var lastPower = 0
    private var digits = 0
    private var positional = 0
    private var hasPower = false
    private var hasZero = false
    private var isZeroBefore = false
    private var isAbout = false
    /// Two digits side by side: 两三, 三五, 一千七八.
    private var isGuessed = false
    private var isBare = false
    private var isSound = true
    private var decimals: Int?
    private var scale = 1
    private(set) var isEmpty = true

    mutating func add(digit: Int) {
        defer { isEmpty = false }
        positional = min(positional * 10 + digit, 1_000_000_000)
        digits += 1
        if let places = decimals {
            pending = (pending ?? 0) * 10 + digit
            decimals = places + 1
            return
        }
        if digit == 0 {
            hasZero = true
            if hasPower { isZeroBefore = true }
            if pending != nil { isSound = false }
            pending = pending == nil && !hasPower ? 0 : pending
            return
        }
        if let before = pending {
            // 两三名 is a guess; 三八 and 二一 name something else.
            let isGuess = digit == before + 1 || before == 3 && digit == 5 && !hasPower
            if isGuess, before > 0, !isAbout {
                isAbout = true
                isGuessed = true
            } else {
                isSound = false
            }
        } else {
            pending = digit
        }
    }

    mutating func addPoint() {
        guard decimals == nil, !isAbout, !hasPower || pending != nil || section > 0 else {
            isSound = false
            return
        }
        section += pending ?? 0
        pending = nil
        decimals = 0
    }

    mutating func addAbout(isSome: Bool) {
        if isAbout { isSound = false }
        // 三百几 would be some tens or some units.
        if isSome, lastPower != 1 { isSound = isSound && lastPower == 0 }
        if !hasPower { isSound = false }
        isAbout = true
    }

    mutating func add(power: Int) {
        defer {
            isEmpty = false
            hasPower = true
            isZeroBefore = false
        }
        if decimals != nil {
            addDecimal(power: power)
            return
        }
        if power >= 4 {
            guard power < ceiling || power == 8 && sum > 0 && ceiling == 4 else {
                isSound = false
                return
            }
            if isEmpty { isBare = true }
            let part = section + (pending ?? 0)
            if power == 8, sum > 0 {
                // 一万二千亿: what stands before 亿 is multiplied as a whole.
                sum = (sum + part) * NumeralForms.tenTo(power)
            } else {
                if part == 0, sum > 0 { isSound = false }
                sum += (part == 0 ? 1 : part) * NumeralForms.tenTo(power)
            }
            section = 0
            ceiling = power
        } else {
            if lastPower > 0, lastPower < 4, power >= lastPower { isSound = false }
            if isEmpty { isBare = power > 1 }
            // 两百十 is not written; 一百一十 and 十 are.
            if pending == nil, !isEmpty, power > 1 { isSound = false }
            section += (pending ?? 1) * NumeralForms.tenTo(power)
        }
        if pending == 0 { isSound = false }
        pending = nil
        lastPower = power
    }

    /// 八点八万, 三点五千万.
    private mutating func addDecimal(power: Int) {
        if scale == 1 ? power < 3 : power < 4 { isSound = false }
        if scale > 100_000_000 { isSound = false }
        scale *= NumeralForms.tenTo(power)
    }

    func number(_ range: Range<Int>) -> WrittenNumber {
        var number = WrittenNumber(value: nil, range: range)
        number.isApproximate = isAbout
        number.isBareMagnitude = isBare && !isAbout
        number.scale = hasPower ? Double(NumeralForms.tenTo(max(lastPower, 1))) : 1
        if let places = decimals {
            guard isSound, places > 0, places < 8 else { return broken(number) }
            var power = 0
            while NumeralForms.tenTo(power) < scale { power += 1 }
            let mantissa = (sum + section) * NumeralForms.tenTo(places) + (pending ?? 0)
            number.value = NumeralForms.value(mantissa, power: power - places)
            return number
        }
        if !hasPower, digits > 1, !isAbout {
            // 二〇三 is read place by place; 三八 is a name.
            guard hasZero, digits > 2, positional < 1_000_000_000 else { return broken(number) }
            number.value = Double(positional)
            return number
        }
        // 百八十 is about a hundred, nobody knows.
        guard isSound, !isBare || digits == 0 else { return broken(number) }
        var rest = pending ?? 0
        if rest > 0, hasPower, lastPower > 1, !isZeroBefore, !isAbout || isGuessed {
            // 两万五, 三百五, 一千七八: the digit fills the next place.
            rest *= NumeralForms.tenTo(lastPower - 1)
        }
        number.value = Double(sum + section + rest)
        return number
    }

    private func broken(_ number: WrittenNumber) -> WrittenNumber {
        var number = number
        number.isBroken = true
        return number
    }
}
