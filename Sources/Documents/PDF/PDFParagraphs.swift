/// Joins the lines of pages into paragraphs (段落还原).
///
/// A line begins a paragraph when it is indented, when the line before it ended early (with more
/// room than the line's first piece needs), when more space than usual is above it, or when its
/// size differs. Over a page's end the same holds, except for the space.
struct PDFParagraphs {
    struct Paragraph: Hashable {
        var text: String
        var page: Int
    }

    private(set) var paragraphs: [Paragraph] = []
    private var last: PDFLine?
    private var lastPage = 0
    /// The first row of the table that the text so far ends with.
    private var header: String?
    /// Most paragraphs of the document open with an indent.
    private let isIndented: Bool

    init(_ pages: [[PDFLine]]) {
        let columns = Self.columns(of: pages)
        let total = pages.reduce(0) { $0 + $1.count }
        var indented = 0
        for (lines, columns) in zip(pages, columns) {
            for column in columns {
                indented += lines[column.range].count { column.isIndented($0) }
            }
        }
        isIndented = indented * 20 > total
        for (page, lines) in pages.enumerated() {
            var place = 0
            for column in columns[page] {
                addRows(lines[place..<column.range.lowerBound], page: page + 1)
                add(lines[column.range], column: column, page: page + 1)
                place = column.range.upperBound
            }
            addRows(lines[place...], page: page + 1)
        }
    }

    /// The rows of a table, which are lines of their own. A table that goes on after a page's end repeats
    /// its first row.
    private mutating func addRows(_ rows: ArraySlice<PDFLine>, page: Int) {
        guard let first = rows.first else { return }
        if last == nil, let header, header == first.text, lastPage < page {
            lastPage = page
            return addRows(rows.dropFirst(), page: page)
        }
        if last != nil || header == nil || lastPage == page { header = first.text }
        paragraphs += rows.map { Paragraph(text: $0.text, page: page) }
        last = nil
        lastPage = page
    }

    /// The columns of each page. One with nothing beside it reaches as far as the document's text
    /// does, even where all its lines are short.
    private static func columns(of pages: [[PDFLine]]) -> [[PDFColumn]] {
        let all = pages.map { lines in
            lines.indices.split { lines[$0].isRow }.flatMap {
                PDFColumn.columns(of: lines[$0.startIndex..<$0.endIndex])
            }
        }
        // Full pages say more than a last one of two lines.
        let rights = all.flatMap { columns in
            Array(
                repeating: columns.map(\.right).max() ?? 0,
                count: columns.reduce(0) { $0 + $1.range.count })
        }
        let usual = PDFColumn.mostFrequent(rights) ?? 0
        return all.map { columns in
            columns.map { column in
                let hasNeighbour = columns.contains {
                    $0.left >= column.right && $0.top < column.bottom && $0.bottom > column.top
                }
                var column = column
                if !hasNeighbour { column.right = max(column.right, usual) }
                return column
            }
        }
    }

    private mutating func add(_ lines: ArraySlice<PDFLine>, column: PDFColumn, page: Int) {
        for (index, line) in lines.enumerated() where !line.text.isEmpty {
            if let last, lastPage == page, isBeside(line, last) {
                // Beside the line before: the next cell of a row.
                paragraphs[paragraphs.count - 1].text += "\t" + line.text
            } else if let last, !begins(line, after: last, column: column, isFirst: index == 0) {
                join(line.text)
            } else {
                paragraphs.append(Paragraph(text: line.text, page: page))
            }
            self.last = line
            lastPage = page
        }
    }

    private func isBeside(_ line: PDFLine, _ last: PDFLine) -> Bool {
        abs(line.bottom - last.bottom) < 0.3 * min(line.height, last.height)
            && line.left >= last.right
    }

    private func begins(_ line: PDFLine, after last: PDFLine, column: PDFColumn, isFirst: Bool)
        -> Bool
    {
        // Another size: a heading above text, or a note below it.
        if abs(line.em - last.em) > 0.12 * max(line.em, last.em) { return true }
        if column.isIndented(line), isFirst || line.left - last.left > 2 || isIndented {
            return true
        }
        if line.left - column.left > 5 * line.em { return true }
        // Room was left at the end of the line before that this line's first piece would fit in.
        let room = column.right - last.right
        if room > line.firstWidth + 1.2 * line.em { return true }
        if Self.opensWithNumber(line.text), Self.endsSentence(last.text) { return true }
        if isFirst {
            // Nothing but the words tells on a new page.
            return !isIndented && Self.endsSentence(last.text)
        }
        let step = line.top - last.top
        if step > 2.4 * last.height { return true }
        return column.pitch > 0 && step > 1.25 * column.pitch
    }

    /// 一、 （一） 1. 1、 （1） at the beginning.
    private static func opensWithNumber(_ text: String) -> Bool {
        var rest = text.unicodeScalars[...]
        let isBracketed = rest.first == "（" || rest.first == "("
        if isBracketed { rest.removeFirst() }
        let digits = rest.prefix { "〇一二三四五六七八九十百0123456789".unicodeScalars.contains($0) }
        guard (1...3).contains(digits.count) else { return false }
        rest.removeFirst(digits.count)
        guard let mark = rest.popFirst() else { return false }
        if isBracketed { return mark == "）" || mark == ")" }
        // 3.5 is no number of a heading.
        return mark == "、" || ((mark == "." || mark == "．") && rest.first?.isWide == true)
    }

    private static func endsSentence(_ text: String) -> Bool {
        guard let last = text.unicodeScalars.last(where: { !"”’」』）)".unicodeScalars.contains($0) })
        else { return false }
        return "。！？；：.!?;:".unicodeScalars.contains(last)
    }

    private mutating func join(_ text: String) {
        let index = paragraphs.count - 1
        guard index >= 0 else { return }
        if let last = paragraphs[index].text.unicodeScalars.last,
            let next = text.unicodeScalars.first,
            !last.isWide, !next.isWide, !(Self.isDigit(last) && Self.isDigit(next))
        {
            // A word broken at a hyphen goes on without it only in Latin; keep it as it stands.
            paragraphs[index].text += " "
        }
        paragraphs[index].text += text
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value >= 0x30 && scalar.value <= 0x39
    }
}
