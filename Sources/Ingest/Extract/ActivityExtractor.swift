import ReportModel
import Vocabulary

/// Finds the concrete things that a report says were done or are planned (活动抽取).
///
/// A clause becomes a record when the verb that governs it and what stands around the verb are
/// concrete by the word lists; clauses that tell when, why or with what result go to their neighbour.
/// Every record stays inside one sentence and one item of a list.
package struct ActivityExtractor: Sendable, SourceStage {
    private let words: ActivityWords
    private let rules: ClauseWords
    private let quantities: QuantityReader
    private let cues: FigureCues
    private let partners: PartnerWords
    private let headers: TableHeaders

    /// - Throws: `ReportError` when a word list of the extractor is broken.
    package init() throws(ReportError) {
        words = try ActivityWords()
        rules = try ClauseWords()
        quantities = try QuantityReader()
        cues = try FigureCues()
        partners = try PartnerWords()
        headers = try TableHeaders()
    }

    /// Fills `activities` of every body paragraph. O(length of the text).
    package func extract(_ report: inout Report) {
        var reading = ParagraphReading(rules)
        extract(&report, with: &reading)
    }

    package func apply(to source: inout Source) {
        var reading = ParagraphReading(rules)
        for index in source.reports.indices { extract(&source.reports[index], with: &reading) }
    }

    private func extract(_ report: inout Report, with reading: inout ParagraphReading) {
        var headings: [String] = []
        let isPlan = isOutlook([report.title])
        var isOutlook = isPlan
        var table: FigureTable?
        let opening = Self.opening(of: report)
        let own = report.unit.name.map(OwnUnit.init)
        for index in report.paragraphs.indices {
            let row = TableRow(
                report.paragraphs[index].text, before: report.paragraphs[index].cellsBefore)
            let header = row.flatMap { FigureTable(header: $0, headers, quantities: quantities) }
            if let header { table = header } else if row == nil { table = nil }
            guard report.paragraphs[index].role == .body else { continue }
            if report.paragraphs[index].headings != headings {
                headings = report.paragraphs[index].headings
                isOutlook = isPlan || self.isOutlook(headings)
            }
            let isLater = Self.isLater(
                report.paragraphs[index].concernsYear, than: report.year.year)
            if header == nil, let table, let row,
                fill(&report.paragraphs[index], from: row, of: table, isPlan: isOutlook || isLater)
            {
                continue
            }
            extract(
                &report.paragraphs[index], isOutlook: isOutlook || isLater,
                isOpening: opening.contains(index),
                isCut: Self.isCut(before: index, in: report.paragraphs), own: own,
                with: &reading)
        }
    }

    /// Whether the line before ends in a number, page marks and the like left out.
    private static func isCut(before index: Int, in paragraphs: [Paragraph]) -> Bool {
        let before = paragraphs[..<index].last { $0.role != .noise }
        return before.map { FoldedText.endsInNumber($0.text) } ?? false
    }

    /// Gives a row of a table its record; `false` when it holds no figures, so that it is read as text.
    private func fill(
        _ paragraph: inout Paragraph, from row: TableRow, of table: FigureTable, isPlan: Bool
    ) -> Bool {
        let isPlan = isPlan || paragraph.kind == .plan
        guard let record = table.activity(of: row, in: paragraph.text, isPlan: isPlan) else {
            return false
        }
        paragraph.activities = [record]
        return true
    }

    /// The paragraphs before the first heading, or the first one of a report without: they say who reports
    /// (编制6人, 辖9个社区), and a count alone tells of nothing done.
    private static func opening(of report: Report) -> Range<Int> {
        let paragraphs = report.paragraphs
        guard let first = paragraphs.firstIndex(where: { $0.role == .body }),
            paragraphs.count(where: { $0.role == .body }) > 3
        else { return 0..<0 }
        let isNumbered = paragraphs[first].headingLevel != nil
        guard !isNumbered, paragraphs[first].headings.isEmpty else { return 0..<0 }
        let numbered = paragraphs[first...].firstIndex {
            $0.role == .heading || $0.headingLevel != nil || !$0.headings.isEmpty
        }
        return first..<min(numbered ?? first + 1, first + 3)
    }

    /// The records of one paragraph, ordered by place, none overlapping another.
    func activities(of paragraph: Paragraph) -> [Activity] {
        var paragraph = paragraph
        var reading = ParagraphReading(rules)
        extract(
            &paragraph, isOutlook: isOutlook(paragraph.headings), own: nil, with: &reading)
        return paragraph.activities
    }

    /// Whether one of the headings over a paragraph speaks of what is to come.
    private func isOutlook(_ headings: [String]) -> Bool {
        headings.contains { words.isOutlook($0) }
    }

    /// What concerns a year after the report's own is a plan.
    private static func isLater(_ year: Int?, than own: Int?) -> Bool {
        guard let year, let own else { return false }
        return year > own
    }

    private static func telling(_ kind: Kind, isOutlook: Bool, isOpening: Bool)
        -> ClauseReader.Telling
    {
        switch kind {
        case .advice: .advice
        case .plan: .plan
        case _ where isOutlook: .plan
        case _ where isOpening: .opening
        case .done: .work
        case .problem: .problem
        default: .other
        }
    }

    private func extract(
        _ paragraph: inout Paragraph, isOutlook: Bool, isOpening: Bool = false,
        isCut: Bool = false, own: OwnUnit?, with reading: inout ParagraphReading
    ) {
        paragraph.activities.removeAll()
        guard paragraph.kind != .advice else { return }
        let telling = Self.telling(paragraph.kind, isOutlook: isOutlook, isOpening: isOpening)
        reading.reader.read(paragraph.text, telling: telling, words)
        guard
            telling != .problem && telling != .other
                || !reading.reader.kinds.isDisjoint(with: .verb)
        else { return }
        reading.reader.readAmounts(quantities, isCut: isCut)
        reading.reader.cut(into: &reading.clauses)
        reading.reader.read(reading.clauses, into: &reading.assembler)
        guard !reading.assembler.records.isEmpty else { return }
        let tense = Tense(kind: paragraph.kind, isOutlook: isOutlook, reader: reading.reader)
        paragraph.activities.reserveCapacity(reading.assembler.records.count)
        let records = reading.assembler.records
        for (place, record) in records.enumerated() {
            let status = tense.status(of: record, reader: reading.reader)
            paragraph.activities.append(
                reading.reader.activity(
                    of: record, status: status, quantities: quantities, cues: cues,
                    room: reading.reader.room(of: place, in: records), own: own,
                    partners: partners))
        }
    }
}

/// What a paragraph is read into; its memory serves again from one to the next.
private struct ParagraphReading: ~Copyable {
    var reader: ClauseReader
    var clauses: [Clause] = []
    var assembler = RecordAssembler()

    init(_ rules: ClauseWords) { reader = ClauseReader(rules) }
}
