/// An almanac row met in a text, with the years it allows there (年代线索).
struct DateClue: Equatable {
    let row: Int
    let start: Int
    let end: Int
    /// Not before; `nil` without a lower limit.
    let from: Int?
    /// Not after; `nil` without an upper limit.
    let to: Int?
    let isEvent: Bool

    /// - Returns: `nil` when the words around show that the row does not apply: a number is
    ///   missing, or 周年 makes an anniversary of the event.
    init?(
        row: Int, sense: TagLexicon.Sense, start: Int, end: Int, in text: [UInt32],
        _ lexicon: TagLexicon
    ) {
        self.row = row
        let almanac = lexicon.almanac
        let times = lexicon.times
        switch sense {
        case .event:
            guard !Self.isAnniversary(after: end, in: text) else { return nil }
            if let held = almanac[row].held, times.isHeld(start..<end, in: text) {
                (self.start, self.end, from, to) = (start, end, held, held)
                isEvent = true
                return
            }
            if let law = almanac[row].law, times.isFresh(start..<end, in: text) {
                (self.start, self.end, from, to) = (start, end, law, law)
                isEvent = true
                return
            }
            (self.start, self.end) = (start, end)
            (from, to) = (almanac[row].from, almanac[row].to)
        case .ordinalBefore:
            guard let number = YearNumber.number(before: start, in: text), number.start > 0,
                text[number.start - 1] == Self.ordinalMark,
                let year = almanac[row].year(ofNumber: number.value)
            else { return nil }
            (self.start, self.end, from, to) = (number.start - 1, end, year, year)
        case .ordinalAfter:
            guard let number = YearNumber.number(from: end, in: text),
                number.end + 1 < text.count, text[number.end] == Self.round,
                text[number.end + 1] == YearNumber.yearMark,
                let year = almanac[row].year(ofNumber: number.value)
            else { return nil }
            (self.start, self.end, from, to) = (start, number.end + 2, year, year)
        case .plenum:
            guard let years = almanac[row].years,
                let last = Self.lastPlenum(after: end, in: text), last.number <= years.count
            else { return nil }
            (self.start, self.end) = (start, last.end)
            (from, to) = (years[last.number - 1], nil)
        default:
            return nil
        }
        isEvent = almanac[row].is == .event
    }

    /// Whether 周年 or 年前 follows closely: 汶川地震十周年 is not the year of the earthquake.
    private static func isAnniversary(after end: Int, in text: [UInt32]) -> Bool {
        let near = end..<min(text.count, end + 7)
        for index in near where text[index] == round && index + 1 < text.count {
            if text[index + 1] == YearNumber.yearMark { return true }
        }
        return false
    }

    /// The highest plenary session of 三中、四中、五中全会 after 十八届.
    private static func lastPlenum(after end: Int, in text: [UInt32]) -> (number: Int, end: Int)? {
        var position = end
        var highest: Int?
        while position + 1 < text.count, let digit = YearNumber.digit(text[position]),
            digit > 0, text[position + 1] == middle
        {
            highest = max(highest ?? 0, digit)
            position += 2
            let isListed =
                position + 2 < text.count
                && [0x3001, 0x548C, 0x53CA].contains(text[position])  // 、和及
                && text[position + 2] == middle
            if isListed { position += 1 }
        }
        return highest.map { ($0, position) }
    }

    private static let ordinalMark: UInt32 = 0x7B2C  // 第
    private static let round: UInt32 = 0x5468  // 周
    private static let middle: UInt32 = 0x4E2D  // 中
}
