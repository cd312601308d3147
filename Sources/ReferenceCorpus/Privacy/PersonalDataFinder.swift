import ReportModel
import ReportQuery
import Segmentation
import Vocabulary

/// Something in a text that may tell who a person is (个人信息).
package struct PersonalData: Sendable, Hashable {
    /// official, aided-person, person, phone, hotline, resident-id, bank-card.
    package let kind: String
    /// Where it stands in the text, in scalars.
    package let range: Range<Int>
    package let text: String
}

/// Sweeps texts for names and numbers of persons by the rules of `personal-data.yml` (个人信息排查). A name is
/// a surname with one or two characters that segmentation left single, beside a title or after a word for
/// those who are helped; masks (某, ×) count as characters of a name.
package struct PersonalDataFinder: Sendable {
    private let rules: PersonalDataRules
    /// How many passages have two adjacent characters.
    private let frequency: @Sendable (UInt64) -> Int
    private static let some: UInt32 = 0x67D0
    /// Characters that stand side by side in this many passages begin a word, not the name of one who is
    /// helped.
    private static let common = 5

    /// - Parameter frequency: how many passages of the index have a pair of characters.
    /// - Throws: `ReportError`.
    package init(frequency: @escaping @Sendable (UInt64) -> Int = { _ in 0 })
        throws(ReportError)
    {
        rules = try PersonalDataRules()
        self.frequency = frequency
    }

    /// A finder that takes what is common in an index for words.
    ///
    /// - Throws: `ReportError`.
    package init(for corpus: CorpusIndex) throws(ReportError) {
        try self.init { corpus.frequency(ofPair: $0) }
    }

    /// What stands in a text, by place, without overlaps.
    package func find(in text: String, breaks: WordBreaks) -> [PersonalData] {
        let originals = Array(text.unicodeScalars)
        let scalars = originals.map { Folding.standard.fold($0.value) }
        var found: [(kind: String, range: Range<Int>)] = numbers(in: scalars)
        for match in rules.titles.longestMatches(in: scalars) {
            if let name = name(endingAt: match.range.lowerBound, scalars, breaks) {
                found.append(("official", name))
            } else if let name = name(startingAt: match.range.upperBound, scalars, breaks),
                !isCommonWord(scalars[name])
            {
                found.append(("official", name))
            }
        }
        for match in rules.aided.longestMatches(in: scalars) {
            if let name = name(startingAt: match.range.upperBound, scalars, breaks),
                !isCommonWord(scalars[name])
            {
                found.append(("aided-person", name))
            }
        }
        for place in scalars.indices where scalars[place] == Self.some {
            if let name = maskedName(at: place, scalars) { found.append(("person", name)) }
        }
        found.sort {
            ($0.range.lowerBound, -$0.range.count) < ($1.range.lowerBound, -$1.range.count)
        }
        var apart: [PersonalData] = []
        for item in found where item.range.lowerBound >= (apart.last?.range.upperBound ?? 0) {
            let text = String(String.UnicodeScalarView(originals[item.range]))
            apart.append(PersonalData(kind: item.kind, range: item.range, text: text))
        }
        return apart
    }

    /// A surname followed by 某.
    private func maskedName(at place: Int, _ scalars: [UInt32]) -> Range<Int>? {
        guard place > 0, rules.surnames.contains([scalars[place - 1]]) else { return nil }
        var end = place + 1
        if end < scalars.count, scalars[end] == Self.some { end += 1 }
        return place - 1..<end
    }

    private func name(endingAt end: Int, _ scalars: [UInt32], _ breaks: WordBreaks) -> Range<Int>? {
        for length in [4, 3, 2] where end - length >= 0 {
            let range = end - length..<end
            if isName(range, scalars, breaks), isBoundary(end - length, scalars, breaks) {
                return range
            }
        }
        return nil
    }

    private func name(startingAt start: Int, _ scalars: [UInt32], _ breaks: WordBreaks)
        -> Range<Int>?
    {
        for length in [4, 3, 2] where start + length <= scalars.count {
            let range = start..<start + length
            if isName(range, scalars, breaks), isBoundary(start + length, scalars, breaks) {
                return range
            }
        }
        return nil
    }

    private func isCommonWord(_ name: ArraySlice<UInt32>) -> Bool {
        let pair = name.prefix(2)
        guard let first = pair.first, let second = pair.last, !rules.masks.contains(second) else {
            return false
        }
        return rules.words.contains(Array(pair))
            || frequency(IndexTerms.pair(first, second)) >= Self.common
    }

    /// No word goes across a name's end.
    private func isBoundary(_ place: Int, _ scalars: [UInt32], _ breaks: WordBreaks) -> Bool {
        place == 0 || place == scalars.count || breaks.isBreak(at: place)
    }

    private func isName(_ range: Range<Int>, _ scalars: [UInt32], _ breaks: WordBreaks) -> Bool {
        let surname: Int
        let two = Array(scalars[range.prefix(2)])
        if rules.words.contains(two) { return false }
        if range.count > 2, rules.surnames.contains(two) {
            surname = 2
        } else if range.count < 4, rules.surnames.contains([scalars[range.lowerBound]]) {
            surname = 1
        } else {
            return false
        }
        let given = range.dropFirst(surname)
        guard (1...2).contains(given.count) else { return false }
        if given.allSatisfy({ rules.masks.contains(scalars[$0]) }) { return true }
        // What segmentation took for a word is no name.
        return given.allSatisfy { place in
            IndexTerms.isHan(scalars[place]) && !rules.notGiven.contains(scalars[place])
                && breaks.isBreak(at: place)
        }
    }

    private func numbers(in scalars: [UInt32]) -> [(kind: String, range: Range<Int>)] {
        var found: [(kind: String, range: Range<Int>)] = []
        var place = 0
        while place < scalars.count {
            guard Self.isDigit(scalars[place]) else {
                place += 1
                continue
            }
            // Hyphens and blanks may stand between groups of digits.
            var end = place
            var digits: [UInt32] = []
            while end < scalars.count {
                if Self.isDigit(scalars[end]) {
                    digits.append(scalars[end])
                } else if !(scalars[end] == 0x2D && end + 1 < scalars.count
                    && Self.isDigit(scalars[end + 1]))
                {
                    break
                }
                end += 1
            }
            if end < scalars.count, scalars[end] == 0x78, digits.count == 17 {
                digits.append(0x78)
                end += 1
            }
            if let kind = kind(of: digits), end == scalars.count || scalars[end] != 0x2E {
                found.append((kind, place..<end))
            }
            place = end
        }
        return found
    }

    private func kind(of digits: [UInt32]) -> String? {
        rules.numbers.first { rule in
            rule.digits.contains(digits.count)
                && (rule.starts.isEmpty || rule.starts.contains { digits.starts(with: $0) })
                && (rule.check != "resident-id" || Self.isResidentID(digits))
                && (rule.check != "luhn" || Self.passesLuhn(digits))
        }?.kind
    }

    private static func isDigit(_ scalar: UInt32) -> Bool { (0x30...0x39).contains(scalar) }

    /// The check character of GB 11643-1999 (ISO 7064 MOD 11-2).
    static func isResidentID(_ digits: [UInt32]) -> Bool {
        guard digits.count == 18 else { return false }
        let weights: [UInt32] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
        let sum = zip(digits, weights).reduce(UInt32(0)) { $0 + ($1.0 &- 0x30) % 10 * $1.1 }
        let checks: [UInt32] = [0x31, 0x30, 0x78, 0x39, 0x38, 0x37, 0x36, 0x35, 0x34, 0x33, 0x32]
        return digits[17] == checks[Int(sum % 11)]
    }

    /// Luhn's check of card numbers (ISO/IEC 7812-1, annex B).
    static func passesLuhn(_ digits: [UInt32]) -> Bool {
        guard digits.allSatisfy(isDigit) else { return false }
        var sum: UInt32 = 0
        for (place, digit) in digits.reversed().enumerated() {
            let value = (digit - 0x30) * (place % 2 == 1 ? 2 : 1)
            sum += value > 9 ? value - 9 : value
        }
        return sum % 10 == 0
    }
}
