/// The tables of a page (表格), found in the order its words were written: cell by cell, row by row, as
/// office programs do. A page's layout alone reads a table by columns.
///
/// A fragment is what stands beside one another without a gap; a cell is fragments below one another; a
/// cell to the right of the one before goes on in its row, any other begins one. Two rows of two cells
/// are a table.
struct PDFTables {
    struct Row: Hashable {
        /// The cells by column; empty where the row has none.
        var cells: [String]
        var left: Double
        var right: Double
        var top: Double
        var bottom: Double
        var em: Double
        /// Where the cells stand.
        var boxes: [PDFWord] = []

        /// Whether a line has a part in one of the cells.
        func holds(_ line: PDFLine) -> Bool {
            boxes.contains {
                min($0.right, line.right) - max($0.left, line.left) > 0
                    && min($0.bottom, line.bottom) - max($0.top, line.top)
                        > 0.4 * min($0.height, line.height)
            }
        }

        var text: String {
            let last = cells.lastIndex { !$0.isEmpty } ?? 0
            return cells[...last].joined(separator: "\t")
        }
    }

    /// The rows of each table, from the top.
    private(set) var tables: [[Row]] = []

    private struct Cell {
        var lines: [[PDFWord]]
        var left: Double
        var right: Double
        var top: Double
        var bottom: Double
        /// Bounds of the last line.
        var lastTop: Double
        var lastBottom: Double
        var em: Double

        init(_ words: [PDFWord]) {
            lines = [words]
            left = words.map(\.left).min() ?? 0
            right = words.map(\.right).max() ?? 0
            top = words.map(\.top).min() ?? 0
            bottom = words.map(\.bottom).max() ?? 0
            (lastTop, lastBottom) = (top, bottom)
            em = PDFWord.em(of: words)
        }

        /// Whether a cell's first line goes on where this one ends.
        func continues(_ next: Cell) -> Bool {
            let height = lastBottom - lastTop
            return next.top > lastTop + 0.5 * height && next.top - lastBottom < 0.6 * height
                && next.left < right && next.right > left
                && abs(next.em - em) < 0.2 * max(next.em, em)
        }

        mutating func add(_ next: Cell) {
            lines += next.lines
            (left, right) = (min(left, next.left), max(right, next.right))
            bottom = max(bottom, next.bottom)
            (lastTop, lastBottom) = (next.top, next.bottom)
        }

        /// The lines as one, with a space only where two Latin words would meet.
        var text: String {
            lines.map { PDFWord.text(of: $0, em: em) }.joined(separator: "\n").joinedLines()
        }

        /// 1. （2） 三、: the number of a list, which is no cell.
        var isLabel: Bool {
            guard lines.count == 1, let last = text.unicodeScalars.last else { return false }
            return text.unicodeScalars.count <= 5 && "、.．)）".unicodeScalars.contains(last)
        }
    }

    /// - Parameter words: The page's words in the order of its content.
    init(_ words: [PDFWord]) {
        var open: [[Cell]] = []
        for row in Self.rows(Self.cells(words)) {
            if row.count > 1 || (!open.isEmpty && Self.isNear(row, open[open.count - 1])) {
                open.append(row)
            } else {
                add(open)
                open = row.count > 1 ? [row] : []
            }
        }
        add(open)
    }

    /// Fragments, and those of one cell together.
    private static func cells(_ words: [PDFWord]) -> [Cell] {
        var fragments: [[PDFWord]] = []
        for word in words where word.isUpright {
            if let last = fragments.last?.last {
                let shared = min(last.bottom, word.bottom) - max(last.top, word.top)
                let gap = word.left - last.right
                let em = max(PDFWord.em(of: [last]), PDFWord.em(of: [word]))
                if shared > 0.6 * min(last.height, word.height), gap > -0.3 * em, gap < 0.9 * em {
                    fragments[fragments.count - 1].append(word)
                    continue
                }
            }
            fragments.append([word])
        }
        var cells: [Cell] = []
        for (index, fragment) in fragments.enumerated() {
            let next = Cell(fragment)
            if let last = cells.last, last.continues(next),
                !beginsRow(next, before: fragments.dropFirst(index + 1).first.map { Cell($0) }),
                !isBarred(next, cells)
            {
                cells[cells.count - 1].add(next)
            } else {
                cells.append(next)
            }
        }
        return cells
    }

    /// A cell with another at its right on the same line begins a row.
    private static func beginsRow(_ cell: Cell, before next: Cell?) -> Bool {
        guard let next else { return false }
        return abs(next.bottom - cell.bottom) < 0.5 * (cell.bottom - cell.top)
            && next.left >= cell.right
    }

    /// What reaches under the cell to the left of the last one is below the row.
    private static func isBarred(_ next: Cell, _ cells: [Cell]) -> Bool {
        guard cells.count > 1 else { return false }
        let (before, last) = (cells[cells.count - 2], cells[cells.count - 1])
        return before.right <= last.left && before.bottom > last.top - 1
            && before.top < last.bottom + 1 && next.left < before.right
    }

    private static func rows(_ cells: [Cell]) -> [[Cell]] {
        var rows: [[Cell]] = []
        for cell in cells {
            if let row = rows.last, let last = row.last, cell.left >= last.right - 1,
                row.contains(where: { cell.top < $0.bottom - 1 && cell.bottom > $0.top + 1 })
            {
                if row.count == 1, last.isLabel {
                    // The number of a list goes with its text.
                    rows[rows.count - 1] = [cell]
                    rows[rows.count - 1][0].lines[0].insert(contentsOf: last.lines[0], at: 0)
                    rows[rows.count - 1][0].left = last.left
                } else {
                    rows[rows.count - 1].append(cell)
                }
            } else {
                rows.append([cell])
            }
        }
        return rows
    }

    /// A row of one cell within a table: a heading over all columns, or one of which the rest is empty.
    private static func isNear(_ row: [Cell], _ last: [Cell]) -> Bool {
        guard let cell = row.first, cell.lines.count <= 2 else { return false }
        let bottom = last.map(\.bottom).max() ?? 0
        return cell.top > bottom - cell.em && cell.top - bottom < cell.em
    }

    private mutating func add(_ rows: [[Cell]]) {
        // What follows the last row of several cells is text after the table.
        guard let last = rows.lastIndex(where: { $0.count > 1 }) else { return }
        let rows = rows[...last]
        guard rows.count(where: { $0.count > 1 }) > 1 else { return }
        let edges = Self.edges(rows)
        tables.append(rows.map { Self.row($0, edges) })
    }

    /// Where columns meet, by the rows that have the most cells.
    private static func edges(_ rows: ArraySlice<[Cell]>) -> [Double] {
        let count = rows.map(\.count).max() ?? 0
        let full = rows.filter { $0.count == count }
        return (1..<max(1, count)).map { column in
            let left = full.map { $0[column - 1].right }.max() ?? 0
            let right = full.map { $0[column].left }.min() ?? 0
            return (left + right) / 2
        }
    }

    private static func row(_ cells: [Cell], _ edges: [Double]) -> Row {
        var texts = [String](repeating: "", count: edges.count + 1)
        var next = 0
        for cell in cells {
            let bounds = [-Double.infinity] + edges + [Double.infinity]
            func shared(_ column: Int) -> Double {
                min(cell.right, bounds[column + 1]) - max(cell.left, bounds[column])
            }
            let best = texts.indices.max { (shared($0), -$0) < (shared($1), -$1) } ?? 0
            let column = min(max(best, next), texts.count - 1)
            texts[column] += (texts[column].isEmpty ? "" : "\t") + cell.text
            next = column + 1
        }
        return Row(
            cells: texts, left: cells.map(\.left).min() ?? 0, right: cells.map(\.right).max() ?? 0,
            top: cells.map(\.top).min() ?? 0, bottom: cells.map(\.bottom).max() ?? 0,
            em: cells.first?.em ?? 1,
            boxes: cells.map {
                PDFWord(left: $0.left, right: $0.right, top: $0.top, bottom: $0.bottom)
            })
    }

    /// The page's lines with the table's rows in place of the lines within them.
    func replacing(_ lines: [PDFLine]) -> [PDFLine] {
        var result = lines
        for table in tables {
            let top = table.map(\.top).min() ?? 0
            let bottom = table.map(\.bottom).max() ?? 0
            let left = table.map(\.left).min() ?? 0
            let right = table.map(\.right).max() ?? 0
            func isInside(_ line: PDFLine) -> Bool {
                let middle = (line.top + line.bottom) / 2
                return !line.isRow && middle > top && middle < bottom && line.left > left - 1
                    && line.right < right + 1
                    // What the rows do not hold stays a line: nothing is lost.
                    && table.contains { $0.holds(line) }
            }
            guard let place = result.firstIndex(where: isInside) else { continue }
            let rows = table.map { row in
                PDFLine(
                    text: row.text, left: row.left, right: row.right, top: row.top,
                    bottom: row.bottom, firstWidth: row.em, em: row.em, isRow: true)
            }
            let before = result[..<place].filter { !isInside($0) }
            result = before + rows + result[place...].filter { !isInside($0) }
        }
        return result
    }
}
