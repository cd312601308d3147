import ReportModel

/// A table of figures in a report (指标表): its header tells what each cell of the rows below it says.
///
/// 项目 任务数 完成数 完成率 over 技能培训（期） 10 11 110% makes a record with a target, a head and a rate.
struct FigureTable {
    private let columns: [TableHeaders.Column?]
    private let units: [String?]
    private let name: Int
    private let unitColumn: Int?
    private let headers: TableHeaders
    private let quantities: QuantityReader

    /// `nil` when the row is no header: it needs a column of targets, results or earlier years.
    init?(header row: TableRow, _ headers: TableHeaders, quantities: QuantityReader) {
        guard row.cells.count <= 12, row.cells.allSatisfy({ $0.unicodeScalars.count <= 24 }) else {
            return nil
        }
        var columns = row.cells.map(headers.column)
        let years = columns.compactMap { column -> Int? in
            if case .year(let year) = column { year } else { nil }
        }
        for (place, column) in columns.enumerated() {
            guard case .year(let year) = column else { continue }
            columns[place] = .figure(year == years.max() ? .head : .previous)
        }
        let figures = columns.count { if case .figure = $0 { true } else { false } }
        let hasResult =
            columns.contains(.figure(.target)) || columns.contains(.figure(.head))
        guard figures >= 2 || years.count >= 2, hasResult else { return nil }
        let free = columns.firstIndex { $0 == nil }
        guard let name = columns.firstIndex(of: .name) ?? free else { return nil }
        self.columns = columns
        self.name = name
        units = row.cells.map { TableRow.withoutUnit($0).unit }
        unitColumn = columns.firstIndex(of: .unit)
        self.headers = headers
        self.quantities = quantities
    }

    /// Whether a line may be one of the table's rows.
    func admits(_ row: TableRow) -> Bool {
        row.cells.count <= columns.count && row.cells.count > name + 1
    }

    /// The record of a row; `nil` when no cell of it holds a figure with a unit.
    func activity(of row: TableRow, in text: String, isPlan: Bool) -> Activity? {
        guard admits(row) else { return nil }
        // Where a group's name stands for several rows, the next words are the row's name.
        let named = row.cells.indices.filter { columns[$0] == nil || columns[$0] == .name }
        let places = ([name] + named).filter {
            row.cells[$0].unicodeScalars.contains { $0.properties.isAlphabetic }
        }
        guard
            let place = places.first(where: { TableRow.withoutUnit(row.cells[$0]).unit != nil })
                ?? places.first
        else { return nil }
        let (name, nameUnit) = TableRow.withoutUnit(row.cells[place])
        let isTotal = headers.isTotal(name)
        let rowUnit = unitColumn.flatMap { row.cells.indices.contains($0) ? row.cells[$0] : nil }
        var found: [Quantity] = []
        for (place, cell) in row.cells.enumerated() {
            guard case .figure(let part) = columns[place] else { continue }
            let unit = part == .rate ? "%" : units[place] ?? rowUnit ?? nameUnit
            guard var figure = quantity(cell, unit: unit) else { continue }
            figure.part = figure.unit == "%" && part == .head ? .rate : part
            if isTotal, part == .head { figure.part = .other }
            if isPlan, part == .head { figure.part = .target }
            found.append(figure)
        }
        guard !found.isEmpty else { return nil }
        let isDone = found.contains { $0.part != .target }
        return Activity(
            range: 0..<text.utf8.count, span: text, name: name, action: "", object: name,
            quantities: found, status: isPlan || !isDone ? .planned : .done)
    }

    /// 376, +255, 110%, 约300, 2 800: a cell that is one figure to its last character; withheld when it is
    /// masked, and none when it is empty or words.
    private func quantity(_ cell: String, unit: String?) -> Quantity? {
        var words = Substring(cell)
        var sign = 1.0
        if let first = words.first, "+＋-－−".contains(first) {
            words.removeFirst()
            if first != "+", first != "＋" { sign = -1 }
        }
        guard let first = words.unicodeScalars.first,
            first.properties.numericType != nil
                || "约近超×xX*＊".unicodeScalars.contains(first)
        else { return nil }
        if var own = whole(String(words)) {
            own.raw = cell
            own.value = own.value.map { $0 * sign }
            return own
        }
        guard let unit, !unit.isEmpty else { return nil }
        // 村, 车间: no measure word, but what the table counts in.
        let measured = whole(words + unit)
        guard var counted = measured ?? whole(words + "个") else { return nil }
        if measured == nil { counted.unit = unit }
        counted.raw = cell
        counted.value = counted.value.map { $0 * sign }
        return counted
    }

    /// The quantity that a text is from its first to its last character.
    private func whole(_ text: String) -> Quantity? {
        let found = quantities.quantities(in: text)
        guard found.count == 1, found[0].range == 0..<text.utf8.count else { return nil }
        return found[0].quantity
    }
}
