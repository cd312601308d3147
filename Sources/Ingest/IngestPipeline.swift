import Documents
import ReportModel
import Segmentation
import Vocabulary

/// A stage after structure that fills in more of a source: tagging, extraction (后续环节).
package protocol SourceStage: Sendable {
    func apply(to source: inout Source)
}

/// One file in, finished sources out (处理流程): decode → clean → split → structure → further stages.
package struct IngestPipeline: Sendable {
    package var readers: Readers
    package let cleaner: Cleaner
    package let furniture: Furniture
    package let splitter: ReportSplitter
    package let outliner: Outliner
    /// Run in order on every source once its structure is known.
    package var stages: [any SourceStage]

    /// - Throws: `ReportError` when a rule file cannot be read.
    package init(readers: Readers = .standard, stages: [any SourceStage] = [])
        throws(ReportError)
    {
        let words = try StructureWords()
        self.readers = readers
        cleaner = try Cleaner()
        furniture = try Furniture(words: words)
        splitter = ReportSplitter(words: words)
        outliner = Outliner(words: words)
        self.stages = stages
    }

    /// Every stage there is: structure, then tags, then activities, which lean on the tags.
    ///
    /// - Throws: `ReportError` when a rule file cannot be read.
    package static func standard() throws(ReportError) -> IngestPipeline {
        try VocabularyFile.checkUserFiles()
        _ = try Lexicon.standard
        return try IngestPipeline(stages: [
            try Tagger(), try ActivityExtractor(), RecognisedFigures(),
        ])
    }

    /// The sources in a file: one for most files, one a member for archives.
    ///
    /// - Throws: `ReportError` when the file cannot be decoded; everything after decoding is total.
    package func sources(from file: InputFile, options: ReadOptions = ReadOptions())
        throws(ReportError) -> [Source]
    {
        try contents(of: file, options: options).sources
    }

    /// The sources in a file, and why some members of an archive were not read.
    ///
    /// - Throws: `ReportError` when nothing of the file can be decoded.
    package func contents(of file: InputFile, options: ReadOptions = ReadOptions())
        throws(ReportError) -> (sources: [Source], refused: [ReportError])
    {
        let documents = try readers.read(file, options: options)
        return (
            documents.filter { $0.refusal == nil }.map { source(from: $0) },
            documents.compactMap(\.refusal)
        )
    }

    /// The source a decoded document becomes.
    package func source(from document: DecodedDocument) -> Source {
        var cleaned = cleaner.clean(document)
        furniture.mark(&cleaned)
        WrappedLines.join(&cleaned)
        let (drafts, doubts) = splitter.split(cleaned)
        var source = Source(
            path: document.path, encoding: document.encoding, lineCount: document.lineCount,
            reports: drafts.map { outliner.outline($0, of: cleaned) },
            properties: cleaned.properties, doubts: cleaned.doubts + doubts)
        for stage in stages { stage.apply(to: &source) }
        return source
    }
}
