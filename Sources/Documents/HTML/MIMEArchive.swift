/// A web archive (.mht): a page and what belongs to it, as parts of a mail message.
struct MIMEArchive {
    struct Part {
        var headers: [String: String] = [:]
        var body: ArraySlice<UInt8>

        /// The media type in lower case.
        var type: String {
            let value = headers["content-type"] ?? "text/plain"
            return (value.split(separator: ";").first.map { String($0) } ?? "").trimmed()
                .lowercased()
        }

        /// A parameter of the content type or of another header: `charset`, `boundary`, `filename`.
        func parameter(_ name: String, of header: String = "content-type") -> String? {
            for piece in (headers[header] ?? "").split(separator: ";").dropFirst() {
                let pair = piece.split(separator: "=", maxSplits: 1)
                guard pair.count == 2, String(pair[0]).trimmed().lowercased() == name else {
                    continue
                }
                return String(pair[1]).trimmed().filter { $0 != "\"" }
            }
            return nil
        }

        /// The bytes, unpacked from their transfer encoding.
        func decoded() -> [UInt8] {
            switch (headers["content-transfer-encoding"] ?? "").trimmed().lowercased() {
            case "quoted-printable": MIMEArchive.quotedPrintable(body)
            case "base64": MIMEArchive.base64(body)
            default: Array(body)
            }
        }
    }

    /// Multiparts may hold multiparts.
    static let depth = 4
    static let partLimit = 2_000
    static let headerLimit = 1_000

    /// The parts that are no multiparts, in order.
    private(set) var parts: [Part] = []

    /// The headers of the whole.
    let headers: [String: String]

    init(_ bytes: [UInt8]) {
        headers = Self.part(bytes[...]).headers
        split(bytes[...], depth: 0)
    }

    private mutating func split(_ bytes: ArraySlice<UInt8>, depth: Int) {
        guard depth < Self.depth, parts.count < Self.partLimit else { return }
        let part = Self.part(bytes)
        guard part.type.hasPrefix("multipart/"), let boundary = part.parameter("boundary") else {
            parts.append(part)
            return
        }
        let mark = Array("--\(boundary)".utf8)
        var start: Int?
        for line in Lines(part.body) where part.body[line].starts(with: mark) {
            if let start { split(part.body[start..<line.lowerBound], depth: depth + 1) }
            start = min(line.upperBound, part.body.endIndex)
        }
        // A last part without its closing line is taken as far as it goes.
        if let start, start < part.body.endIndex,
            part.body[start...].contains(where: { $0 > 0x20 })
        {
            split(part.body[start...], depth: depth + 1)
        }
    }

    /// The lines with their ends, one after the other.
    private struct Lines: Sequence, IteratorProtocol {
        let bytes: ArraySlice<UInt8>
        var start: Int

        init(_ bytes: ArraySlice<UInt8>) {
            self.bytes = bytes
            start = bytes.startIndex
        }

        mutating func next() -> Range<Int>? {
            guard start < bytes.endIndex else { return nil }
            let end = bytes[start...].firstIndex(of: 10).map { $0 + 1 } ?? bytes.endIndex
            defer { start = end }
            return start..<end
        }
    }

    private static func part(_ bytes: ArraySlice<UInt8>) -> Part {
        var part = Part(body: bytes)
        var name = ""
        for line in Lines(bytes).prefix(headerLimit) {
            let text = String(decoding: bytes[line], as: UTF8.self).splitLines().first ?? ""
            if text.trimmed().isEmpty {
                // Blank lines before the first header mean nothing.
                if part.headers.isEmpty { continue }
                part.body = bytes[line.upperBound...]
                return part
            }
            if text.hasPrefix(" ") || text.hasPrefix("\t") {
                part.headers[name, default: ""] += " " + text.trimmed()
            } else if let colon = text.firstIndex(of: ":") {
                name = text[..<colon].lowercased()
                part.headers[name] = String(text[text.index(after: colon)...]).trimmed()
            }
        }
        return part
    }

    static func quotedPrintable(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var position = bytes.startIndex
        while position < bytes.endIndex {
            let byte = bytes[position]
            position += 1
            guard byte == 0x3D else {
                result.append(byte)
                continue
            }
            if position + 1 < bytes.endIndex, let high = hex(bytes[position]),
                let low = hex(bytes[position + 1])
            {
                result.append(high << 4 | low)
                position += 2
            } else if let end = bytes[position...].prefix(3).firstIndex(of: 10) {
                // A soft line break.
                position = end + 1
            } else {
                result.append(byte)
            }
        }
        return result
    }

    private static func hex(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x37
        case 0x61...0x66: byte - 0x57
        default: nil
        }
    }

    static func base64(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count * 3 / 4)
        var bits: UInt32 = 0
        var count = 0
        for byte in bytes {
            let value: UInt32
            switch byte {
            case 0x41...0x5A: value = UInt32(byte) - 0x41
            case 0x61...0x7A: value = UInt32(byte) - 0x61 + 26
            case 0x30...0x39: value = UInt32(byte) - 0x30 + 52
            case 0x2B: value = 62
            case 0x2F: value = 63
            default: continue
            }
            bits = bits << 6 | value
            count += 1
            if count == 4 {
                result += [UInt8(bits >> 16 & 0xFF), UInt8(bits >> 8 & 0xFF), UInt8(bits & 0xFF)]
                (bits, count) = (0, 0)
            }
        }
        if count == 3 { result += [UInt8(bits >> 10 & 0xFF), UInt8(bits >> 2 & 0xFF)] }
        if count == 2 { result.append(UInt8(bits >> 4 & 0xFF)) }
        return result
    }
}
