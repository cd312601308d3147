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

// MARK: Pages and official papers

extension PageLines {
    /// - 1 -, — 2 —, 第3页, 第 3 页 共 5 页, 3 / 5.
    func isPageNumber(_ index: Int) -> Bool {
        guard length(index) <= 16 else { return false }
        let scalars = document.lines[index].text.unicodeScalars.map(\.value)
            .filter { !Self.spaces.contains($0) }
        guard let first = scalars.first, let last = scalars.last, scalars.count <= 12 else {
            return false
        }
        let digits = scalars.filter { Ordinal.digit($0) != nil }.count
        guard digits > 0, digits <= 6 else { return false }
        let others = scalars.filter { Ordinal.digit($0) == nil }
        if others.allSatisfy(Self.dashes.contains) {
            return !others.isEmpty && Self.dashes.contains(first) && Self.dashes.contains(last)
        }
        // 第3页, 共5页
        if first == 0x7B2C || first == 0x5171 {
            return others.contains(0x9875) && others.allSatisfy(Self.pageWords.contains)
        }
        return others == [0x2F] && digits <= 4 && Ordinal.digit(first) != nil
            && Ordinal.digit(last) != nil
    }

    /// Whether a line stands inside a paragraph: the one before does not end, the one behind goes on.
    func interrupts(_ place: Int, besides numbers: Set<Int>) -> Bool {
        var before = place - 1
        while before >= 0, numbers.contains(before) || isNoise(content[before]) { before -= 1 }
        var after = place + 1
        while after < content.count, numbers.contains(after) || isNoise(content[after]) {
            after += 1
        }
        guard before >= 0, after < content.count else { return false }
        let index = content[before]
        guard length(index) >= 20, !endsSentence(index), !isNumbered(content[after]),
            let last = document.lines[index].text.unicodeScalars.last?.value
        else { return false }
        return last != 0x3A && last != 0xFF1A && document.lines[content[after]].indent.isEmpty
    }

    /// Whether a line goes on with the one above, or the one below with it, as where a program cut lines.
    func isCut(_ place: Int) -> Bool {
        let index = content[place]
        guard length(index) >= 16 else { return false }
        if place > 0, interrupts(place, besides: []) { return true }
        guard hasStop(index), place + 1 < content.count else { return false }
        let below = content[place + 1]
        return document.lines[below].indent.isEmpty && !isNumbered(below) && !isTitle(below)
            && abs(length(below) - length(index)) <= 4
    }

    /// 第15期（总第207期）, 2022年第5期: which number of a paper it is, and nothing else.
    func isIssueNumber(_ index: Int) -> Bool {
        guard (3...24).contains(length(index)) else { return false }
        let scalars = document.lines[index].text.unicodeScalars.map(\.value)
            .filter { !Self.spaces.contains($0) }
        guard let mark = scalars.lastIndex(of: 0x671F),
            scalars.contains(0x7B2C) || scalars.contains(0x603B)
        else { return false }
        return scalars[(mark + 1)...].allSatisfy(Self.labelMarks.contains)
            && scalars[..<mark].allSatisfy {
                Ordinal.digit($0) != nil || Ordinal.chinese($0) != nil
                    || Self.issueMarks.contains($0) || Self.labelMarks.contains($0)
                    || Self.likeDigits.contains($0) || YearNumber.isMask($0)
            }
    }

    /// 望妇〔2022〕3号 and nothing else.
    func isFileNumber(_ index: Int) -> Bool {
        guard (6...60).contains(length(index)) else { return false }
        // Who signs it may stand in the same line: 朔妇发〔2022〕41号　　签发人：樊某某.
        let words = document.lines[index].text.unicodeScalars.map(\.value).split {
            Self.spaces.contains($0)
        }
        guard let end = words.firstIndex(where: { $0.last == 0x53F7 }),
            words[(end + 1)...].allSatisfy({ $0.count <= 12 }) && words.count - end <= 4
        else { return false }
        let scalars = Array(words[...end].joined())
        guard scalars.count <= 24,
            let open = scalars.firstIndex(where: {
                [0x3014, 0x5B, 0xFF3B, 0x28, 0xFF08, 0x3010].contains($0)
            }),
            scalars.count > open + 6
        else { return false }
        return scalars[(open + 1)...(open + 4)].allSatisfy {
            Ordinal.digit($0) != nil || Self.likeDigits.contains($0)
        }
    }

    /// 附件2, 附件：, 附件一 and nothing else.
    func isAttachmentLabel(_ index: Int) -> Bool {
        guard length(index) <= 6, isAttachment(index) else { return false }
        return document.lines[index].text.unicodeScalars.dropFirst(2).allSatisfy {
            Ordinal.digit($0.value) != nil || Ordinal.chinese($0.value) != nil
                || Self.labelMarks.contains($0.value) || Self.spaces.contains($0.value)
        }
    }

    /// 附件, 附表, 附：
    func opensAnnex(_ index: Int) -> Bool {
        document.lines[index].text.utf8.starts(with: "附".utf8)
    }

    func isAttachment(_ index: Int) -> Bool {
        document.lines[index].text.utf8.starts(with: "附件".utf8)
    }

    /// 某办公室　2022年1月13日印发.
    func isPrinting(_ index: Int) -> Bool {
        guard (6...50).contains(length(index)) else { return false }
        let text = document.lines[index].text
        return text.utf8.suffix(6).elementsEqual("印发".utf8)
            && !YearNumber.years(in: foldedScalars(text)).isEmpty
    }

    /// What a scan reads for 0 and 1.
    private static let likeDigits = Set("OoＯ○lI".unicodeScalars.map(\.value))
    private static let dashes = Set("-—–―─~·".unicodeScalars.map(\.value))
    private static let pageWords = Set("第页共,，/".unicodeScalars.map(\.value))
    private static let issueMarks = Set("年第总期刊卷零〇百".unicodeScalars.map(\.value))
    private static let labelMarks = Set("：:、.（）()".unicodeScalars.map(\.value))
}
