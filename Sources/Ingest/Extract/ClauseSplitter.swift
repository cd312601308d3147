/// A stretch of a sentence that may hold one verb with what belongs to it (小句).
struct Clause {
    /// Scalars, without list markers, connectors, spaces and the sign that ends it.
    var range: Range<Int>
    /// Counts sentences and the items that semicolons part.
    var item: Int
    /// Counts sentences.
    var sentence: Int
    /// Whether a list marker stands before its sentence.
    var opensList: Bool
}

/// Cuts a paragraph into clauses (断句): at 。！？；，： outside quotation marks and brackets.
struct ClauseSplitter {
    let text: FoldedText
    let regions: TextRegions
    private let classes = ScalarClasses.standard

    init(text: FoldedText, regions: TextRegions) {
        self.text = text
        self.regions = regions
    }

    func clauses() -> [Clause] {
        var clauses: [Clause] = []
        var start = 0
        var item = 0
        var sentence = 0
        var opensList = false
        var isNewSentence = true
        func close(at end: Int) {
            let (words, hasMarker) = trimmed(start..<end)
            if hasMarker {
                opensList = true
                if !isNewSentence { item += 1 }
            }
            if !words.isEmpty {
                clauses.append(
                    Clause(range: words, item: item, sentence: sentence, opensList: opensList))
                isNewSentence = false
            }
        }
        for index in text.scalars.indices {
            let kind = classes[text.scalars[index]]
            guard !kind.isDisjoint(with: .boundary), !regions.isEnclosed(index),
                !isInsideNumber(index)
            else { continue }
            close(at: index)
            start = index + 1
            if kind.contains(.clauseEnd) { continue }
            item += 1
            if kind.contains(.sentenceEnd) {
                sentence += 1
                opensList = false
                isNewSentence = true
            }
        }
        close(at: text.count)
        return clauses
    }

    /// 12,345 and 8:30.
    private func isInsideNumber(_ index: Int) -> Bool {
        index > 0 && index + 1 < text.count && text.isASCII(at: index)
            && [0x2C, 0x3A].contains(text.scalars[index])
            && classes[text.scalars[index - 1]].contains(.digit)
            && classes[text.scalars[index + 1]].contains(.digit)
    }

    private func trimmed(_ range: Range<Int>) -> (Range<Int>, hasMarker: Bool) {
        var end = range.upperBound
        while end > range.lowerBound, classes[text.scalars[end - 1]].contains(.space) { end -= 1 }
        var start = range.lowerBound
        while start < end, classes[text.scalars[start]].contains(.space) { start += 1 }
        let words = ListMarker.end(at: start, before: end, in: text.scalars[...])
        return (words..<max(words, end), words > start)
    }
}
