import Segmentation

/// The words that a question and a passage share, whole ones, the most telling first (共有词语).
struct SharedWords {
    struct Found {
        /// Whole words of the passage's plain text, rising and apart, with what they weigh.
        var places: [(range: Range<Int>, weight: Double)] = []
        /// The words, each once, the most telling first.
        var words: [String] = []
    }

    private let weights: [Double]
    private let words: ComparisonWords
    private let matcher: TermMatcher

    init(terms: [(text: String, weight: Double)], words: ComparisonWords) {
        weights = terms.map(\.weight)
        self.words = words
        matcher = TermMatcher(terms.map(\.text))
    }

    func name(ofTheme theme: Int) -> String { words.themes[theme].name }

    /// Pairs and words of the question that overlap in the passage are one stretch; a stretch is cut back
    /// to where words begin and end. O(length).
    func find(in candidate: CandidateText) -> Found {
        var stretches: [(range: Range<Int>, weight: Double)] = []
        for match in matcher.matches(in: candidate.text.scalars) {
            let weight = weights[match.term]
            if let last = stretches.last, last.range.upperBound > match.range.lowerBound {
                let end = max(last.range.upperBound, match.range.upperBound)
                stretches[stretches.count - 1] = (
                    last.range.lowerBound..<end, last.weight + weight
                )
            } else {
                stretches.append((match.range, weight))
            }
        }
        var found = Found()
        var known: [String: Double] = [:]
        for stretch in stretches {
            guard let range = whole(stretch.range, in: candidate) else { continue }
            let text = QuestionAnalyzer.string(candidate.text.scalars[range])
            guard !words.generic.contains(text) else { continue }
            let weight = stretch.weight * Double(range.count) / Double(stretch.range.count)
            found.places.append((range, weight))
            if !text.unicodeScalars.allSatisfy({ $0.properties.numericType != nil || $0 == "." }) {
                known[text] = max(known[text] ?? 0, weight)
            }
        }
        found.words = known.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
            .map(\.key)
        return found
    }

    /// The longest part of a range that begins and ends where words do; `nil` when it is less than two
    /// characters.
    private func whole(_ range: Range<Int>, in candidate: CandidateText) -> Range<Int>? {
        var start = range.lowerBound
        while start < range.upperBound, !candidate.beginsWord(at: start) { start += 1 }
        var end = range.upperBound
        while end > start, !candidate.endsWord(at: end) { end -= 1 }
        return end - start > 1 ? start..<end : nil
    }
}
