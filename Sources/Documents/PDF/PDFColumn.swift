/// A run of lines that stand below one another (栏): where its text begins and ends, and how far
/// its lines lie apart.
struct PDFColumn: Sendable, Hashable {
    var left: Double
    var right: Double
    var pitch: Double
    var top: Double
    var bottom: Double
    /// The lines of the page that are in it.
    var range: Range<Int>

    init(_ lines: ArraySlice<PDFLine>) {
        // The left edge is where most lines begin: first lines are indented, headings centred.
        left = Self.mostFrequent(lines.map(\.left)) ?? 0
        right = Self.usualRight(lines.map(\.right), em: lines.first?.em ?? 0)
        let steps = zip(lines, lines.dropFirst()).map { $1.top - $0.top }.filter { $0 > 2 }
        pitch = Self.mostFrequent(steps) ?? 0
        top = lines.map(\.top).min() ?? 0
        bottom = lines.map(\.bottom).max() ?? 0
        range = lines.startIndex..<lines.endIndex
    }

    func isIndented(_ line: PDFLine) -> Bool {
        line.left - left > 1.2 * line.em && line.left - left < 5 * line.em
    }

    /// The columns of a page, from its lines in reading order. A new one begins where a line
    /// stands beside the lines before it, or goes back up the page.
    static func columns(of lines: ArraySlice<PDFLine>) -> [PDFColumn] {
        var columns: [PDFColumn] = []
        var start = lines.startIndex
        var left = 0.0
        var right = 0.0
        for (index, line) in zip(lines.indices, lines) {
            let isBeside = line.left >= right || line.right <= left
            let isAbove = index > start && line.bottom < lines[index - 1].top
            if index > start, isBeside || isAbove {
                columns.append(PDFColumn(lines[start..<index]))
                start = index
            }
            left = index == start ? line.left : min(left, line.left)
            right = index == start ? line.right : max(right, line.right)
        }
        if start < lines.endIndex { columns.append(PDFColumn(lines[start...])) }
        return columns
    }

    /// Where the text of a column ends: a title over two columns reaches farther than the lines do.
    private static func usualRight(_ rights: [Double], em: Double) -> Double {
        let farthest = rights.max() ?? 0
        let usual = rights.sorted(by: >).first { edge in
            rights.count { $0 <= edge && $0 > edge - 1.2 * em } * 10 > rights.count * 4
        }
        return rights.count > 4 ? usual ?? farthest : farthest
    }

    /// The value that most others lie near; the smallest of those.
    static func mostFrequent(_ values: [Double]) -> Double? {
        var counts: [Int: Int] = [:]
        for value in values { counts[Int((value / 2).rounded()), default: 0] += 1 }
        let best = counts.max { ($0.value, -$0.key) < ($1.value, -$1.key) }
        guard let best else { return nil }
        return values.filter { abs($0 - Double(best.key) * 2) <= 2 }.min()
    }
}
