import ReportModel
import Vocabulary

/// Tags every report of a source by unit and year and every paragraph by kind, year and topic
/// (打标签), each tag with its evidence. Total: doubt becomes weaker evidence or a doubt.
package struct Tagger: Sendable, SourceStage {
    private let lexicon: TagLexicon

    /// - Throws: `VocabularyError` naming the vocabulary file that cannot be used.
    package init() throws(VocabularyError) {
        lexicon = try TagLexicon()
    }

    /// Fills in unit, year, period, kinds, topics and evidence. O(characters).
    package func tag(_ source: inout Source) {
        var paragraphs = ParagraphTagger(lexicon)
        for index in source.reports.indices {
            _ = paragraphs.tag(&source.reports[index])
        }
    }

    package func apply(to source: inout Source) { tag(&source) }
}
