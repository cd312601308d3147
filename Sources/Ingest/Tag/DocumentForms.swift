import ReportModel
import Segmentation
import Vocabulary

/// Tells a plan from a summary by its title (文种): 工作要点, 实施方案, but not 工作总结及下一年计划.
struct DocumentForms: Sendable {
    private let words: TermMatcher
    /// By term.
    private let isPlan: [Bool]
    private let backward: TermMatcher

    /// - Throws: `ReportError` when a `kinds.yml` cannot be read.
    init() throws(ReportError) {
        var terms: [String] = []
        var isPlan: [Bool] = []
        var backward: [String] = []
        for row in try VocabularyFile.rows("kinds.yml", as: Row.self) {
            guard let form = row.document else { continue }
            if form == "looks-back" {
                backward += row.words ?? []
                continue
            }
            terms += row.words ?? []
            isPlan += (row.words ?? []).map { _ in form == "plan" }
        }
        words = TermMatcher(terms)
        self.isPlan = isPlan
        self.backward = TermMatcher(backward)
    }

    /// Whether a heading inside a plan tells what was done.
    func looksBack(_ heading: String) -> Bool { !backward.matches(in: heading).isEmpty }

    /// Whether a title names a plan and nothing that looks back. What it says last counts: of
    /// 计划落实情况 the last word is 情况.
    func isPlan(_ title: [UInt32]) -> Bool {
        let found = words.longestMatches(in: title)
        return !found.isEmpty && found.allSatisfy { isPlan[$0.term] }
    }

    private struct Row: Decodable {
        let document: String?
        let words: [String]?
    }
}
