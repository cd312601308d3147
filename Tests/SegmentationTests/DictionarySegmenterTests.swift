import Foundation
import Segmentation
import TestSupport
import Testing

/// The dictionary is a faster way to the same words: ICU's breaker is the oracle of every test.
@Suite struct DictionarySegmenterTests {
    /// Both segmenters, without words of the field, which could hide a difference.
    private struct Pair: ~Copyable {
        var fast: Segmenter
        var slow: Segmenter

        init() throws {
            let fast = try Segmenter(lexicon: Lexicon(terms: []), dictionary: .icu)
            let slow = try Segmenter(lexicon: Lexicon(terms: []))
            self.fast = fast
            self.slow = slow
        }

        /// The first text of which they differ.
        mutating func difference(in texts: some Sequence<[UInt32]>) -> String? {
            for text in texts where fast.ends(of: text) != slow.ends(of: text) {
                return text.map { String($0, radix: 16) }.joined(separator: " ")
            }
            return nil
        }
    }

    private static func scalars(_ text: String) -> [UInt32] {
        text.unicodeScalars.map(\.value)
    }

    /// The paragraphs of the reports that come with the project.
    private static let corpus: [[UInt32]] = {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Corpus")
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        return (files?.compactMap { $0 as? URL } ?? []).sorted { $0.path < $1.path }
            .compactMap { try? String(contentsOf: $0, encoding: .utf8) }
            .flatMap { $0.split(separator: "\n").map { scalars(String($0)) } }
    }()

    @Test func `The dictionary of the linked ICU is read`() {
        #expect(HanDictionary.icu != nil)
    }

    @Test func `The shipped reports have the words that ICU gives them`() throws {
        var pair = try Pair()
        #expect(Self.corpus.count > 100)
        #expect(pair.difference(in: Self.corpus) == nil)
        #expect(pair.difference(in: Self.corpus.map { Folding.standard.fold(text($0)) }) == nil)
    }

    private func text(_ scalars: [UInt32]) -> String {
        String(String.UnicodeScalarView(scalars.compactMap(Unicode.Scalar.init)))
    }

    @Test func `Every character of the basic plane joins what ICU lets it join`() throws {
        var pair = try Pair()
        // The second by itself: only ICU knows what stands between two letters.
        let places = ["?\n1?2\n中?国\na?1\n1?b\n_?_\n??\n ? \n人民??ab??12", "a?b"].map(Self.scalars)
        let characters = (UInt32(0)..<0x10000).lazy.filter { Unicode.Scalar($0) != nil }
        let texts = characters.lazy.flatMap { character in
            places.lazy.map { $0.map { $0 == 0x3F ? character : $0 } }
        }
        #expect(pair.difference(in: texts) == nil)
    }

    @Test func `Any mixture of scalars has the words that ICU gives it`() throws {
        var pair = try Pair()
        var random = SeededRandom(20_260)
        let common = Self.scalars(
            "0123456789.,，。、：:；;·'’\"“”()（）—-_/%％ \t\r\n\u{3000}aZé和〇々")
        let odd = Self.scalars(
            "のカ한ไทยא\u{301}\u{200D}\u{FE0F}\u{AD}😀👧🇨🇳①★㎡㈱丽𠀀ｶﾞÅ\u{2028}")
        let texts = (0..<4000).map { _ in
            var text: [UInt32] = []
            for _ in 0..<random.below(12) + 1 {
                switch random.below(20) {
                case 0..<10:
                    let paragraph = random.element(Self.corpus).flatMap { $0 }
                    let start = random.below(paragraph.count + 1)
                    text += paragraph[start...].prefix(random.below(30))
                case 10..<14: text.append(0x4E00 + UInt32(random.below(0x5200)))
                case 14..<19: for _ in 0...random.below(4) { text += random.element(common) }
                default: if random.below(4) == 0 { text += random.element(odd) }
                }
            }
            return text
        }
        #expect(pair.difference(in: texts) == nil)
    }

    @Test func `Long runs without punctuation have the words that ICU gives them`() throws {
        var pair = try Pair()
        let han = Self.corpus.joined().filter { (0x4E00...0x9FFF).contains($0) }
        #expect(pair.difference(in: [Array(han), Array(han.reversed())]) == nil)
    }
}

extension SeededRandom {
    /// One of the elements, or none of none.
    fileprivate mutating func element<Element>(_ elements: [Element]) -> ArraySlice<Element> {
        elements.dropFirst(below(elements.count)).prefix(1)
    }
}
