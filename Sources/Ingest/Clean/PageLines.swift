/// The lines of a document as furniture is looked for among them (版面行).
struct PageLines {
    let document: CleanedDocument
    let form: LineForm
    /// Indices of the lines that were no noise at the start.
    let content: [Int]
    /// What was marked, and as what.
    private(set) var marks: [Int: String] = [:]
    /// The year in a site's headline.
    private(set) var publisherYear: Int?

    init(_ document: CleanedDocument, form: LineForm) {
        self.document = document
        self.form = form
        content = document.lines.indices.filter { !document.lines[$0].isNoise }
    }

    mutating func mark(_ index: Int, _ kind: String) {
        if marks[index] == nil { marks[index] = kind }
    }

    func isNoise(_ index: Int) -> Bool { marks[index] != nil }

    func bytes(_ index: Int) -> [UInt8] { Array(document.lines[index].text.utf8) }

    /// Characters, exact for short lines only.
    func length(_ index: Int) -> Int {
        let bytes = document.lines[index].text.utf8
        return bytes.count > 400 ? bytes.count / 3 : document.lines[index].text.unicodeScalars.count
    }

    /// Whether the line ends with 。！？；
    func endsSentence(_ index: Int) -> Bool {
        guard let last = document.lines[index].text.unicodeScalars.last else { return false }
        return Self.stops.contains(last.value)
    }

    /// A paragraph, and not a line of a page's frame.
    func isText(_ index: Int) -> Bool {
        let length = length(index)
        return length > 100 || length >= 30 && endsSentence(index)
    }

    func isTitle(_ index: Int) -> Bool {
        guard (4...60).contains(length(index)) else { return false }
        return form.isTitle(LineShape(document.lines[index].text, words: form.words))
    }

    func isNumbered(_ index: Int) -> Bool {
        let text = document.lines[index].text
        return Numbering.opens(text.utf8Span.span, at: 0)
    }

    /// Whether a number with a value opens the line; ▼ has none.
    func isCounted(_ index: Int) -> Bool {
        let text = document.lines[index].text
        return isNumbered(index)
            && Numbering.parse(text.utf8Span.span, words: nil)?.value != 0
    }

    /// Whether a comma or a stop stands in the line: it is a part of a text.
    func hasStop(_ index: Int) -> Bool {
        LineForm.hasStop(bytes(index)) || document.lines[index].text.unicodeScalars.contains("、")
    }

    /// Whether figures with a unit stand in the line: 3200人次.
    func hasAmount(_ index: Int) -> Bool {
        var before: UInt32 = 0
        for scalar in document.lines[index].text.unicodeScalars {
            if (0x30...0x39).contains(before), scalar.value >= 0x4E00, scalar.value <= 0x9FFF,
                scalar.value != YearNumber.yearMark, scalar.value != YearNumber.monthMark
            {
                return true
            }
            before = scalar.value
        }
        return false
    }

    /// 2020-01-15 09:30: a day and the time of day, as sites write when a page came.
    func hasClock(_ index: Int) -> Bool {
        let scalars = document.lines[index].text.unicodeScalars.map(\.value)
        guard scalars.count <= 120, !PartHeading.years(in: scalars).isEmpty else { return false }
        return scalars.indices.dropFirst().dropLast(2).contains { place in
            (scalars[place] == 0x3A || scalars[place] == 0xFF1A)
                && (0x30...0x39).contains(scalars[place - 1])
                && (0x30...0x35).contains(scalars[place + 1])
                && (0x30...0x39).contains(scalars[place + 2])
        }
    }

    /// 首页 > 范文 > 总结: short words with arrows between.
    func isTrail(_ index: Int) -> Bool {
        guard (5...60).contains(length(index)), !endsSentence(index) else { return false }
        let parts = document.lines[index].text.unicodeScalars.split { Self.arrows.contains($0) }
        return parts.count >= 3 && parts.allSatisfy { (2...14).contains($0.count) }
    }

    private static let arrows = Set(">＞»›→".unicodeScalars)

    mutating func noteYear(_ index: Int) {
        let scalars = document.lines[index].text.unicodeScalars.map(\.value)
        publisherYear = publisherYear ?? PartHeading.year(in: scalars)
    }

    private static let stops = Set("。！？；!?;".unicodeScalars.map(\.value))
    static let leaders = Set("….·．—-_".unicodeScalars.map(\.value))
    static let spaces = Set(" \u{3000}\u{A0}\t".unicodeScalars.map(\.value))
}

// MARK: Contents

extension PageLines {
    /// 目　录, 目录, Contents.
    func isContentsTitle(_ index: Int) -> Bool {
        guard length(index) <= 10 else { return false }
        let words = document.lines[index].text.unicodeScalars.filter {
            !Self.spaces.contains($0.value)
        }
        let text = String(String.UnicodeScalarView(words))
        return form.words.contentsTitles.contains(Array(text.utf8))
    }

    /// 一、概况………3: leaders and a page number.
    func hasLeader(_ index: Int) -> Bool {
        // A figure, or a bracket behind one.
        guard let last = document.lines[index].text.utf8.last,
            (0x30...0x39).contains(last) || last == 0x29 || last == 0x89
                || last >= 0x90 && last <= 0x99
        else { return false }
        guard length(index) <= 160 else { return false }
        let scalars = document.lines[index].text.unicodeScalars.map(\.value)
        guard let digits = trailingDigits(scalars), digits < scalars.count, digits > 2 else {
            return false
        }
        var start = digits
        var dots = 0
        while start > 0,
            Self.leaders.contains(scalars[start - 1]) || Self.spaces.contains(scalars[start - 1])
        {
            start -= 1
            dots += scalars[start] == 0x2026 ? 3 : Self.spaces.contains(scalars[start]) ? 0 : 1
        }
        return dots >= 3 && start > 1
    }

    /// 一、概况　3: behind a space.
    func endsWithPageNumber(_ index: Int) -> Bool {
        let scalars = document.lines[index].text.unicodeScalars.map(\.value)
        guard let digits = trailingDigits(scalars), digits > 2, digits < scalars.count else {
            return false
        }
        return Self.spaces.contains(scalars[digits - 1])
    }

    /// A line's words without leaders, page number and spaces.
    func entry(_ index: Int) -> [UInt32] {
        guard length(index) <= 160 else { return [] }
        var scalars = document.lines[index].text.unicodeScalars.map(\.value)
        if hasLeader(index) || endsWithPageNumber(index), let digits = trailingDigits(scalars) {
            scalars = Array(scalars[..<digits])
        }
        while let last = scalars.last, Self.leaders.contains(last) { scalars.removeLast() }
        return scalars.filter { !Self.spaces.contains($0) }
    }

    /// The same without the number it opens with: 1.白石镇妇联总结 is 白石镇妇联总结 below.
    func bareEntry(_ index: Int) -> [UInt32] {
        let text = document.lines[index].text
        let entry = entry(index)
        guard let number = Numbering.parse(text.utf8Span.span, words: nil) else { return entry }
        let opening = text.utf8.prefix(number.length).count { $0 & 0xC0 != 0x80 }
        let spaces = text.unicodeScalars.prefix(opening).count { Self.spaces.contains($0.value) }
        return Array(entry.dropFirst(opening - spaces))
    }

    /// Where one to three figures at the end begin, a page's brackets left out.
    private func trailingDigits(_ scalars: [UInt32]) -> Int? {
        var end = scalars.count
        while end > 0, scalars[end - 1] == 0x29 || scalars[end - 1] == 0xFF09 { end -= 1 }
        var start = end
        while start > 0, Ordinal.digit(scalars[start - 1]) != nil { start -= 1 }
        guard (1...3).contains(end - start) else { return nil }
        while start > 0, scalars[start - 1] == 0x28 || scalars[start - 1] == 0xFF08 { start -= 1 }
        return start
    }
}
