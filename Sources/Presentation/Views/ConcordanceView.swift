import ReportIndex
import ReferenceCorpus
import ReportModel
import ReportQuery

/// A word in its contexts, line under line (语境共现, KWIC).
package struct ConcordanceBlock: Sendable {
    package struct Line: Sendable {
        package let left: String
        package let match: String
        package let right: String
        /// unit · year, the file's name and the line.
        package let source: String
        package let reference: PassageReference
    }

    package let lines: [Line]
}

package enum ConcordanceView {
    package static func blocks(_ concordance: Concordance) -> [Block] {
        let lines = concordance.lines.map { line in
            let report = line.passage.report
            let file = report.path.split(separator: "/").last.map(String.init) ?? ""
            return ConcordanceBlock.Line(
                left: line.left, match: line.match, right: line.right,
                source: Naming.head(report) + " " + file + ":\(line.passage.line)"
                    + Naming.recognised(line.passage.locator),
                reference: PassageReference(
                    passage: line.passage.id, path: report.path, line: line.passage.line))
        }
        return [
            .concordance(ConcordanceBlock(lines: lines)),
            .note(
                wording(
                    "共 \(concordance.count) 处，\(concordance.passageCount) 段；显示 \(lines.count) 行",
                    "\(concordance.count) matches in \(concordance.passageCount) passages; "
                        + "\(lines.count) lines shown")),
        ]
    }
}
