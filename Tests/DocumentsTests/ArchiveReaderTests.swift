import Foundation
import Testing

@testable import Documents

struct ArchiveReaderTests {
    private func read(_ bytes: [UInt8]) throws -> [DecodedDocument] {
        try Readers.standard.read(InputFile(path: "all.zip", bytes: bytes), options: ReadOptions())
    }

    @Test func `members are read by their kinds, names in GBK too`() throws {
        var zip = ZipBuilder()
        zip.add(try ReaderFixtures.gb18030("总结/2019年区妇联工作总结(定稿).txt"), Array("一、主要工作".utf8))
        zip.add(
            Array("总结/2020年.docx".utf8), try ReaderFixtures.bytes("numbered.docx"), flags: 0x800)
        zip.add("__MACOSX/._x.txt", "litter")
        zip.add("总结/~$2020年.docx", "litter")
        let documents = try read(zip.finished())
        #expect(
            documents.map(\.path) == [
                "all.zip/总结/2019年区妇联工作总结(定稿).txt", "all.zip/总结/2020年.docx",
            ])
        #expect(documents[0].lines.first?.locator == "member 总结/2019年区妇联工作总结(定稿).txt")
        #expect(documents[1].lines[2].locator == "member 总结/2020年.docx, paragraph 3")
        #expect(documents[1].lines.map(\.text) == OfficeReaderTests.numbered)
    }

    @Test func `archives are opened once, not twice`() throws {
        var inner = ZipBuilder()
        inner.add("a.txt", "里层的总结")
        var middle = ZipBuilder()
        middle.add(Array("inner.zip".utf8), inner.finished())
        middle.add("b.txt", "中层的总结")
        var outer = ZipBuilder()
        outer.add(Array("middle.zip".utf8), middle.finished())
        let documents = try read(outer.finished())
        #expect(
            documents.map(\.path) == ["all.zip/middle.zip/inner.zip", "all.zip/middle.zip/b.txt"])
        #expect(documents[0].refusal?.problem == ReaderFixtures.problem(.nestedTooDeep))
        #expect(documents[1].lines.first?.locator == "member middle.zip, member b.txt")
    }

    @Test(arguments: [
        "../../etc/a.txt", "/etc/a.txt", "C:/a.txt", "a/../../b.txt", "..\\a.txt", "a\u{1}.txt",
    ])
    func `names that lead outside are refused, their brothers read`(name: String) throws {
        var zip = ZipBuilder()
        zip.add(name, "坏")
        zip.add("好.txt", "好的总结")
        let documents = try read(zip.finished())
        #expect(documents.count == 2)
        #expect(documents[0].refusal?.problem == ReaderFixtures.problem(.unsafeName))
        #expect(documents[1].lines.map(\.text) == ["好的总结"])
    }

    @Test func `encrypted and unknown members are refused, their brothers read`() throws {
        var zip = ZipBuilder()
        zip.add(Array("secret.txt".utf8), Array(repeating: 7, count: 40), flags: 1)
        zip.add("photo.jpg", "x")
        zip.add("broken.docx", "PK\u{3}\u{4}word/ broken")
        zip.add("good.txt", "好的总结")
        let documents = try read(zip.finished())
        #expect(documents.compactMap(\.refusal).count == 3)
        #expect(documents.first?.refusal?.problem == ReaderFixtures.problem(.encrypted))
        #expect(documents.last?.lines.map(\.text) == ["好的总结"])
    }

    @Test func `a zip bomb is refused, what came before it stays`() throws {
        var zip = ZipBuilder()
        zip.add("good.txt", "好的总结")
        zip.add(Array("bomb.txt".utf8), [], packed: ZipBuilder.bomb(1 << 18))
        let documents = try read(zip.finished())
        #expect(documents.first?.lines.map(\.text) == ["好的总结"])
        #expect(documents.last?.refusal != nil)
    }

    @Test func `many small bombs share one limit`() throws {
        var zip = ZipBuilder()
        for number in 0..<64 {
            var inner = ZipBuilder()
            inner.add(Array("a.txt".utf8), [], packed: ZipBuilder.bomb(30_000))
            zip.add(Array("\(number).zip".utf8), inner.finished())
        }
        let documents = try? read(zip.finished())
        #expect(documents?.contains { $0.refusal != nil } ?? true)
    }

    @Test func `a truncated zip is refused or gives what is whole`() throws {
        var zip = ZipBuilder()
        for number in 0..<5 { zip.add("\(number).txt", "第\(number)份总结") }
        let bytes = zip.finished()
        for length in stride(from: 4, to: bytes.count, by: 7) {
            let part = Array(bytes[..<length])
            _ = ReaderFixtures.refusal("a.zip", part)
        }
    }

    @Test func `too many members are refused`() throws {
        var reader = ArchiveReader(readers: [PlainTextReader()])
        reader.limits.members = 3
        var zip = ZipBuilder()
        for number in 0..<5 { zip.add("\(number).txt", "第\(number)份总结") }
        let documents = try reader.read(
            InputFile(path: "a.zip", bytes: zip.finished()), options: ReadOptions())
        #expect(documents.count == 4)
        #expect(documents.last?.refusal?.problem == ReaderFixtures.problem(.tooMany(3)))
    }

    @Test(
        arguments: [
            ([0xC4, 0xA3], "模"), ([0xC5, 0xAE], "女"), (Array("总结".utf8), "总结"),
            (Array("a".utf8), "a"),
            ([0xB0, 0xFC, 0xC1, 0x70, 0xC1, 0x60, 0xB5, 0xB2], "婦聯總結"),
        ] as [([UInt8], String)])
    func `names of members are in the encoding that makes sense of them`(
        bytes: [UInt8], name: String
    ) {
        #expect(MemberName(bytes).text == name)
    }
}
