import Segmentation
import Vocabulary

/// The phrases with numerals that count nothing (固定短语): 一次性, 五湖四海.
///
/// A phrase matters only where it covers a scalar that may begin an amount, so that they are looked
/// for at these places alone, and not in a pass over the whole text.
struct FixedPhrases: Sendable {
    private struct Phrase {
        /// The second scalar; 0 in a phrase of one.
        let second: UInt32
        let scalars: [UInt32]
    }

    /// Sorted by their first scalar, then the longest first.
    private let phrases: [Phrase]
    /// The phrases that begin with a scalar of the basic plane; empty without one.
    private let beginning: [Range<UInt16>]
    /// How far behind its begin a phrase has its first scalar that may begin an amount, at most.
    private let reach: Int

    /// - Throws: `VocabularyError` when `number-phrases.yml` is broken.
    init() throws(VocabularyError) {
        self.init(try VocabularyFile.rows("number-phrases.yml", as: [String].self).flatMap { $0 })
    }

    init(_ words: [String]) {
        var reach = 0
        var known: [[UInt32]] = []
        for word in words {
            let scalars = Folding.standard.fold(word)
            let place = scalars.firstIndex {
                !ScalarClasses.standard[$0].isDisjoint(with: .amountHead)
            }
            guard let place, let head = scalars.first, head < 0x10000 else { continue }
            reach = max(reach, place)
            known.append(scalars)
        }
        known.sort { ($0[0], $1.count) < ($1[0], $0.count) }
        var beginning = [Range<UInt16>](repeating: 0..<0, count: 0x10000)
        for (index, scalars) in known.prefix(Int(UInt16.max)).enumerated() {
            let head = Int(scalars[0])
            let first = beginning[head].isEmpty ? UInt16(index) : beginning[head].lowerBound
            beginning[head] = first..<UInt16(index + 1)
        }
        self.reach = reach
        self.beginning = beginning
        phrases = known.map { Phrase(second: $0.count > 1 ? $0[1] : 0, scalars: $0) }
    }

    /// Moves on from one phrase of a text to the last that begins at a place or before it and may
    /// cover it. Phrases do not overlap: at each place the longest, from left to right. To be called
    /// with every place that may begin an amount, in order.
    @inline(__always)
    func move(_ phrase: inout Range<Int>, to index: Int, in text: borrowing FoldedText) {
        var start = max(phrase.upperBound, index - reach)
        while start <= index {
            let head = text.scalar(start)
            if head < 0x10000, !beginning[Int(head)].isEmpty,
                let end = end(of: beginning[Int(head)], at: start, in: text)
            {
                phrase = start..<end
                start = end
            } else {
                start += 1
            }
        }
    }

    /// The end of the longest of some phrases that stands at a place.
    private func end(
        of some: Range<UInt16>, at start: Int, in text: borrowing FoldedText
    ) -> Int? {
        let second = text.scalar(start + 1)
        for index in some {
            let phrase = phrases[Int(index)]
            guard phrase.second == second || phrase.second == 0,
                start + phrase.scalars.count <= text.count
            else { continue }
            if phrase.scalars.indices.allSatisfy({
                text.scalars[start + $0] == phrase.scalars[$0]
            }) {
                return start + phrase.scalars.count
            }
        }
        return nil
    }
}
