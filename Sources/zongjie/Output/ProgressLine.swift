import Foundation
import Ingesting
import ReportModel

/// A line on the terminal that tells how far long work is and the time that is left (进度).
/// Nothing is shown when standard error is not a terminal.
final class ProgressLine {
    private let start = ContinuousClock.now
    private var lastShown = ContinuousClock.now
    private let isTerminal = Terminal.isErrorInteractive

    private var seconds: Double { max((ContinuousClock.now - start) / .seconds(1), 0.001) }

    /// How far reading files is, with the rate.
    func show(_ progress: IngestRun.Progress) {
        guard progress.files > 1 else { return }
        let (count, seconds) = ("\(progress.filesDone)/\(progress.files)", seconds)
        show(progress.bytesDone, of: progress.bytes, isDone: progress.filesDone == progress.files) {
            let speed = String(format: "%.1f", Double(progress.bytesDone) / seconds / 1e6)
            return wording("\(count) 个文件，\(speed) MB/s", "\(count) files, \(speed) MB/s")
        }
    }

    /// How far giving passages their vectors is.
    func show(vectors done: Int, of all: Int) {
        show(done, of: all, isDone: done == all) {
            wording("向量 \(done)/\(all)", "vectors \(done)/\(all)")
        }
    }

    private func show(_ done: Int, of all: Int, isDone: Bool, _ state: () -> String) {
        guard isTerminal else { return }
        guard !isDone else { return end() }
        guard ContinuousClock.now - lastShown > .milliseconds(100) else { return }
        lastShown = ContinuousClock.now
        let left = Int((Double(all - done) * seconds / Double(max(done, 1))).rounded(.up))
        StandardError.write(
            "\r\u{1B}[K" + state() + wording("，约剩 \(left) 秒", ", about \(left) s left"))
    }

    /// Takes the line away, also when the work broke off.
    func end() {
        if isTerminal { StandardError.write("\r\u{1B}[K") }
    }
}
