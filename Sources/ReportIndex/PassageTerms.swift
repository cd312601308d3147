import ReportModel
import Segmentation

/// A paragraph's terms with their weights, ready for a shard: each term once (段落词项).
package struct PassageTerms: Sendable {
    /// Distinct keys, rising.
    let keys: [UInt64]
    /// For each key how often it occurs in text and headings, in twentieths of one occurrence.
    let weights: [UInt16]
    /// Length of the text in scalars.
    let length: Int

    /// What one occurrence in the text weighs.
    private static let whole: UInt64 = 20
    private static let heading = UInt64(Impact.headingShare * 20)

    /// - Parameters:
    ///   - text: the folded text with its word breaks.
    ///   - headings: the headings above, folded, with theirs.
    init(
        text: [UInt32], breaks: WordBreaks, headings: [(scalars: [UInt32], breaks: WordBreaks)]
    ) {
        var occurrences: [UInt64] = []
        IndexTerms.forEach(in: text, ends: breaks.ends) { occurrences.append($0) }
        let own = occurrences.count
        for heading in headings {
            IndexTerms.forEach(in: heading.scalars, ends: heading.breaks.ends) {
                occurrences.append($0)
            }
        }
        (keys, weights) = Self.count(occurrences, own: own)
        length = text.count
    }

    private static func count(_ occurrences: [UInt64], own: Int) -> ([UInt64], [UInt16]) {
        let textKeys = occurrences[..<own].sorted()
        let headingKeys = occurrences[own...].sorted()
        var keys: [UInt64] = []
        var weights: [UInt16] = []
        keys.reserveCapacity(occurrences.count)
        weights.reserveCapacity(occurrences.count)
        var first = 0
        var second = 0
        while first < textKeys.count || second < headingKeys.count {
            let left = first < textKeys.count ? textKeys[first] : .max
            let right = second < headingKeys.count ? headingKeys[second] : .max
            let key = min(left, right)
            var weight: UInt64 = 0
            while first < textKeys.count, textKeys[first] == key {
                weight += whole
                first += 1
            }
            while second < headingKeys.count, headingKeys[second] == key {
                weight += heading
                second += 1
            }
            keys.append(key)
            weights.append(UInt16(min(weight, 0xFFFF)))
        }
        return (keys, weights)
    }

    /// Whether the text itself has the key at `index`.
    func isInText(at index: Int) -> Bool {
        UInt64(weights[index]) >= Self.whole
    }

    /// How often the key at `index` occurs, headings counted at their share.
    func occurrences(at index: Int) -> Double {
        Double(weights[index]) / Double(Self.whole)
    }
}
