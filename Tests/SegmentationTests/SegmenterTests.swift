import Segmentation
import Testing

@Suite struct SegmenterTests {
    /// The segments of a text, as words.
    private func words(_ text: String) throws -> [String] {
        var segmenter = try Segmenter()
        let scalars = Folding.standard.fold(text)
        var start = 0
        return segmenter.ends(of: scalars).map { end in
            defer { start = Int(end) }
            let word = scalars[start..<Int(end)].compactMap(Unicode.Scalar.init)
            return String(String.UnicodeScalarView(word))
        }
    }

    @Test func `A word of the field stays whole`() throws {
        #expect(try words("区妇联开展两癌检查").contains("妇联"))
        #expect(try words("區婦聯開展兩癌檢查").contains("妇联"))
    }

    @Test func `Segments rebuild the text`() throws {
        let text = "一、2018年工作总结😀：ＡＢＣ 妇联"
        #expect(try words(text).joined() == Folding.standard.folded(text))
    }
}
