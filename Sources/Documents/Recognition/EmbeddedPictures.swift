import Foundation
import ReportModel

/// The pictures that an office file holds (内嵌图片), in the order of their pages as far as names tell it.
struct EmbeddedPictures {
    private(set) var pictures: [[UInt8]] = []
    /// How many are looked at, and how small one may be that shows a page, in bytes.
    static let limit = 500
    private static let smallest = 1_024

    /// - Throws: `Refusal` for a zip that is damaged or grows beyond its limits.
    init(of bytes: [UInt8]) throws(Refusal) {
        if ZipArchive.isZip(bytes) {
            try readZip(bytes)
        } else if let file = CompoundFile(bytes) {
            for name in ["Data", "Pictures", "WordDocument"] {
                if let stream = file.stream(name) { readRecords(stream) }
            }
        } else {
            readRichText(bytes)
        }
    }

    private static let marks: [[UInt8]] = [
        [0xFF, 0xD8, 0xFF], [0x89, 0x50, 0x4E, 0x47], [0x49, 0x49, 0x2A, 0], [0x4D, 0x4D, 0, 0x2A],
        [0x42, 0x4D], Array("GIF8".utf8),
    ]

    private static func isPicture(_ bytes: ArraySlice<UInt8>) -> Bool {
        marks.contains { bytes.starts(with: $0) }
    }

    private mutating func readZip(_ bytes: [UInt8]) throws(Refusal) {
        var found: [(name: String, number: Int?, bytes: [UInt8])] = []
        var content = ""
        do throws(ZipTrouble) {
            try ZipArchive(bytes).forEach { entry, member throws(ZipTrouble) in
                let kind = FileKind.extension(of: entry.name)
                if entry.name == "content.xml" {
                    content = String(decoding: try member.all(), as: UTF8.self)
                }
                // A thumbnail shows what the first page says already.
                guard FileKind.pictures.contains(kind) || kind == "gif",
                    !entry.name.lowercased().contains("thumbnail")
                else { return true }
                let bytes = try member.all()
                if bytes.count >= Self.smallest, Self.isPicture(bytes[...]) {
                    let digits = entry.name.dropLast(kind.count + 1).reversed().prefix(8)
                        .prefix { $0.isNumber }
                    found.append((entry.name, Int(String(digits.reversed())), bytes))
                }
                return found.count < Self.limit
            }
        } catch {
            throw Refusal(error)
        }
        // OpenDocument names pictures by their content, which says nothing: their places in the text do.
        if !content.isEmpty {
            for index in found.indices {
                let place = content.range(of: found[index].name)
                found[index].number = place.map {
                    content.utf8.distance(from: content.startIndex, to: $0.lowerBound)
                }
            }
        }
        // image2 before image10; where names say nothing the order of the archive holds.
        if found.allSatisfy({ $0.number != nil }) {
            found = found.enumerated().sorted {
                ($0.element.number ?? 0, $0.offset) < ($1.element.number ?? 0, $1.offset)
            }.map(\.element)
        }
        pictures = found.map(\.bytes)
    }

    /// The pictures of rich text, which are written in hexadecimal digits.
    private mutating func readRichText(_ bytes: [UInt8]) {
        var rest = bytes[...]
        while let slash = rest.firstIndex(of: 0x5C), pictures.count < Self.limit {
            rest = rest[(slash + 1)...]
            guard rest.starts(with: "pngblip".utf8) || rest.starts(with: "jpegblip".utf8) else {
                continue
            }
            var depth = 0
            var digits: [UInt8] = []
            var isWord = true
            scan: while let byte = rest.popFirst() {
                switch byte {
                case 0x7B: depth += 1
                case 0x7D:
                    depth -= 1
                    isWord = false
                    if depth < 0 { break scan }
                case 0x5C: isWord = true
                case 0x09...0x0D, 0x20: isWord = false
                default:
                    guard !isWord, depth == 0 else { continue }
                    if let digit = Character(Unicode.Scalar(byte)).hexDigitValue {
                        digits.append(UInt8(digit))
                    }
                }
            }
            let picture = stride(from: 0, to: digits.count - 1, by: 2).map {
                digits[$0] << 4 | digits[$0 + 1]
            }
            if picture.count >= Self.smallest, Self.isPicture(picture[...]) {
                pictures.append(picture)
            }
        }
    }

    /// The pictures of Office's drawing records (MS-ODRAW 2.2.23: JPEG, PNG, bitmap, TIFF).
    private mutating func readRecords(_ stream: ByteReader) {
        var place = 0
        while place + 25 < stream.count, pictures.count < Self.limit {
            let type = stream.word(place + 2)
            let length = stream.long(place + 4)
            guard [0xF01D, 0xF01E, 0xF01F, 0xF029].contains(type), length > Self.smallest,
                place + 8 + length <= stream.count
            else {
                place += 1
                continue
            }
            // One hash or two, and a mark, stand before the picture.
            for skipped in [17, 33] {
                let data = stream.slice(place + 8 + skipped, length - skipped)
                guard Self.isPicture(data[...]) else { continue }
                pictures.append(data)
                break
            }
            place += 8 + length
        }
    }
}

/// Reads what `base` reads, and recognises the pictures of a file that holds no text (扫描件) where that is asked
/// for.
struct RecognisingReader: DocumentReader {
    let base: any DocumentReader

    func accepts(name: String, head: [UInt8]) -> Bool { base.accepts(name: name, head: head) }

    func read(_ file: InputFile, options: ReadOptions) throws(ReportError) -> [DecodedDocument] {
        do throws(ReportError) {
            return try base.read(file, options: options)
        } catch {
            guard error.refusal == .noTextLayer, let recognition = options.recognition else {
                throw error
            }
            return [
                try refusing(file.path) { () throws(Refusal) in
                    let pictures = try EmbeddedPictures(of: file.bytes).pictures
                    guard !pictures.isEmpty else { throw .noText }
                    var pages: [PDFPage] = []
                    for picture in pictures { pages += try recognition.pages(of: picture) }
                    guard pages.contains(where: { !$0.lines.isEmpty }) else { throw .noText }
                    return PDFReader.document(
                        path: file.path, format: FileKind.extension(of: file.path), pages: pages,
                        properties: [:], unknownSymbols: 0, recognised: Set(1...pages.count))
                }
            ]
        }
    }
}
