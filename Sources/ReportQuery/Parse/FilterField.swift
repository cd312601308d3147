import ReportModel

/// The fields a query may filter by, under their Chinese and English names (检索字段).
package enum FilterField: CaseIterable, Sendable {
    case unit, unitType, level, region, year, reportYear, topic, kind, role, path

    package var names: [String] {
        switch self {
        case .unit: ["单位", "unit"]
        case .unitType: ["单位类型", "type", "unit_type"]
        case .level: ["层级", "level"]
        case .region: ["地区", "region"]
        case .year: ["年份", "year"]
        case .reportYear: ["报告年份", "report-year", "report_year"]
        case .topic: ["主题", "topic"]
        case .kind: ["类型", "类别", "kind"]
        case .role: ["角色", "role"]
        case .path: ["文件", "path", "file"]
        }
    }

    /// Cuts `field:value`; `nil` when the text has no colon after a field's name.
    static func split(_ text: String) -> (field: FilterField, value: String)? {
        guard let colon = text.firstIndex(where: { $0 == ":" || $0 == "：" }) else { return nil }
        let name = text[..<colon].lowercased()
        guard let field = allCases.first(where: { $0.names.contains(name) }) else { return nil }
        return (field, String(text[text.index(after: colon)...]))
    }

    /// Adds the values of `text`, separated by commas, to a filter.
    package func apply(_ text: String, isExcluded: Bool = false, to filter: inout Filter)
        throws(ReportError)
    {
        let values = text.split(whereSeparator: { $0 == "," || $0 == "，" || $0 == "、" })
            .map(String.init)
        guard !values.isEmpty else {
            throw ReportError(
                place: names[0], problem: wording("没有给出值", "no value is given"), advice: example)
        }
        guard !isExcluded || self == .unit else {
            throw ReportError(
                place: "-" + names[0], problem: wording("只有单位可以排除", "only units can be excluded"),
                advice: nil)
        }
        for value in values.map(QueryText.folded) {
            switch self {
            case .unit where isExcluded: filter.excludedUnits.append(value)
            case .unit: filter.units.append(value)
            case .region: filter.regions.append(value)
            case .path: filter.paths.append(value)
            case .year: filter.years.append(try year(value))
            case .reportYear: filter.reportYears.append(try year(value))
            case .topic: filter.topics += try choices(value, Topic.allCases, \.chineseName)
            case .kind: filter.kinds += try choices(value, Kind.allCases, \.chineseName)
            case .unitType: filter.unitTypes += try choices(value, UnitType.allCases, \.chineseName)
            case .level: filter.levels += try choices(value, AdminLevel.allCases, \.chineseName)
            case .role: filter.roles += try choices(value, Role.allCases, \.chineseName)
            }
        }
    }

    private func year(_ text: String) throws(ReportError) -> YearChoice {
        if ["unknown", "none", "未知", "不详"].contains(text.lowercased()) { return .unknown }
        let digits = text.hasSuffix("年") ? String(text.dropLast()) : text
        let ends = digits.split(omittingEmptySubsequences: false) { "-–—−~〜至到".contains($0) }
            .map { end in
                Int(String(end.filter { $0 != "年" }.map(Self.digit)))
                    .flatMap { (0...9999).contains($0) ? $0 : nil }
            }
        switch ends.count {
        case 1:
            if let year = ends[0] { return .years(year...year) }
        case 2:
            if let from = ends[0], let to = ends[1] {
                return .years(min(from, to)...max(from, to))
            }
            // An open end: 2015- and -2015.
            if let from = ends[0], digits.count < 6 { return .years(from...9999) }
            if let to = ends[1], digits.count < 6 { return .years(0...to) }
        default: break
        }
        throw ReportError(
            place: "\(names[0]):\(text)", problem: wording("不是年份", "not a year"), advice: example)
    }

    /// 二〇一八 is 2018; what is no Han digit stays.
    private static func digit(_ character: Character) -> Character {
        switch character {
        case "〇", "○", "零": "0"
        case "一": "1"
        case "二": "2"
        case "三": "3"
        case "四": "4"
        case "五": "5"
        case "六": "6"
        case "七": "7"
        case "八": "8"
        case "九": "9"
        default: character
        }
    }

    private func choices<Value: RawRepresentable<String>>(
        _ text: String, _ all: [Value], _ chineseName: (Value) -> String
    ) throws(ReportError) -> [Value] {
        let wanted = text.lowercased()
        if let exact = all.first(where: { $0.rawValue == wanted || chineseName($0) == text }) {
            return [exact]
        }
        let near = all.filter {
            $0.rawValue.hasPrefix(wanted) || chineseName($0).contains(text)
        }
        guard !near.isEmpty else {
            let known = all.map { "\($0.rawValue) \(chineseName($0))" }.joined(separator: ", ")
            throw ReportError(
                place: "\(names[0]):\(text)", problem: wording("没有这个值", "there is no such value"),
                advice: wording("可用的有：\(known)", "there are: \(known)"))
        }
        return near
    }

    private var example: String? {
        switch self {
        case .year, .reportYear:
            wording(
                "例如 \(names[0]):2015-2018 或 \(names[0]):未知",
                "for example \(names[1]):2015-2018 or \(names[1]):unknown")
        default: nil
        }
    }
}
