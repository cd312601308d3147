import ReportIndex
import ReportModel

/// What several units, or one unit over several years, did: a row a kind, a column a unit or year (对照表).
package struct UnitComparison: Sendable {
    package struct Row: Sendable {
        /// `nil` for what only one column has.
        package let kind: String?
        package let topic: Topic?
        /// For each column its records, done before planned.
        package let cells: [[ActivityRecord]]

        /// Columns that have something.
        package var count: Int { cells.count { !$0.isEmpty } }
    }

    /// Names of the columns: units, or years of the one unit.
    package let columns: [String]
    /// Whether the columns are years of one unit.
    package let isOverYears: Bool
    package internal(set) var rows: [Row] = []
}

extension UnitComparison.Row {
    /// What became of a kind between the first and the last year of a comparison over years.
    package enum Course: String, Sendable {
        case kept, dropped, new
    }

    package var course: Course? {
        guard let first = cells.first, let last = cells.last, cells.count > 1 else { return nil }
        switch (first.isEmpty, last.isEmpty) {
        case (_, true): return .dropped
        case (true, false): return .new
        case (false, false): return .kept
        }
    }
}

extension ComparisonEngine {
    /// - Throws: `ReportError` for unknown units or years nobody reported, or with what SQLite said.
    package func compare(_ scope: ComparisonScope, in reading: IndexReading) throws
        -> UnitComparison
    {
        let selection = try UnitSelection(reading)
        let units = try scope.units.map(selection.unit)
        let records = try self.records(of: units.flatMap(\.reports), in: reading).filter { record in
            (scope.topics.isEmpty || record.topics.contains { scope.topics.contains($0) })
                && (scope.years.isEmpty || record.year.map(scope.years.contains) ?? false)
        }
        let isOverYears = units.count == 1
        let years = scope.years.isEmpty ? Set(records.compactMap(\.year)).sorted() : scope.years
        var owners: [Int64: Int] = [:]
        for (number, unit) in units.enumerated() {
            for report in unit.reports { owners[report.id] = number }
        }
        let placed = records.compactMap { record -> (ActivityRecord, Int)? in
            let column =
                isOverYears
                ? record.year.flatMap { years.firstIndex(of: $0) } : owners[record.report.id]
            return column.map { (record, $0) }
        }
        let names = isOverYears ? years.map(String.init) : units.map(\.name)
        var comparison = UnitComparison(columns: names, isOverYears: isOverYears)
        comparison.rows = rows(placed, columns: names.count)
        return comparison
    }

    private func rows(_ placed: [(record: ActivityRecord, column: Int)], columns: Int)
        -> [UnitComparison.Row]
    {
        let records = placed.map(\.record)
        let (groups, alone) = kinds.groups(records, columns: placed.map(\.column))
        func cells(_ members: [Int]) -> [[ActivityRecord]] {
            var cells = [[ActivityRecord]](repeating: [], count: columns)
            for status in Activity.Status.allCases {
                for member in members where records[member].activity.status == status {
                    cells[placed[member].column].append(records[member])
                }
            }
            return cells
        }
        func topic(_ members: [Int]) -> Topic? {
            var counts: [Topic: Int] = [:]
            for member in members {
                if let first = records[member].topics.first { counts[first, default: 0] += 1 }
            }
            return counts.max { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) }?.key
        }
        var rows = groups.map { group in
            UnitComparison.Row(
                kind: group.label, topic: topic(group.members), cells: cells(group.members))
        }
        var rest: [Topic?: [Int]] = [:]
        for member in alone { rest[records[member].topics.first, default: []].append(member) }
        for (topic, members) in rest {
            rows.append(UnitComparison.Row(kind: nil, topic: topic, cells: cells(members)))
        }
        // Topic by topic; within one the widest kinds first, what stands alone last.
        func order(_ row: UnitComparison.Row) -> (Int, Int, Int, String) {
            let place = row.topic.flatMap { Topic.allCases.firstIndex(of: $0) } ?? .max
            return (place, row.kind == nil ? 1 : 0, -row.count, row.kind ?? "")
        }
        return rows.sorted { order($0) < order($1) }
    }
}
