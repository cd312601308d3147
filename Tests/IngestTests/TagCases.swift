import Documents
import ReportModel

@testable import Ingest

/// Short reports written for the tagger's tests.
enum TagCases {
    /// A source with one report of these lines, structured as the pipeline does it.
    static func source(_ text: String, path: String = "a.txt") throws -> Source {
        guard let stages else { throw Missing() }
        let file = InputFile(path: path, bytes: Array(text.utf8))
        guard var source = try stages.pipeline.sources(from: file).first else { throw Missing() }
        stages.tagger.tag(&source)
        return source
    }

    /// Made once: the vocabulary takes a while to read.
    private static let stages: (pipeline: IngestPipeline, tagger: Tagger)? = {
        guard let pipeline = try? IngestPipeline(), let tagger = try? Tagger() else { return nil }
        return (pipeline, tagger)
    }()

    static func report(_ text: String) throws -> Report {
        guard let report = try source(text).reports.first else { throw Missing() }
        return report
    }

    /// The paragraph that contains some words.
    static func paragraph(_ words: String, of report: Report) throws -> Paragraph {
        guard let found = report.paragraphs.first(where: { $0.text.contains(words) }) else {
            throw Missing()
        }
        return found
    }

    struct Missing: Error {}
}
