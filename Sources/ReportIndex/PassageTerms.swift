import ReportModel
import Segmentation

/// A paragraph's terms with their weights, ready for a shard: each term once (段落词项).
package struct PassageTerms: Sendable {
    /// Distinct keys, rising.
    let keys: [UInt64]
    /// For each key how often it occurs in the text, and how often in the headings above.
    let textCounts: [UInt16]
    let headingCounts: [UInt16]
    /// Length of the text in scalars.
    let length: Int

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
        (keys, textCounts, headingCounts) = Self.count(occurrences, own: own)
        length = text.count
    }

    private static func count(_ occurrences: [UInt64], own: Int)
        -> (keys: [UInt64], text: [UInt16], headings: [UInt16])
    {
        let textKeys = occurrences[..<own].sorted()
        let headingKeys = occurrences[own...].sorted()
        var keys: [UInt64] = []
        var counts: (text: [UInt16], headings: [UInt16]) = ([], [])
        keys.reserveCapacity(occurrences.count)
        var first = 0
        var second = 0
        while first < textKeys.count || second < headingKeys.count {
            let left = first < textKeys.count ? textKeys[first] : .max
            let right = second < headingKeys.count ? headingKeys[second] : .max
            let key = min(left, right)
            let starts = (first, second)
            while first < textKeys.count, textKeys[first] == key { first += 1 }
            while second < headingKeys.count, headingKeys[second] == key { second += 1 }
            keys.append(key)
            counts.text.append(UInt16(clamping: first - starts.0))
            counts.headings.append(UInt16(clamping: second - starts.1))
        }
        return (keys, counts.text, counts.headings)
    }

    /// Whether the text itself has the key at `index`.
    func isInText(at index: Int) -> Bool {
        textCounts[index] > 0
    }

    /// How often the key at `index` occurs, headings counted at their share.
    func occurrences(at index: Int) -> Double {
        Double(textCounts[index]) + Double(headingCounts[index]) * Impact.headingShare
    }
}
