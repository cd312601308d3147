import Documents
import Foundation
import TestSupport
import Testing

@Suite struct FileNameTests {
    @Test func `any bytes come back as they were`() {
        var random = SeededRandom(5)
        for _ in 0..<2000 {
            let pieces: [[UInt8]] = [
                [UInt8(1 + random.below(255))], Array("总结".utf8), Array("\u{EFAB}".utf8),
                [0xD7, 0xDC, 0xBD, 0xE1], Array("é".utf8), [0xF0, 0x9F], Array("a.txt".utf8),
            ]
            let name = (0..<random.below(6)).flatMap { _ in random.pick(pieces, else: []) }
            let text = FileName.text(name)
            #expect(FileName.bytes(text).dropLast().map { UInt8(bitPattern: $0) } == name)
        }
        #expect(FileName.text(Array("2018年总结.txt".utf8)) == "2018年总结.txt")
    }

    @Test func `files whose names are no UTF-8 are listed and read`() throws {
        let folder = try TemporaryFolder()
        // 总结 in GB18030.
        let name: [UInt8] =
            Array((folder.path + "/").utf8) + [0xD7, 0xDC, 0xBD, 0xE1, 0x2E, 0x74, 0x78, 0x74]
        let file = try #require(fopen(FileName.bytes(FileName.text(name)), "w"))
        fputs("2018年工作总结\n", file)
        fclose(file)
        let finder = SourceFinder()
        let found = finder.list([folder.path]).found
        try #require(found.count == 1)
        #expect(found[0].diskPath == FileName.text(name))
        #expect(found[0].path == folder.path + "/总结.txt")
        #expect(try finder.load(found[0]).bytes.count == 20)
    }
}
