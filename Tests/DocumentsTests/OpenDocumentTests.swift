import ReportModel
import Testing

@testable import Documents

@Suite struct OpenDocumentTests {
    private static let spaces =
        ["office", "text", "table", "style", "presentation"].map {
            "xmlns:\($0)=\"urn:oasis:names:tc:opendocument:xmlns:\($0):1.0\""
        }.joined(separator: " ")
        + " xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\""

    private func flat(_ kind: String, styles: String = "", _ body: String) -> [UInt8] {
        Array(
            """
            <?xml version="1.0" encoding="UTF-8"?><office:document \(Self.spaces)
             office:mimetype="application/vnd.oasis.opendocument.\(kind)">
             <office:automatic-styles>\(styles)</office:automatic-styles>
             <office:body><office:\(kind)>\(body)</office:\(kind)></office:body></office:document>
            """.utf8)
    }

    private func packed(_ kind: String, styles: String = "", _ body: String) -> [UInt8] {
        var zip = ZipBuilder()
        zip.add("mimetype", "application/vnd.oasis.opendocument.\(kind)")
        zip.add(
            "content.xml",
            """
            <office:document-content \(Self.spaces)><office:automatic-styles>\(styles)
            </office:automatic-styles><office:body><office:\(kind)>\(body)</office:\(kind)>
            </office:body></office:document-content>
            """)
        return zip.finished()
    }

    private func row(_ cells: [String], _ attributes: String = "") -> String {
        "<table:table-row \(attributes)>"
            + cells.map { "<table:table-cell><text:p>\($0)</text:p></table:table-cell>" }.joined(
                separator: "\n") + "</table:table-row>"
    }

    private static let hiddenTable =
        "<style:style style:name=\"h\"><style:table-properties table:display=\"false\"/></style:style>"

    private var sheet: String {
        """
        <table:table table:name="统计"><table:table-column table:number-columns-repeated="3"/>
        <table:table-column table:visibility="collapse"/>
        <table:table-row><table:table-cell table:number-columns-spanned="3"><text:p>2021年统计表</text:p>
        </table:table-cell><table:covered-table-cell table:number-columns-repeated="2"/></table:table-row>
        \(row(["单位", "人次", "完成率", "内部"]))
        \(row(["妇联", "1,234", "12.5%", "x"], "table:number-rows-repeated=\"2\""))
        \(row(["隐藏行", "1"], "table:visibility=\"filter\""))
        <table:table-row table:number-rows-repeated="1048000">
        <table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>
        <table:table table:name="底稿" table:style-name="h">\(row(["不给人看"]))</table:table>
        """
    }

    @Test func `a spreadsheet shows its cells as they were shown, flat or packed`() throws {
        let flat = flat("spreadsheet", styles: Self.hiddenTable, sheet)
        let packed = packed("spreadsheet", styles: Self.hiddenTable, sheet)
        for (name, bytes) in [("a.fods", flat), ("a.ods", packed), ("a", packed), ("b", flat)] {
            let document = try ReaderFixtures.document(InputFile(path: name, bytes: bytes))
            #expect(
                document.lines.map(\.text) == [
                    "统计", "2021年统计表", "单位\t人次\t完成率", "妇联\t1,234\t12.5%", "妇联\t1,234\t12.5%",
                ])
            #expect(document.lines.last?.locator == "统计!4")
            #expect(document.doubts == [.hiddenRows(1), .hiddenColumns(1), .hiddenSheets("底稿")])
        }
    }

    @Test func `cells repeated without end are refused in time`() {
        let cells =
            "<table:table-cell table:number-columns-repeated=\"2000000\"><text:p>一</text:p></table:table-cell>"
        let rows =
            "<table:table-row table:number-rows-repeated=\"1048576\">\(cells)</table:table-row>"
        let bytes = packed("spreadsheet", "<table:table table:name=\"t\">\(rows)</table:table>")
        #expect(
            ReaderFixtures.refusal("a.ods", bytes)
                == ReaderFixtures.problem(.tooMany(SheetLines.cellLimit)))
    }

    @Test func `slides come with their notes, furniture and hidden slides do not`() throws {
        let styles =
            "<style:style style:name=\"h\"><style:drawing-page-properties presentation:visibility=\"hidden\"/></style:style>"
        func frame(_ kind: String, _ text: String) -> String {
            "<draw:frame presentation:class=\"\(kind)\"><draw:text-box><text:p>\(text)</text:p></draw:text-box></draw:frame>"
        }
        let slides = """
            <draw:page>\(frame("title", "妇联2021年工作总结"))\(frame("outline", "培训120人次"))
            \(frame("page-number", "1"))<presentation:notes>\(frame("notes", "讲稿"))</presentation:notes>
            </draw:page><draw:page draw:style-name="h">\(frame("title", "不放映"))</draw:page>
            <draw:page><draw:frame><table:table>\(row(["单位", "人次"]))</table:table></draw:frame></draw:page>
            """
        for (name, bytes) in [
            ("a.odp", packed("presentation", styles: styles, slides)),
            ("a.fodp", flat("presentation", styles: styles, slides)),
        ] {
            let document = try ReaderFixtures.document(InputFile(path: name, bytes: bytes))
            #expect(document.lines.map(\.text) == ["妇联2021年工作总结", "培训120人次", "讲稿", "单位\t人次"])
            #expect(
                document.lines.prefix(3).map(\.locator) == ["slide 1", "slide 1", "slide 1, notes"])
            #expect(document.lines.first?.styleLevel == 1)
            #expect(document.doubts == [.hiddenSlides(1)])
        }
    }

    @Test func `a flat text is read as a packed one`() throws {
        let body =
            "<text:h text:outline-level=\"1\">一、主要工作</text:h><text:p>培训<text:s/>120人次。</text:p>"
        for (name, bytes) in [("a.odt", packed("text", body)), ("a.fodt", flat("text", body))] {
            let document = try ReaderFixtures.document(InputFile(path: name, bytes: bytes))
            #expect(document.lines.map(\.text) == ["一、主要工作", "培训 120人次。"])
            #expect(document.lines.first?.styleLevel == 1)
        }
    }
}
