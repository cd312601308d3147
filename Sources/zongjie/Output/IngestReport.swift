import Documents
import Foundation
import Ingesting
import ReportModel

/// What a run of `ingest` did, for the reader (入库小结).
struct IngestReport {
    let summary: IngestRun.Summary
    let seconds: Double
    let index: String

    /// Doubts shown; the rest is counted.
    private static let shownDoubts = 12
    /// Files shown of those that were not read for one reason.
    private static let shownAlike = 3

    func print() {
        printTrouble()
        printCounts()
        let rate = String(format: "%.1f", Double(summary.bytes) / 1e6 / max(seconds, 0.001))
        let time = String(format: "%.1f", seconds)
        StandardOutput.line(
            wording(
                "未变 \(summary.unchanged)，移除 \(summary.removed)，跳过 \(summary.skipped.count(where: \.isFailure))",
                "unchanged \(summary.unchanged), removed \(summary.removed), skipped \(summary.skipped.count(where: \.isFailure))"
            ))
        StandardOutput.line(
            wording(
                "用时 \(time) 秒（\(rate) MB/s），索引 \(index)",
                "took \(time) s (\(rate) MB/s), index \(index)"))
        if !summary.encodings.isEmpty {
            let encodings = summary.encodings.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
                .map { "\($0.key) \($0.value)" }.joined(separator: ", ")
            StandardOutput.line(wording("编码：", "encodings: ") + encodings)
        }
    }

    /// What a round of watching did, when it did anything.
    func printNews() {
        printTrouble()
        if summary.files > 0 { printCounts() }
        if summary.removed > 0 {
            StandardOutput.line(
                wording("移除 \(summary.removed) 个文件", "removed \(summary.removed) files"))
        }
    }

    private func printTrouble() {
        printSkipped()
        for doubt in summary.doubts.prefix(Self.shownDoubts) {
            StandardError.line(wording("存疑 ", "doubt ") + doubt)
        }
        let more = summary.doubts.count - Self.shownDoubts
        if more > 0 {
            StandardError.line(wording("……另有 \(more) 处存疑", "… and \(more) more doubts"))
        }
    }

    private func printCounts() {
        StandardOutput.line(
            wording(
                "读入 \(summary.files) 个文件：\(summary.reports) 份报告，\(summary.passages) 个段落，"
                    + "\(summary.repairs) 处修补",
                "read \(summary.files) files: \(summary.reports) reports, \(summary.passages) paragraphs, "
                    + "\(summary.repairs) repairs"))
    }

    /// What was not read: equal reasons together, so that a hundred scans are one line.
    private func printSkipped() {
        struct Reason: Hashable {
            let problem: String
            let advice: String?
        }
        func reason(_ error: ReportError) -> Reason {
            Reason(problem: error.problem, advice: error.advice)
        }
        let groups = Dictionary(grouping: summary.skipped, by: reason)
        var told: Set<Reason> = []
        for skipped in summary.skipped {
            let group = groups[reason(skipped)] ?? []
            let word =
                skipped.isFailure ? wording("跳过 ", "skipped ") : wording("未读 ", "not read ")
            guard group.count > Self.shownAlike else {
                StandardError.line(word + skipped.description)
                continue
            }
            guard told.insert(reason(skipped)).inserted else { continue }
            let advice = skipped.advice.map { wording("；", "; ") + $0 } ?? ""
            let count = wording("\(group.count) 个文件：", "\(group.count) files: ")
            StandardError.line(word + count + skipped.problem + advice)
            for file in group.prefix(Self.shownAlike) { StandardError.line("  " + file.place) }
            StandardError.line("  …")
        }
    }
}
