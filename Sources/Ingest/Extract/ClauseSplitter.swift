/// A stretch of a sentence that may hold one verb with what belongs to it (小句).
struct Clause {
    /// Scalars, without list markers, connectors, spaces and the sign that ends it.
    var range: Range<Int>
    /// The indices of the words and amounts that begin in it.
    var words: Range<Int>
    var amounts: Range<Int>
    /// The index of a stop before which none stands in it.
    var stop: Int
    /// Counts sentences and the items that semicolons part.
    var item: Int
    /// Counts sentences.
    var sentence: Int
    /// Whether a list marker stands before its sentence.
    var opensList: Bool
}

/// Cuts a paragraph into clauses (断句): at 。！？；，： outside quotation marks and brackets.
extension ClauseReader {
    /// Puts the clauses of the paragraph into `clauses`.
    func cut(into clauses: inout [Clause]) {
        clauses.removeAll(keepingCapacity: true)
        var start = 0
        var stop = 0
        var word = 0
        var amount = 0
        var item = 0
        var sentence = 0
        var opensList = false
        var isNewSentence = true
        func close(at end: Int) {
            let (range, hasMarker) = trimmed(start..<end)
            if hasMarker {
                opensList = true
                if !isNewSentence { item += 1 }
            }
            guard !range.isEmpty else { return }
            isNewSentence = false
            let inside = words.beginning(in: range, from: word)
            let counted = amounts.beginning(in: range, from: amount)
            word = inside.upperBound
            amount = counted.upperBound
            clauses.append(
                Clause(
                    range: range, words: inside, amounts: counted, stop: stop, item: item,
                    sentence: sentence, opensList: opensList))
        }
        for next in text.stops.indices {
            let index = Int(text.stops[next])
            let kind = text.kind(index)
            guard !kind.isDisjoint(with: .boundary), !regions.isEnclosed(index),
                !isInsideNumber(index)
            else { continue }
            close(at: index)
            start = index + 1
            stop = next + 1
            if kind.contains(.clauseEnd) { continue }
            item += 1
            if kind.contains(.sentenceEnd) {
                sentence += 1
                opensList = false
                isNewSentence = true
            }
        }
        close(at: text.count)
    }

    /// 12,345, 5，000 and 8:30.
    private func isInsideNumber(_ index: Int) -> Bool {
        guard index > 0, index + 1 < text.count, text.kind(index - 1).contains(.digit),
            text.kind(index + 1).contains(.digit)
        else { return false }
        if text.isASCII(at: index), scalar(index) == 0x2C || scalar(index) == 0x3A { return true }
        return amounts[amounts.beginning(in: max(0, index - 16)..<index)].contains {
            $0.range.contains(index)
        }
    }

    private func trimmed(_ range: Range<Int>) -> (Range<Int>, hasMarker: Bool) {
        var end = range.upperBound
        while end > range.lowerBound, text.kind(end - 1).contains(.space) { end -= 1 }
        var start = range.lowerBound
        while start < end, text.kind(start).contains(.space) { start += 1 }
        let words = ListMarker.end(at: start, before: end, in: text)
        return (words..<max(words, end), words > start)
    }
}
