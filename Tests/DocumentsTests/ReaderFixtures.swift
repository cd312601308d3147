import ReportModel
import Foundation
import Testing

@testable import Documents

/// The fixtures, and what reads them.
enum ReaderFixtures {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Fixtures")

    static func bytes(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: folder.appendingPathComponent(name)))
    }

    static func read(_ name: String) throws -> DecodedDocument {
        try document(InputFile(path: name, bytes: try bytes(name)))
    }

    static func document(_ file: InputFile) throws -> DecodedDocument {
        let documents = try Readers.standard.read(file, options: ReadOptions())
        #expect(documents.count == 1)
        return try #require(documents.first)
    }

    static func gb18030(_ text: String) throws -> [UInt8] {
        let bytes = TextConverter("GB18030")?.encode(text)
        return try #require(bytes)
    }

    /// The problem a file is refused for, whatever the language.
    static func refusal(_ path: String, _ bytes: [UInt8]) -> String? {
        do throws(ReportError) {
            _ = try Readers.standard.read(
                InputFile(path: path, bytes: bytes), options: ReadOptions())
            return nil
        } catch {
            return error.problem
        }
    }

    static func problem(_ refusal: Refusal) -> String { refusal.error(at: "").problem }
}

/// Writes zips, good and bad ones.
struct ZipBuilder {
    private(set) var bytes: [UInt8] = []
    private var directory: [UInt8] = []
    private var count = 0

    /// - Parameters:
    ///   - flags: 1 encrypted, 0x800 the name is UTF-8.
    ///   - packed: The deflated content, when it is not stored.
    mutating func add(
        _ name: [UInt8], _ content: [UInt8], flags: UInt16 = 0,
        packed: (bytes: [UInt8], size: Int, crc: UInt32)? = nil
    ) {
        let offset = bytes.count
        let data = packed?.bytes ?? content
        let crc = packed?.crc ?? Self.crc(content)
        var header: [UInt8] = []
        header += Self.word(20) + Self.word(flags) + Self.word(packed == nil ? 0 : 8)
        header += Self.word(0) + Self.word(0x21) + Self.long(crc)
        header += Self.long(UInt32(data.count)) + Self.long(UInt32(packed?.size ?? content.count))
        header += Self.word(UInt16(name.count)) + Self.word(0)
        bytes += [0x50, 0x4B, 3, 4] + header + name + data
        directory += [0x50, 0x4B, 1, 2] + Self.word(20) + header
        directory += Self.word(0) + Self.word(0) + Self.word(0) + Self.long(0)
        directory += Self.long(UInt32(offset)) + name
        count += 1
    }

    mutating func add(_ name: String, _ content: String) {
        add(Array(name.utf8), Array(content.utf8))
    }

    func finished() -> [UInt8] {
        var end: [UInt8] = [0x50, 0x4B, 5, 6, 0, 0, 0, 0]
        end += Self.word(UInt16(count)) + Self.word(UInt16(count))
        end += Self.long(UInt32(directory.count)) + Self.long(UInt32(bytes.count)) + Self.word(0)
        return bytes + directory + end
    }

    /// A deflate stream of one byte over and over: 158 times smaller than what it unpacks to.
    static func bomb(_ copies: Int) -> (bytes: [UInt8], size: Int, crc: UInt32) {
        var bytes: [UInt8] = []
        var bits: UInt32 = 0
        var filled = 0
        func put(_ value: UInt32, _ length: Int) {
            bits |= value << UInt32(filled)
            filled += length
            while filled >= 8 {
                bytes.append(UInt8(bits & 0xFF))
                bits >>= 8
                filled -= 8
            }
        }
        // The last block with fixed codes: a blank, then repeats of 258 from 1 back, then the end.
        put(0b011, 3)
        put(0b0000_1010, 8)
        for _ in 0..<copies {
            put(0b1010_0011, 8)
            put(0, 5)
        }
        put(0, 7)
        put(0, 8)
        return (bytes, 1 + 258 * copies, 0)
    }

    private static func word(_ value: UInt16) -> [UInt8] {
        [UInt8(value & 0xFF), UInt8(value >> 8)]
    }

    private static func long(_ value: UInt32) -> [UInt8] {
        (0..<4).map { UInt8(value >> UInt32(8 * $0) & 0xFF) }
    }

    private static func crc(_ bytes: [UInt8]) -> UInt32 {
        var crc: UInt32 = 0xFFFF_FFFF
        for byte in bytes {
            crc ^= UInt32(byte)
            for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
        }
        return ~crc
    }

    /// A Word file with this body, and these other parts.
    static func word(body: String, prolog: String = "", parts: [String: String] = [:]) -> [UInt8] {
        var zip = ZipBuilder()
        let space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
        zip.add("[Content_Types].xml", "<Types/>")
        zip.add(
            "word/document.xml",
            "\(prolog)<w:document xmlns:w=\"\(space)\"><w:body>\(body)</w:body></w:document>")
        for (name, text) in parts { zip.add(name, text) }
        return zip.finished()
    }

    static func paragraph(_ text: String) -> String { "<w:p><w:r><w:t>\(text)</w:t></w:r></w:p>" }
}
