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

    func print() {
        for skipped in summary.skipped {
            StandardError.line(
                wording("跳过 ", "skipped ") + skipped.description)
        }
        for doubt in summary.doubts.prefix(Self.shownDoubts) {
            StandardError.line(wording("存疑 ", "doubt ") + doubt)
        }
        let more = summary.doubts.count - Self.shownDoubts
        if more > 0 {
            StandardError.line(wording("……另有 \(more) 处存疑", "… and \(more) more doubts"))
        }
        let rate = String(format: "%.1f", Double(summary.bytes) / 1e6 / max(seconds, 0.001))
        let time = String(format: "%.1f", seconds)
        StandardOutput.line(
            wording(
                "读入 \(summary.files) 个文件：\(summary.reports) 份报告，\(summary.passages) 个段落，"
                    + "\(summary.repairs) 处修补",
                "read \(summary.files) files: \(summary.reports) reports, \(summary.passages) paragraphs, "
                    + "\(summary.repairs) repairs"))
        StandardOutput.line(
            wording(
                "未变 \(summary.unchanged)，移除 \(summary.removed)，跳过 \(summary.skipped.count)",
                "unchanged \(summary.unchanged), removed \(summary.removed), skipped \(summary.skipped.count)"
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
}
