/// Finds the lines that a page has for turning it: page numbers, running heads and feet (页眉页脚).
///
/// Only the outermost lines of a page are looked at. A line goes when it is a page number by its
/// form, or when the same words, whatever their digits, stand at the same height on several pages.
struct PageFurniture {
    /// How many lines at the top and at the bottom may be furniture.
    static let depth = 3

    private var counts: [String: Int] = [:]
    private let pageCount: Int

    init(_ pages: [PDFPage]) {
        pageCount = pages.count
        for page in pages {
            for index in Self.outer(page) {
                counts[Self.key(page.lines[index], page), default: 0] += 1
            }
        }
    }

    /// The page's lines without its furniture.
    func body(of page: PDFPage) -> [PDFLine] {
        var dropped: Set<Int> = []
        for index in Self.outer(page) {
            let line = page.lines[index]
            let repeats = counts[Self.key(line, page)] ?? 0
            let isMargin =
                !line.isRow && (line.bottom < page.height * 0.12 || line.top > page.height * 0.86)
            let isRepeated = repeats >= 3 || (repeats >= 2 && repeats * 2 > pageCount)
            if isMargin && (Self.isPageNumber(line.text) || isRepeated) { dropped.insert(index) }
        }
        return page.lines.enumerated().filter { !dropped.contains($0.offset) }.map(\.element)
    }

    /// The lines nearest to the upper and to the lower edge.
    private static func outer(_ page: PDFPage) -> Set<Int> {
        let order = page.lines.indices.sorted { page.lines[$0].top < page.lines[$1].top }
        return Set(order.prefix(depth)).union(order.suffix(depth))
    }

    private static func key(_ line: PDFLine, _ page: PDFPage) -> String {
        var key = "\(Int((line.top / 6).rounded()))"
        for scalar in line.text.unicodeScalars where !scalar.isBlank {
            key.unicodeScalars.append(isNumeral(scalar) ? "#" : scalar)
        }
        return key
    }

    private static func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x30...0x39, 0xFF10...0xFF19: true
        default: "〇一二三四五六七八九十百".unicodeScalars.contains(scalar)
        }
    }

    /// `3`, `- 3 -`, `—3—`, `3/12`, `第 3 页`, `第3页 共12页`, `Page 3 of 12`.
    static func isPageNumber(_ text: String) -> Bool {
        var rest = ""
        var hasNumber = false
        for scalar in text.lowercased().unicodeScalars where !scalar.isBlank {
            if isNumeral(scalar) {
                hasNumber = true
            } else if !"-–—－·.,，/()（）[]|~".unicodeScalars.contains(scalar) {
                rest.unicodeScalars.append(scalar)
            }
        }
        let forms: Set<String> = ["", "第页", "页", "第页共页", "共页第页", "page", "pageof", "p"]
        // A bare number of more than four digits is no page number.
        return hasNumber && text.unicodeScalars.count <= 20 && forms.contains(rest)
            && !(rest.isEmpty && text.unicodeScalars.filter { isNumeral($0) }.count > 6)
    }
}
