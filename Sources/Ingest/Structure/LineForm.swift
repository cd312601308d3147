/// Tells lines by their form: dates, titles, offices, names of units (行的类别).
struct LineForm {
    let words: StructureWords

    private static let dateMarks: Set<UInt32> = Set(
        "0123456789０１２３４５６７８９〇○◯OoＯlI零一二三四五六七八九十元正腊冬初廿卅农历年月日曰号xX×*＊Ｘ某 \u{3000}./-—至（）()"
            .unicodeScalars
            .map(\.value))
    private static let stops: Set<UInt32> = Set("，。；：！？,;!?:".unicodeScalars.map(\.value))

    /// Whether some bytes of UTF-8 hold a stop.
    static func hasStop(_ bytes: [UInt8]) -> Bool {
        String(decoding: bytes, as: UTF8.self).unicodeScalars.contains { stops.contains($0.value) }
    }

    /// A date and nothing else: 20xx年十一月, 2018.12.3.
    func isDate(_ text: String) -> Bool {
        guard text.utf8.count <= 72 else { return false }
        let scalars = text.unicodeScalars.map(\.value)
        guard scalars.count >= 4, scalars.allSatisfy(Self.dateMarks.contains) else { return false }
        if scalars.contains(0x5E74) { return true }
        let marks = scalars.filter { [0x2E, 0x2F, 0x2D].contains($0) }.count
        return marks == 2 && scalars.filter { Ordinal.digit($0) != nil }.count >= 6
    }

    /// A year and nothing else, which heads what is planned for it.
    func isYear(_ text: String) -> Bool { text.hasSuffix("年") && text.unicodeScalars.count <= 6 }

    /// Who signs and the day in one line: 桂花井社区妇联　12月8日.
    func isSignedDate(_ shape: LineShape, _ text: String) -> Bool {
        guard shape.numbering == nil, isPlain(shape, text, limit: 40), shape.length >= 8 else {
            return false
        }
        let parts = text.unicodeScalars.split { [0x20, 0x3000, 0x09].contains($0.value) }
        guard parts.count > 1 else { return false }
        for start in parts.indices.dropFirst() {
            let date = String(String.UnicodeScalarView(parts[start...].joined()))
            var name = Array(String(String.UnicodeScalarView(parts[..<start].joined())).utf8)
            if let drafter = words.signerEnds.first(where: { [$0].end(name) }) {
                name.removeLast(drafter.count)
            }
            if isDate(date) || isDay(date), words.unitEnds.end(name) { return true }
        }
        return false
    }

    /// A day without its year: 12月8日, 腊月初八.
    func isDay(_ text: String) -> Bool {
        let scalars = text.unicodeScalars.map(\.value)
        return (3...12).contains(scalars.count) && scalars.allSatisfy(Self.dateMarks.contains)
            && scalars.contains(0x6708) && scalars.last != 0x6708
    }

    /// A line without stops of at most `limit` characters.
    func isPlain(_ shape: LineShape, _ text: String, limit: Int) -> Bool {
        shape.length <= limit && !text.unicodeScalars.contains { Self.stops.contains($0.value) }
    }

    /// The name of a unit or a person who signs.
    func isSigner(_ shape: LineShape, _ text: String) -> Bool {
        guard shape.numbering == nil else { return false }
        let opening = shape.bytes.starts(with: "（".utf8) ? 3 : shape.bytes.first == 0x28 ? 1 : 0
        if shape.length <= 24, words.signerStarts.stand(in: shape.bytes, at: opening) {
            return true
        }
        if isNamedOfficer(text) { return true }
        guard isPlain(shape, text, limit: 30) else { return false }
        return words.unitEnds.end(shape.bytes) || isOfficer(shape, text)
    }

    /// An office, a colon and a name: 白石村妇联主席：王小梅.
    private func isNamedOfficer(_ text: String) -> Bool {
        let parts = text.unicodeScalars.split { $0 == "：" || $0 == ":" }
        guard parts.count == 2, (2...20).contains(parts[0].count) else { return false }
        let name = parts[1].filter { $0 != " " && $0 != "\u{3000}" }
        return (2...4).contains(name.count) && name.allSatisfy { $0.value.isHan }
            && words.offices.end(Array(String(String.UnicodeScalarView(parts[0])).utf8))
    }

    /// An office and a name: 市长 王某某.
    func isOfficer(_ shape: LineShape, _ text: String) -> Bool {
        isPlain(shape, text, limit: 24) && words.offices.occur(in: shape.bytes)
    }

    /// A line of the block under a title: subtitle, occasion, date, who gives the report.
    func isUnderTitle(_ shape: LineShape, _ text: String) -> Bool {
        guard shape.numbering == nil, shape.length <= 60, !shape.endsSentence, !shape.endsColon
        else {
            return false
        }
        if isDate(text) || isOfficer(shape, text) || isSignedDate(shape, text) { return true }
        let bytes = shape.bytes
        if Self.isSubtitle(text) { return true }
        if let first = bytes.first, first == 0x28 || bytes.starts(with: Array("（".utf8)) {
            return bytes.last == 0x29 || bytes.suffix(3).elementsEqual("）".utf8)
        }
        guard isPlain(shape, text, limit: 60) else { return false }
        if isSpeaker(shape, text) { return true }
        // A name of two to four characters, with or without spaces in it.
        let name = text.unicodeScalars.filter { $0 != " " && $0 != "\u{3000}" }
        if (2...4).contains(name.count), !words.topHeadings.stand(in: bytes, at: 0) { return true }
        return isTitle(shape) || words.occasionEnds.end(bytes)
            || (shape.length <= 24 && words.unitEnds.end(bytes))
    }

    /// A unit and the one who speaks for it: 红崖湾乡妇联　马存兰.
    private func isSpeaker(_ shape: LineShape, _ text: String) -> Bool {
        let parts = text.unicodeScalars.split { [0x20, 0x3000, 0x09].contains($0.value) }
        guard shape.length <= 30, parts.count >= 2, let unit = parts.first,
            parts.dropFirst().joined().count <= 4, parts.dropFirst().joined().count >= 2
        else { return false }
        return words.unitEnds.end(Array(String(String.UnicodeScalarView(unit)).utf8))
    }

    /// Whether a line goes on with the title above: ——某社区关工委工作小结.
    static func isSubtitle(_ text: String) -> Bool { text.hasPrefix("——") || text.hasPrefix("--") }

    /// Whether a line ends like a title: …工作总结, also with a number or brackets behind.
    func isTitle(_ shape: LineShape) -> Bool {
        var bytes = shape.bytes[...]
        if bytes.suffix(3).elementsEqual("）".utf8),
            let open = bytes.indices.last(where: { bytes[$0...].starts(with: "（".utf8) })
        {
            bytes = bytes[..<open]
        }
        return words.titleEnds.end(bytes)
    }
}
