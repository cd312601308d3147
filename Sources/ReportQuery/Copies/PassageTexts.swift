import ReportIndex
import ReportModel

/// The texts of all passages as comparison sees them, end to end in memory (比对文本): two bytes a kept
/// character. Passages are numbered by *place*: by path, then by line.
package struct PassageTexts: Sendable {
    /// Row id of each passage.
    package private(set) var ids: [Int64] = []
    /// For each passage the place of its report in `reportIDs`.
    package private(set) var reports: [Int32] = []
    private(set) var roles: [Role] = []
    private var ends: [Int] = []
    private(set) var scalars: [UInt16] = []
    /// The numbers of each passage as `NumberScan` reads them, end to end.
    private var numbers: [UInt32] = []
    private var numberEnds: [Int] = []
    /// For each report the unit and the year it is of; 0 where either is unknown.
    private var units: [Int32] = []
    private var years: [Int32] = []
    private var unitNumbers: [UnitKey: Int32] = [:]
    /// Row ids of the reports, by path and first line.
    package private(set) var reportIDs: [Int64] = []
    /// The passages of each report, by place.
    package private(set) var passagesOfReport: [Range<Int>] = []

    init() {}

    /// Reads every passage but noise.
    package init(_ reading: IndexReading, _ normalizer: DisguiseNormalizer) throws(ReportError) {
        for entry in try reading.reports().entries {
            let report = entry.summary
            beginReport(
                report.id, unit: entry.unitKey.isKnown ? entry.unitKey : nil,
                year: report.year.year)
            var texts: [PassageText] = []
            try reading.forEachText(in: entry.passages) {
                if $0.report == report.id, $0.role != .noise { texts.append($0) }
            }
            texts.sort { ($0.line, $0.id) < ($1.line, $1.id) }
            for text in texts { append(text.id, text.role, text.text, normalizer) }
        }
    }

    /// - Parameter unit: `nil` when it is not known well enough to tell it from others.
    mutating func beginReport(_ id: Int64, unit: UnitKey? = nil, year: Int? = nil) {
        reportIDs.append(id)
        if let unit {
            let number = unitNumbers[unit] ?? Int32(unitNumbers.count + 1)
            unitNumbers[unit] = number
            units.append(number)
        } else {
            units.append(0)
        }
        years.append(Int32(year ?? 0))
        passagesOfReport.append(count..<count)
    }

    /// Adds a passage to the report begun last.
    mutating func append(
        _ id: Int64, _ role: Role, _ text: String, _ normalizer: DisguiseNormalizer
    ) {
        guard let last = passagesOfReport.indices.last else { return }
        ids.append(id)
        reports.append(Int32(last))
        roles.append(role)
        normalizer.normalize(text, into: &scalars)
        NumberScan.append(text, to: &numbers)
        numberEnds.append(numbers.count)
        ends.append(scalars.count)
        passagesOfReport[last] = passagesOfReport[last].lowerBound..<count
    }

    package var count: Int { ids.count }

    /// Where a passage's kept characters stand in `scalars`.
    @inline(__always)
    func range(_ place: Int) -> Range<Int> {
        (place == 0 ? 0 : ends[place - 1])..<ends[place]
    }

    /// Kept characters of a passage.
    @inline(__always)
    func length(_ place: Int) -> Int { range(place).count }

    /// The numbers of a passage, rising.
    func numbers(_ place: Int) -> ArraySlice<UInt32> {
        numbers[(place == 0 ? 0 : numberEnds[place - 1])..<numberEnds[place]]
    }

    /// The number of a report's unit; a negative one of its own where the unit is not known.
    func unit(ofReport report: Int) -> Int32 {
        units[report] == 0 ? -Int32(report) - 1 : units[report]
    }

    /// Whether two passages are of reports that one unit wrote in different years.
    func areOfOneSeries(_ first: Int, _ second: Int) -> Bool {
        let left = Int(reports[first])
        let right = Int(reports[second])
        return units[left] != 0 && units[left] == units[right] && years[left] != years[right]
            && years[left] != 0 && years[right] != 0
    }

    @inline(__always)
    func areEqual(_ first: Int, _ second: Int) -> Bool {
        let left = range(first)
        let right = range(second)
        guard left.count == right.count else { return false }
        for offset in 0..<left.count
        where scalars[left.lowerBound + offset] != scalars[right.lowerBound + offset] {
            return false
        }
        return true
    }
}
