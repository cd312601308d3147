import Segmentation

/// Marks what of a question stands in a text, as whole words on the original text (高亮).
struct Highlighter {
    private let words: [String]
    private let concepts: Int
    /// Words before this place are told as matched; what must stand there as it is, is only marked.
    private let marked: Int
    private let matcher: TermMatcher

    init(_ question: Question) {
        let concepts = question.concepts.map(\.text)
        let substitutes = question.concepts.flatMap { $0.substitutes.map(\.text) }
        words = concepts + substitutes + question.literals
        self.concepts = concepts.count
        marked = concepts.count + substitutes.count
        matcher = TermMatcher(words)
    }

    func find(in text: String) -> (ranges: [Range<Int>], words: [String], hasEvery: Bool) {
        let plain = PlainText(text)
        var ranges: [Range<Int>] = []
        var found: [Int] = []
        for match in matcher.longestMatches(in: plain.scalars) {
            let range = plain.origin(of: match.range)
            if let last = ranges.last, last.upperBound >= range.lowerBound {
                ranges[ranges.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
            } else {
                ranges.append(range)
            }
        }
        for match in matcher.matches(in: plain.scalars) where !found.contains(match.term) {
            found.append(match.term)
        }
        found.removeAll { $0 >= marked }
        let own = found.filter { $0 < concepts }
        return (
            ranges,
            own.sorted().map { words[$0] }
                + found.filter { $0 >= concepts }.sorted().map { "~" + words[$0] },
            own.count == concepts
        )
    }
}
