import ReportIndex
import ReportModel

/// Finds the passages a filter lets through (筛选): reports by their rows, passages by the columns.
package struct FilterMatcher {
    let reading: IndexReading
    let index: PassageIndex

    func passages(_ filter: Filter) throws(ReportError) -> PassageSet {
        let columns = index.columns
        let reports = try Self.reports(filter, reading)
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
    package static func reports(_ filter: Filter, _ reading: IndexReading) throws(ReportError)
        -> Set<UInt32>?
    {
        guard
            !(filter.units.isEmpty && filter.excludedUnits.isEmpty && filter.unitTypes.isEmpty
                && filter.levels.isEmpty && filter.regions.isEmpty && filter.reportYears.isEmpty
                && filter.paths.isEmpty)
        else { return nil }
        let units = UnitNames()
        var found: Set<UInt32> = []
        for entry in try reading.reports().entries {
            let report = entry.summary
            func answers(to wanted: String) -> Bool {
                units.name(
                    report.unit.name, region: report.unit.region.joined(separator: " "),
                    answersTo: wanted)
            }
            func isAmong<Value: Equatable>(_ wanted: [Value], _ value: Value) -> Bool {
                wanted.isEmpty || wanted.contains(value)
            }
            let passes =
                (filter.units.isEmpty || filter.units.contains(where: answers))
                && !filter.excludedUnits.contains(where: answers)
                && isAmong(filter.unitTypes, report.unit.type)
                && isAmong(filter.levels, report.unit.level)
                && (filter.regions.isEmpty
                    || filter.regions.contains { wanted in
                        report.unit.region.contains { QueryText.folded($0).contains(wanted) }
                    })
                && (filter.reportYears.isEmpty
                    || filter.reportYears.contains { $0.contains(report.year.year) })
                && (filter.paths.isEmpty
                    || filter.paths.contains { QueryText.folded(report.path).contains($0) })
            if passes { found.insert(entry.id) }
        }
        return found
    }
}
