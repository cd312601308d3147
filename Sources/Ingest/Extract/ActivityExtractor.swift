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
    private let cues: FigureCues

    /// - Throws: `VocabularyError` when a word list of the extractor is broken.
    package init() throws(VocabularyError) {
        words = try ActivityWords()
        quantities = try QuantityReader()
        cues = try FigureCues()
    }

    /// Fills `activities` of every body paragraph. O(length of the text).
    package func extract(_ report: inout Report) {
        var reading = ParagraphReading()
        extract(&report, with: &reading)
    }

    package func apply(to source: inout Source) {
        var reading = ParagraphReading()
        for index in source.reports.indices { extract(&source.reports[index], with: &reading) }
    }

    private func extract(_ report: inout Report, with reading: inout ParagraphReading) {
        var headings: [String] = []
        let isPlan = isOutlook([report.title])
        var isOutlook = isPlan
        for index in report.paragraphs.indices where report.paragraphs[index].role == .body {
            if report.paragraphs[index].headings != headings {
                headings = report.paragraphs[index].headings
                isOutlook = isPlan || self.isOutlook(headings)
            }
            extract(&report.paragraphs[index], isOutlook: isOutlook, with: &reading)
        }
    }

    /// The records of one paragraph, ordered by place, none overlapping another.
    func activities(of paragraph: Paragraph) -> [Activity] {
        var paragraph = paragraph
        var reading = ParagraphReading()
        extract(&paragraph, isOutlook: isOutlook(paragraph.headings), with: &reading)
        return paragraph.activities
    }

    /// Whether one of the headings over a paragraph speaks of what is to come.
    private func isOutlook(_ headings: [String]) -> Bool {
        headings.contains { words.isOutlook($0) }
    }

    private static func telling(_ kind: Kind, isOutlook: Bool) -> ClauseReader.Telling {
        switch kind {
        case .done, .plan: .work
        case .problem: .problem
        case .advice: .advice
        default: isOutlook ? .work : .other
        }
    }

    private func extract(
        _ paragraph: inout Paragraph, isOutlook: Bool, with reading: inout ParagraphReading
    ) {
        paragraph.activities.removeAll()
        guard paragraph.kind != .advice else { return }
        let telling = Self.telling(paragraph.kind, isOutlook: isOutlook)
        reading.reader.read(paragraph.text, telling: telling, words)
        guard telling == .work || !reading.reader.kinds.isDisjoint(with: .verb) else { return }
        reading.reader.readAmounts(quantities)
        reading.reader.cut(into: &reading.clauses)
        reading.reader.read(reading.clauses, into: &reading.assembler)
        guard !reading.assembler.records.isEmpty else { return }
        let tense = Tense(kind: paragraph.kind, isOutlook: isOutlook, reader: reading.reader)
        paragraph.activities.reserveCapacity(reading.assembler.records.count)
        for record in reading.assembler.records {
            paragraph.activities.append(
                reading.reader.activity(
                    of: record, status: tense.status(of: record, reader: reading.reader),
                    quantities: quantities, cues: cues))
        }
    }
}

/// What a paragraph is read into; its memory serves again from one to the next.
private struct ParagraphReading: ~Copyable {
    var reader = ClauseReader()
    var clauses: [Clause] = []
    var assembler = RecordAssembler()
}
