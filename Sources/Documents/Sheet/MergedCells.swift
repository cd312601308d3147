/// What one sheet holds, as it is read (工作表内容).
struct SheetCells {
    /// Texts by row and column, both from 0.
    var rows: [Int: [Int: String]] = [:]
    var hidden: Set<Int> = []
    var hiddenColumns: [ClosedRange<Int>] = []
    var merges: [MergedCells] = []
    /// Formulas of which the file keeps no value.
    var formulas = 0

    /// The texts with merged cells resolved and without hidden columns, and how many of these had text.
    func shownColumns() -> (rows: [Int: [Int: String]], hidden: Int) {
        let rows = MergedCells.resolve(merges, in: rows)
        let limit = SheetLines.columnLimit
        let columns = Set(hiddenColumns.flatMap { $0.clamped(to: 0...limit) })
        let used = columns.filter { column in rows.contains { $0.value[column] != nil } }
        guard !columns.isEmpty else { return (rows, 0) }
        var places = Array(0...limit)
        var next = 0
        for column in places.indices {
            places[column] = next
            if !columns.contains(column) { next += 1 }
        }
        let shown = rows.mapValues { cells in
            var moved: [Int: String] = [:]
            for (column, text) in cells where !columns.contains(column) {
                moved[places.indices.contains(column) ? places[column] : column] = text
            }
            return moved
        }
        return (shown, used.count)
    }
}

/// Cells of a sheet that are shown as one (合并单元格): its text is the first's.
struct MergedCells: Hashable {
    /// From 0.
    var rows: ClosedRange<Int>
    var columns: ClosedRange<Int>

    /// How many a sheet may have.
    static let limit = 10_000
    /// A head has no more rows than this.
    private static let headLimit = 4

    /// `nil` unless it takes two cells or more.
    init?(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
        guard rows.count > 1 || columns.count > 1 else { return nil }
        self.rows = rows
        self.columns = columns
    }

    /// A reference such as `A1:C2`.
    init?(_ reference: String) {
        let ends = reference.split(separator: ":").map { Self.cell($0) }
        guard ends.count == 2, let first = ends[0], let last = ends[1], first.row <= last.row,
            first.column <= last.column
        else { return nil }
        self.init(rows: first.row...last.row, columns: first.column...last.column)
    }

    private static func cell(_ reference: Substring) -> (row: Int, column: Int)? {
        let letters = reference.prefix { $0.isLetter }
        var column = 0
        for byte in letters.utf8.prefix(4) {
            guard (0x41...0x5A).contains(byte) else { return nil }
            column = column * 26 + Int(byte) - 0x40
        }
        guard column > 0, let row = Int(reference[letters.endIndex...]), row > 0 else { return nil }
        return (row - 1, column - 1)
    }

    /// The rows with merged cells resolved once: a head of several rows becomes one, every column with the
    /// words above it; what stands for several rows below stands in each of them.
    ///
    /// - Parameter rows: Texts by row and column, both from 0.
    /// - Complexity: O(cells + merges · the rows with text they go over).
    static func resolve(
        _ merges: [MergedCells], in rows: [Int: [Int: String]]
    ) -> [Int: [Int: String]] {
        guard !merges.isEmpty else { return rows }
        var rows = rows
        let filled = rows.filter { $0.value.values.contains { !$0.isEmpty } }.keys.sorted()
        // Rows of one cell are titles.
        guard let head = filled.first(where: { (rows[$0]?.values.count { !$0.isEmpty } ?? 0) > 1 })
        else { return rows }
        let last = headEnd(from: head, merges)
        if last > head {
            let merges = merges.filter {
                $0.rows.lowerBound <= last && $0.rows.upperBound >= head
            }.prefix(SheetLines.columnLimit)
            let columns = (head...last).compactMap { rows[$0]?.keys.max() }
            let widest = max(merges.map(\.columns.upperBound).max() ?? 0, columns.max() ?? 0)
            var joined: [Int: String] = [:]
            for column in 0...min(widest, SheetLines.columnLimit) {
                var words: [String] = []
                for row in head...last {
                    let owner = merges.first {
                        $0.rows.contains(row) && $0.columns.contains(column)
                    }
                    let place = owner.map { ($0.rows.lowerBound, $0.columns.lowerBound) }
                    let text = rows[place?.0 ?? row]?[place?.1 ?? column] ?? ""
                    if !text.isEmpty, words.last != text { words.append(text) }
                }
                if !words.isEmpty { joined[column] = words.joined(separator: " ") }
            }
            rows[head] = joined
            for row in (head + 1)...last { rows[row] = nil }
        }
        for merge in merges where merge.rows.lowerBound > last && merge.rows.count > 1 {
            guard let text = rows[merge.rows.lowerBound]?[merge.columns.lowerBound] else {
                continue
            }
            for row in below(merge, filled) { rows[row]?[merge.columns.lowerBound] = text }
        }
        return rows
    }

    /// The rows that have texts below the first of merged cells.
    private static func below(_ merge: MergedCells, _ filled: [Int]) -> ArraySlice<Int> {
        func place(of row: Int) -> Int {
            var low = 0
            var high = filled.count
            while low < high {
                let middle = (low + high) / 2
                if filled[middle] < row { low = middle + 1 } else { high = middle }
            }
            return low
        }
        return filled[place(of: merge.rows.lowerBound + 1)..<place(of: merge.rows.upperBound + 1)]
    }

    /// The last row of the head: as far as a merged cell of its first row goes down, or one row more when
    /// a cell goes over columns and what it heads stands below.
    private static func headEnd(from head: Int, _ merges: [MergedCells]) -> Int {
        let own = merges.filter { $0.rows.lowerBound == head }
        let down = own.map(\.rows.upperBound).max() ?? head
        return down - head < headLimit ? down : head
    }
}
