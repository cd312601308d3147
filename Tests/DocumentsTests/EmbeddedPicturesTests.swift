import ReportModel
import Testing

@testable import Documents

@Suite struct EmbeddedPicturesTests {
    /// Bytes that begin as a PNG and go on with a letter.
    private func picture(_ letter: String) -> [UInt8] {
        [0x89, 0x50, 0x4E, 0x47] + Array(String(repeating: letter, count: 2_000).utf8)
    }

    /// A command that prints the fifth byte of the picture.
    private let recognition = TextRecognition(command: "cut -b 5 {}")

    private func scan() -> [UInt8] {
        var zip = ZipBuilder()
        zip.add(
            "word/document.xml",
            "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:drawing/></w:r></w:p></w:body></w:document>"
        )
        for (name, letter) in [("10", "c"), ("2", "b"), ("1", "a")] {
            zip.add(Array("word/media/image\(name).png".utf8), picture(letter))
        }
        zip.add(Array("docProps/thumbnail.png".utf8), picture("t"))
        return zip.finished()
    }

    @Test func `pictures come in the order of their numbers, thumbnails do not`() throws {
        let pictures = try EmbeddedPictures(of: scan()).pictures
        #expect(pictures.map { $0[4] } == Array("abc".utf8))
    }

    @Test func `a document of pictures only is recognised where that is asked for`() throws {
        let file = InputFile(path: "a.docx", bytes: scan())
        #expect(
            ReaderFixtures.refusal("a.docx", file.bytes) == ReaderFixtures.problem(.noTextLayer))
        let documents = try Readers.standard.read(
            file, options: ReadOptions(recognition: recognition))
        let lines = documents.flatMap(\.lines)
        #expect(lines.map { $0.text.prefix(1) } == ["a", "b", "c"])
        #expect(lines.allSatisfy { Paragraph.isRecognised($0.locator) })
        #expect(documents.first?.doubts == [.recognised(pages: 3)])
    }

    @Test func `OpenDocument pictures come as the text names them`() throws {
        var zip = ZipBuilder()
        zip.add("content.xml", "<a h=\"Pictures/9f.png\"/><a h=\"Pictures/1e.png\"/>")
        zip.add(Array("Pictures/1e.png".utf8), picture("b"))
        zip.add(Array("Pictures/9f.png".utf8), picture("a"))
        #expect(try EmbeddedPictures(of: zip.finished()).pictures.map { $0[4] } == Array("ab".utf8))
    }

    @Test func `pictures of rich text are read from their digits`() throws {
        let digits = picture("a").map {
            let text = String($0, radix: 16)
            return text.utf8.count < 2 ? "0" + text : text
        }.joined()
        let rich =
            #"{\rtf1{\*\shppict{\pict\picw10\jpegblip\bliptag5{\*\blipuid 00ff}"# + digits + "}}}"
        #expect(try EmbeddedPictures(of: Array(rich.utf8)).pictures == [picture("a")])
        #expect(
            ReaderFixtures.refusal("a.rtf", Array(rich.utf8))
                == ReaderFixtures.problem(.noTextLayer))
        #expect(try EmbeddedPictures(of: Array(rich.utf8.prefix(900))).pictures.isEmpty)
    }
}
