/// A number as written, without its measure word (数词).
struct WrittenNumber {
    /// `nil` when digits are masked, when the words name no number (几, 数十), or when the form is
    /// not understood to its last character.
    var value: Double?
    var range: Range<Int>
    /// 余, 多, 来 or two neighbouring digits (两三).
    var isApproximate = false
    var isMasked = false
    /// The form is not understood: the value is withheld rather than guessed.
    var isBroken = false
    /// Written in 一二三.
    var isChinese = false
    /// 万 or 百 alone, without a digit before it.
    var isBareMagnitude = false
    /// The product of 百 千 万 亿 behind a number; 1 without one.
    var scale = 1.0
    /// Written with digits alone, without 万 and its kin.
    var isPlain = false
}

/// Reads the number that begins at a place.
extension FoldedText {
    /// The number at `start`; `nil` when none begins there.
    func numeral(at start: Int) -> WrittenNumber? {
        let kind = kind(start)
        if kind.contains(.digit) || kind.contains(.mask) { return digitNumber(at: start) }
        if kind.contains(.vague) { return vagueNumber(at: start) }
        return hanNumber(at: start)
    }

    /// 几十, 数百, 数, 多: more than one, nobody knows how many.
    private func vagueNumber(at start: Int) -> WrittenNumber? {
        var end = start + 1
        while kind(end).contains(.magnitude) { end += 1 }
        if end > start + 1, isAbout(end) { end += 1 }
        var number = WrittenNumber(value: nil, range: start..<end)
        number.isApproximate = true
        return number
    }

    /// Whether 余, 多, 来 or 几 stands at a place, and something that can be counted behind it.
    func isAbout(_ index: Int) -> Bool {
        NumeralForms.isAbout(scalar(index)) && index + 1 < count
            && kind(index + 1).isDisjoint(with: .boundary)
    }

    /// Marks a number as not understood and takes in what stands behind it of the same run.
    func breakOff(_ number: inout WrittenNumber) {
        number.isBroken = true
        number.value = nil
        var end = number.range.upperBound
        while !kind(end).isDisjoint(with: .number)
            || scalar(end) == 0x2E && !kind(end + 1).isDisjoint(with: .number)
        {
            end += 1
        }
        number.range = number.range.lowerBound..<end
    }
}
