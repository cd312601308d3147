import Segmentation

/// What a line looks like, before its part in the report is decided (行的形状).
struct LineShape {
    let bytes: [UInt8]
    /// In characters; counted to 200 only.
    let length: Int
    var numbering: Numbering?
    /// Where the words begin.
    let start: Int
    /// Where the first sentence of the words ends, before its mark; the line's end without one.
    let sentenceEnd: Int
    /// Where the words end, before white space and marks at the line's end.
    let end: Int
    /// Whether the line ends with 。！？；
    let endsSentence: Bool
    /// Whether the line ends with ；: an item of a list that goes on.
    let endsItem: Bool
    /// Whether the line ends with a colon.
    let endsColon: Bool

    /// Whether the line opens with 第一，.
    var isOrdinal: Bool { numbering.map { $0.rank == Numbering.ordinalRank } ?? false }

    /// Whether the line is one sentence at most.
    var isSingle: Bool { sentenceEnd >= end }
    /// Length of the words in characters, to 200.
    var wordsLength: Int { characters(start..<max(start, end)) }

    init(_ text: String, markup: Markup = .none, words: StructureWords) {
        var bytes = Self.withoutRadicals(Array(text.utf8))
        if bytes.count <= 400, Self.isLetterSpaced(bytes) { bytes.removeAll { $0 == 0x20 } }
        self.bytes = bytes
        length = Self.characters(bytes.span)
        let isShort = length <= 60 && (markup == .bold || (length <= 30 && !Self.hasStop(bytes)))
        numbering = Numbering.parse(bytes.span, words: words, isShort: isShort)
        start = numbering?.length ?? 0
        var sentenceEnd = bytes.count
        var position = start
        let limit = min(bytes.count, 600)
        while position + 2 < limit {
            if Self.isSentenceMark(bytes, position) {
                sentenceEnd = position
                break
            }
            position += 1
        }
        var end = bytes.count
        var endsSentence = false
        var endsColon = false
        while end > start {
            if bytes[end - 1] == 0x20 || bytes[end - 1] == 0x3A || bytes[end - 1] == 0x3B
                || bytes[end - 1] == 0x2E || bytes[end - 1] == 0x2C
            {
                endsColon = endsColon || bytes[end - 1] == 0x3A
                endsSentence = endsSentence || bytes[end - 1] == 0x3B || bytes[end - 1] == 0x2E
                end -= 1
                continue
            }
            guard end - start >= 3 else { break }
            let mark = (bytes[end - 3], bytes[end - 2], bytes[end - 1])
            switch mark {
            case (0xE3, 0x80, 0x82), (0xEF, 0xBC, 0x81), (0xEF, 0xBC, 0x9F), (0xEF, 0xBC, 0x9B):
                endsSentence = true
            case (0xEF, 0xBC, 0x9A): endsColon = true
            case (0xEF, 0xBC, 0x8C), (0xE3, 0x80, 0x81): break
            default:
                self.sentenceEnd = sentenceEnd
                endsItem = Self.endsItem(bytes.span)
                self.end = end
                self.endsSentence = endsSentence
                self.endsColon = endsColon
                return
            }
            end -= 3
        }
        self.sentenceEnd = sentenceEnd
        endsItem = Self.endsItem(bytes.span)
        self.end = end
        self.endsSentence = endsSentence
        self.endsColon = endsColon
    }

    /// Bytes with radicals (⼀, ⼥) as the characters they look like, which are as long in UTF-8. Only
    /// short lines, which may be headings, are looked at.
    private static func withoutRadicals(_ bytes: [UInt8]) -> [UInt8] {
        guard bytes.count <= 240, bytes.contains(where: { $0 == 0xE2 }) else { return bytes }
        var bytes = bytes
        for position in bytes.indices.dropLast(2)
        where bytes[position] == 0xE2 && (0xBA...0xBF).contains(bytes[position + 1]) {
            let scalar =
                UInt32(0x2000) | UInt32(bytes[position + 1] & 0x3F) << 6
                | UInt32(bytes[position + 2] & 0x3F)
            guard let folded = Unicode.Scalar(Folding.standard.fold(scalar)) else { continue }
            let encoded = Array(String(Character(folded)).utf8)
            if encoded.count == 3 { bytes.replaceSubrange(position..<position + 3, with: encoded) }
        }
        return bytes
    }

    /// 工 作 总 结: a space behind most of the Chinese characters.
    private static func isLetterSpaced(_ bytes: [UInt8]) -> Bool {
        var characters = 0
        var spaced = 0
        for position in bytes.indices.dropLast(3) where (0xE3...0xEF).contains(bytes[position]) {
            characters += 1
            if bytes[position + 3] == 0x20 { spaced += 1 }
        }
        return characters >= 3 && spaced * 4 >= characters * 3
    }

    private static func endsItem(_ bytes: Span<UInt8>) -> Bool {
        let last = bytes.count - 1
        guard last >= 0, bytes[last] != 0x3B else { return last >= 0 }
        return last >= 2 && bytes[last - 2] == 0xEF && bytes[last - 1] == 0xBC
            && bytes[last] == 0x9B
    }

    private static func hasStop(_ bytes: [UInt8]) -> Bool {
        bytes.indices.dropLast(2).contains { isSentenceMark(bytes, $0) }
    }

    /// 。！？
    @inline(__always)
    private static func isSentenceMark(_ bytes: [UInt8], _ position: Int) -> Bool {
        switch bytes[position] {
        case 0xE3: bytes[position + 1] == 0x80 && bytes[position + 2] == 0x82
        case 0xEF:
            bytes[position + 1] == 0xBC
                && (bytes[position + 2] == 0x81 || bytes[position + 2] == 0x9F)
        default: false
        }
    }

    /// Characters of some bytes of UTF-8; those beyond the first 800 bytes are not counted.
    static func characters(_ bytes: Span<UInt8>) -> Int {
        var count = 0
        for index in 0..<min(800, bytes.count) where bytes[index] & 0xC0 != 0x80 { count += 1 }
        return count
    }

    /// Characters of a part of the line, counted in the same way.
    func characters(_ range: Range<Int>) -> Int { Self.characters(bytes.span.extracting(range)) }

    func text(_ range: Range<Int>) -> String {
        String(decoding: bytes[range], as: UTF8.self)
    }

    /// The words without number and closing marks.
    var words: String { text(start..<max(start, end)) }
}
