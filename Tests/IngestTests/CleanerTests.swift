import TestSupport
import Testing

@testable import Documents
@testable import Ingest

@Suite struct CleanerTests {
    private let cleaner: Cleaner

    init() throws { cleaner = try Cleaner() }

    private func clean(_ lines: [String], path: String = "a.txt") -> CleanedDocument {
        cleaner.clean(
            DecodedDocument(
                path: path, encoding: "UTF-8",
                lines: lines.enumerated().map {
                    DecodedLine(text: $1, line: $0 + 1, byteOffset: 0)
                },
                lineCount: lines.count))
    }

    @Test(arguments: [
        ("有了明显的.进步", "有了明显的进步", "stray-mark"),
        ("孩子们的`笑容", "孩子们的笑容", "stray-mark"),
        ("村里的'*名妇女", "村里的*名妇女", "stray-mark"),
        ("##paidbegin##　　一、工作", "一、工作", "paywall-marker"),
        ("学习&ldquo;两会&amp;rdquo;精神", "学习“两会”精神", "html-entity"),
        ("妇\u{200B}女\u{FEFF}之家\u{7}", "妇女之家", "control-character"),
        ("**一、今年工作**", "一、今年工作", "markup"),
        ("## 今年工作", "今年工作", "markup"),
    ])
    func `Certain damage is mended and stands in the ledger`(
        raw: String, text: String, kind: String
    ) throws {
        let document = clean([raw])
        let line = try #require(document.lines.first)
        #expect(line.text == text)
        #expect(line.raw == raw)
        #expect(!line.isNoise)
        #expect(document.repairs.map(\.kind).contains(kind))
    }

    @Test(arguments: [
        "**市妇联和**区妇联的负责人", "**县妇联开展活动**", "全区x名妇女，20xx年，13xx人", "共*人，其中*人",
        "增长5.3%，就业率.%", "说的'中国药'是好药的'天府'", "这是我们的.", "增长的.5个百分点", "一、二季度", "A&B公司",
        "我们的...", "开通微信公众号，推广扫一扫服务。", "3、来源：财政拨款", "##话题##讨论", "C:\\文件",
    ])
    func `What may be meant stays as written`(text: String) {
        let document = clean([text])
        #expect(document.lines.map(\.text) == [text])
        #expect(document.repairs.isEmpty)
    }

    @Test(arguments: [
        "来源：某某网", "本文系网友投稿，仅供学习参考！", "##paidend##", "-----", "责任编辑：小李", "<!-- 注 -->",
        "下面是小编为大家整理的妇联工作总结，欢迎阅读！", "\u{200B}",
    ])
    func `Lines of the site are noise and keep their text`(text: String) {
        let document = clean([text, "正文。"])
        #expect(document.lines.map(\.isNoise) == [true, false])
        #expect(document.lines[0].text == text)
    }

    @Test func `Markdown is structure, not text`() {
        let document = clean(
            [
                "---", "title: 某市工作报告", "---", "# 标题", "**（一）抓就业。**全年新增岗位。",
                "前文**重点**后文**再说**。", "- 一、目录项", "**市辖区内**区级妇联", "\\“两纲\\”", "> 引文",
                "![图](a.png)", "| --- | --- |", "**一句**", "2\\*3",
            ], path: "a.md")
        #expect(document.properties == ["title": "某市工作报告"])
        #expect(
            document.lines.map(\.text) == [
                "---", "title: 某市工作报告", "---", "标题", "（一）抓就业。全年新增岗位。", "前文重点后文再说。", "一、目录项",
                "**市辖区内**区级妇联", "“两纲”", "引文", "![图](a.png)", "| --- | --- |", "一句", "2*3",
            ])
        #expect(
            document.lines.map(\.isNoise) == [
                true, true, true, false, false, false, false, false, false, false, true, true,
                false,
                false,
            ])
        #expect(document.lines[3].markup == .heading(1))
        #expect(document.lines[4].markup == .boldLead("（一）抓就业。".utf8.count))
        #expect(document.lines[6].markup == .listItem)
        #expect(document.lines[12].markup == .bold)
    }

    @Test func `A sentence cut over two lines is told and not joined`() {
        let document = clean(["我们走访了困难家庭，", "送去慰问金。", "推进课程改革标准", "的落实。"])
        #expect(document.lines.count == 4)
        #expect(document.repairs.map(\.line) == [2, 4])
        #expect(document.repairs.allSatisfy { $0.kind == "broken-line" })
    }

    private static let pieces = [
        "妇联", "的", "的.", "的'", "的`", "##paidbegin##", "##paidend##", "**", "*", "#", "# ", "一、",
        "（一）",
        "&ldquo;", "&amp;", "amp;", "&", "\u{200B}", "\u{FEFF}", "\u{1}", "　", " ", "\t", "。", "，",
        "\\", "“", "”",
        "20xx年", "**市", "- ", "> ", "---", "来源：", "小编", "<br>", "😀", "é", "a", "1.", ".", "|", "![",
        ")",
    ]

    private func randomLine(_ random: inout SeededRandom) -> String {
        var text = ""
        for _ in 0..<Int.random(in: 1...14, using: &random) {
            text += Self.pieces.randomElement(using: &random) ?? ""
        }
        return text
    }

    @Test(arguments: ["a.txt", "a.md"])
    func `Cleaning is idempotent, keeps every line, and maps back to the raw text`(
        path: String
    ) throws {
        var random = SeededRandom(11)
        for _ in 0..<4000 {
            let raw = randomLine(&random)
            guard !WhiteSpace.isBlank(raw) else { continue }
            // Not the first line, where Markdown's front matter may begin.
            let document = clean(["。", raw], path: path)
            #expect(document.lines.count == 2)
            let line = try #require(document.lines.last)
            #expect(!line.text.isEmpty)
            let again = try #require(clean(["。", line.text], path: path).lines.last)
            #expect(again.text == line.text, "\(raw.debugDescription)")
            #expect(again.isNoise == line.isNoise, "\(raw.debugDescription)")
            try checkMap(line, raw: raw)
        }
    }

    /// Every character that no mend wrote comes from its own place in the raw line.
    private func checkMap(_ line: CleanedLine, raw: String) throws {
        let bytes = Array(raw.utf8)
        let text = Array(line.text.utf8)
        #expect(line.raw == nil || line.raw == raw)
        let written = line.edits.flatMap { Array($0.cleaned) }
        var last = 0
        for position in text.indices where !written.contains(position) {
            let range = line.rawRange(utf8: position..<position + 1)
            #expect(range.count == 1)
            #expect(range.lowerBound >= last)
            try #require(range.upperBound <= bytes.count)
            #expect(bytes[range.lowerBound] == text[position])
            last = range.upperBound
        }
        let whole = line.rawRange(utf8: 0..<text.count)
        #expect(whole.lowerBound >= 0 && whole.upperBound <= bytes.count)
    }

    @Test(arguments: ["UTF-8", "GB18030", "UTF-16LE"])
    func `A cleaned range leads to the bytes of the file`(name: String) throws {
        let text = "工作总结\n　　##paidbegin##孩子们的.笑容&ldquo;很甜&rdquo;😀\n走访慰问家庭"
        let bytes = try #require(convert(text, name))
        let read = try Readers.standard.read(
            InputFile(path: "a.txt", bytes: bytes), options: ReadOptions(encoding: name))
        let document = cleaner.clean(try #require(read.first))
        let line = document.lines[1]
        #expect(line.text == "孩子们的笑容“很甜”😀")
        for (scalars, expected) in [
            (0..<4, "孩子们的"), (3..<5, "的.笑"), (6..<9, "&ldquo;很甜"), (7..<10, "很甜&rdquo;"),
            (10..<11, "😀"),
        ] {
            let raw = line.rawRange(scalars: scalars)
            #expect(String(decoding: Array((line.raw ?? "").utf8)[raw], as: UTF8.self) == expected)
            let view = Array(line.text.unicodeScalars)
            let start = String(String.UnicodeScalarView(view[..<scalars.lowerBound])).utf8.count
            let count = String(String.UnicodeScalarView(view[scalars])).utf8.count
            let range = try #require(
                document.byteRange(utf8: start..<start + count, in: line))
            #expect(convert(bytes[range], name) == expected)
        }
        let plain = try #require(document.byteRange(utf8: 0..<6, in: document.lines[2]))
        #expect(convert(bytes[plain], name) == "走访")
    }

    @Test func `A megabyte of damage in one line is mended in one go`() {
        for piece in ["的'", "\u{0}a", "&amp;", "**一**", "##paidbegin##"] {
            let document = clean([String(repeating: piece, count: 100_000) + "完"], path: "a.md")
            #expect(document.lines.count == 1)
            #expect(document.repairs.count < 20_000)
        }
    }
}

/// The bytes of a text in an encoding; `nil` when it has no such encoding or character.
private func convert(_ text: String, _ name: String) -> [UInt8]? {
    guard let converter = TextConverter(name) else { return nil }
    return converter.encode(text)
}

/// The text of some bytes in an encoding.
private func convert(_ bytes: ArraySlice<UInt8>, _ name: String) -> String? {
    guard let converter = TextConverter(name) else { return nil }
    return converter.decode(bytes)
}
