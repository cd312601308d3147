import ReportIndex

/// The order of passages by source path and line (来源顺序).
struct SourceOrder {
    let index: PassageIndex
    let reports: ReportTable

    /// Passages of a report stand in order of their lines.
    func sorted(_ ordinals: [Int], byYear: Bool) -> [Int] {
        let columns = index.columns
        let keyed = ordinals.map { ordinal in
            (
                year: byYear ? columns.years[ordinal] : 0,
                place: reports[columns.reports[ordinal]]?.order ?? .max, ordinal: ordinal
            )
        }
        return keyed.sorted { $0 < $1 }.map(\.ordinal)
    }
}
