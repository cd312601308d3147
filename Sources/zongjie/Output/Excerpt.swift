import ReportIndex
import ReportQuery

/// The sentence with the most matches, whole, with its neighbours on demand, wrapped to the window and
/// the matches marked (摘句).
struct Excerpt {
    let passage: Passage
    let highlights: [Range<Int>]
    /// Sentences shown before and after.
    let context: Int

    /// What is shown, in scalars of the passage's text.
    var range: Range<Int> {
        let text = Array(passage.text.unicodeScalars)
        let sentences = SentenceRanges.of(text.map(\.value))
        guard !sentences.isEmpty else { return 0..<text.count }
        let counts = sentences.map { sentence in
            highlights.reduce(0) {
                sentence.contains($1.lowerBound) ? $0 + min($1.count, 6) : $0
            }
        }
        let most = counts.max() ?? 0
        let best = counts.firstIndex(of: most) ?? 0
        let first = max(0, best - context)
        let last = min(sentences.count - 1, best + context)
        return sentences[first].lowerBound..<sentences[last].upperBound
    }

    /// The excerpt as lines of at most `width` columns.
    func lines(width: Int, _ terminal: Terminal) -> [String] {
        let text = Array(passage.text.unicodeScalars)
        let shown = range
        var pieces: [(text: String, columns: Int, isMatch: Bool)] = []
        if shown.lowerBound > 0 { pieces.append(("…", 1, false)) }
        var place = shown.lowerBound
        for highlight in highlights where highlight.overlaps(shown) {
            let match = highlight.clamped(to: shown)
            pieces += text[place..<match.lowerBound].map {
                (String($0), Terminal.columns($0), false)
            }
            let word = String(String.UnicodeScalarView(text[match]))
            pieces.append((word, Terminal.columns(word) + 4, true))
            place = match.upperBound
        }
        pieces += text[place..<shown.upperBound].map { (String($0), Terminal.columns($0), false) }
        if shown.upperBound < text.count { pieces.append(("…", 1, false)) }
        var lines: [String] = []
        var line = ""
        var used = 0
        for piece in pieces {
            if used + piece.columns > width, used > 0 {
                lines.append(line)
                line = ""
                used = 0
            }
            line += piece.isMatch ? terminal.match(piece.text) : piece.text
            used += piece.columns
        }
        return line.isEmpty ? lines : lines + [line]
    }
}
