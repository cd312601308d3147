import Documents
import Foundation
import Ingesting
import ReportIndex
import ReportModel

/// `ingest --watch`: a round of reading whenever something in the folders changed (监视轮次), until the process is ended.
/// What a round wrote is committed when it ends; what one that is interrupted did not commit is read by the next.
struct WatchRounds {
    let command: IngestCommand
    let folders: ReportFolders
    /// What was told already of files that are not read.
    private var told: Set<String> = []
    private var failed: [SourceFinder.Found: ReportError] = [:]

    /// How long a round waits that could not write the index, or read a file that may be readable again.
    private static let pause = Duration.seconds(60)

    init(_ command: IngestCommand, _ folders: ReportFolders) {
        self.command = command
        self.folders = folders
    }

    /// - Throws: `ReportError` when the first round cannot be.
    mutating func run() async throws {
        let round = try IngestRound(command)
        let parent = command.isChild ? getppid() : nil
        // Whoever asks the page meanwhile goes first.
        if command.isChild { _ = nice(10) }
        var watch = FolderWatch(finder: round.finder) { [command, folders] in
            if let parent, getppid() != parent { Foundation.exit(0) }
            return command.paths.isEmpty ? folders.list : command.paths
        }
        var isFirst = true
        var isToRepeat = false
        while true {
            try await watch.change(within: isToRepeat ? Self.pause : nil)
            let paths = command.paths.isEmpty ? folders.list : command.paths
            if paths.isEmpty {
                StandardError.line(
                    wording(
                        "还没有选定报告文件夹，等待中：请在终端运行 zongjie，或在网页上选定",
                        "waiting for the reports' folder to be named: run zongjie on a terminal, or name it on the page"
                    ))
                continue
            }
            do {
                let summary = try await round.run(
                    paths, isFresh: command.fresh && isFirst, failed: failed
                ) { tell($0, $1, isFirst) }
                failed = summary.failed
                isToRepeat = summary.skipped.contains { $0.refusal?.isPassing == true }
                isFirst = false
            } catch  where !isFirst {
                StandardError.line(String(describing: error))
                isToRepeat = true
            }
        }
    }

    private mutating func tell(
        _ summary: IngestRun.Summary, _ seconds: Double, _ isFirst: Bool
    ) {
        var news = summary
        news.skipped.removeAll { told.contains($0.description) }
        told = Set(summary.skipped.map(\.description))
        let report = IngestReport(summary: news, seconds: seconds, index: command.index.path)
        if isFirst {
            report.print()
            guard !command.isChild else { return StandardOutput.flush() }
            StandardError.line(
                wording(
                    "正在监视，保存的报告随时读入（Ctrl-C 结束）", "watching; what is saved is read (Ctrl-C ends)"))
        } else {
            report.printNews()
        }
        StandardOutput.flush()
    }
}
