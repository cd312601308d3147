import Segmentation

/// Marks what of a question stands in a text, as whole words on the original text (高亮).
struct Highlighter {
    private let words: [String]
    private let concepts: Int
    /// Places of the words that a passage must have to have every word.
    private let needed: [Int]
    /// Words before this place are told as matched; what must stand there as it is, is only marked.
    private let marked: Int
    private let matcher: TermMatcher

    init(_ question: Question) {
        let concepts = question.concepts.map(\.text)
        let substitutes = question.concepts.flatMap { $0.substitutes.map(\.text) }
        words = concepts + substitutes + question.literals
        self.concepts = concepts.count
        needed = question.concepts.indices.filter {
            question.required.contains(question.concepts[$0].text)
        }
        marked = concepts.count + substitutes.count
        matcher = TermMatcher(words)
    }

    /// - Parameter candidate: the text with its words: a substitute counts where words begin and end.
    func find(in text: String, of candidate: CandidateText?)
        -> (ranges: [Range<Int>], words: [String], hasEvery: Bool)
    {
        let plain = candidate?.text ?? PlainText(text)
        var ranges: [Range<Int>] = []
        var found: Set<Int> = []
        let matches = matcher.matches(in: plain.scalars)
        // An occurrence that cuts words is marked where the word stands nowhere else.
        let sound = Set(
            matches.filter { !(candidate?.isCut($0.range) ?? false) }.map(\.term))
        for match in matches {
            if sound.contains(match.term), candidate?.isCut(match.range) ?? false { continue }
            let isSubstitute = (concepts..<marked).contains(match.term)
            guard !isSubstitute || candidate?.isWhole(match.range) ?? true else { continue }
            found.insert(match.term)
            let range = plain.origin(of: match.range)
            if let last = ranges.last, last.upperBound >= range.lowerBound {
                ranges[ranges.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
            } else {
                ranges.append(range)
            }
        }
        let told = found.filter { $0 < marked }.sorted()
        return (
            ranges, told.map { $0 < concepts ? words[$0] : "~" + words[$0] },
            needed.allSatisfy(found.contains)
        )
    }
}
