import ReportIndex
import ReportModel
import ReportQuery

/// A sentence and who writes it (套话或独有的句子).
package struct SentenceBlock: Sendable {
    package let text: String
    /// How many units and reports have it, or whose it is.
    package let counts: String
    package let reference: PassageReference
}

package enum SentencesView {
    package static func blocks(_ list: SentenceList) -> [Block] {
        list.items.map { .sentence(block($0, isUnique: list.isUnique)) } + [
            .note(
                wording(
                    "统计范围：\(list.units) 个单位，\(list.reports) 份报告；副本只计一次",
                    "counted over \(list.units) units and \(list.reports) reports; copies count once"
                ))
        ]
    }

    private static func block(_ item: SentenceList.Item, isUnique: Bool) -> SentenceBlock {
        let use = item.use
        let report = item.passage.report
        let percent =
            item.units == 0 ? 0 : Int((Double(use.units) / Double(item.units) * 100).rounded())
        let counts =
            isUnique
            ? wording(
                "\(report.unit.name ?? "单位不详")  \(use.reports) 份报告",
                "\(report.unit.name ?? "unknown unit")  \(use.reports) reports")
            : wording(
                "\(use.units) 个单位（\(percent)%）  \(use.reports) 份报告  \(use.count) 次",
                "\(use.units) units (\(percent)%)  \(use.reports) reports  \(use.count) times")
        return SentenceBlock(
            text: use.text, counts: counts,
            reference: PassageReference(
                passage: item.passage.id, path: report.path, line: item.passage.line))
    }
}
