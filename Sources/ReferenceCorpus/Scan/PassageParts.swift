import ReportIndex
import ReportModel

/// The parts a corpus is compared by (分组): units, years, topics …; a passage is in one part, or with topics
/// in none to three.
package struct PassageParts: Sendable {
    package enum Criterion: String, Sendable, CaseIterable, Codable {
        case report, unit, year, topic, kind, region, path
        case reportYear = "report-year"
        case unitType = "unit-type"
    }

    package let criterion: Criterion
    /// What each part is called; `nil` for the part of those nobody knows.
    package private(set) var names: [String?] = []
    private let columns: PassageColumns
    /// Part of each report, for criteria that go by report.
    private var partOfReport: [UInt32: Int] = [:]
    /// Part of each year of work.
    private var partOfYear: [UInt16: Int] = [:]

    package init(_ criterion: Criterion, _ corpus: CorpusIndex) {
        self.criterion = criterion
        columns = corpus.index.columns
        switch criterion {
        case .topic: names = Topic.allCases.map(\.rawValue)
        case .kind: names = Kind.allCases.map(\.rawValue)
        case .year:
            for year in Set(columns.years).sorted() {
                partOfYear[year] = names.count
                names.append(year == 0 ? nil : String(year))
            }
        default:
            let keyed = corpus.reports.entries.map { ($0.id, Self.name(criterion, $0)) }
            var places: [String?: Int] = [:]
            names = Set(keyed.map(\.1)).sorted { ($0 ?? "\u{10FFFF}") < ($1 ?? "\u{10FFFF}") }
            if criterion == .report {
                var met: Set<String?> = []
                names = keyed.map(\.1).filter { met.insert($0).inserted }
            }
            for (place, name) in names.enumerated() { places[name] = place }
            for (report, name) in keyed { partOfReport[report] = places[name] }
        }
    }

    private static func name(_ criterion: Criterion, _ entry: ReportTable.Entry) -> String? {
        let report = entry.summary
        return switch criterion {
        case .unit: entry.unitKey.label
        case .unitType: report.unit.type.rawValue
        case .region: report.unit.region.first
        case .reportYear: report.year.year.map(String.init)
        case .path: report.path
        default: "\(report.path):\(report.firstLine)"
        }
    }

    package var count: Int { names.count }

    /// Calls `body` with each part the passage is in.
    @inline(__always)
    func forEach(at ordinal: Int, _ body: (Int) -> Void) {
        switch criterion {
        case .topic:
            for shift in [UInt16(0), 5, 10] {
                let place = Int(columns.topics[ordinal] >> shift & 31)
                if place > 0, place <= names.count { body(place - 1) }
            }
        case .kind: body(Int(columns.flags[ordinal] >> 4))
        case .year: if let part = partOfYear[columns.years[ordinal]] { body(part) }
        default: if let part = partOfReport[columns.reports[ordinal]] { body(part) }
        }
    }

    /// The first part the passage is in.
    package func part(at ordinal: Int) -> Int? {
        var first: Int?
        forEach(at: ordinal) { part in if first == nil { first = part } }
        return first
    }

    /// The name of a part as a reader sees it.
    package func label(_ part: Int) -> String {
        guard let name = names[part] else { return wording("未知", "unknown") }
        switch criterion {
        case .topic: return Topic(rawValue: name)?.chineseName ?? name
        case .kind: return Kind(rawValue: name)?.chineseName ?? name
        default: return name
        }
    }
}
