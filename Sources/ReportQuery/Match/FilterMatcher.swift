import Foundation
import GRDB
import ReportIndex
import ReportModel

/// Finds the passages a filter lets through (筛选): reports by their rows, passages by the columns.
struct FilterMatcher {
    let db: Database
    let index: PassageIndex

    func passages(_ filter: Filter) throws -> PassageSet {
        let columns = index.columns
        let reports = try Self.reports(filter, db)
        return PassageSet(capacity: columns.count) { ordinal in
            let report = columns.reports[ordinal]
            guard report != 0 else { return false }
            if !filter.includesNoise, columns.role(at: ordinal) == .noise { return false }
            if let reports, !reports.contains(report) { return false }
            if !filter.kinds.isEmpty, !filter.kinds.contains(columns.kind(at: ordinal)) {
                return false
            }
            if !filter.roles.isEmpty, !filter.roles.contains(columns.role(at: ordinal)) {
                return false
            }
            if !filter.topics.isEmpty,
                !filter.topics.contains(where: { columns.has($0, at: ordinal) })
            {
                return false
            }
            if !filter.years.isEmpty {
                let year = columns.years[ordinal]
                let known = year == 0 ? nil : Int(year)
                return filter.years.contains { $0.contains(known) }
            }
            return true
        }
    }

    /// Row ids of the reports a filter lets through; `nil` when it asks nothing of reports.
    static func reports(_ filter: Filter, _ db: Database) throws -> Set<UInt32>? {
        guard
            !(filter.units.isEmpty && filter.excludedUnits.isEmpty && filter.unitTypes.isEmpty
                && filter.levels.isEmpty && filter.regions.isEmpty && filter.reportYears.isEmpty
                && filter.paths.isEmpty)
        else { return nil }
        let units = UnitNames()
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT report.id, unit, unit_type, admin_level, region, year, path
                FROM report JOIN source ON source.id = source_id
                """)
        var found: Set<UInt32> = []
        while let row = try rows.next() {
            let unit: String? = row[1]
            let region: String = row[4]
            let year: Int? = row[5]
            let path: String = row[6]
            let passes =
                (filter.units.isEmpty
                    || filter.units.contains { units.name(unit, region: region, answersTo: $0) })
                && !filter.excludedUnits.contains {
                    units.name(unit, region: region, answersTo: $0)
                }
                && Self.holds(filter.unitTypes, row[2] as String)
                && Self.holds(filter.levels, row[3] as String)
                && (filter.regions.isEmpty || filter.regions.contains { region.contains($0) })
                && (filter.reportYears.isEmpty
                    || filter.reportYears.contains { $0.contains(year) })
                && (filter.paths.isEmpty || filter.paths.contains { path.contains($0) })
            if passes { found.insert(UInt32(truncatingIfNeeded: row[0] as Int64)) }
        }
        return found
    }

    private static func holds<Value: RawRepresentable<String>>(_ wanted: [Value], _ value: String)
        -> Bool
    {
        wanted.isEmpty || wanted.contains { $0.rawValue == value }
    }
}

/// Compares unit names as people write them (单位名称).
struct UnitNames {
    /// Whether a report's unit is meant by what the user wrote: a part of its name, its name with the
    /// region before it, or `unknown`.
    func name(_ unit: String?, region: String, answersTo wanted: String) -> Bool {
        if ["unknown", "none", "未知", "不详"].contains(wanted.lowercased()) { return unit == nil }
        guard let unit else { return false }
        let wanted = wanted.replacing("妇女联合会", with: "妇联")
            .replacing("残疾人联合会", with: "残联")
        if unit.contains(wanted) { return true }
        // 望川区妇联 asks for 区妇联 of 望川区.
        return wanted.hasSuffix(unit) && region.contains(String(wanted.dropLast(unit.count)))
    }
}
