import Segmentation

/// Numbers that stand in pieces (断开的数字): 8 6人, 14①0人, 2。5万元, a line that ends in a digit.
///
/// What stands behind the gap looks like a whole number and is none: its value is withheld.
extension FoldedText {
    /// How far back the other piece may stand, in scalars.
    private static let widestGap = 8

    /// Whether what stands before the number at `start` is, over a gap, a number without a measure word.
    ///
    /// - Parameter isCut: whether the line before ends in a number.
    func isTorn(before start: Int, isCut: Bool) -> Bool {
        guard start > 0 else { return isCut }
        guard isSeam(start - 1) || Self.closings.contains(scalar(start - 1)) else { return false }
        var place = start - 1
        var mark: UInt32?
        while place >= 0, start - place <= Self.widestGap {
            if isSeam(place) {
                if Self.separators.contains(scalar(place)) { mark = scalar(place) }
                place -= 1
            } else if let opening = noteStart(endingAt: place) {
                place = opening - 1
            } else {
                break
            }
        }
        guard place >= 0 else { return isCut }
        let before = kind(place)
        if isLookalike(place), place < start - 1, isThousand(start) { return true }
        let isDigit = before.contains(.digit)
        let isNumeral = !before.isDisjoint(with: [.numeral, .magnitude])
        let beginsWithDigit = kind(start).contains(.digit)
        guard isDigit || isNumeral else { return false }
        guard let mark else {
            // 3万 500元; 统一 3人 is no number.
            let isPower = before.contains(.magnitude) && isNumber(place - 1)
            return isDigit || isPower || !beginsWithDigit
        }
        let first = numberStart(endingAt: place)
        let isListed =
            place - first < 2
            && (first == 0
                || !kind(first - 1).isDisjoint(with: .boundary) && !isNumber(first - 2))
        guard isDigit == beginsWithDigit, !isListed else { return false }
        // 十五、六人, 2。5万元; 统一，三人 and 12338，3人 are no numbers.
        guard mark == 0x2C || mark == 0x3A else { return true }
        return isDigit ? place - first < 4 : scalar(place) != 0x4E00 || isPower(start)
    }

    /// I 240人: a letter of its own that a scanner reads for a digit.
    private func isLookalike(_ place: Int) -> Bool {
        let isWord = (0x61...0x7A).contains(scalar(place - 1))
        return Self.lookalikes.contains(scalar(place)) && !isWord
    }

    /// Three digits and no more, as behind the gap of thousands.
    private func isThousand(_ start: Int) -> Bool {
        (start..<start + 3).allSatisfy { kind($0).contains(.digit) }
            && !kind(start + 3).contains(.digit)
    }

    private static let lookalikes = ScalarSet("iloszb|")

    private func isPower(_ index: Int) -> Bool { kind(index).contains(.magnitude) }

    /// A line that ends in a number, or within one: 共投入12, 共投入1，
    static func endsInNumber(_ line: String) -> Bool {
        var tail = line.unicodeScalars.reversed().makeIterator()
        func next() -> UInt32 { tail.next().map { Folding.standard.fold($0.value) } ?? 0 }
        var last = next()
        while ScalarClasses.standard[last].contains(.space) { last = next() }
        if points.contains(last) { return ScalarClasses.standard[next()].contains(.digit) }
        return !ScalarClasses.standard[last].isDisjoint(with: [.digit, .numeral, .magnitude])
    }

    /// What may stand between the pieces: blanks, control characters, marks of notes, separators.
    private func isSeam(_ index: Int) -> Bool {
        let scalar = scalar(index)
        return scalar < 0x21 || kind(index).contains(.space) || Self.seams.contains(scalar)
            || Self.separators.contains(scalar) || (0x2460...0x24FF).contains(scalar)
            || (0x2000...0x200F).contains(scalar) || (0x2070...0x2079).contains(scalar)
    }

    /// Where a note in brackets begins that ends at a place: [1], 〔注3〕, (2).
    private func noteStart(endingAt place: Int) -> Int? {
        guard Self.closings.contains(scalar(place)) else { return nil }
        var start = place - 1
        while start >= 0, place - start <= 5 {
            if Self.openings.contains(scalar(start)) { return start }
            guard kind(start).contains(.digit) || scalar(start) == 0x6CE8 else { return nil }
            start -= 1
        }
        return nil
    }

    private func numberStart(endingAt place: Int) -> Int {
        var start = place
        while start > 0, isNumber(start - 1) { start -= 1 }
        return start
    }

    private func isNumber(_ index: Int) -> Bool {
        !kind(index).isDisjoint(with: [.digit, .numeral, .magnitude])
    }

    /// A blank with no width, a soft hyphen, superscripts, † and ‡.
    private static let seams = ScalarSet("\u{AD}\u{FEFF}\u{2060}\u{B9}\u{B2}\u{B3}†‡")
    private static let separators = ScalarSet(",.。:、·'")
    private static let points = ScalarSet(",.")
    private static let openings = ScalarSet("[〔(【")
    private static let closings = ScalarSet("]〕)】")
}

/// What the point of a number may be instead.
extension FoldedText {
    /// 1.9件, 1.200人: people and things are whole, so the point was none, unless something is shared out.
    func isSplitThing(_ number: WrittenNumber) -> Bool {
        let start = number.range.lowerBound
        guard number.isPlain, !number.isChinese,
            number.range.contains(where: { scalar($0) == 0x2E })
        else { return false }
        return !(max(0, start - 12)..<start).contains { Self.shares.contains(scalar($0)) }
    }

    /// 人均, 平均, 每人, 每村
    private static let shares = ScalarSet("均每")

    /// 七里镇, 三元区, 六户乡: a number and a measure word that begin the name of a place.
    func isPlaceName(_ number: WrittenNumber, end: Int) -> Bool {
        guard number.isChinese, number.range.count <= 2, end == number.range.upperBound + 1 else {
            return false
        }
        let isSize = Self.placeMeasures.contains(scalar(end - 1))
        let isHome = Self.homeMeasures.contains(scalar(end - 1))
        guard
            isSize && Self.places.contains(scalar(end))
                || isHome && Self.villages.contains(scalar(end))
        else { return false }
        return !Self.folk.contains(scalar(end + 1))
    }

    /// 里 元 门 口 台 步 道
    private static let placeMeasures = ScalarSet("里元门口台步道")
    private static let homeMeasures = ScalarSet("家户")
    private static let places = ScalarSet("村镇乡县区市街社桥屯庄河山湖店铺堡沟湾坝岗坡寨渠坪塘峡")
    private static let villages = ScalarSet("村镇乡渠坪湾沟")
    /// 村民, 村级, 镇办: what is counted, and no name.
    private static let folk = ScalarSet("民居级干医办企属卫委校")
}
