/// A word as it stands on a page (词块), in points from the page's top left corner.
struct PDFWord: Sendable, Hashable {
    var text = ""
    var left = 0.0
    var right = 0.0
    var top = 0.0
    var bottom = 0.0

    var height: Double { bottom - top }

    /// Set upright: the words of a turned text are taller than wide.
    var isUpright: Bool {
        text.unicodeScalars.count < 2 || height < 1.5 * (right - left) || text.utf8.count < 4
    }

    /// The width of one Chinese character: that of the widest word, over its characters.
    static func em(of words: some Collection<PDFWord>) -> Double {
        var best = 0.0
        for word in words where word.text.unicodeScalars.allSatisfy(\.isWide) {
            best = max(
                best, (word.right - word.left) / Double(max(1, word.text.unicodeScalars.count)))
        }
        if best > 0 { return best }
        return max(1, (words.first.map(\.height) ?? 10) * 0.8)
    }

    /// The text of words that stand beside one another: a space where a gap or two Latin words meet.
    static func text(of words: some Collection<PDFWord>, em: Double) -> String {
        var text = ""
        var last: PDFWord?
        // Letters set apart (工　作　总　结) are one word.
        let isSpaced = words.count > 2 && words.allSatisfy { $0.text.unicodeScalars.count == 1 }
        for word in words {
            if let last, let end = text.unicodeScalars.last,
                let next = word.text.unicodeScalars.first
            {
                let gap = word.left - last.right
                let isLatin = !end.isWide && !next.isWide
                let isNumber = last.isDigit && word.isDigit && gap < 0.6 * em
                if !isNumber, isLatin || (!isSpaced && gap > 0.8 * em) { text += " " }
            }
            text += word.text
            last = word
        }
        return text.trimmed()
    }

    /// A digit set by itself; those of one number may stand apart (2 0 0人次).
    private var isDigit: Bool {
        text.utf8.count == 1 && text.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
    }
}

extension PDFLine {
    /// Words that stand on one line, cut where they stand far apart, from the top of the page.
    static func lines(of words: [PDFWord]) -> [PDFLine] {
        var rows: [[PDFWord]] = []
        for word in words.sorted(by: { ($0.bottom, $0.left) < ($1.bottom, $1.left) }) {
            if let first = rows.last?.first,
                min(first.bottom, word.bottom) - max(first.top, word.top)
                    > 0.6 * min(first.height, word.height)
            {
                rows[rows.count - 1].append(word)
            } else {
                rows.append([word])
            }
        }
        var lines: [PDFLine] = []
        for row in rows {
            var open: [PDFWord] = []
            let em = PDFWord.em(of: row)
            for word in row.sorted(by: { $0.left < $1.left }) {
                if let last = open.last, word.left - last.right > 1.5 * em {
                    lines.append(PDFLine(open))
                    open = []
                }
                open.append(word)
            }
            if !open.isEmpty { lines.append(PDFLine(open)) }
        }
        return lines
    }

    private init(_ words: [PDFWord]) {
        let em = PDFWord.em(of: words)
        let text = PDFWord.text(of: words, em: em)
        self.init(
            text: text, left: words.map(\.left).min() ?? 0, right: words.map(\.right).max() ?? 0,
            top: words.map(\.top).min() ?? 0, bottom: words.map(\.bottom).max() ?? 0,
            firstWidth: PDFLayout.firstWidth(of: text, em: em), em: em)
    }
}
