import Testing

@testable import Documents

private func zip(_ parts: [(String, String)]) -> [UInt8] {
    var zip = ZipBuilder()
    for (name, text) in parts { zip.add(name, text) }
    return zip.finished()
}

private func relations(_ all: [(id: String, type: String, target: String)]) -> String {
    "<Relationships>"
        + all.map {
            "<Relationship Id=\"\($0.id)\" Type=\"x/\($0.type)\" Target=\"\($0.target)\"/>"
        }
        .joined() + "</Relationships>"
}

struct SheetTests {
    private static let space = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""

    private func workbook(_ rows: String, styles: String = "") throws -> DecodedDocument {
        let sheets =
            "<sheet name=\"统计\" r:id=\"a\"/><sheet name=\"底稿\" state=\"hidden\" r:id=\"a\"/>"
        let link =
            "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
        let bytes = zip([
            (
                "xl/workbook.xml",
                "<workbook \(Self.space) \(link)><sheets>\(sheets)</sheets></workbook>"
            ),
            (
                "xl/_rels/workbook.xml.rels",
                relations([
                    ("a", "worksheet", "worksheets/sheet1.xml"), ("s", "styles", "styles.xml"),
                    ("t", "sharedStrings", "s.xml"),
                ])
            ),
            (
                "xl/worksheets/sheet1.xml",
                "<worksheet \(Self.space)><sheetData>\(rows)</sheetData></worksheet>"
            ),
            ("xl/styles.xml", "<styleSheet \(Self.space)>\(styles)</styleSheet>"),
            (
                "xl/s.xml",
                "<sst \(Self.space)><si><r><t>妇</t></r><r><t>联</t></r><rPh><t>fù</t></rPh></si></sst>"
            ),
        ])
        return try ReaderFixtures.document(InputFile(path: "a.xlsx", bytes: bytes))
    }

    @Test func `a row is a line, a title a heading, what is hidden is told`() throws {
        let document = try workbook(
            """
            <row r="1"><c r="B1" t="inlineStr"><is><t>统计表</t></is></c></row>
            <row r="3"><c r="A3" t="s"><v>0</v></c><c r="C3"><v>12</v></c></row>
            <row r="4" hidden="1"><c r="A4"><v>99</v></c></row>
            """)
        #expect(document.lines.map(\.text) == ["统计", "统计表", "妇联\t\t12"])
        #expect(document.lines.map(\.styleLevel) == [1, 2, nil])
        #expect(document.lines.map(\.locator) == ["统计!", "统计!1", "统计!3"])
        #expect(document.doubts.count == 2)
    }

    @Test func `numbers look as the sheet shows them`() throws {
        let styles =
            "<numFmts><numFmt numFmtId=\"164\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/><xf numFmtId=\"10\"/><xf numFmtId=\"14\"/></cellXfs>"
        let document = try workbook(
            """
            <row r="1"><c r="A1" s="1"><v>44561</v></c><c r="B1" s="2"><v>0.985</v></c>
            <c r="C1" s="3"><v>44561</v></c><c r="D1"><v>0.30000000000000004</v></c></row>
            """, styles: styles)
        #expect(document.lines.last?.text == "2021年12月31日\t98.50%\t2021/12/31\t0.3")
    }

    @Test func `an old workbook says what a new one does`() throws {
        let document = try ReaderFixtures.read("table.xls")
        #expect(
            document.lines.map(\.text) == [
                "t", "2021年妇女之家建设统计表", "单位\t活动\t日期\t完成率\t金额",
                "望川区妇联\t巾帼培训\t2021-03-08\t95.00%\t1200.5",
                "东浦区妇联\t维权宣讲\t2021-12-31\t98.50%\t3000", "合计\t\t\t\t4200.5",
            ])
    }

    @Test func `cut or changed workbooks are refused or read, and nothing worse`() throws {
        let bytes = try ReaderFixtures.bytes("table.xls")
        for length in stride(from: 0, to: bytes.count, by: 97) {
            _ = ReaderFixtures.refusal("a.xls", Array(bytes[..<length]))
        }
        for place in stride(from: 512, to: bytes.count, by: 13) {
            var bytes = bytes
            bytes[place] = 0xFF
            _ = ReaderFixtures.refusal("a.et", bytes)
        }
    }
}

struct OFDTests {
    private static let space = "xmlns:ofd=\"http://www.ofdspec.org/2016\""

    private func letter(_ page: String, template: String = "") -> [UInt8] {
        zip([
            (
                "OFD.xml",
                "<ofd:OFD \(Self.space)><ofd:DocBody><ofd:DocRoot>/Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>"
            ),
            (
                "Doc_0/Document.xml",
                "<ofd:Document \(Self.space)><ofd:CommonData><ofd:TemplatePage ID=\"9\" BaseLoc=\"T.xml\"/></ofd:CommonData><ofd:Pages><ofd:Page ID=\"1\" BaseLoc=\"P.xml\"/></ofd:Pages></ofd:Document>"
            ),
            ("Doc_0/P.xml", "<ofd:Page \(Self.space)>\(page)</ofd:Page>"),
            ("Doc_0/T.xml", "<ofd:Page \(Self.space)>\(template)</ofd:Page>"),
        ])
    }

    private func text(_ text: String, _ x: Int, _ y: Int, more: String = "") -> String {
        "<ofd:TextObject Boundary=\"\(x) \(y) 150 8\" Size=\"5\" \(more)><ofd:TextCode X=\"0\" Y=\"5\" DeltaX=\"g \(text.count - 1) 5\">\(text)</ofd:TextCode></ofd:TextObject>"
    }

    private func lines(_ bytes: [UInt8]) throws -> [String] {
        try ReaderFixtures.document(InputFile(path: "a.ofd", bytes: bytes)).lines.map(\.text)
    }

    @Test func `objects in any order become lines by their places, turned ones go`() throws {
        let page =
            text("走访困难家庭三十户并且送去慰问金和慰问品", 38, 60) + text("二、打算", 38, 90)
            + text("合计六万元。", 28, 70) + text("内部资料", 90, 90, more: "CTM=\"0.7 0.7 -0.7 0.7 0 0\"")
        #expect(try lines(letter(page)) == ["走访困难家庭三十户并且送去慰问金和慰问品合计六万元。", "二、打算"])
    }

    @Test func `a template that names itself is read once`() throws {
        let use = "<ofd:Template TemplateID=\"9\"/>"
        let bytes = letter(use + text("正文。", 28, 60), template: use + text("红头文件", 28, 20))
        #expect(try lines(bytes) == ["红头文件", "正文。"])
    }

    @Test func `pictures without text are a scan, a package without pages no text`() {
        let scan = ReaderFixtures.refusal("a.ofd", letter("<ofd:ImageObject/>"))
        #expect(scan == ReaderFixtures.problem(.noTextLayer))
        #expect(ReaderFixtures.refusal("a.ofd", letter("")) == ReaderFixtures.problem(.noText))
    }
}

struct SlidesTests {
    @Test func `slides come in their order with their notes, without furniture`() throws {
        let spaces =
            "xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
        func shape(_ kind: String, _ text: String) -> String {
            "<p:sp><p:nvPr><p:ph type=\"\(kind)\"/></p:nvPr><a:p><a:r><a:t>\(text)</a:t></a:r></a:p></p:sp>"
        }
        let bytes = zip([
            (
                "ppt/presentation.xml",
                "<p:presentation \(spaces)><p:sldIdLst><p:sldId r:id=\"b\"/><p:sldId r:id=\"a\"/></p:sldIdLst></p:presentation>"
            ),
            (
                "ppt/_rels/presentation.xml.rels",
                relations([("a", "slide", "slides/1.xml"), ("b", "slide", "slides/2.xml")])
            ),
            ("ppt/slides/1.xml", "<p:sld \(spaces)>\(shape("body", "后一张"))</p:sld>"),
            (
                "ppt/slides/2.xml",
                "<p:sld \(spaces)>\(shape("title", "前一张"))\(shape("sldNum", "7"))</p:sld>"
            ),
            ("ppt/slides/_rels/2.xml.rels", relations([("n", "notesSlide", "../notes/2.xml")])),
            ("ppt/notes/2.xml", "<p:notes \(spaces)>\(shape("body", "讲稿"))</p:notes>"),
        ])
        let document = try ReaderFixtures.document(InputFile(path: "a.pptx", bytes: bytes))
        #expect(document.lines.map(\.text) == ["前一张", "讲稿", "后一张"])
        #expect(document.lines.map(\.locator) == ["slide 1", "slide 1, notes", "slide 2"])
        #expect(document.lines.first?.styleLevel == 1)
    }
}

struct MailTests {
    @Test func `a mail is its subject and text, attachments are members`() throws {
        let mail = """
            Subject: =?gb2312?B?1tC5+g==?= =?utf-8?Q?_=E5=A6=87?=
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary="b"

            --b
            Content-Type: text/plain; charset=utf-8

            附上总结。
            --b
            Content-Type: text/plain
            Content-Disposition: attachment; filename*=utf-8''%E6%80%BB.txt

            一、主要工作
            --b
            Content-Type: text/plain
            Content-Disposition: attachment; filename="../x.txt"

            二
            --b--
            """
        let file = InputFile(path: "a.eml", bytes: Array(mail.utf8))
        let documents = try Readers.standard.read(file, options: ReadOptions())
        #expect(documents.map(\.path) == ["a.eml", "a.eml/总.txt", "a.eml/../x.txt"])
        #expect(documents[0].lines.map(\.text) == ["中国 妇", "附上总结。"])
        #expect(documents[1].lines.map(\.text) == ["一、主要工作"])
        #expect(documents[2].refusal?.problem == ReaderFixtures.problem(.unsafeName))
    }

    /// A letter that holds `inner` as an attachment.
    private func letter(_ text: String, with inner: String?, named name: String = "转发") -> String {
        let head = "Subject: \(text)\nMIME-Version: 1.0\n"
        guard let inner else {
            return head + "Content-Type: text/plain; charset=utf-8\n\n\(text)。\n"
        }
        let mark = "b\(inner.utf8.count)"
        return head + "Content-Type: multipart/mixed; boundary=\"\(mark)\"\n\n--\(mark)\n"
            + "Content-Type: text/plain; charset=utf-8\n\n\(text)。\n--\(mark)\n"
            + "Content-Type: message/rfc822; name=\"\(name)\"\n\n\(inner)\n--\(mark)--\n"
    }

    @Test func `letters within letters are read, eight deep and no deeper`() throws {
        var mail = letter("最里", with: nil)
        for depth in 1...10 { mail = letter("第\(depth)层", with: mail) }
        let file = InputFile(path: "a.eml", bytes: Array(mail.utf8))
        let documents = try Readers.standard.read(file, options: ReadOptions())
        #expect(documents.count == 10)
        #expect(documents[1].path == "a.eml/转发.eml")
        #expect(documents[1].lines.map(\.text) == ["第9层", "第9层。"])
        #expect(documents.last?.refusal?.problem == ReaderFixtures.problem(.nestedTooDeep))
    }

    @Test(arguments: ["member.7z", "member.tar.gz"])
    func `other archives are read as zips are`(name: String) throws {
        let file = InputFile(path: name, bytes: try ReaderFixtures.bytes(name))
        let documents = try Readers.standard.read(file, options: ReadOptions())
        #expect(documents.map(\.path) == ["\(name)/总结.txt"])
        #expect(documents.first?.lines.first?.text == "一、主要工作")
    }
}
