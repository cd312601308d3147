/// What pages and official papers carry besides their text (页码、文号、附件、印发).
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
