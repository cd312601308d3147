import Documents
import Foundation
import Ingest
import ReportIndex
import ReportModel

/// One run of `ingest` (一次入库): lists the files, reads the changed ones on all cores, and meanwhile
/// writes those that are read, in the order of the list.
package struct IngestRun {
    private let reading: FileReading
    private let writer: IndexWriter
    private let isFresh: Bool
    private let rules: String
    private let onProgress: (Progress) -> Void
    private let mayRemove: (_ gone: Int, _ known: Int, _ isMuch: Bool) -> Bool

    /// What became of the files.
    package struct Summary {
        package var files = 0
        package var unchanged = 0
        package var reports = 0
        package var passages = 0
        package var repairs = 0
        package var removed = 0
        /// Files that are gone and stay in the index.
        package var kept = 0
        /// Of the files read.
        package var bytes = 0
        package var doubts: [String] = []
        /// Files by encoding or format.
        package var encodings: [String: Int] = [:]
        package var skipped: [ReportError] = []
        /// Files that cannot be read as they are now.
        package var failed: [SourceFinder.Found: ReportError] = [:]

        /// Whether text may be missing: a file failed, or there was nothing but what holds no text.
        package var isIncomplete: Bool {
            skipped.contains(where: \.isFailure)
                || (!skipped.isEmpty && files + unchanged == 0)
        }
    }

    /// How far a run is (进度).
    package struct Progress {
        package let files: Int
        package let bytes: Int
        package var filesDone = 0
        package var bytesDone = 0

        mutating func advance(bytes: Int) {
            filesDone += 1
            bytesDone += bytes
        }
    }

    /// - Parameters:
    ///   - isFresh: Whether unchanged files are read again.
    ///   - rules: What marks the rules in use; files read by other rules are read again.
    ///   - onProgress: Called after every file.
    ///   - mayRemove: Whether files that are surely gone are dropped: how many, of how many that the index
    ///     knows under the paths of the run, and whether that is much. Asked only when there are any.
    package init(
        reading: FileReading, writer: IndexWriter, isFresh: Bool,
        rules: String = RuleVersion.current, onProgress: @escaping (Progress) -> Void = { _ in },
        mayRemove: @escaping (_ gone: Int, _ known: Int, _ isMuch: Bool) -> Bool = { _, _, _ in
            false
        }
    ) {
        self.reading = reading
        self.writer = writer
        self.isFresh = isFresh
        self.rules = rules
        self.onProgress = onProgress
        self.mayRemove = mayRemove
    }

    /// Whether so many files of all are more than a person loses by chance: above a tenth, and not just one.
    package static func isMuch(_ count: Int, of all: Int) -> Bool {
        count > 1 && count * 10 > all
    }

    /// Bytes of files read ahead of those that are being written.
    private static let window = 3 << 20

    /// Reads what changed under the paths.
    ///
    /// - Parameter failed: Of the run before this one: it is told again, and not tried while it stays as it is.
    /// - Throws: `ReportError`, database errors. What was committed before stays.
    package func run(
        _ paths: [String], failed: [SourceFinder.Found: ReportError] = [:]
    ) async throws -> Summary {
        let listing = reading.finder.list(paths)
        var summary = Summary()
        summary.skipped = listing.skipped
        let known = try writer.knownFiles()
        // A file is known by its location, whatever path leads there.
        var met: Set<String> = []
        var jobs: [FileReading.Job] = []
        for file in listing.found {
            let location = Self.location(file.diskPath)
            guard met.insert(location).inserted else { continue }
            if let error = failed[file] {
                summary.skipped.append(error)
                summary.failed[file] = error
                continue
            }
            if let job = job(for: file, at: location, known: known[location]) { jobs.append(job) }
        }
        summary.unchanged = met.count - jobs.count - summary.failed.count
        let (gone, count) = GoneFiles.find(
            under: paths.map(Self.location), among: known.keys, met: met)
        let isMuch = Self.isMuch(gone.count, of: count) || listing.found.isEmpty
        if !gone.isEmpty, mayRemove(gone.count, count, isMuch) {
            try writer.remove(gone)
            summary.removed = gone.count
        } else {
            summary.kept = gone.count
        }
        try await read(jobs, &summary)
        try writer.note(
            skipped: summary.skipped.filter(\.isFailure).map {
                SkippedFile(path: $0.place, refusal: $0.refusal ?? .told($0.problem))
            })
        try writer.finish()
        return summary
    }

    /// Reads files the index knows once more, under the paths they had. What is noted of other files that
    /// could not be read stays.
    package func run(again files: [FileState]) async throws -> Summary {
        var summary = Summary()
        var jobs: [FileReading.Job] = []
        for file in files {
            let listing = reading.finder.list([file.location])
            summary.skipped += listing.skipped
            guard var found = listing.found.first else { continue }
            found.path = file.path
            let state = FileState(
                path: file.path, location: file.location, size: found.size,
                modified: Int(found.modified), rules: rules)
            jobs.append(FileReading.Job(file: found, state: state, knownHash: nil))
        }
        try await read(jobs, &summary)
        try writer.finish()
        return summary
    }

    private func read(_ jobs: [FileReading.Job], _ summary: inout Summary) async throws {
        let total = jobs.reduce(0) { $0 + $1.file.size }
        if total > 8 << 20 { writer.expectMany() }
        var progress = Progress(files: jobs.count, bytes: total)
        try await process(jobs, summary: &summary, progress: &progress)
    }

    private func job(
        for found: SourceFinder.Found, at location: String, known: FileState?
    ) -> FileReading.Job? {
        let state = FileState(
            path: found.path, location: location, size: found.size, modified: Int(found.modified),
            rules: rules)
        if !isFresh, let known, known.rules == rules {
            if known.size == state.size, known.modified == state.modified { return nil }
            return FileReading.Job(file: found, state: state, knownHash: known.hash)
        }
        return FileReading.Job(file: found, state: state, knownHash: nil)
    }

    /// The absolute path of a path.
    static func location(_ path: String) -> String {
        URL(fileURLWithPath: path).standardizedFileURL.path
    }

    /// What a task of the group ends with.
    private enum Event {
        case read(Int, FileReading.Outcome)
        case written
    }

    /// Reads jobs on all cores; one more task writes, in their order, those that are read.
    private func process(
        _ jobs: [FileReading.Job], summary: inout Summary, progress: inout Progress
    ) async throws {
        let (reading, writer) = (self.reading, self.writer)
        var touched: [FileState] = []
        try await withThrowingTaskGroup(of: Event.self) { group in
            var (started, next, taken, ahead) = (0, 0, 0, 0)
            var waiting: [Int: FileReading.Outcome] = [:]
            var ready: [PreparedFile] = []
            var isWriting = false
            func handOut() {
                if !isWriting, taken < next {
                    isWriting = true
                    ahead -= jobs[taken..<next].reduce(0) { $0 + $1.file.size }
                    taken = next
                    group.addTask(priority: .high) { [files = ready] in
                        try writer.append(files)
                        return .written
                    }
                    ready = []
                }
                while started < jobs.count, started == taken || ahead < Self.window {
                    let number = started
                    group.addTask { [job = jobs[number]] in .read(number, reading.read(job)) }
                    ahead += jobs[number].file.size
                    started += 1
                }
            }
            handOut()
            while let event = try await group.next() {
                switch event {
                case .written: isWriting = false
                case .read(let number, let outcome): waiting[number] = outcome
                }
                while let outcome = waiting.removeValue(forKey: next) {
                    note(outcome, of: jobs[next].file, &summary)
                    switch outcome {
                    case .prepared(let file, _): ready.append(file)
                    case .sameContent(let state): touched.append(state)
                    case .failed: break
                    }
                    progress.advance(bytes: jobs[next].file.size)
                    onProgress(progress)
                    next += 1
                }
                handOut()
            }
        }
        try writer.commit()
        try writer.touch(touched)
    }

    private func note(
        _ outcome: FileReading.Outcome, of file: SourceFinder.Found, _ summary: inout Summary
    ) {
        switch outcome {
        case .prepared(let file, let details):
            summary.files += 1
            summary.reports += file.reportCount
            summary.passages += file.passageCount
            summary.repairs += file.repairCount
            summary.bytes += file.state.size
            summary.doubts += details.doubts.map { "\(file.state.path): \($0.text())" }
            summary.skipped += details.refused
            for encoding in details.encodings { summary.encodings[encoding, default: 0] += 1 }
        case .sameContent: summary.unchanged += 1
        case .failed(let error):
            summary.skipped.append(error)
            if error.refusal?.isPassing == false { summary.failed[file] = error }
        }
    }
}
