import ReportModel
import TestSupport
import Testing

@testable import Documents

/// Makes a compound file of streams under the root and in folders, each padded to whole sectors.
private struct CompoundBuilder {
    private var entries: [(name: String, type: UInt8, parent: Int, bytes: [UInt8])] = [
        ("Root Entry", 5, -1, [])
    ]

    mutating func folder(_ name: String, in parent: Int = 0) -> Int {
        entries.append((name, 1, parent, []))
        return entries.count - 1
    }

    mutating func stream(_ name: String, _ bytes: [UInt8], in parent: Int = 0, pad: UInt8 = 0) {
        // Streams of 4096 bytes and more stand in sectors of their own.
        let length = max(4_096, (bytes.count + 511) / 512 * 512)
        entries.append(
            (name, 2, parent, bytes + Array(repeating: pad, count: length - bytes.count)))
    }

    mutating func text(_ property: String, _ text: String, in parent: Int = 0) {
        let units = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        stream("__substg1.0_\(property)001F", units, in: parent)
    }

    func finished() -> [UInt8] {
        func number(_ value: Int, _ length: Int) -> [UInt8] {
            (0..<length).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
        }
        let directorySectors = (entries.count + 3) / 4
        // Sector 0 is the table, then the directory, then the streams.
        var table = [0xFFFF_FFFD]
        table += (0..<directorySectors).map {
            $0 + 1 < directorySectors ? $0 + 2 : 0xFFFF_FFFE
        }
        var data: [UInt8] = []
        var starts: [Int] = []
        for entry in entries {
            starts.append(entry.bytes.isEmpty ? 0 : table.count)
            let count = entry.bytes.count / 512
            for sector in 0..<count {
                table.append(sector + 1 < count ? table.count + 1 : 0xFFFF_FFFE)
            }
            data += entry.bytes
        }
        var directory: [UInt8] = []
        for (index, entry) in entries.enumerated() {
            let name = Array(entry.name.utf16)
            var record = name.flatMap { number(Int($0), 2) }
            record += Array(repeating: 0, count: 64 - record.count)
            record += number(name.count * 2 + 2, 2) + [entry.type, 1]
            let brothers = entries.indices.filter { entries[$0].parent == entry.parent }
            let next = brothers.first { $0 > index }
            let child = entries.indices.first { entries[$0].parent == index }
            record += number(0xFFFF_FFFF, 4) + number(next ?? 0xFFFF_FFFF, 4)
            record += number(child ?? 0xFFFF_FFFF, 4) + Array(repeating: 0, count: 36)
            record += number(starts[index], 4) + number(entry.bytes.count, 4)
            directory += record + Array(repeating: 0, count: 128 - record.count)
        }
        directory += Array(repeating: 0, count: directorySectors * 512 - directory.count)
        var header = CompoundFile.mark + Array(repeating: 0, count: 16)
        header += number(0x3E, 2) + number(3, 2) + number(0xFFFE, 2) + number(9, 2) + number(6, 2)
        header += Array(repeating: 0, count: 10) + number(1, 4) + number(1, 4)
        header += number(0, 4) + number(4_096, 4) + number(0xFFFF_FFFE, 4) + number(0, 4)
        header += number(0xFFFF_FFFE, 4) + number(0, 4) + number(0, 4)
        header += Array(repeating: 0xFF, count: 512 - header.count)
        precondition(table.count <= 128)
        let padded = table + Array(repeating: 0xFFFF_FFFF, count: 128 - table.count)
        return header + padded.flatMap { number($0, 4) } + directory + data
    }
}

@Suite struct OutlookMailTests {
    private func letter() -> [UInt8] {
        var file = CompoundBuilder()
        file.text("0037", "报送2021年工作总结")
        file.text("1000", "各位领导：\r\n\r\n总结见附件。\r\n")
        let attachment = file.folder("__attach_version1.0_#00000000")
        file.text("3707", "总结.txt", in: attachment)
        file.stream(
            "__substg1.0_37010102", Array("河西县妇联2021年工作总结\n培训妇女120人。\n".utf8),
            in: attachment, pad: 0x0A)
        return file.finished()
    }

    @Test func `A letter of Outlook says its subject, its text and what is attached`() throws {
        let documents = try Readers.standard.read(
            InputFile(path: "a.msg", bytes: letter()), options: ReadOptions())
        #expect(documents.count == 2)
        #expect(documents.first?.lines.map(\.text) == ["报送2021年工作总结", "各位领导：", "总结见附件。"])
        #expect(documents.first?.properties["title"] == "报送2021年工作总结")
        #expect(documents.last?.path == "a.msg/总结.txt")
        #expect(documents.last?.lines.map(\.text) == ["河西县妇联2021年工作总结", "培训妇女120人。"])
    }

    @Test func `A letter within a letter is a member with members of its own`() throws {
        var file = CompoundBuilder()
        file.text("0037", "转发：总结")
        file.text("1000", "请阅。")
        let outer = file.folder("__attach_version1.0_#00000000")
        file.text("3001", "河东县来信", in: outer)
        let inner = file.folder("__substg1.0_3701000D", in: outer)
        file.text("0037", "河东县妇联总结", in: inner)
        file.text("1000", "培训妇女80人。", in: inner)
        let attachment = file.folder("__attach_version1.0_#00000000", in: inner)
        file.text("3707", "表.txt", in: attachment)
        file.stream(
            "__substg1.0_37010102", Array("走访慰问20户。\n".utf8), in: attachment, pad: 0x0A)
        let documents = try Readers.standard.read(
            InputFile(path: "a.msg", bytes: file.finished()), options: ReadOptions())
        #expect(documents.map(\.path) == ["a.msg", "a.msg/河东县来信", "a.msg/河东县来信/表.txt"])
        #expect(documents[1].lines.map(\.text) == ["河东县妇联总结", "培训妇女80人。"])
        #expect(documents[2].lines.map(\.text) == ["走访慰问20户。"])
    }

    @Test func `Packed rich text is the text when there is no other`() throws {
        // The example of MS-OXRTFCP 4.1.1.
        let packed: [UInt8] = [
            0x2D, 0x00, 0x00, 0x00, 0x2B, 0x00, 0x00, 0x00, 0x4C, 0x5A, 0x46, 0x75, 0xF1, 0xC5,
            0xC7,
            0xA7, 0x03, 0x00, 0x0A, 0x00, 0x72, 0x63, 0x70, 0x67, 0x31, 0x32, 0x35, 0x42, 0x32,
            0x0A,
            0xF3, 0x20, 0x68, 0x65, 0x6C, 0x09, 0x00, 0x20, 0x62, 0x77, 0x05, 0xB0, 0x6C, 0x64,
            0x7D,
            0x0A, 0x80, 0x0F, 0xA0,
        ]
        let rich = try #require(CompressedRTF.unpacked(ByteReader(packed)))
        #expect(
            String(decoding: rich, as: UTF8.self)
                == "{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n")
        let plain = Array(
            "{\\rtf1\\ansi\\ansicpg936 \\u22919?\\u32852?\\par \\u24635?\\u32467?}".utf8)
        var file = CompoundBuilder()
        let head: [UInt8] = [UInt8(plain.count + 12), 0, 0, 0, UInt8(plain.count), 0, 0, 0]
        file.stream(
            "__substg1.0_10090102", head + [0x4D, 0x45, 0x4C, 0x41, 0, 0, 0, 0] + plain)
        let documents = try Readers.standard.read(
            InputFile(path: "a.msg", bytes: file.finished()), options: ReadOptions())
        #expect(documents.first?.lines.map(\.text) == ["妇联", "总结"])
    }

    @Test func `Packed rich text that is cut or random gives what there is`() {
        var random = SeededRandom(3)
        for length in 0..<400 {
            var bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }
            if length > 16 {
                bytes.replaceSubrange(
                    4..<12, with: [0xFF, 0xFF, 0xFF, 0x7F, 0x4C, 0x5A, 0x46, 0x75])
            }
            let count = CompressedRTF.unpacked(ByteReader(bytes))?.count ?? 0
            #expect(count <= length * 9)
        }
    }

    @Test func `A cut or changed letter is refused or read, and nothing worse`() {
        let bytes = letter()
        for length in stride(from: 0, to: bytes.count, by: 211) {
            _ = ReaderFixtures.refusal("a.msg", Array(bytes[..<length]))
        }
        for place in stride(from: 8, to: bytes.count, by: 13) {
            var changed = bytes
            changed[place] ^= 0xFF
            _ = ReaderFixtures.refusal("a.msg", changed)
        }
    }
}
