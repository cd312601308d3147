import Segmentation

/// A text with matches marked, and the part of it worth showing first (摘句).
package struct MarkedText: Sendable, Hashable {
    package let text: String
    /// Matches as ranges of scalars, rising, apart.
    package let marks: [Range<Int>]
    /// The sentence with the most matches, with its neighbours, in scalars of the text.
    package let excerpt: Range<Int>

    /// - Parameter context: sentences before and after the one with the most matches.
    package init(_ text: String, marks: [Range<Int>], context: Int) {
        self.text = text
        self.marks = marks
        let scalars = text.unicodeScalars.map(\.value)
        let sentences = Sentences.ranges(of: scalars)
        guard !sentences.isEmpty else {
            excerpt = 0..<scalars.count
            return
        }
        let counts = sentences.map { sentence in
            marks.reduce(0) { sentence.contains($1.lowerBound) ? $0 + min($1.count, 6) : $0 }
        }
        let best = counts.firstIndex(of: counts.max() ?? 0) ?? 0
        let first = max(0, best - min(context, best))
        let last = best + min(context, sentences.count - 1 - best)
        excerpt = sentences[first].lowerBound..<sentences[last].upperBound
    }

    /// A run of a text, inside or outside a match.
    package struct Run: Sendable, Hashable {
        package let text: String
        package let isMatch: Bool
    }

    /// The runs of a part of the text, in order.
    package func runs(in shown: Range<Int>) -> [Run] {
        let scalars = Array(text.unicodeScalars)
        func string(_ range: Range<Int>) -> String {
            String(String.UnicodeScalarView(scalars[range]))
        }
        var runs: [Run] = []
        var place = shown.lowerBound
        for mark in marks where mark.overlaps(shown) {
            let match = mark.clamped(to: shown)
            if match.lowerBound > place {
                runs.append(Run(text: string(place..<match.lowerBound), isMatch: false))
            }
            runs.append(Run(text: string(match), isMatch: true))
            place = match.upperBound
        }
        if shown.upperBound > place {
            runs.append(Run(text: string(place..<shown.upperBound), isMatch: false))
        }
        return runs
    }

    /// The runs of the excerpt, with … where the text goes on.
    package var excerptRuns: [Run] {
        let count = text.unicodeScalars.count
        let before = excerpt.lowerBound > 0 ? [Run(text: "…", isMatch: false)] : []
        let after = excerpt.upperBound < count ? [Run(text: "…", isMatch: false)] : []
        return before + runs(in: excerpt) + after
    }
}
