import Testing

@testable import Documents

/// What stands in Word documents beside plain text.
struct WordPartsTests {
    private func document(_ body: String, parts: [String: String] = [:]) throws
        -> DecodedDocument
    {
        let bytes = ZipBuilder.word(body: body, parts: parts)
        return try ReaderFixtures.document(InputFile(path: "a.docx", bytes: bytes))
    }

    private func run(_ content: String) -> String { "<w:r>\(content)</w:r>" }

    private func field(_ code: String, form: String = "") -> String {
        run("<w:fldChar w:fldCharType=\"begin\">\(form)</w:fldChar>")
            + run("<w:instrText> \(code) </w:instrText>")
            + run("<w:fldChar w:fldCharType=\"end\"/>")
    }

    @Test func `symbols become the characters meant, and unknown ones are told`() throws {
        func symbol(_ font: String, _ code: String) -> String {
            run("<w:sym w:font=\"\(font)\" w:char=\"\(code)\"/>")
        }
        let known = [
            symbol("Wingdings 2", "F052"), run("<w:t>是</w:t>"), symbol("Wingdings", "F0A8"),
            symbol("Symbol", "F0B3"),
            run("<w:rPr><w:rFonts w:ascii=\"Wingdings\"/></w:rPr><w:t>þ</w:t>"),
        ].joined()
        let unknown = symbol("Wingdings", "F0FF")
        let document = try document("<w:p>\(known)</w:p><w:p>\(unknown)</w:p>")
        #expect(document.lines.map(\.text) == ["☑是□≥☑", SymbolFonts.unknown])
        #expect(document.doubts.count == 1)
    }

    @Test(arguments: [
        (#"eq \o\ac(○,三)"#, "三"), (#"EQ \* jc2 \* "Font:宋体" \* hps10 \o\ad(\s\up 9(fù),妇)"#, "妇"),
        (#"EQ \f(1,2)"#, "1/2"), (#"EQ \a\al(甲,乙)"#, "甲乙"), ("PAGE", nil), (#"EQ \o"#, nil),
    ])
    func `the text that only a field's code holds is text`(code: String, text: String?) {
        #expect(FieldCode.text(of: code) == text)
    }

    @Test func `forms show what was chosen`() throws {
        let list =
            "<w:ffData><w:ddList><w:result w:val=\"1\"/><w:listEntry w:val=\"否\"/><w:listEntry w:val=\"是\"/></w:ddList></w:ffData>"
        let box =
            "<w:ffData><w:checkBox><w:default w:val=\"0\"/><w:checked/></w:checkBox></w:ffData>"
        let empty = "<w:ffData><w:checkBox><w:default w:val=\"0\"/></w:checkBox></w:ffData>"
        let body =
            "<w:p>\(field("FORMDROPDOWN", form: list))\(field("FORMCHECKBOX", form: box))"
            + "\(field("FORMCHECKBOX", form: empty))</w:p>"
        #expect(try document(body).lines.map(\.text) == ["是☑☐"])
    }

    @Test func `entries of a table of contents go by its field, what follows stays`() throws {
        let begin = run("<w:fldChar w:fldCharType=\"begin\"/>")
        let rest =
            run("<w:instrText>TOC \\o</w:instrText>")
            + run("<w:fldChar w:fldCharType=\"separate\"/>")
        let body =
            "<w:p>\(begin)\(rest)\(run("<w:t>一、回顾</w:t><w:tab/><w:t>1</w:t>"))</w:p>"
            + ZipBuilder.paragraph("二、打算 12")
            + "<w:p>\(run("<w:fldChar w:fldCharType=\"end\"/>"))</w:p>"
            + ZipBuilder.paragraph("共20")
        #expect(try document(body).lines.map(\.text) == ["共20"])
    }

    @Test func `the words of a diagram follow its paragraph`() throws {
        let diagram = """
            <d:dataModel xmlns:d="http://schemas.openxmlformats.org/drawingml/2006/diagram"
             xmlns:x="http://schemas.openxmlformats.org/drawingml/2006/main"><d:pt><d:t><x:p/></d:t></d:pt>
            <d:pt><d:t><x:p><x:r><x:t>培训</x:t></x:r><x:r><x:t>骨干</x:t></x:r></x:p></d:t></d:pt></d:dataModel>
            """
        let relationships =
            "<Relationships><Relationship Id=\"d\" Type=\"x/diagramData\" Target=\"diagrams/1.xml\"/></Relationships>"
        let place =
            "<d:relIds xmlns:d=\"http://schemas.openxmlformats.org/drawingml/2006/diagram\" xmlns:o=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" o:dm=\"d\"/>"
        let body =
            "<w:p>\(run("<w:t>见图</w:t>"))\(run("<w:drawing>\(place)</w:drawing>"))</w:p>"
            + ZipBuilder.paragraph("图后")
        let document = try document(
            body,
            parts: ["word/diagrams/1.xml": diagram, "word/_rels/document.xml.rels": relationships])
        #expect(document.lines.map(\.text) == ["见图", "培训骨干", "图后"])
        #expect(document.lines[1].locator == "paragraph 1, diagram")
    }

    @Test func `hidden text stays out and is counted`() throws {
        let hidden = run("<w:rPr><w:vanish/></w:rPr><w:t>看不见</w:t>")
        let document = try document("<w:p>\(hidden)\(run("<w:t>看得见</w:t>"))</w:p>")
        #expect(document.lines.map(\.text) == ["看得见"])
        #expect(document.doubts.contains { $0.text().contains("3") })
    }

    @Test func `a page's end cuts no paragraph, an empty one that only breaks takes no number`()
        throws
    {
        let number = "<w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr>"
        let body =
            "<w:p>\(number)</w:pPr>\(run("<w:t>前</w:t><w:br w:type=\"page\"/><w:t>后</w:t>"))</w:p>"
            + "<w:p>\(number)<w:sectPr/></w:pPr></w:p>"
            + "<w:p>\(number)</w:pPr>\(run("<w:t>次</w:t>"))</w:p>"
        let space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
        let numbering =
            "<w:numbering xmlns:w=\"\(space)\"><w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"chineseCounting\"/><w:lvlText w:val=\"%1、\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>"
        let relations =
            "<Relationships><Relationship Id=\"a\" Type=\"x/numbering\" Target=\"numbering.xml\"/></Relationships>"
        let parts = [
            "word/numbering.xml": numbering, "word/_rels/document.xml.rels": relations,
        ]
        #expect(try document(body, parts: parts).lines.map(\.text) == ["一、前后", "二、次"])
    }

    @Test func `an embedded page is read where it stands`() throws {
        let relations =
            "<Relationships><Relationship Id=\"c\" Type=\"x/aFChunk\" Target=\"c.html\"/></Relationships>"
        let page = "<html><body><p>嵌入的一段，有逗号。</p></body></html>"
        let space =
            "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
        let body =
            ZipBuilder.paragraph("前") + "<w:altChunk \(space) r:id=\"c\"/>"
            + ZipBuilder.paragraph("后")
        let parts = ["word/c.html": page, "word/_rels/document.xml.rels": relations]
        #expect(try document(body, parts: parts).lines.map(\.text) == ["前", "嵌入的一段，有逗号。", "后"])
    }

    @Test func `a document of pictures only is a scan`() {
        let body = "<w:p>\(run("<w:drawing/>"))</w:p>"
        let problem = ReaderFixtures.refusal("a.docx", ZipBuilder.word(body: body))
        #expect(problem == ReaderFixtures.problem(.noTextLayer))
    }

    private let flat = """
        <?xml version="1.0"?><?mso-application progid="Word.Document"?>
        <pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">
        <pkg:part pkg:name="/word/document.xml" pkg:contentType="application/x.wordprocessingml.document.main+xml"><pkg:xmlData>
        <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>
        <w:p><w:pPr><w:pStyle w:val="H"/></w:pPr><w:r><w:t>标题</w:t></w:r></w:p></w:body></w:document></pkg:xmlData></pkg:part>
        <pkg:part pkg:name="/word/styles.xml" pkg:contentType="application/x.wordprocessingml.styles+xml"><pkg:xmlData>
        <w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
        <w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 2"/></w:style></w:styles></pkg:xmlData></pkg:part></pkg:package>
        """

    @Test func `one XML file is read with styles that come after the text`() throws {
        let file = InputFile(path: "总结.doc", bytes: Array(flat.utf8))
        let document = try ReaderFixtures.document(file)
        #expect(document.lines.map(\.text) == ["标题"])
        #expect(document.lines.map(\.styleLevel) == [2])
    }

    @Test func `Word 2003's XML has its lists`() throws {
        let text = """
            <w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml">
            <w:lists><w:listDef w:listDefId="7"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:nfc w:val="39"/>
            <w:lvlText w:val="%1、"/></w:lvl></w:listDef><w:list w:ilfo="1"><w:ilst w:val="7"/></w:list></w:lists>
            <w:body><w:p><w:pPr><w:listPr><w:ilvl w:val="0"/><w:ilfo w:val="1"/></w:listPr></w:pPr><w:r><w:t>回顾</w:t></w:r></w:p>
            </w:body></w:wordDocument>
            """
        let file = InputFile(path: "总结.doc", bytes: Array(text.utf8))
        #expect(try ReaderFixtures.document(file).lines.map(\.text) == ["一、回顾"])
    }

    @Test func `a .doc of WPS has its lists at the table's start`() {
        // One simple list of one level: 1, in Chinese numbers, 、 after it.
        var table: [UInt8] = [1, 0]
        table += [7, 0, 0, 0] + [UInt8](repeating: 0, count: 22) + [1, 0]
        var level: [UInt8] = [1, 0, 0, 0, 39] + [UInt8](repeating: 0, count: 23)
        level += [2, 0, 0, 0, 0x01, 0x30]
        table += level
        let overrides = table.count
        table += [1, 0, 0, 0, 7, 0, 0, 0] + [UInt8](repeating: 0, count: 16)
        var numbering = DocLists.numbering(
            table: ByteReader(table), lists: 0, overrides: overrides)
        #expect(numbering.next(instance: "1", level: 0) == "一、")
        #expect(numbering.next(instance: "1", level: 0) == "二、")
    }
}
