import ReportModel
import Vocabulary

/// A quantity and where it stands.
package struct LocatedQuantity: Sendable, Hashable {
    package let quantity: Quantity
    /// UTF-8 bytes of the text; covers exactly `quantity.raw`.
    package let range: Range<Int>
}

/// Finds counted and measured amounts in a text (数量).
///
/// A number needs a measure word: 22人次, 33万元, 98.3%, 三十余名. Dates, years, ordinals and
/// numerals in fixed phrases are no quantities, nor are numbers inside quotation marks, which belong
/// to names. Where the source masks or lost the number, the value is `nil`.
package struct QuantityReader: Sendable {
    private let measures: MeasureWords
    private let phrases: FixedPhrases

    /// - Throws: `ReportError` when `measure-words.yml`, `approximations.yml` or
    ///   `number-phrases.yml` is broken.
    package init() throws(ReportError) {
        measures = try MeasureWords()
        phrases = try FixedPhrases()
    }

    /// The quantities of a text, in order, none overlapping another. O(n).
    package func quantities(in text: some StringProtocol) -> [LocatedQuantity] {
        let folded = FoldedText(String(text))
        let regions = TextRegions(folded)
        var amounts: [Amount] = []
        read(folded, regions: regions, into: &amounts)
        return amounts.map {
            LocatedQuantity(quantity: quantity($0, in: folded), range: folded.bytes($0.range))
        }
    }

    /// An amount with its words.
    func quantity(
        _ amount: Amount, part: Quantity.Part = .head, in text: borrowing FoldedText
    ) -> Quantity {
        Quantity(
            value: amount.value, unit: measures.units[amount.unit].name,
            raw: text.string(amount.range), approximate: amount.isApproximate, part: part)
    }

    /// Puts the amounts outside quotation marks into `found`.
    ///
    /// - Parameter isCut: whether the line before ends in a number, of which the first one here may be
    ///   the rest.
    func read(
        _ text: borrowing FoldedText, regions: TextRegions, isCut: Bool = false,
        into found: inout [Amount]
    ) {
        found.removeAll(keepingCapacity: true)
        var next = 0
        var floor = 0
        var phrase = 0..<0
        for stop in text.stops {
            let index = Int(stop)
            guard !text.kind(index).isDisjoint(with: .amountHead) else { continue }
            phrases.move(&phrase, to: index, in: text)
            guard index >= next, !regions.isQuoted(index) else { continue }
            // 一点九万 goes on behind 一点, 一年半 behind 一年: a number, and no phrase.
            let goesOn = !text.kind(phrase.upperBound).isDisjoint(with: [
                .digit, .numeral, .magnitude, .half,
            ])
            if phrase.contains(index), !goesOn {
                next = phrase.upperBound
            } else if var hit = amount(at: index, floor: floor, in: text) {
                if text.isTorn(before: index, isCut: isCut) { hit.value = nil }
                found.append(hit)
                floor = hit.range.upperBound
                next = floor
            } else {
                next = endOfNumber(at: index, in: text)
            }
        }
    }

    /// A number that gave no quantity is skipped as one: 2018 must not be read again from its 8, nor
    /// 9 000 from its last blank.
    private func endOfNumber(at index: Int, in text: borrowing FoldedText) -> Int {
        // 队伍2支: what looks like a capital numeral is part of a word.
        if NumeralForms.isCapital(text.scalars[index]) { return index + 1 }
        let first = text.kind(index)
        if !first.isDisjoint(with: [.digit, .mask]), let number = text.digitNumber(at: index) {
            return number.range.upperBound
        }
        if !first.isDisjoint(with: [.numeral, .magnitude]), let number = text.hanNumber(at: index) {
            return number.range.upperBound
        }
        var end = index
        while end < text.count {
            let isPoint = text.scalars[end] == 0x2E || text.scalars[end] == 0x2C
            let isNumber = !text.kind(end).isDisjoint(with: .number)
            guard isNumber || (isPoint && end > index) else { break }
            end += 1
        }
        return end
    }

    private func amount(at index: Int, floor: Int, in text: borrowing FoldedText) -> Amount? {
        let kind = text.kind(index)
        if !kind.isDisjoint(with: [.number, .vague, .half]),
            let hit = text.amount(at: index, floor: floor, measures: measures)
        {
            return hit
        }
        guard kind.contains(.lostHead), index >= floor else { return nil }
        return text.lostAmount(at: index, floor: floor, measures: measures)
    }
}
