import ReportModel
import Foundation
import TestSupport
import Testing

@testable import Documents

@Suite struct DecodeTests {
    private static let simplified = [
        "妇联工作总结", "走访慰问困难家庭", "开展普法宣传", "全年共办实事", "今年以来我镇",
        "维护妇女儿童权益", "举办培训班三期", "社区妇女之家", "二、下一步打算", "优化营商环境",
    ]
    private static let traditional = [
        "婦聯工作總結報告", "走訪慰問困難家庭", "開展普法宣傳活動", "維護婦女兒童權益", "舉辦培訓班三期",
        "社區婦女之家", "下一步工作計劃", "關愛留守兒童",
    ]

    private func decode(_ bytes: [UInt8], as encoding: String? = nil) throws -> DecodedDocument {
        let file = InputFile(path: "a.txt", bytes: bytes)
        let documents = try PlainTextReader().read(file, options: ReadOptions(encoding: encoding))
        return try #require(documents.first)
    }

    private func encode(_ text: String, _ name: String) throws -> [UInt8] {
        try #require(convert(text, name))
    }

    @Test(arguments: ["GB18030", "UTF-16LE", "UTF-16BE"])
    func `Five to ten simplified characters are enough to find the encoding`(
        name: String
    ) throws {
        for text in Self.simplified {
            let document = try decode(try encode(text, name))
            #expect(document.encoding == name, "\(text)")
            #expect(document.lines.map(\.text) == [text])
        }
    }

    @Test func `Six to ten traditional characters are enough to find Big5`() throws {
        for text in Self.traditional {
            let document = try decode(try encode(text, "Big5-HKSCS"))
            #expect(document.encoding == "Big5", "\(text)")
            #expect(document.lines.map(\.text) == [text])
        }
    }

    @Test(arguments: ["UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "GB18030"])
    func `A byte order mark decides and is no text`(name: String) throws {
        let document = try decode(try encode("\u{FEFF}abc\n妇联", name))
        #expect(document.encoding == name)
        #expect(document.lines.map(\.text) == ["abc", "妇联"])
    }

    @Test func `A named encoding is used, and an unknown or wrong one is an error`() throws {
        let bytes = try encode("婦聯", "Big5-HKSCS")
        #expect(try decode(bytes, as: "big5").lines.map(\.text) == ["婦聯"])
        #expect(throws: ReportError.self) { try decode(bytes, as: "klingon") }
        #expect(throws: ReportError.self) { try decode(bytes, as: "") }
        #expect(throws: ReportError.self) { try decode(bytes, as: "UTF-8") }
        #expect(throws: ReportError.self) { try decode([0x41, 0x00, 0x42], as: "UTF-16LE") }
    }

    @Test(arguments: [
        ("a\nb\n", [1, 2], 2), ("a\nb", [1, 2], 2), ("a\r\n\r\nb", [1, 3], 3),
        ("a\rb\r\rc", [1, 2, 4], 4), ("a\rb\nc", [1, 2], 2), ("a\u{2028}b\u{0C}c", [1, 2, 3], 3),
        ("\n\n　　\na", [4], 4), ("a\u{85}b", [1, 2], 2), ("a\u{0B}\nb", [1, 2], 2),
    ])
    func `Physical lines are counted as splitting at line feeds does`(
        text: String, lines: [Int], count: Int
    ) throws {
        let document = try decode(Array(text.utf8))
        #expect(document.lines.map(\.line) == lines)
        #expect(document.lineCount == count)
    }

    @Test(arguments: ["UTF-8", "GB18030", "UTF-16LE", "UTF-16BE", "Big5-HKSCS"])
    func `Byte offsets point at the line in the encoding of the file`(name: String) throws {
        for end in ["\n", "\r\n", "\r"] {
            let lines = ["一年來工作總結", "", "abc（一）妇", "　　走访慰问", "工作"].map {
                name == "Big5-HKSCS"
                    ? $0.replacing("妇", with: "婦").replacing("访", with: "訪")
                        .replacing("问", with: "問") : $0
            }
            let bytes = try encode(lines.joined(separator: end), name)
            let document = try decode(bytes, as: name)
            #expect(document.lines.map(\.line) == [1, 3, 4, 5])
            for line in document.lines {
                let start = try #require(line.byteOffset)
                let expected = try encode(line.text, name)
                #expect(Array(bytes[start...].prefix(expected.count)) == expected)
                #expect(line.text == lines[line.line - 1])
            }
        }
    }

    @Test func `Four-byte characters of GB18030 keep their offsets`() throws {
        let text = "工作总结😀㐀\n走访慰问家庭"
        let bytes = try encode(text, "GB18030")
        let document = try decode(bytes)
        #expect(document.encoding == "GB18030")
        #expect(document.lines.map(\.byteOffset) == [0, 17])
    }

    @Test func `Empty, blank and binary files and damaged text are refused with a reason`() {
        let bad: [[UInt8]] = [
            [], Array(" \n\t\r\n　".utf8), Array("%PDF-1.4".utf8), [0x50, 0x4B, 3, 4, 0, 0],
            [UInt8](repeating: 0, count: 100), (0...255).map { UInt8($0) },
            [0xFF, 0xFE, 0x41],
        ]
        for bytes in bad {
            #expect(throws: ReportError.self, "\(bytes.prefix(8))") { try decode(bytes) }
        }
    }

    @Test func `One bad byte costs one character, whatever the encoding`() throws {
        for name in ["UTF-8", "GB18030"] {
            var bytes = try encode("妇联工作总结\n走访慰问困难家庭，开展普法宣传。", name)
            bytes.insert(0xFF, at: bytes.count - 2)
            let document = try decode(bytes)
            #expect(document.encoding == name)
            #expect(document.lines.map(\.line) == [1, 2])
            #expect(document.lines.last?.text.contains("走访慰问困难家庭，开展普法宣传") == true)
            #expect(document.doubts.count == 1)
        }
    }

    @Test func `Lines of another encoding are read in it and told`() throws {
        let bytes =
            try encode("妇联工作总结\n走访慰问困难家庭\n", "UTF-8") + encode("开展普法宣传活动", "GB18030")
        let document = try decode(bytes)
        #expect(document.encoding == "UTF-8")
        #expect(document.lines.map(\.text) == ["妇联工作总结", "走访慰问困难家庭", "开展普法宣传活动"])
        #expect(document.doubts.count == 1)
    }

    @Test func `A text that is mostly markup is a doubt`() throws {
        let page = "<a href='x'>" + String(repeating: "<p class='long'>字</p>", count: 30)
        #expect(try decode(Array(page.utf8)).doubts.count == 1)
        #expect(try decode(Array("温度<5，>3。".utf8)).doubts.isEmpty)
    }

    @Test func `A few NUL bytes in UTF-8 are told and kept for cleaning`() throws {
        let text = String(repeating: "妇联工作总结", count: 30) + "\0"
        let document = try decode(Array(text.utf8))
        #expect(document.encoding == "UTF-8")
        #expect(document.doubts.count == 1)
    }

    @Test func `One line of a megabyte is one line`() throws {
        let text = String(repeating: "妇", count: 350_000)
        #expect(try decode(Array(text.utf8)).lines.count == 1)
        #expect(try decode(try encode(text, "GB18030")).lines.map(\.text) == [text])
    }

    @Test func `Random bytes never trap a reader`() {
        var random = SeededRandom(7)
        for round in 0..<600 {
            let count = Int(random.next() % 90)
            var bytes = (0..<count).map { _ in UInt8(truncatingIfNeeded: random.next()) }
            if round % 3 == 0 { bytes = bytes.map { $0 % 16 } }
            if round % 5 == 0 { bytes = [0xFF, 0xFE] + bytes }
            for name in [nil, "UTF-8", "GB18030", "Big5", "UTF-16LE", "UTF-32BE", "HZ-GB-2312"] {
                let file = InputFile(path: "r.txt", bytes: bytes)
                let read = try? Readers.standard.read(file, options: ReadOptions(encoding: name))
                for line in read?.first?.lines ?? [] {
                    #expect(!line.text.isEmpty)
                    #expect(line.byteOffset ?? -1 >= 0)
                }
            }
        }
    }
}

/// The bytes of a text in an encoding; `nil` when it has no such encoding or character.
func convert(_ text: String, _ name: String) -> [UInt8]? {
    guard let converter = TextConverter(name) else { return nil }
    return converter.encode(text)
}

/// The text of some bytes in an encoding.
func convert(_ bytes: ArraySlice<UInt8>, _ name: String) -> String? {
    guard let converter = TextConverter(name) else { return nil }
    return converter.decode(bytes)
}
