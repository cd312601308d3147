import ReportModel
import Vocabulary

/// Finds the concrete things that a report says were done or are planned (活动抽取).
///
/// A clause becomes a record when the verb that governs it and what stands around the verb are
/// concrete by the word lists; clauses that tell when, why or with what result go to their neighbour.
/// Every record stays inside one sentence and one item of a list.
package struct ActivityExtractor: Sendable, SourceStage {
    private let words: ActivityWords
    private let quantities: QuantityReader

    /// - Throws: `VocabularyError` when a word list of the extractor is broken.
    package init() throws(VocabularyError) {
        words = try ActivityWords()
        quantities = try QuantityReader()
    }

    /// Fills `activities` of every body paragraph. O(length of the text).
    package func extract(_ report: inout Report) {
        var headings: [String] = []
        var isOutlook = false
        for index in report.paragraphs.indices where report.paragraphs[index].role == .body {
            if report.paragraphs[index].headings != headings {
                headings = report.paragraphs[index].headings
                isOutlook = self.isOutlook(headings)
            }
            report.paragraphs[index].activities = activities(
                in: report.paragraphs[index].text, kind: report.paragraphs[index].kind,
                isOutlook: isOutlook)
        }
    }

    package func apply(to source: inout Source) {
        for index in source.reports.indices { extract(&source.reports[index]) }
    }

    /// The records of one paragraph, ordered by place, none overlapping another.
    func activities(of paragraph: Paragraph) -> [Activity] {
        activities(
            in: paragraph.text, kind: paragraph.kind, isOutlook: isOutlook(paragraph.headings))
    }

    /// Whether one of the headings over a paragraph speaks of what is to come.
    private func isOutlook(_ headings: [String]) -> Bool {
        headings.contains { words.isOutlook($0) }
    }

    private func activities(in text: String, kind: Kind, isOutlook: Bool) -> [Activity] {
        let text = FoldedText(text)
        let regions = TextRegions(text)
        let found = words.words(of: text, regions: regions)
        guard found.contains(where: { !$0.kind.isDisjoint(with: .verb) }) else { return [] }
        let amounts = quantities.amounts(in: text, regions: regions)
        let reader = ClauseReader(text: text, regions: regions, words: found, amounts: amounts)
        let records = reader.records()
        guard !records.isEmpty else { return [] }
        let tense = Tense(kind: kind, isOutlook: isOutlook, reader: reader)
        return records.map {
            reader.activity(
                of: $0, status: tense.status(of: $0, reader: reader), quantities: quantities)
        }
    }
}
