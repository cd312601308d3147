import Foundation
import ReportIndex
import ReportModel
import Segmentation

/// An activity's head figure year by year, however it is named: a row a unit, a column a year (年度对照).
package struct ActivityYears: Sendable {
    package struct Cell: Sendable {
        package enum State: String, Sendable {
            case reported
            /// There is a report, and it does not tell of the activity.
            case notMentioned = "not-mentioned"
            /// The unit has no report on the year.
            case noReport = "no-report"
        }

        package let unit: String
        package let year: Int
        package let state: State
        /// The record the figure is taken from.
        package let record: ActivityRecord?
        /// The head; `nil` where the record has none in the row's measure.
        package let head: Quantity?
        /// What was asked for or promised, in the same measure.
        package let target: Quantity?
        /// The head less the head of the year before; `nil` when one of them is not known.
        package internal(set) var change: Double?
    }

    package let activity: String
    package let years: [Int]
    /// Units whose reports only their name and folder make one unit's.
    package internal(set) var oneByName: [String] = []
    /// Unit by unit, years rising.
    package internal(set) var cells: [Cell] = []
}

extension ComparisonEngine {
    /// - Parameters:
    ///   - activity: its name in any wording: 两癌检查, 查两癌.
    ///   - years: empty for all years the units report on.
    /// - Throws: `ReportError` for unknown units, or with what SQLite said.
    package func years(
        of activity: String, units names: [String], years wanted: [Int], in reading: IndexReading
    ) throws -> ActivityYears {
        let selection = try UnitSelection(reading)
        let units = try names.map { try selection.unitOverYears($0) }
        let years =
            wanted.isEmpty ? Set(units.flatMap(\.years)).sorted() : wanted
        let matcher = try ActivityNameMatcher(activity)
        var answer = ActivityYears(activity: activity, years: years)
        answer.oneByName = units.filter(\.isOneByName).map(\.name)
        for unit in units {
            let all = try self.records(of: unit.reports, in: reading)
            let leads = try Self.leads(of: all, in: reading)
            let records = all.enumerated().filter { place, record in
                if matcher.matches(record.activity.span) { return true }
                if matcher.matches(leads[record.paragraph] ?? "") { return true }
                // “两癌”检查，安排8000人，查了7430人: what goes on behind a record without a head.
                guard place > 0, all[place - 1].paragraph == record.paragraph else { return false }
                let before = all[place - 1].activity
                return !before.quantities.contains { $0.part == .head }
                    && matcher.matches(before.span)
            }.map(\.element)
            let measure = Self.measure(of: records)
            var last: Double?
            for year in years {
                var cell = Self.cell(unit, year, records, measure)
                if let value = cell.head?.value, let last { cell.change = value - last }
                last = cell.head?.value
                answer.cells.append(cell)
            }
        }
        return answer
    }

    /// The first sentence of a paragraph, when it is as short as a heading: 3.“两癌”检查。
    private static func leads(of records: [ActivityRecord], in reading: IndexReading)
        throws(ReportError) -> [Int64: String]
    {
        var leads: [Int64: String] = [:]
        try reading.forEachText(of: Array(Set(records.map(\.paragraph)))) { passage in
            let lead = passage.text.prefix { !"。：\n".contains($0) }
            if lead.count <= 24 { leads[passage.id] = String(lead) }
        }
        return leads
    }

    /// What the activity is counted in: what its targets and degrees of completion go with; without any, what
    /// most records count first.
    private static func measure(of records: [ActivityRecord]) -> String? {
        var measured: [String: Int] = [:]
        var counted: [String: Int] = [:]
        for record in records where record.activity.status == .done {
            let figures = record.activity.quantities
            let heads = figures.filter { $0.part == .head }.map { family($0.unit) }
            guard let first = heads.first else { continue }
            counted[first, default: 0] += 1
            let target = figures.first { $0.part == .target }.map { family($0.unit) }
            guard target != nil || figures.contains(where: { $0.part == .rate }) else { continue }
            measured[target.flatMap { heads.contains($0) ? $0 : nil } ?? first, default: 0] += 1
        }
        let counts = measured.isEmpty ? counted : measured
        return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }

    private static func family(_ unit: String) -> String {
        unit == "名" || unit == "位" ? "人" : unit
    }

    private static func cell(
        _ unit: UnitReports, _ year: Int, _ records: [ActivityRecord], _ measure: String?
    ) -> ActivityYears.Cell {
        let own = records.filter { $0.year == year }
        func figure(_ record: ActivityRecord, _ part: Quantity.Part) -> Quantity? {
            record.activity.quantities.first {
                $0.part == part && (measure == nil || family($0.unit) == measure)
            }
        }
        let done = own.filter { $0.activity.status == .done }
        // What is measured against a target tells of the activity itself, and of such the largest figure.
        func rank(_ record: ActivityRecord) -> (Int, Double) {
            let isMeasured = record.activity.quantities.contains {
                $0.part == .target || $0.part == .rate
            }
            return (isMeasured ? 1 : 0, figure(record, .head)?.value ?? -1)
        }
        let best =
            done.filter { figure($0, .head) != nil }.max { rank($0) < rank($1) } ?? done.first
        let planned = own.filter { $0.activity.status == .planned }
        let target =
            done.compactMap { figure($0, .target) }.first
            ?? planned.compactMap { figure($0, .target) }.first
        let hasReport = unit.years.contains(year)
        let isTold = best != nil
        return ActivityYears.Cell(
            unit: unit.name, year: year,
            state: isTold ? .reported : hasReport ? .notMentioned : .noReport,
            record: isTold ? best : nil, head: isTold ? best.flatMap { figure($0, .head) } : nil,
            target: target, change: nil)
    }
}

/// Whether a text tells of an activity that is named in other words (活动名称匹配): it shows every theme of
/// the name, and of the words beside them each, a synonym, or their last character.
struct ActivityNameMatcher {
    private let words: ComparisonWords
    private let canonical: CanonicalWords
    private let themes: Set<Int>
    private let rest: [UInt32]

    init(_ name: String) throws {
        words = try ComparisonWords()
        canonical = try CanonicalWords()
        let plain = PlainText(name).scalars
        let sightings = words.sightings(in: plain)
        themes = Set(sightings.map(\.theme))
        rest = plain.enumerated().filter { place, _ in
            !sightings.contains { $0.range.contains(place) }
        }.map(\.element)
    }

    func matches(_ text: String) -> Bool {
        let plain = PlainText(text).scalars
        let shown = Set(words.sightings(in: plain).map(\.theme))
        guard themes.isSubset(of: shown) else { return false }
        guard !rest.isEmpty else { return true }
        if ScalarSearch.first(of: rest, in: plain, from: 0) != nil { return true }
        let word = QuestionAnalyzer.string(rest[...])
        let equals = canonical.equals(of: canonical.word(word))
        if equals.contains(where: {
            ScalarSearch.first(of: $0.unicodeScalars.map(\.value), in: plain, from: 0) != nil
        }) {
            return true
        }
        // 查两癌 for 两癌检查: with a theme the last character is enough.
        guard !themes.isEmpty, let last = rest.last else { return false }
        return plain.contains(last)
    }
}
