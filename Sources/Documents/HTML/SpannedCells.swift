/// The cells of a page's table that reach down over rows (跨行单元格): the rows they reach have no element for them.
struct SpannedCells {
    /// How many of the rows below each column is taken for.
    private var taken: [Int: Int] = [:]
    private var column = 0

    mutating func beginRow() {
        for (column, rows) in taken where column >= self.column { taken[column] = rows - 1 }
        taken = taken.filter { $0.value > 0 }
        column = 0
    }

    /// Places the row's next cell.
    ///
    /// - Returns: How many columns before it are taken by cells above.
    mutating func place(columns: Int, rows: Int) -> Int {
        let first = column
        while let left = taken[column], left > 0, column < DocumentFlow.cellLimit {
            taken[column] = left - 1
            column += 1
        }
        let skipped = column - first
        if rows > 1, column < DocumentFlow.cellLimit {
            for place in column..<(column + columns) { taken[place] = rows - 1 }
        }
        column += columns
        return skipped
    }
}
