import Documents
import Foundation
import Ingest
import ReportIndex
import ReportModel

/// Folders of the checkout.
package enum Checkout {
    package static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().path
    package static let corpus = folder + "/Corpus"
    package static let labels = folder + "/Tests/Labels"
}

/// Indexes made by the whole pipeline, for tests.
package enum TestIndex {
    /// An index of `Corpus/` in a folder of its own.
    package struct Shared: Sendable {
        package let folder: TemporaryFolder
        package var path: String { folder.path("index.sqlite") }
        package let sources: [Source]

        init() throws {
            folder = try TemporaryFolder()
            sources = try TestIndex.read(Checkout.corpus)
            try TestIndex.write(sources, to: folder.path("index.sqlite"))
        }

        package func open() throws -> IndexReading { try IndexDatabase.open(path).reading() }
    }

    /// Made once for all tests of a process.
    private static let made = Result { try Shared() }

    package static func corpus() throws -> Shared { try made.get() }

    /// The sources under a folder, read by every stage.
    package static func read(_ folder: String) throws -> [Source] {
        let pipeline = try IngestPipeline.standard()
        let finder = SourceFinder()
        return try finder.list([folder]).found.flatMap {
            try pipeline.sources(from: try finder.load($0))
        }
    }

    /// Writes sources, each as a file of its own; `each` of them a transaction.
    package static func write(_ sources: [Source], to path: String, each: Int = .max) throws {
        let writer = try IndexWriter(path: path) { _ in false }
        var preparer = try SourcePreparer()
        for (number, source) in sources.enumerated() {
            try writer.append([preparer.prepare([source], state: state(source.path))])
            if (number + 1).isMultiple(of: each) { try writer.commit() }
        }
        try writer.finish()
    }

    package static func state(_ path: String) -> FileState {
        FileState(path: path, location: path, size: 0, modified: 0, rules: "")
    }

    /// A source of one report whose paragraphs are these texts.
    package static func source(_ path: String, _ texts: [String]) -> Source {
        let paragraphs = texts.enumerated().map { Paragraph(line: $0.offset + 1, text: $0.element) }
        let report = Report(
            title: path, firstLine: 1, lastLine: texts.count, paragraphs: paragraphs)
        return Source(path: path, encoding: "UTF-8", lineCount: texts.count, reports: [report])
    }
}
