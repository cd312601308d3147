import ReportIndex
import ReportModel
import ReportQuery

/// How a report, its unit and its year are named to a reader (称呼).
package enum Naming {
    /// unit · year, with ≈ before an inferred year.
    package static func head(_ report: ReportSummary) -> String {
        unit(report) + " · " + year(report.year)
    }

    /// What stands behind a place whose text was recognised from a picture; empty for any other.
    static func recognised(_ locator: String?) -> String {
        Paragraph.isRecognised(locator) ? wording("（识别）", " (recognised)") : ""
    }

    package static func unit(_ report: ReportSummary) -> String {
        if let name = report.unit.name { return name }
        return report.unit.type == .other
            ? wording("未知单位", "unknown unit")
            : wording("未知\(report.unit.type.chineseName)", "unknown \(report.unit.type.rawValue)")
    }

    /// What is said of reports that only their name and folder make one unit's.
    static func oneByName(_ name: String) -> String {
        wording(
            "这些报告都只称“\(name)”、没有写地名，按同一文件夹当作一个单位。",
            "These reports say “\(name)” only, without a place; being in one folder they are taken as one unit's."
        )
    }

    package static func year(_ tag: YearTag) -> String {
        knownYear(tag) ?? wording("年份未知", "year unknown")
    }

    /// The same in any language; `nil` when no year is known.
    static func knownYear(_ tag: YearTag) -> String? {
        let mark = tag.basis == .inferred ? "≈" : ""
        if let year = tag.year { return mark + String(year) }
        return tag.range.map { "\(mark)\($0.lowerBound)–\($0.upperBound)" }
    }

    package static func status(_ status: Activity.Status) -> String {
        switch status {
        case .done: wording("已做", "done")
        case .planned: wording("计划", "planned")
        case .notDone: wording("未做", "not done")
        }
    }

    /// What a figure is, in a word.
    package static func part(_ part: Quantity.Part) -> String {
        switch part {
        case .head: wording("主数", "head")
        case .ofWhich: wording("其中", "of which")
        case .target: wording("目标", "target")
        case .previous: wording("往年", "previous")
        case .perItem: wording("每个", "per item")
        case .age: wording("年龄", "age")
        case .rate: wording("比率", "rate")
        case .other: wording("其他", "other")
        }
    }

    /// An amount as written, with what it is unless it is a head.
    package static func quantity(_ quantity: Quantity) -> String {
        switch quantity.part {
        case .head, .age, .rate: quantity.raw
        default: quantity.raw + wording("（\(part(quantity.part))）", " (\(part(quantity.part)))")
        }
    }

    /// A number with at most four decimals, whole when it is.
    package static func number(_ value: Double, places: Double = 10_000) -> String {
        let rounded = (value * places).rounded() / places
        if rounded == rounded.rounded(), abs(rounded) < 1e15 { return String(Int(rounded)) }
        return String(rounded)
    }
}
