import ReportModel
import Foundation
import Testing

@testable import Documents

struct PDFReaderTests {
    private static let isInstalled = PDFReader().command.path != nil

    @Test(.enabled(if: isInstalled, "pdftotext (poppler-utils) is not installed"))
    func `a PDF gives paragraphs without page furniture`() throws {
        let document = try ReaderFixtures.read("numbered.pdf")
        let lines = document.lines.map(\.text)
        let expected = OfficeReaderTests.numbered
        #expect(lines.contains(OfficeReaderTests.long))
        #expect(!lines.contains { $0.contains("— 1 —") })
        let headings = expected.filter { $0.hasPrefix("一、") || $0.hasPrefix("（") }
        #expect(lines.filter { headings.contains($0) } == headings)
        #expect(lines.contains("永丰街道\t12\t860人"))
        #expect(document.lines.allSatisfy { $0.locator == "page 1" })
    }

    @Test(.enabled(if: isInstalled, "pdftotext (poppler-utils) is not installed"))
    func `a PDF without text is a scan`() {
        let pdf = """
            %PDF-1.4
            1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
            2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
            3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj
            trailer<</Root 1 0 R>>
            """
        #expect(
            ReaderFixtures.refusal("a.pdf", Array(pdf.utf8)) == ReaderFixtures.problem(.noTextLayer)
        )
    }

    @Test func `a missing command is named with its package`() throws {
        var reader = PDFReader()
        reader.command = ExternalCommand(name: "no-such-command", package: "poppler-utils")
        let file = InputFile(path: "a.pdf", bytes: Array("%PDF-1.4".utf8))
        let error = #expect(throws: ReportError.self) {
            try reader.read(file, options: ReadOptions())
        }
        #expect(error?.problem.contains("no-such-command") == true)
        #expect(error?.advice?.contains("poppler-utils") == true)
    }

    @Test(arguments: ["3", "- 3 -", "— 12 —", "第 3 页", "第3页 共12页", "3/12", "Page 3 of 12", "３"])
    func `page numbers`(text: String) {
        #expect(PageFurniture.isPageNumber(text))
    }

    @Test(arguments: ["", "一、主要工作", "2024年12月20日", "第3季度", "共12人", "13812345678", "—"])
    func `no page numbers`(text: String) {
        #expect(!PageFurniture.isPageNumber(text))
    }

    /// Lines of 20 characters of 10 points between 100 and 300, 15 apart.
    private func line(_ text: String, _ row: Int, left: Double = 100) -> PDFLine {
        let width = Double(text.unicodeScalars.count) * 10
        return PDFLine(
            text: text, left: left, right: left + width, top: 100 + 15 * Double(row),
            bottom: 110 + 15 * Double(row), firstWidth: 10, em: 10)
    }

    private let full = String(repeating: "妇", count: 20)

    @Test func `indented first lines begin paragraphs, over pages too`() {
        let indented = String(repeating: "联", count: 18)
        let pages = [
            [
                line(indented, 0, left: 120), line(full, 1), line("短。", 2),
                line(indented, 3, left: 120),
            ],
            [line(full, 0), line("完。", 1), line(indented, 2, left: 120)],
        ]
        let paragraphs = PDFParagraphs(pages).paragraphs
        #expect(
            paragraphs.map(\.text) == [indented + full + "短。", indented + full + "完。", indented])
        #expect(paragraphs.map(\.page) == [1, 1, 2])
    }

    @Test func `a line that ended early ends its paragraph`() {
        let pages = [[line(full, 0), line(full, 1), line("短", 2), line(full, 3)]]
        #expect(PDFParagraphs(pages).paragraphs.map(\.text) == [full + full + "短", full])
    }

    /// Words of 10 points a character, in the order they were written.
    private func words(_ all: [(String, Double, Double)]) -> [PDFWord] {
        all.map { text, left, top in
            PDFWord(
                text: text, left: left, right: left + 10 * Double(text.unicodeScalars.count),
                top: top, bottom: top + 13)
        }
    }

    @Test func `a table is read by rows, its cells whole, empty ones kept`() {
        let tables = PDFTables(
            words([
                ("表前一段。", 100, 87), ("类别", 100, 100), ("要点", 200, 100), ("人数", 300, 100),
                ("组织", 100, 115), ("建设", 100, 128), ("名册和", 200, 115), ("台账", 200, 128),
                ("101", 300, 115), ("骨干", 200, 145), ("102", 300, 145), ("表后一段，从左边起", 100, 160),
            ])
        ).tables
        #expect(
            tables.map { $0.map(\.text) } == [
                ["类别\t要点\t人数", "组织建设\t名册和台账\t101", "\t骨干\t102"]
            ])
    }

    @Test func `a line beside a table's rows that none of them holds stays`() {
        let tables = PDFTables(
            words([
                ("类别", 100, 100), ("人数", 300, 100), ("培训", 100, 115), ("101", 300, 115),
            ]))
        func line(_ text: String, _ left: Double, _ top: Double) -> PDFLine {
            PDFLine(
                text: text, left: left, right: left + 20, top: top, bottom: top + 12,
                firstWidth: 10, em: 10)
        }
        let lines = [
            line("类别", 100, 100), line("场次", 200, 100), line("人数", 300, 100), line("培训", 100, 115),
            line("101", 300, 115),
        ]
        #expect(tables.replacing(lines).map(\.text) == ["类别\t人数", "培训\t101", "场次"])
    }

    @Test func `numbers of a list and two columns of text are no table`() {
        let list = [("1.", 100.0, 100.0), ("走访", 140, 100), ("2.", 100, 120), ("培训", 140, 120)]
        #expect(PDFTables(words(list)).tables.isEmpty)
        let columns = [("左一", 100.0, 100.0), ("左二", 100, 140), ("右一", 300, 100), ("右二", 300, 140)]
        #expect(PDFTables(words(columns)).tables.isEmpty)
    }

    @Test func `digits set one by one are one number, turned words go`() {
        let apart = [
            PDFWord(text: "2", left: 100, right: 105, top: 0, bottom: 13),
            PDFWord(text: "0", left: 108, right: 113, top: 0, bottom: 13),
            PDFWord(text: "人次", left: 116, right: 136, top: 0, bottom: 13),
        ]
        #expect(PDFWord.text(of: apart, em: 10) == "20人次")
        let turned = PDFWord(text: "内部资料", left: 0, right: 13, top: 0, bottom: 60)
        #expect(!turned.isUpright)
    }

    @Test func `rows are joined with nothing, and a repeated head goes`() {
        func row(_ text: String, _ number: Int) -> PDFLine {
            var row = line(text, number)
            row.isRow = true
            return row
        }
        let pages = [
            [line(full, 0), row("街道\t人数", 1), row("永丰\t1", 2)],
            [row("街道\t人数", 0), row("安宁\t2", 1)],
        ]
        #expect(
            PDFParagraphs(pages).paragraphs.map(\.text) == [full, "街道\t人数", "永丰\t1", "安宁\t2"])
    }

    @Test func `running heads go, text at the same place stays`() {
        let pages = (1...4).map { number in
            PDFPage(
                width: 400, height: 800,
                lines: [
                    PDFLine(
                        text: "某区妇联总结 第\(number)页", left: 100, right: 300, top: 20, bottom: 30,
                        firstWidth: 10, em: 10),
                    line("第\(number)件事做得不同\(["甲", "乙", "丙", "丁"][number - 1])", 0),
                ])
        }
        let furniture = PageFurniture(pages)
        #expect(pages.allSatisfy { furniture.body(of: $0).count == 1 })
    }
}

struct ExternalCommandTests {
    private let sleep = ExternalCommand(name: "sleep", package: "coreutils", seconds: 1)

    @Test func `a command runs in a folder that is gone afterwards`() throws {
        let output = try ExternalCommand(name: "pwd", package: "coreutils").run([], input: [])
        let folder = String(decoding: output.bytes, as: UTF8.self).trimmed()
        #expect(folder.contains("zongjie-"))
        #expect(!FileManager.default.fileExists(atPath: folder))
    }

    @Test func `a command that hangs is ended`() throws {
        #expect(throws: Refusal.timeLimit(command: "sleep", seconds: 1)) {
            _ = try sleep.run(["30"], input: [])
        }
    }

    @Test func `a command sees its input, a folder of its own and little else`() throws {
        let cat = ExternalCommand(name: "cat", package: "coreutils")
        #expect(try cat.run(["{}"], input: Array("妇联".utf8)).bytes == Array("妇联".utf8))
        let environment = try ExternalCommand(name: "env", package: "coreutils").run([], input: [])
        let names = String(decoding: environment.bytes, as: UTF8.self).split(separator: "\n")
            .map { $0.prefix { $0 != "=" } }
        #expect(Set(names) == ["PATH", "HOME", "TMPDIR", "LC_ALL", "OMP_THREAD_LIMIT"])
    }

    @Test func `nothing in an argument reaches a shell`() throws {
        let echo = ExternalCommand(name: "echo", package: "coreutils")
        let output = try echo.run(["$(id); rm -rf ~ `id`"], input: [])
        #expect(String(decoding: output.bytes, as: UTF8.self) == "$(id); rm -rf ~ `id`\n")
    }

    @Test func `output beyond the limit ends the command`() throws {
        let head = ExternalCommand(
            name: "head", package: "coreutils", outputSize: 1 << 16)
        let output = try head.run(["-c", "1000000", "/dev/zero"], input: [])
        #expect(output.status != 0)
        #expect(output.bytes.count <= 1 << 16)
    }
}
