import Foundation
import ReportModel

/// A line on the terminal that tells how far a run is, its rate and the time that is left (进度).
/// Nothing is shown when standard error is not a terminal.
struct IngestProgress {
    private let files: Int
    private let bytes: Int
    private var filesDone = 0
    private var bytesDone = 0
    private let start = ContinuousClock.now
    private var lastShown = ContinuousClock.now
    private let isShown: Bool

    init(files: Int, bytes: Int) {
        self.files = files
        self.bytes = bytes
        isShown = Terminal.isErrorInteractive && files > 1
    }

    mutating func advance(bytes: Int) {
        filesDone += 1
        bytesDone += bytes
        let now = ContinuousClock.now
        guard isShown, now - lastShown > .milliseconds(100) else { return }
        lastShown = now
        let seconds =
            Double((now - start).components.seconds)
            + Double((now - start).components.attoseconds) / 1e18
        let rate = Double(bytesDone) / max(seconds, 0.001)
        let left = Int((Double(self.bytes - bytesDone) / max(rate, 1)).rounded(.up))
        let speed = String(format: "%.1f", rate / 1e6)
        StandardError.write(
            "\r\u{1B}[K"
                + wording(
                    "\(filesDone)/\(files) 个文件，\(speed) MB/s，约剩 \(left) 秒",
                    "\(filesDone)/\(files) files, \(speed) MB/s, about \(left) s left"))
    }

    func end() {
        if isShown { StandardError.write("\r\u{1B}[K") }
    }
}
