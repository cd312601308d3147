import Testing

@testable import Documents

/// Input that is made to harm, or came to harm itself.
struct HostileInputTests {
    private func refusal(_ path: String, _ bytes: [UInt8]) -> String? {
        ReaderFixtures.refusal(path, bytes)
    }

    @Test func `entities are refused before they grow`() {
        var laughs = "<!ENTITY a0 \"哈\">"
        for number in 1...40 {
            laughs +=
                "<!ENTITY a\(number) \"" + String(repeating: "&a\(number - 1);", count: 10) + "\">"
        }
        let body = ZipBuilder.paragraph("&a40;")
        for prolog in [
            "<!DOCTYPE x [\(laughs)]>",
            "<!DOCTYPE x [<!ENTITY a40 SYSTEM \"file:///etc/passwd\">]>",
            "<!DOCTYPE x [<!ENTITY % p SYSTEM \"http://example.invalid/x.dtd\"> %p;]>",
        ] {
            let bytes = ZipBuilder.word(body: body, prolog: prolog)
            #expect(refusal("a.docx", bytes) == ReaderFixtures.problem(.entities))
        }
    }

    @Test func `an external document type is not fetched`() throws {
        let bytes = ZipBuilder.word(
            body: ZipBuilder.paragraph("总结"),
            prolog: "<!DOCTYPE x SYSTEM \"http://example.invalid/x.dtd\">")
        let document = try ReaderFixtures.document(InputFile(path: "a.docx", bytes: bytes))
        #expect(document.lines.map(\.text) == ["总结"])
    }

    @Test func `tables nested beyond reason are refused`() {
        let open = String(repeating: "<w:tbl><w:tr><w:tc>", count: 60)
        let close = String(repeating: "</w:tc></w:tr></w:tbl>", count: 60)
        let bytes = ZipBuilder.word(body: open + ZipBuilder.paragraph("深") + close)
        #expect(refusal("a.docx", bytes) != nil)
        let page = String(repeating: "<table><tr><td>", count: 3_000) + "深"
        #expect(refusal("a.html", Array("<html><body>\(page)".utf8)) != nil)
        let rich = "{\\rtf1 " + String(repeating: "{", count: 100_000)
        #expect(refusal("a.rtf", Array(rich.utf8)) == ReaderFixtures.problem(.tooDeep(512)))
    }

    @Test func `a Word file that unpacks without end is refused`() {
        var zip = ZipBuilder()
        zip.add("[Content_Types].xml", "<Types/>")
        zip.add(Array("word/document.xml".utf8), [], packed: ZipBuilder.bomb(1 << 19))
        #expect(refusal("a.docx", zip.finished()) == ReaderFixtures.problem(.ratio(100)))
    }

    @Test func `encrypted office files say so`() {
        // A compound file with an EncryptedPackage is what a .docx with a password is.
        #expect(
            refusal("a.docx", CompoundFileBuilder.file(["EncryptedPackage"]))
                == ReaderFixtures.problem(.encrypted))
        var document = [UInt8](repeating: 0, count: 4_096)
        document.replaceSubrange(0..<2, with: [0xEC, 0xA5])
        document[2] = 0xC1
        document[0x0B] = 1
        #expect(
            refusal("a.doc", CompoundFileBuilder.file(["WordDocument"], content: document))
                == ReaderFixtures.problem(.encrypted))
    }

    @Test func `other compound files are no Word files`() {
        #expect(refusal("a.doc", CompoundFileBuilder.file(["Workbook"])) != nil)
    }

    private struct Generator: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ state >> 29
        }
    }

    @Test(arguments: ["numbered.docx", "numbered.doc", "numbered.odt", "numbered.rtf"])
    func `truncated files are refused or give a part, and nothing worse`(name: String) throws {
        let bytes = try ReaderFixtures.bytes(name)
        for length in stride(from: 1, to: bytes.count, by: max(1, bytes.count / 97)) {
            _ = refusal(name, Array(bytes[..<length]))
        }
    }

    @Test(arguments: ["numbered.docx", "numbered.doc", "numbered.odt", "numbered.rtf"])
    func `damaged files are refused or read, and nothing worse`(name: String) throws {
        let bytes = try ReaderFixtures.bytes(name)
        var generator = Generator(state: 20_240_308)
        for _ in 0..<150 {
            var damaged = bytes
            for _ in 0..<Int.random(in: 1...24, using: &generator) {
                let place = Int.random(in: 0..<damaged.count, using: &generator)
                damaged[place] = UInt8.random(in: 0...255, using: &generator)
            }
            _ = refusal(name, damaged)
        }
    }

    /// What `pdftotext` would never print, and what a page with places beyond reason makes it print.
    @Test(arguments: [
        "<page width='9' height='9'><word><line>x</line></word></page>",
        "<page><line><word>a<line>b</line>c</word>d</line></page>", "<line><word>a</word></line>",
        "<page width='1e300' height='1e300'>"
            + (0..<4).map {
                "<line xMin='-1e300' xMax='1e300' yMin='\($0)e299' yMax='9e299'>"
                    + "<word xMin='1e300' xMax='1e301' yMin='1e300' yMax='2e300'>甲</word></line>"
            }.joined() + "</page>",
    ])
    func `a page laid out against all sense is read or refused`(xml: String) throws {
        var layout = PDFLayout()
        try MarkupParser.parse(Array("<doc>\(xml)</doc>".utf8)) { layout.take($0) }
        _ = PDFReader.document(
            path: "a.pdf", format: "pdf", pages: layout.pages, properties: [:], unknownSymbols: 0)
    }

    @Test func `random markup, rich text and mail never trap`() {
        var generator = Generator(state: 8)
        let pieces = [
            "<table>", "</td>", "<tr>", "<p>", "</p>", "<b>", "妇联。", "<ol><li>", "</ol>",
            "<a href=x>", "{", "}",
            "\\par ", "\\cell ", "\\row ", "\\intbl ", "\\u22919?", "\\'b8", "\\footnote ",
            "\\shptxt ",
            "{\\listtext 1.}", "\\pard ", "\\*", "\\bin9999 ", "&nbsp;", "<td>", "<![CDATA[", "-->",
        ]
        for _ in 0..<300 {
            let text = (0..<60).compactMap { _ in pieces.randomElement(using: &generator) }.joined()
            _ = refusal("a.html", Array("<html>\(text)".utf8))
            _ = refusal("a.rtf", Array("{\\rtf1 \(text)".utf8))
            _ = refusal(
                "a.mht", Array("MIME-Version: 1.0\nContent-Type: text/html\n\n\(text)".utf8))
        }
    }
}

/// Compound files with streams directly under the root, each of 4,096 bytes.
enum CompoundFileBuilder {
    static func file(_ names: [String], content: [UInt8] = Array(repeating: 0, count: 4_096))
        -> [UInt8]
    {
        func long(_ value: UInt32) -> [UInt8] {
            (0..<4).map { UInt8(value >> UInt32(8 * $0) & 0xFF) }
        }
        var header = CompoundFile.mark + Array(repeating: 0, count: 504)
        func put(_ place: Int, _ value: UInt32) {
            header.replaceSubrange(place..<(place + 4), with: long(value))
        }
        put(0x1E, 9)
        put(0x30, 1)
        put(0x3C, 0xFFFF_FFFE)
        put(0x44, 0xFFFF_FFFE)
        for place in stride(from: 0x4C, to: 512, by: 4) { put(place, 0xFFFF_FFFF) }
        put(0x4C, 0)
        var table: [UInt32] = [0xFFFF_FFFD, 0xFFFF_FFFE]
        var directory = entry("Root Entry", 5, start: 0xFFFF_FFFE, size: 0, child: 1)
        var streams: [UInt8] = []
        for (index, name) in names.enumerated() {
            let start = table.count
            table += (0..<8).map { $0 == 7 ? 0xFFFF_FFFE : UInt32(start + $0 + 1) }
            directory += entry(
                name, 2, start: UInt32(start), size: 4_096,
                right: index + 1 < names.count ? UInt32(index + 2) : 0xFFFF_FFFF)
            streams += content
        }
        while table.count < 128 { table.append(0xFFFF_FFFF) }
        while directory.count < 512 { directory.append(0) }
        return header + table.flatMap(long) + directory + streams
    }

    private static func entry(
        _ name: String, _ type: UInt8, start: UInt32, size: UInt32, right: UInt32 = 0xFFFF_FFFF,
        child: UInt32 = 0xFFFF_FFFF
    ) -> [UInt8] {
        func long(_ value: UInt32) -> [UInt8] {
            (0..<4).map { UInt8(value >> UInt32(8 * $0) & 0xFF) }
        }
        var bytes = name.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let length = UInt8(bytes.count + 2)
        bytes += Array(repeating: 0, count: 64 - bytes.count) + [length, 0, type, 1]
        bytes += long(0xFFFF_FFFF) + long(right) + long(child)
        bytes += Array(repeating: 0, count: 36) + long(start) + long(size) + long(0)
        return bytes
    }
}
