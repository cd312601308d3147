import ReportIndex
import ReportModel

/// Kinds of activity that peers report and a unit's reports do not mention (缺项).
package struct ActivityGaps: Sendable {
    package struct Row: Sendable {
        package let kind: String
        /// Names of the peers that report it as done, and as planned only.
        package let doneBy: [String]
        package let plannedBy: [String]
        /// The peers' records, done ones first.
        package let records: [ActivityRecord]
    }

    package let unit: UnitReports
    /// Peers with a report in the years looked at.
    package let peers: [UnitReports]
    package let years: [Int]
    package internal(set) var rows: [Row] = []
    /// Kinds of the peers that the unit's reports do mention.
    package internal(set) var mentioned = 0

    /// Leaves only the rows for which a condition holds.
    package mutating func keep(where holds: (Row) -> Bool) {
        rows = rows.filter(holds)
    }
}

extension ComparisonEngine {
    /// What a unit's reports do not mention.
    ///
    /// The years looked at are those given, else the latest the unit has a report for; a unit whose reports have
    /// no year is compared over all years. A kind counts as mentioned when any paragraph of the unit's reports,
    /// done or planned, has all its features: the answer errs towards “mentioned”.
    ///
    /// - Throws: `ReportError` for unknown units, or with what SQLite said.
    package func gaps(
        of name: String, peers: [String], years: [Int], in reading: IndexReading
    ) throws -> ActivityGaps {
        let selection = try UnitSelection(reading)
        let unit = try selection.unit(name)
        let others = try peers.isEmpty ? selection.peers(of: unit) : peers.map(selection.unit)
        let years = years.isEmpty ? unit.years.suffix(1) : years
        func inYears(_ unit: UnitReports) -> UnitReports {
            var some = unit
            if !years.isEmpty {
                some.reports = unit.reports.filter { $0.year.year.map(years.contains) ?? false }
            }
            return some
        }
        let own = inYears(unit)
        let compared = others.map(inYears).filter { !$0.reports.isEmpty && $0.key != unit.key }
        var gaps = ActivityGaps(unit: own, peers: compared, years: Array(years))
        guard !own.reports.isEmpty, !compared.isEmpty else { return gaps }
        var columns: [Int64: Int] = [:]
        for (number, peer) in compared.enumerated() {
            for report in peer.reports { columns[report.id] = number }
        }
        let records = try self.records(of: compared.flatMap(\.reports), in: reading)
        let owners = records.map { columns[$0.report.id] ?? 0 }
        let texts = try self.texts(of: own.reports, in: reading)
        for group in kinds.groups(records, columns: owners).kinds {
            try reading.checkDeadline()
            if texts.contains(where: { kinds.isMentioned(group, in: $0) }) {
                gaps.mentioned += 1
            } else {
                gaps.rows.append(Self.row(group, records, owners, compared))
            }
        }
        gaps.rows.sort { left, right in
            if left.doneBy.count != right.doneBy.count {
                return left.doneBy.count > right.doneBy.count
            }
            return left.plannedBy.count != right.plannedBy.count
                ? left.plannedBy.count > right.plannedBy.count : left.kind < right.kind
        }
        return gaps
    }

    private func texts(of reports: [ReportSummary], in reading: IndexReading)
        throws(ReportError) -> [ActivityKinds.MentionText]
    {
        let index = try reading.index()
        var texts: [ActivityKinds.MentionText] = []
        try reading.forEachText(of: ordinals(of: reports, in: index).map(index.passage)) {
            texts.append(kinds.mentionText($0.text))
        }
        return texts
    }

    private static func row(
        _ group: ActivityKinds.Group, _ records: [ActivityRecord], _ owners: [Int],
        _ peers: [UnitReports]
    ) -> ActivityGaps.Row {
        let done = Set(
            group.members.filter { records[$0].activity.status == .done }.map { owners[$0] })
        let planned = Set(group.members.map { owners[$0] }).subtracting(done)
        let members =
            group.members.filter { records[$0].activity.status == .done }
            + group.members.filter { records[$0].activity.status == .planned }
        return ActivityGaps.Row(
            kind: group.label, doneBy: done.sorted().map { peers[$0].name },
            plannedBy: planned.sorted().map { peers[$0].name },
            records: members.map { records[$0] })
    }
}
