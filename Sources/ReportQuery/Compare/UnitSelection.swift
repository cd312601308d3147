import ReportIndex
import ReportModel

/// A unit with its reports (单位及其报告).
package struct UnitReports: Sendable {
    package let key: UnitKey
    package internal(set) var reports: [ReportSummary] = []
    /// Whether only their name and folder say that the reports are one unit's: none names its place.
    package internal(set) var isOneByName = false

    package init(key: UnitKey) {
        self.key = key
    }

    /// The units of an index, in the order of their first reports; a report that does not say enough is a unit of
    /// its own.
    ///
    /// - Throws: `ReportError`.
    package static func all(in reading: IndexReading) throws(ReportError) -> [UnitReports] {
        var places: [UnitKey: Int] = [:]
        var units: [UnitReports] = []
        for entry in try reading.reports().entries {
            let key = entry.unitKey
            let place = places[key] ?? units.count
            if place == units.count {
                places[key] = place
                units.append(UnitReports(key: key))
            }
            units[place].reports.append(entry.summary)
        }
        return units
    }

    /// The unit's name; one that is not known by its report's place.
    package var name: String { isOneByName ? key.name ?? key.label : key.label }

    /// The years its reports are filed under, rising.
    package var years: [Int] { Set(reports.compactMap(\.year.year)).sorted() }
}

/// Finds units by the names people write (单位选择).
package struct UnitSelection {
    private let all: [UnitReports]

    /// - Throws: `ReportError`.
    package init(_ reading: IndexReading) throws(ReportError) {
        all = try UnitReports.all(in: reading).sorted { $0.name < $1.name }
    }

    /// The unit a name means: the one of exactly that name, else the only one whose name has it as a part, also
    /// when its reports call it by fuller and shorter names.
    ///
    /// - Throws: `ReportError` when no unit or several units answer to the name.
    package func unit(_ wanted: String) throws(ReportError) -> UnitReports {
        if let exact = all.first(where: { $0.key.isKnown && $0.key.name == wanted }) {
            return exact
        }
        let found = answering(wanted)
        guard let only = found.first else {
            throw ReportError(
                .notFound,
                place: wanted, problem: wording("没有这个单位", "there is no such unit"),
                advice: wording("用 zongjie reports 查看单位", "see zongjie reports for the units"))
        }
        guard found.count == 1 else {
            if let one = oneOf(found) { return one }
            let known = found.prefix(8).map(\.name).joined(separator: wording("、", ", "))
            throw ReportError(
                place: wanted,
                problem: wording("有 \(found.count) 个单位符合", "\(found.count) units answer to it"),
                advice: wording("请写全名，如 \(known)", "write the whole name: \(known)"))
        }
        return only
    }

    private func answering(_ wanted: String) -> [UnitReports] {
        let names = UnitNames()
        return all.filter { unit in
            unit.name == wanted
                || unit.reports.contains {
                    names.name(
                        $0.unit.name, region: $0.unit.region.joined(separator: " "),
                        answersTo: wanted)
                }
        }
    }

    /// The unit a name means over the years: with the reports that call it by fuller and shorter names, and
    /// those of one folder that all say no more than that name (县妇联 2017, 县妇联 2018).
    ///
    /// - Throws: `ReportError` when no unit or several units answer to the name.
    package func unitOverYears(_ wanted: String) throws(ReportError) -> UnitReports {
        if let one = ofOneFolder(answering(wanted)) { return one }
        return sameUnits(as: try unit(wanted))
    }

    /// Units without a place, of one name, a report a year, in one folder: one office's reports; else `nil`.
    private func ofOneFolder(_ units: [UnitReports]) -> UnitReports? {
        let reports = units.flatMap(\.reports)
        let years = reports.map(\.year.year)
        guard units.count > 1, units.allSatisfy({ $0.key.place != nil }),
            let name = units[0].key.name, units.allSatisfy({ $0.key.name == name }),
            Set(reports.map { $0.path.split(separator: "/").dropLast() }).count == 1,
            !years.contains(nil), Set(years).count == years.count
        else { return nil }
        var one = UnitReports(key: units[0].key)
        one.reports = reports
        one.isOneByName = true
        return one
    }

    /// Of units that are one by their names, the one with the fullest name; `nil` when they are several.
    private func oneOf(_ units: [UnitReports]) -> UnitReports? {
        let known = units.filter { $0.key.place == nil }
        guard let fullest = known.max(by: { $0.name.count < $1.name.count }) else { return nil }
        let reports = Set(sameUnits(as: fullest).reports.map(\.id))
        let isOne = units.allSatisfy { $0.reports.allSatisfy { reports.contains($0.id) } }
        return isOne ? fullest : nil
    }

    /// A unit with the reports of all whose names are fuller or shorter forms of its own: 澄溪县妇女联合会 and
    /// 澄溪县妇联, 枫林街道汇景社区居委会 and 汇景社区居委会.
    func sameUnits(as unit: UnitReports) -> UnitReports {
        guard let name = unit.key.name else { return unit }
        let short = Self.shortened(name)
        func isSame(_ other: UnitReports) -> Bool {
            guard let its = other.key.name.map(Self.shortened) else { return false }
            return its == short || its.hasSuffix(short) || short.hasSuffix(its)
        }
        let known = all.filter { $0.key != unit.key && $0.key.place == nil && isSame($0) }
        var whole = unit
        // A name without a place (县妇联) is whose it can only be.
        guard unit.key.place == nil || known.count == 1 else { return unit }
        for other in known { whole.reports += other.reports }
        guard unit.key.place == nil else { return whole }
        for other in all where other.key.place != nil && isSame(other) {
            let its = other.key.name.map(Self.shortened) ?? ""
            let owners = all.filter {
                $0.key.place == nil && Self.shortened($0.key.name ?? "").hasSuffix(its)
            }
            if owners.count == 1 { whole.reports += other.reports }
        }
        return whole
    }

    /// A name with its usual short forms, and without what says no more than the office itself.
    private static func shortened(_ name: String) -> String {
        var name = UnitNames.shortened(name)
        for (long, short) in shortForms { name = name.replacing(long, with: short) }
        return name
    }

    private static let shortForms = [
        ("总工会", "总"), ("社区居委会", "社区"), ("人民政府", "政府"), ("人民法院", "法院"), ("委员会办公室", "委员会"),
        ("工委办公室", "工委"),
    ]

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
