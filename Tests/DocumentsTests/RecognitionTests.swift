import ReportModel
import Testing

@testable import Documents

struct RecognitionTests {
    private let table = """
        level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext
        1\t1\t0\t0\t0\t0\t0\t0\t2480\t3508\t-1\t
        4\t1\t1\t1\t1\t0\t300\t300\t400\t50\t-1\t
        5\t1\t1\t1\t1\t1\t300\t300\t100\t50\t90\t培训
        5\t1\t1\t1\t1\t2\t402\t340\t10\t10\t80\t，
        5\t1\t1\t1\t1\t3\t450\t300\t75\t50\t95\t120
        5\t1\t1\t1\t1\t4\t530\t300\t50\t50\t95\t人
        4\t1\t1\t1\t2\t0\t300\t400\t400\t50\t-1\t
        5\t1\t1\t1\t2\t1\t300\t400\t100\t50\t90\t街道
        5\t1\t1\t1\t2\t2\t900\t400\t100\t50\t90\t人数
        """

    @Test func `recognised words keep their lines, far ones are cells`() {
        let pages = TextRecognition.pages(ofTable: table)
        #expect(pages.map { $0.lines.map(\.text) } == [["培训，120人", "街道", "人数"]])
    }

    @Test func `a user's command recognises, and its lines are marked`() throws {
        let recognition = TextRecognition(command: "printf 一、工作\\n培训12人\\n%.0s {}")
        let documents = try PictureReader().read(
            InputFile(path: "a.png", bytes: [1]), options: ReadOptions(recognition: recognition))
        let document = try #require(documents.first)
        #expect(document.lines.map(\.text) == ["一、工作", "培训12人"])
        #expect(document.lines.allSatisfy { $0.locator?.hasSuffix(TextRecognition.mark) == true })
        #expect(document.doubts.count == 1)
    }

    @Test func `without recognition a picture is no failure, with a missing command it is`() {
        let picture = InputFile(path: "a.jpg", bytes: [1])
        let left = #expect(throws: ReportError.self) {
            try PictureReader().read(picture, options: ReadOptions())
        }
        #expect(left?.isFailure == false)
        let options = ReadOptions(recognition: TextRecognition(command: "/no/such/command"))
        let missing = #expect(throws: ReportError.self) {
            try PictureReader().read(picture, options: options)
        }
        #expect(missing?.isFailure == true)
    }
}
