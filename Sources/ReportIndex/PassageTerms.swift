import Segmentation

/// A paragraph's terms with their counts, ready for a shard: each term once (段落词项).
package struct PassageTerms: Sendable {
    /// Distinct keys, rising.
    let keys: [UInt64]
    /// How often each key occurs.
    let counts: [UInt16]
    /// Occurrences of all terms together: the length that ranking reckons with.
    let length: Int

    /// - Parameters:
    ///   - text: the folded text.
    ///   - breaks: its word breaks.
    init(text: [UInt32], breaks: WordBreaks) {
        var occurrences: [UInt64] = []
        occurrences.reserveCapacity(text.count * 2)
        IndexTerms.forEach(in: text, ends: breaks.ends) { occurrences.append($0) }
        occurrences.sort()
        var keys: [UInt64] = []
        var counts: [UInt16] = []
        keys.reserveCapacity(occurrences.count)
        counts.reserveCapacity(occurrences.count)
        for key in occurrences {
            if keys.last == key {
                counts[counts.count - 1] &+= counts[counts.count - 1] == .max ? 0 : 1
            } else {
                keys.append(key)
                counts.append(1)
            }
        }
        self.keys = keys
        self.counts = counts
        length = occurrences.count
    }
}
