import ReportModel
import ReportQuery

extension Records {
    /// A unit as an assistant is told of it.
    package static let indexedUnit = RecordType<UnitReports>(
        "indexed-unit", "索引中的一个单位", "a unit that an index has reports of",
        [
            .text("unit", "单位", "单位名；不明为 null", "its name; null when not known") {
                $0.key.name
            },
            .integer("reports", "报告数", "报告数", "reports") { $0.reports.count },
            .texts("years", "年份", "报告年份，推断的前有 ≈", "years of the reports, with ≈ when inferred") {
                var met: Set<String> = []
                return $0.reports.compactMap { Naming.knownYear($0.year) }
                    .filter { met.insert($0).inserted }.sorted()
            },
            .text(
                "place", "位置", leftOut: true, "单位不明时报告的位置",
                "where the report is, when its unit is not known well enough"
            ) { $0.key.place },
        ])
}
