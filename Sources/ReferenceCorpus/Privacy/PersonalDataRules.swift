import ReportModel
import Segmentation
import Vocabulary

/// What may tell who a person is, as `personal-data.yml` has it (个人信息规则).
struct PersonalDataRules: Sendable {
    var surnames: Set<[UInt32]> = []
    var titles: TermMatcher
    var aided: TermMatcher
    var notGiven: Set<UInt32> = []
    var masks: Set<UInt32> = []
    /// Words that begin like names.
    var words: Set<[UInt32]> = []
    var numbers: [Number] = []

    struct Number: Sendable {
        let kind: String
        let digits: ClosedRange<Int>
        let starts: [[UInt32]]
        let check: String?
    }

    private struct Row: Decodable {
        var surnames: [String]?
        var titles: [String]?
        var aided: [String]?
        var notGiven: [String]?
        var words: [String]?
        var masks: [String]?
        var number: String?
        var digits: [Int]?
        var starts: [String]?
        var check: String?

        enum CodingKeys: String, CodingKey {
            case surnames, titles, aided, words, masks, number, digits, starts, check
            case notGiven = "not_given"
        }
    }

    /// - Throws: `ReportError` when the file is broken.
    init() throws(ReportError) {
        let rows: [Row] = try VocabularyFile.rows("personal-data.yml")
        let folding = Folding.standard
        titles = TermMatcher(rows.flatMap { $0.titles ?? [] })
        aided = TermMatcher(rows.flatMap { $0.aided ?? [] })
        for row in rows {
            for name in row.surnames ?? [] { surnames.insert(folding.fold(name)) }
            for text in row.notGiven ?? [] { notGiven.formUnion(folding.fold(text)) }
            for text in row.words ?? [] { words.insert(folding.fold(text)) }
            for text in row.masks ?? [] { masks.formUnion(folding.fold(text)) }
            guard let kind = row.number, let digits = row.digits, digits.count == 2,
                digits[0] <= digits[1]
            else { continue }
            numbers.append(
                Number(
                    kind: kind, digits: digits[0]...digits[1],
                    starts: (row.starts ?? []).map { folding.fold($0) }, check: row.check))
        }
    }
}
