import ReportModel

/// A text that is not valid in any one encoding (编码混杂或有坏字节): read line by line, each in the encoding
/// it is valid in; where it is in none, bad bytes become U+FFFD.
struct MixedText {
    private(set) var lines = TextLines()
    /// Places of bytes that could not be read, and the first line that has one.
    private var bad = 0
    private var firstBadLine = 0
    /// Lines read in another encoding than the text's.
    private var others: [String: Int] = [:]
    private var size = 0
    /// Lines with characters beyond ASCII that are valid in the text's encoding.
    private var own = 0

    init(_ bytes: [UInt8], as encoding: TextEncoding) {
        for range in ByteLines(bytes, as: encoding).ranges {
            let text = decode(bytes[range], encoding)
            lines.append(text, at: range.lowerBound, encoding)
            if bad > 0, firstBadLine == 0 { firstBadLine = lines.count }
        }
    }

    private mutating func decode(_ bytes: ArraySlice<UInt8>, _ encoding: TextEncoding) -> String {
        if bytes.isEmpty { return "" }
        if let text = Self.strictly(bytes, encoding) {
            size += text.unicodeScalars.count
            if !text.utf8.allSatisfy({ $0 < 0x80 }) { own += 1 }
            return text
        }
        let lenient = LenientText.decode(bytes, as: encoding)
        size += lenient.unicodeScalars.count
        let bad = Self.runs(lenient)
        // A line of another encoding has many bad bytes in this one; a damaged one has few.
        if encoding.unit == 1, bad > 1 {
            for other in [TextEncoding.utf8, .gb18030, .big5] where other != encoding {
                guard let text = Self.strictly(bytes, other), Commonness.standard.score(text) > 0.4
                else { continue }
                others[other.name, default: 0] += 1
                return text
            }
        }
        self.bad += bad
        return lenient
    }

    private static func strictly(_ bytes: ArraySlice<UInt8>, _ encoding: TextEncoding) -> String? {
        guard let name = encoding.converter else {
            return String(validating: bytes, as: UTF8.self)
        }
        guard let converter = TextConverter(name) else { return nil }
        return converter.decode(bytes)
    }

    /// How often U+FFFD stands, one beside another counted once: one bad byte may spoil its neighbours.
    private static func runs(_ text: String) -> Int {
        var count = 0
        var last: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            if scalar == "\u{FFFD}", last != scalar { count += 1 }
            last = scalar
        }
        return count
    }

    /// Whether so much could be read that the encoding is likely right.
    var isMostlyText: Bool {
        guard bad * 10 < size, !lines.lines.isEmpty else { return false }
        let foreign = others.values.reduce(0, +)
        guard foreign == 0 || foreign <= own + bad else { return false }
        // Random bytes are valid in some encoding now and then, but they are no text.
        let sample = lines.lines.prefix(200).map(\.text).joined().filter { $0 != "\u{FFFD}" }
        return Commonness.standard.score(sample) > 0.15
    }

    func doubts(_ encoding: TextEncoding) -> [Doubt] {
        var doubts: [Doubt] = []
        if bad > 0 {
            doubts.append(
                .badBytes(count: bad, encoding: encoding.name, line: firstBadLine))
        }
        for (name, count) in others.sorted(by: { $0.key < $1.key }) {
            doubts.append(.otherEncoding(lines: count, encoding: encoding.name, readAs: name))
        }
        return doubts
    }

    /// The encoding that makes common characters of most lines.
    static func mainEncoding(of bytes: [UInt8]) -> TextEncoding {
        let sample = Array(bytes.prefix(1 << 16))
        let ranges = ByteLines(sample).ranges.filter { range in
            sample[range].contains { $0 >= 0x80 }
        }
        func worth(_ encoding: TextEncoding) -> Double {
            ranges.reduce(0) { sum, range in
                let text = LenientText.decode(sample[range], as: encoding)
                return sum + max(-0.5, Commonness.standard.score(text)) * Double(range.count)
            }
        }
        let candidates = [TextEncoding.utf8, .gb18030, .big5]
        return candidates.map { ($0, worth($0)) }.max { $0.1 < $1.1 }?.0 ?? .utf8
    }
}

/// How much of a text is markup (标记所占比例).
enum MarkupShare {
    /// Whether more than half of the characters stand between angle brackets, in many places.
    static func isMarkup(_ bytes: [UInt8]) -> Bool {
        var inside = 0
        var tags = 0
        var start: Int?
        let span = bytes.span
        for position in span.indices {
            if span[position] == 0x3C {
                start = position
            } else if span[position] == 0x3E, let from = start {
                inside += position + 1 - from
                tags += 1
                start = nil
            }
        }
        return tags > 20 && inside * 2 > bytes.count
    }
}
