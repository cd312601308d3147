import Documents
import Ingest
import ReportIndex
import ReportModel

/// Reads one file from its bytes to rows ready for the index, on any core (单个文件的处理).
package struct FileReading: Sendable {
    let finder: SourceFinder
    let pipeline: IngestPipeline
    let options: ReadOptions

    package init(finder: SourceFinder, pipeline: IngestPipeline, options: ReadOptions) {
        self.finder = finder
        self.pipeline = pipeline
        self.options = options
    }

    struct Job: Sendable {
        let file: SourceFinder.Found
        let state: FileState
        /// Hash under which the index knows the file, when the rules are the same.
        let knownHash: String?
    }

    enum Outcome: Sendable {
        case prepared(PreparedFile, Details)
        case sameContent(FileState)
        case failed(ReportError)
    }

    /// What the summary tells of a file.
    struct Details: Sendable {
        let encodings: [String]
        let doubts: [Doubt]
        /// Members of an archive that were not read.
        let refused: [ReportError]
    }

    /// The file's bytes under the path it was given by, which need not lead there from this folder.
    private func load(_ job: Job) throws(ReportError) -> InputFile {
        let location = job.state.location
        if IngestRun.location(job.file.path) == location { return try finder.load(job.file) }
        var found = job.file
        found.path = location
        return InputFile(path: job.file.path, bytes: try finder.load(found).bytes)
    }

    func read(_ job: Job) -> Outcome {
        do {
            let input = try load(job)
            var state = job.state
            state.hash = ContentHash.of(input.bytes)
            if state.hash == job.knownHash { return .sameContent(state) }
            let (sources, refused) = try pipeline.contents(of: input, options: options)
            var preparer = try SourcePreparer()
            let details = Details(
                encodings: sources.map(\.encoding), doubts: sources.flatMap(\.doubts),
                refused: refused)
            return .prepared(preparer.prepare(sources, state: state), details)
        } catch {
            return .failed(error)
        }
    }
}
