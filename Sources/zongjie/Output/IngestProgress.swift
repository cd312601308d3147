import Foundation
import Ingesting
import ReportModel

/// A line on the terminal that tells how far a run is, its rate and the time that is left (进度).
/// Nothing is shown when standard error is not a terminal.
final class IngestProgress {
    private let start = ContinuousClock.now
    private var lastShown = ContinuousClock.now
    private let isTerminal = Terminal.isErrorInteractive

    func show(_ progress: IngestRun.Progress) {
        let now = ContinuousClock.now
        guard isTerminal, progress.files > 1 else { return }
        guard progress.filesDone < progress.files else { return end() }
        guard now - lastShown > .milliseconds(100) else { return }
        lastShown = now
        let seconds = (now - start) / .seconds(1)
        let rate = Double(progress.bytesDone) / max(seconds, 0.001)
        let left = Int((Double(progress.bytes - progress.bytesDone) / max(rate, 1)).rounded(.up))
        let speed = String(format: "%.1f", rate / 1e6)
        let count = "\(progress.filesDone)/\(progress.files)"
        StandardError.write(
            "\r\u{1B}[K"
                + wording(
                    "\(count) 个文件，\(speed) MB/s，约剩 \(left) 秒",
                    "\(count) files, \(speed) MB/s, about \(left) s left"))
    }

    private func end() {
        StandardError.write("\r\u{1B}[K")
    }
}
