@testable import Segmentation
import Testing

@Suite struct TermMatcherTests {
    /// Texts of few letters, so that terms overlap, begin alike and are found often.
    private static let texts: [[UInt32]] = (0..<300).map { seed in
        var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
        return (0..<seed % 40).map { _ in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return [0x4E00, 0x4E8C, 0x4E09, 0x61, 0x1F600][Int(state >> 33) % 5]
        }
    }

    private static let terms = [
        "一", "一二", "一二三", "二三", "三", "一二", "三一一一二", "a一", "二😀", "😀一", "一a二", "",
    ]

    /// Every place against every term.
    private func naive(_ text: [UInt32]) -> [TermMatcher.Match] {
        var found: [TermMatcher.Match] = []
        for start in text.indices {
            var seen: Set<[UInt32]> = []
            let here = Self.terms.indices.filter { index in
                let term = Self.terms[index].unicodeScalars.map(\.value)
                // Terms begin in the basic plane; of equal terms the first is found.
                return !term.isEmpty && term[0] < 0x10000 && text[start...].starts(with: term)
                    && seen.insert(term).inserted
            }
            found += here.map {
                TermMatcher.Match(
                    term: $0, range: start..<start + Self.terms[$0].unicodeScalars.count)
            }.sorted { $0.range.count < $1.range.count }
        }
        return found
    }

    @Test func `All occurrences are found, shorter ones first`() {
        let matcher = TermMatcher(Self.terms)
        for text in Self.texts { #expect(matcher.matches(in: text) == naive(text)) }
    }

    @Test func `The longest occurrences do not overlap`() {
        let matcher = TermMatcher(Self.terms)
        for text in Self.texts {
            var expected: [TermMatcher.Match] = []
            for match in naive(text) {
                if let last = expected.last {
                    if match.range.lowerBound == last.range.lowerBound {
                        expected[expected.count - 1] = match
                        continue
                    }
                    guard match.range.lowerBound >= last.range.upperBound else { continue }
                }
                expected.append(match)
            }
            #expect(matcher.longestMatches(in: text) == expected)
        }
    }
}
