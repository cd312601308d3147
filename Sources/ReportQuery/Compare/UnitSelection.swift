import ReportIndex
import ReportModel

/// A unit with its reports (单位及其报告).
package struct UnitReports: Sendable {
    package let key: UnitKey
    package internal(set) var reports: [ReportSummary] = []

    package init(key: UnitKey) {
        self.key = key
    }

    /// The unit's name; an unnamed one by its report's place.
    package var name: String {
        guard let place = key.place else { return key.name ?? "" }
        return (key.name ?? wording("未知单位", "unknown unit")) + "（\(place)）"
    }

    /// The years its reports are filed under, rising.
    package var years: [Int] { Set(reports.compactMap(\.year.year)).sorted() }
}

/// Finds units by the names people write (单位选择).
package struct UnitSelection {
    private let all: [UnitReports]

    /// - Throws: `IndexError`.
    package init(_ reading: IndexReading) throws(IndexError) {
        var units: [UnitKey: UnitReports] = [:]
        for report in try reading.reports().entries.map(\.summary) {
            let key = UnitKey(report)
            units[key, default: UnitReports(key: key)].reports.append(report)
        }
        all = units.values.sorted { $0.name < $1.name }
    }

    /// The unit a name means: the one of exactly that name, else the only one whose name has it as a part.
    ///
    /// - Throws: `QueryError` when no unit or several units answer to the name.
    package func unit(_ wanted: String) throws(QueryError) -> UnitReports {
        if let exact = all.first(where: { $0.key.place == nil && $0.key.name == wanted }) {
            return exact
        }
        let names = UnitNames()
        let found = all.filter { unit in
            unit.name == wanted
                || unit.reports.contains {
                    names.name(
                        $0.unit.name, region: $0.unit.region.joined(separator: " "),
                        answersTo: wanted)
                }
        }
        guard let only = found.first else {
            throw QueryError(
                place: wanted, problem: wording("没有这个单位", "there is no such unit"),
                advice: wording("用 zongjie reports 查看单位", "see zongjie reports for the units"))
        }
        guard found.count == 1 else {
            let known = found.prefix(8).map(\.name).joined(separator: wording("、", ", "))
            throw QueryError(
                place: wanted,
                problem: wording("有 \(found.count) 个单位符合", "\(found.count) units answer to it"),
                advice: wording("请写全名，如 \(known)", "write the whole name: \(known)"))
        }
        return only
    }

    /// Units of the same type and level as another, those of the same type when there are none.
    func peers(of unit: UnitReports) -> [UnitReports] {
        guard let own = unit.reports.first?.unit else { return [] }
        let sameType = all.filter { other in
            other.key != unit.key && other.reports.contains { $0.unit.type == own.type }
        }
        let sameLevel = sameType.filter { other in
            other.reports.contains { $0.unit.level == own.level }
        }
        return sameLevel.isEmpty ? sameType : sameLevel
    }
}
