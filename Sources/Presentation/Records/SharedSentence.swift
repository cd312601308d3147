import ReportIndex
import ReportQuery

/// Sentences many units write, or one alone (套话与独有的句子).
package struct SentenceList: Sendable {
    package struct Item: Sendable {
        package let use: SentenceUse
        /// Where it is first found.
        package let passage: Passage
        package let units: Int
        package let reports: Int
    }

    package var items: [Item] = []
    /// Units and reports that were counted.
    package var units = 0
    package var reports = 0
    /// Whether they are what one unit alone writes.
    package var isUnique = false

    package init() {}
}

extension Records {
    /// - Parameter isUnique: whether the sentences are what one unit alone writes.
    package static func sentence(isUnique: Bool) -> RecordType<SentenceList.Item> {
        let own: [RecordField<SentenceList.Item>] = [
            .number(
                "own_part", "独有部分", places: 3, "别的单位没有的部分，0 到 1",
                "part of it that no other unit writes, 0 to 1"
            ) { $0.use.ownPart }
        ]
        let fields: [RecordField<SentenceList.Item>] = [
            .text("text", "句子", "首次出现时的文字", "as it stands where it is first found") { $0.use.text },
            .integer("units", "单位数", "写到它的单位数", "units that write it") { $0.use.units },
            .number("unit_share", "单位占比", places: 4, "占全部单位的比例", "part of all units") {
                share($0.use.units, $0.units)
            },
            .integer("reports", "报告数", "写到它的报告数", "reports that have it") { $0.use.reports },
            .number("report_share", "报告占比", places: 4, "占全部报告的比例", "part of all reports") {
                share($0.use.reports, $0.reports)
            },
            .integer("count", "次数", "出现次数", "how often it stands") { $0.use.count },
        ]
        let place: [RecordField<SentenceList.Item>] = [
            .text("unit", "单位", "独有它的单位", "the unit that alone has it") {
                isUnique ? $0.passage.report.unit.name : nil
            },
            source { RecordPlace($0.passage) },
        ]
        return RecordType(
            "sentence", "许多单位共用的一句，或一家独有的一句", "a sentence many units share, or one alone writes",
            fields + (isUnique ? own : []) + place)
    }

    private static func share(_ part: Int, _ whole: Int) -> Double? {
        whole == 0 ? nil : Double(part) / Double(whole)
    }
}
