import Segmentation

/// A text with matches marked, and the part of it worth showing first (摘句).
package struct MarkedText: Sendable, Hashable {
    package let text: String
    /// Matches as ranges of scalars, rising, apart.
    package let marks: [Range<Int>]
    /// The sentence with the most matches, with its neighbours, in scalars of the text.
    package let excerpt: Range<Int>

    /// An excerpt is no longer than this, in scalars.
    private static let longest = 160
    /// The number before a heading is no longer than this.
    private static let longestNumber = 12
    /// What stands before the first match of a sentence that is too long.
    private static let lead = 40

    /// - Parameters:
    ///   - context: sentences before and after the one with the most matches.
    ///   - heading: the heading that the text opens with: what comes after it is shown, where it can be.
    package init(_ text: String, marks: [Range<Int>], context: Int, heading: String? = nil) {
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
        let opening = heading.map { Self.end(of: $0, in: text) } ?? 0
        var best = counts.firstIndex(of: counts.max() ?? 0) ?? 0
        if sentences[best].upperBound <= opening || counts[best] == 0 {
            best = Self.telling(sentences, counts, scalars, after: opening) ?? best
        }
        let first = max(0, best - min(context, best))
        let last = best + min(context, sentences.count - 1 - best)
        let whole = sentences[first].lowerBound..<sentences[last].upperBound
        excerpt = context > 0 ? whole : Self.part(of: whole, scalars, marks)
    }

    /// Where a heading ends that stands at the beginning of a text, after its number, with the mark that ends it.
    private static func end(of heading: String, in text: String) -> Int {
        guard let range = text.firstRange(of: heading) else { return 0 }
        let scalars = text.unicodeScalars
        let start = scalars.distance(from: scalars.startIndex, to: range.lowerBound)
        return start > longestNumber
            ? 0 : scalars.distance(from: scalars.startIndex, to: range.upperBound) + 1
    }

    /// After a heading the first sentence with a match; without one the first with a figure, or the first.
    private static func telling(
        _ sentences: [Range<Int>], _ counts: [Int], _ scalars: [UInt32], after opening: Int
    ) -> Int? {
        let later = sentences.indices.filter { sentences[$0].upperBound > opening }
        return later.first { counts[$0] > 0 }
            ?? later.first { scalars[sentences[$0]].contains { (0x30...0x39).contains($0) } }
            ?? later.first
    }

    /// A sentence, or the part of a long one around its first match, from clause to clause.
    private static func part(of sentence: Range<Int>, _ scalars: [UInt32], _ marks: [Range<Int>])
        -> Range<Int>
    {
        guard sentence.count > longest else { return sentence }
        let match = marks.first { sentence.contains($0.lowerBound) }
        let from = max(sentence.lowerBound, (match?.lowerBound ?? sentence.lowerBound) - lead)
        let to = min(sentence.upperBound, from + longest)
        let clauses = Sentences.ranges(of: scalars, atCommas: true).filter(sentence.overlaps)
        let least = match ?? from..<from
        // From the beginning of a clause to the end of one, where there is one in reach.
        let start =
            clauses.map(\.lowerBound).first { $0 >= from && $0 <= least.lowerBound } ?? from
        let end = clauses.map(\.upperBound).last { $0 <= to && $0 >= least.upperBound } ?? to
        return start < end ? start..<end : from..<to
    }

    /// The first telling sentence of a text, with … where the text goes on.
    package static func opening(_ text: String) -> String {
        MarkedText(text, marks: [], context: 0).excerptRuns.map(\.text).joined()
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
