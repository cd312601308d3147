import ReportModel
import Testing

@testable import Documents

/// Tables that are text: comma-separated, pages and XML under the names of workbooks.
@Suite struct TextSheetTests {
    private func lines(_ name: String, _ bytes: [UInt8]) throws -> [String] {
        try ReaderFixtures.document(InputFile(path: name, bytes: bytes)).lines.map(\.text)
    }

    @Test(arguments: [
        (
            "a.csv", "单位,活动,人次\r\n妇联,\"讲座，\"\"维权\"\"\",\"1,200\"\r\n",
            ["单位\t活动\t人次", "妇联\t讲座，\"维权\"\t1,200"]
        ),
        ("a.csv", "单位;人次\n妇联;80\n", ["单位\t人次", "妇联\t80"]),
        ("a.tsv", "单位\t人次\n妇联\t80\n", ["单位\t人次", "妇联\t80"]),
        ("a.csv", "单位,活动\n妇联,\"两癌\n检查\"\n工会,\"劳动", ["单位\t活动", "妇联\t两癌检查", "工会\t劳动"]),
        ("a.csv", "单位,,人次\n,,80\n\n", ["单位\t\t人次", "80"]),
        ("a.csv", "5英寸\"屏,是\n", ["5英寸\"屏\t是"]),
    ])
    func `a record is a row, quoted fields keep separators and lines`(
        name: String, text: String, expected: [String]
    ) throws {
        #expect(try lines(name, Array(text.utf8)) == expected)
        #expect(try lines(name, try ReaderFixtures.gb18030(text)) == expected)
        #expect(try lines(name, [0xEF, 0xBB, 0xBF] + Array(text.utf8)) == expected)
    }

    @Test func `a page named as a workbook is all table`() throws {
        let page = """
            <html xmlns:x="urn:schemas-microsoft-com:office:excel"><body><table><tr><td>单位</td><td>人次</td></tr>
            <tr><td>望川区妇女联合会，含下属</td><td>1200</td></tr></table></body></html>
            """
        #expect(
            try lines("a.xls", try ReaderFixtures.gb18030(page)) == [
                "单位\t人次", "望川区妇女联合会，含下属\t1200",
            ])
    }

    private let workbook = """
        <?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"
         xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" xmlns:x="urn:schemas-microsoft-com:office:excel">
        <Styles><Style ss:ID="p"><NumberFormat ss:Format="0.0%"/></Style></Styles>
        <Worksheet ss:Name="统计"><Table><Column/><Column ss:Index="4" ss:Hidden="1"/>
        <Row><Cell ss:MergeAcross="1"/><Cell><Data ss:Type="String">率</Data></Cell><Cell><Data ss:Type="String">藏</Data></Cell></Row>
        <Row ss:Hidden="1"><Cell><Data ss:Type="String">藏</Data></Cell></Row>
        <Row ss:Index="4"><Cell><Data ss:Type="String">妇联</Data></Cell><Cell><Data ss:Type="DateTime">2021-03-08T00:00:00.000</Data></Cell>
        <Cell ss:StyleID="p"><Data ss:Type="Number">0.125</Data></Cell></Row></Table></Worksheet>
        <Worksheet ss:Name="底稿"><Table><Row><Cell><Data ss:Type="String">藏</Data></Cell></Row></Table>
        <WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel"><Visible>SheetHidden</Visible></WorksheetOptions></Worksheet>
        </Workbook>
        """

    @Test func `a workbook in one XML file is read as one`() throws {
        let document = try ReaderFixtures.document(
            InputFile(path: "a.xls", bytes: Array(workbook.utf8)))
        #expect(document.lines.map(\.text) == ["统计", "率", "妇联\t2021/3/8\t12.5%"])
        #expect(document.lines.last?.locator == "统计!4")
        #expect(document.doubts == [.hiddenRows(1), .hiddenColumns(1), .hiddenSheets("底稿")])
    }

    @Test func `cut workbooks and absurd places are refused or read, and nothing worse`() {
        let bytes = Array(workbook.utf8)
        for length in stride(from: 0, to: bytes.count, by: 23) {
            _ = ReaderFixtures.refusal("a.xls", Array(bytes[..<length]))
        }
        for number in ["-5", "0", "99999999999", "4611686018427387904", "x"] {
            let odd = workbook.replacing("ss:Index=\"4\"", with: "ss:Index=\"\(number)\"")
                .replacing("ss:MergeAcross=\"1\"", with: "ss:MergeAcross=\"\(number)\"")
            _ = ReaderFixtures.refusal("a.xls", Array(odd.utf8))
        }
    }

    @Test func `the mark of UTF-8 before other bytes is no reason to lose them`() throws {
        let text = "望川区妇联2021年工作总结\n一、主要工作\n全年培训妇女骨干120人次。\n"
        let bytes = [0xEF, 0xBB, 0xBF] + (try ReaderFixtures.gb18030(text))
        let document = try ReaderFixtures.document(InputFile(path: "a.txt", bytes: bytes))
        #expect(document.lines.map(\.text) == text.split(separator: "\n").map(String.init))
        #expect(document.lines.first?.byteOffset == 3)
        #expect(
            document.doubts == [.otherEncoding(lines: 3, encoding: "UTF-8", readAs: "GB18030")])
    }
}

/// Cells that go over columns and rows.
@Suite struct SpannedCellsTests {
    @Test func `cells of a page keep their columns below and beside those that span`() throws {
        let page = """
            <html><body><p>全年情况如下，请审阅，谢谢各位领导的支持。</p><table>
            <tr><th rowspan=2>单位</th><th colspan=2>完成情况</th><th>备注</th></tr>
            <tr><th>场次</th><th>人次</th><td></td></tr>
            <tr><td>妇联</td><td>3</td><td>1,200</td><td>无</td></tr>
            <tr><td colspan=2>合计</td><td>1,200</td><td>无</td></tr></table></body></html>
            """
        let document = try ReaderFixtures.document(
            InputFile(path: "a.html", bytes: Array(page.utf8)))
        #expect(
            document.lines.dropFirst().map(\.text) == [
                "单位\t完成情况\t\t备注", "\t场次\t人次", "妇联\t3\t1,200\t无", "合计\t\t1,200\t无",
            ])
    }

    @Test func `cells of a Word table keep their columns beside those that span`() throws {
        func cell(_ text: String, _ span: String = "") -> String {
            "<w:tc><w:tcPr>\(span)</w:tcPr>\(ZipBuilder.paragraph(text))</w:tc>"
        }
        let rows = [
            cell("单位") + cell("场次") + cell("人次"),
            cell("合计", "<w:gridSpan w:val=\"2\"/>") + cell("80"),
            cell("全年合计见上", "<w:gridSpan w:val=\"3\"/>"),
            cell("x", "<w:gridSpan w:val=\"999999999\"/>") + cell("y"),
        ]
        let table = "<w:tbl>" + rows.map { "<w:tr>\($0)</w:tr>" }.joined() + "</w:tbl>"
        let document = try ReaderFixtures.document(
            InputFile(path: "a.docx", bytes: ZipBuilder.word(body: table)))
        #expect(
            document.lines.prefix(3).map(\.text) == ["单位\t场次\t人次", "合计\t\t80", "全年合计见上"])
        #expect(document.lines.last?.text.count == DocumentFlow.columnLimit + 2)
    }
}
