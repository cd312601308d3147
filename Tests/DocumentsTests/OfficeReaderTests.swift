import Testing

@testable import Documents

struct OfficeReaderTests {
    static let long =
        "全年开展妇女维权宣传活动26场次，发放宣传资料1.2万份，接待来信来访138件次，办结率达到98%以上；"
        + "联合区人社局举办春风行动女性专场招聘会3场，提供岗位1860个，达成就业意向412人；组织巾帼志愿者走访慰问"
        + "困难妇女儿童家庭320户，送去慰问金和物资折合人民币18.6万元。"

    /// What every form of the document `numbered` says.
    static let numbered = [
        "松江区妇联2024年工作总结", "2024年，区妇联在区委领导下，团结带领全区妇女建功立业，各项工作取得新进展。",
        "一、主要工作", "（一）维护妇女权益", long, "（二）开展两癌检查", "全年免费检查3200人，建档率100%。",
        "两癌指乳腺癌和宫颈癌。", "1.宣传动员", "2.跟踪回访", "（1）电话回访", "（三）关爱儿童", "1.结对帮扶",
        "1.爱心暑托", "2.爱心书屋", "二、存在不足", "基层阵地作用发挥不够充分。", "街道\t活动次数\t参加人数",
        "永丰街道\t12\t860人", "方松街道\t9\t705人", "三、下一步打算", "（一）继续办好女性招聘会",
        "加强家庭家教家风建设。", "联系电话：02112345678", "不带编号的要点", "松江区妇女联合会", "2024年12月20日",
    ]

    @Test func `a Word file gives its text with numbers, notes, boxes and rows`() throws {
        let document = try ReaderFixtures.read("numbered.docx")
        #expect(document.lines.map(\.text) == Self.numbered)
        #expect(document.lines.map(\.line) == Array(1...Self.numbered.count))
        #expect(document.lines.first?.styleLevel == 1)
        #expect(document.lines.dropFirst().allSatisfy { $0.styleLevel == nil })
        #expect(document.properties["title"] == "松江区妇联总结")
        #expect(document.properties["created"] == "2024-12-20T09:00:00Z")
    }

    @Test func `places say paragraph, note, box and row`() throws {
        let lines = try ReaderFixtures.read("numbered.docx").lines
        func place(_ text: String) -> String? { lines.first { $0.text.hasPrefix(text) }?.locator }
        #expect(place("一、") == "paragraph 3")
        #expect(place("两癌指") == "paragraph 7, footnote 1")
        #expect(place("永丰街道") == "table 1, row 2")
        #expect(place("联系电话") == "paragraph 19, text box")
    }

    @Test func `revisions count as accepted`() throws {
        #expect(
            try ReaderFixtures.read("revised.docx").lines.map(\.text) == [
                "修订痕迹", "全年走访五百户困难家庭。", "组织培训班十二期。", "留下的话。", "移来的话。",
                "一、编号保留", "编号取消", "二、编号接续", "看得见",
            ])
    }

    @Test func `numbers come from styles and their base styles`() throws {
        let lines = try ReaderFixtures.read("styled.docx").lines
        #expect(
            lines.map(\.text) == [
                "第一部分 基本情况", "1.1 组织建设", "1.2 队伍建设", "第二部分 工作成效", "2.1 创业就业",
                "不编号的标题",
            ])
        #expect(lines.map(\.styleLevel) == [1, nil, nil, 1, nil, 1])
    }

    @Test func `an OpenDocument text says the same as the Word file`() throws {
        let document = try ReaderFixtures.read("numbered.odt")
        #expect(document.lines.map(\.text) == Self.numbered)
        #expect(document.lines.first?.styleLevel == 1)
        #expect(document.properties["title"] == "松江区妇联总结")
    }

    @Test func `rich text says the same as the Word file`() throws {
        let document = try ReaderFixtures.read("numbered.rtf")
        // Its numbers are followed by a tab, which shows as a space after Western marks.
        let lines = document.lines.map { line in
            line.text.replacing(#/^([0-9]\.) /#) { $0.1 }
        }
        #expect(lines == Self.numbered)
        #expect(document.lines.first?.styleLevel == 1)
    }

    @Test func `an old Word file says the same, boxes at its end`() throws {
        let document = try ReaderFixtures.read("numbered.doc")
        let box = "联系电话：02112345678"
        var expected = Self.numbered.filter { $0 != box } + [box]
        // LibreOffice wrote a list of its own for this line.
        expected = expected.map { $0 == "2.爱心书屋" ? "1.爱心书屋" : $0 }
        #expect(document.lines.map(\.text) == expected)
        #expect(document.lines.first?.styleLevel == 1)
        #expect(document.properties["title"] == "松江区妇联总结")
    }

    @Test(arguments: ["numbered.docx", "numbered.doc", "numbered.odt", "numbered.rtf"])
    func `the content decides, not the name`(name: String) throws {
        let bytes = try ReaderFixtures.bytes(name)
        let document = try ReaderFixtures.document(InputFile(path: "总结.doc", bytes: bytes))
        #expect(document.lines.contains { $0.text == "（三）关爱儿童" })
    }

    @Test(arguments: [
        "a.doc", "a.docx", "a.wps", "a.rtf", "a.odt", "a.pdf", "a.htm", "a.mht", "a.zip",
    ])
    func `a folder's files are taken by their names`(name: String) {
        #expect(Readers.standard.reader(name: name) != nil)
    }

    @Test func `bold openings and bold lines are told`() throws {
        let bold = "<w:rPr><w:b/></w:rPr>"
        let body =
            "<w:p><w:r>\(bold)<w:t>附件</w:t></w:r></w:p>"
            + "<w:p><w:r>\(bold)<w:t>一是抓宣传。</w:t></w:r><w:r><w:t>全年12场。</w:t></w:r></w:p>"
            + ZipBuilder.paragraph("正文。")
        let file = InputFile(path: "a.docx", bytes: ZipBuilder.word(body: body))
        let lines = try ReaderFixtures.document(file).lines
        #expect(lines.map(\.boldLength) == ["附件".utf8.count, "一是抓宣传。".utf8.count, nil])
    }

    @Test func `a table that lays out the page keeps its paragraphs`() throws {
        let cell = (1...4).map { ZipBuilder.paragraph("第\($0)段：" + Self.long) }.joined()
        let body =
            "<w:tbl><w:tr><w:tc>\(ZipBuilder.paragraph("总结"))</w:tc><w:tc>\(cell)</w:tc></w:tr></w:tbl>"
        let file = InputFile(path: "a.docx", bytes: ZipBuilder.word(body: body))
        #expect(try ReaderFixtures.document(file).lines.count == 5)
    }

    @Test func `rich text in the bytes of fonts and of the code page`() throws {
        let text = try ReaderFixtures.gb18030("妇联").map { "\\'" + String($0, radix: 16) }.joined()
        let other = "{\\f1 \\u22919?\\u32852?}\\par {\\f0 \(text)}\\par {\\b \(text)}\\~2024\\par"
        let rich =
            "{\\rtf1\\ansi\\ansicpg936{\\fonttbl{\\f0\\fcharset134 SimSun;}{\\f1\\fcharset0 Arial;}}\\uc1 "
            + other
            + "{\\v hidden}{\\deleted gone}{\\*\\unknown x}{\\field{\\*\\fldinst PAGE}{\\fldrslt 7}}}"
        let lines = try ReaderFixtures.document(InputFile(path: "a.rtf", bytes: Array(rich.utf8)))
            .lines
        #expect(lines.map(\.text) == ["妇联", "妇联", "妇联 2024", "7"])
        #expect(lines[2].boldLength == 6)
    }
}

struct ListNumberTests {
    @Test(arguments: [
        (1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (21, "二十一"), (100, "一百"), (101, "一百零一"),
        (110, "一百一十"), (112, "一百一十二"), (1_005, "一千零五"), (2_010, "二千零一十"), (9_999, "九千九百九十九"),
    ])
    func `people count so`(value: Int, text: String) {
        #expect(ListNumber.text(value, format: "chineseCountingThousand") == text)
    }

    @Test func `the formats of office programs`() {
        func text(_ value: Int, _ format: String) -> String? {
            ListNumber.text(value, format: format)
        }
        #expect(text(12, "ideographDigital") == "一二")
        #expect(text(12, "chineseCounting") == "十二")
        #expect(text(3, "chineseLegalSimplified") == "叁")
        #expect(text(20, "chineseLegalSimplified") == "贰拾")
        #expect(text(3, "decimalEnclosedCircleChinese") == "③")
        #expect(text(21, "decimalEnclosedCircle") == "21")
        #expect(text(4, "lowerRoman") == "iv")
        #expect(text(28, "upperLetter") == "BB")
        #expect(text(11, "ideographTraditional") == "甲")
        #expect(text(7, "decimalZero") == "07")
        #expect(text(12, "decimalFullWidth") == "１２")
        #expect(text(1, "bullet") == nil)
        #expect(text(0, "chineseCountingThousand") == "0")
        #expect(text(-3, "lowerRoman") == "-3")
    }

    @Test func `no two numbers read alike`() {
        let all = (1...9_999).map { ListNumber.chinese($0) }
        #expect(Set(all).count == all.count)
    }

    @Test func `a deeper level restarts below the next number above it`() {
        var numbering = WordNumbering()
        var abstract = WordNumbering.Abstract()
        for (level, text) in ["%1、", "（%2）", "%1.%2.%3"].enumerated() {
            var rule = WordNumbering.Level()
            rule.text = text
            rule.suffix = "nothing"
            abstract.levels[level] = rule
        }
        abstract.levels[2]?.restart = 0
        numbering.abstracts["0"] = abstract
        numbering.instances["1"] = WordNumbering.Instance(abstract: "0")
        numbering.instances["2"] = WordNumbering.Instance(abstract: "0", starts: [0: 5])
        let steps = [
            ("1", 0), ("1", 1), ("1", 2), ("1", 1), ("1", 2), ("1", 0), ("1", 1), ("2", 0),
            ("2", 0),
        ]
        let texts = steps.map { numbering.next(instance: $0.0, level: $0.1) }
        #expect(texts == ["1、", "（1）", "1.1.1", "（2）", "1.2.2", "2、", "（1）", "5、", "6、"])
        #expect(numbering.next(instance: "9", level: 0) == "")
        #expect(numbering.next(instance: "1", level: 12) == "")
    }
}
