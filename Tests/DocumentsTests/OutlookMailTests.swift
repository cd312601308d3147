import ReportModel
import Testing

@testable import Documents

/// Makes a compound file of streams under the root and in folders, each padded to whole sectors.
private struct CompoundBuilder {
    private var entries: [(name: String, type: UInt8, parent: Int, bytes: [UInt8])] = [
        ("Root Entry", 5, -1, [])
    ]

    mutating func folder(_ name: String) -> Int {
        entries.append((name, 1, 0, []))
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
