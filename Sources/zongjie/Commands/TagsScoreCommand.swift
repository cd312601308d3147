import ArgumentParser
import Foundation
import Presentation
import ReportIndex
import ReportModel
import ReportQuery

struct TagsScoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "score",
        abstract: wording(
            "对照标注给标签评分。", "Precision, recall and abstentions of each tag against labels."),
        discussion: discussion(
            """
            标注是一行一个 JSON：reports.jsonl（报告起始、单位、类型、层级、年份）和
            paragraphs.jsonl（标题级别、类型、年份、主题）。文件按名、段落按行对应。
            due：有标注的；given：其中给出的；abstained：有标注而未给的。
            """,
            """
            Labels are rows of JSON: reports.jsonl (where a report begins, its unit, type, level, year) and \
            paragraphs.jsonl (heading level, kind, year, topics). Files are matched by name, paragraphs by \
            line. due: labels with a value; given: values the tool gives there; abstained: due, and none given.
            """,
            examples: """
                zongjie ingest Corpus/ --index corpus.sqlite
                zongjie tags score Tests/Labels --index corpus.sqlite --misses
                """))

    @Argument(help: .wording("标注的文件夹或文件。", "A folder of labels, or one file."))
    var labels: String

    @OptionGroup var index: IndexOption

    @Flag(help: .wording("列出每处不一致。", "Print every disagreement too."))
    var misses = false

    @OptionGroup var output: OutputOptions

    func run() throws {
        let labels = try TagLabels(at: labels)
        let reading = try index.open()
        let files = Set(labels.paragraphs.map(\.file))
        var passages: [Passage] = []
        if !files.isEmpty {
            try reading.forEachPassage { passage in
                let name = (passage.report.path as NSString).lastPathComponent
                if files.contains(name) { passages.append(passage) }
            }
        }
        let score = TagScore(
            labels, reports: try reading.reports().entries.map(\.summary), passages: passages)
        if output.isText {
            printTable(score)
        } else {
            output.write(Records.tagAccuracy, score.fields.filter { $0.due + $0.given > 0 })
        }
        if score.fields.allSatisfy({ $0.given == 0 }) { throw ExitCode(1) }
    }

    private func printTable(_ score: TagScore) {
        let heads = ["precision", "recall", "F1", "due", "given", "right", "abstained"]
        StandardOutput.line(
            TextColumns.pad("", 16) + heads.map { Self.cell($0) }.joined())
        for field in score.fields where field.due + field.given > 0 {
            let figures = [field.precision, field.recall, field.f1].map { figure in
                figure.map { String(format: "%.3f", $0) } ?? "–"
            }
            let counts = [field.due, field.given, field.right, field.abstained].map(String.init)
            StandardOutput.line(
                TextColumns.pad(field.field, 16) + (figures + counts).map { Self.cell($0) }.joined()
            )
        }
        if score.missing > 0 {
            StandardOutput.line(
                wording("缺 \(score.missing) 行", "\(score.missing) labelled lines are missing"))
        }
        if misses { for line in score.disagreements { StandardOutput.line(line) } }
    }

    private static func cell(_ text: String) -> String {
        " " + TextColumns.padStart(text, 10)
    }
}
