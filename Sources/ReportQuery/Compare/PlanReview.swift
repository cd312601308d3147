import GRDB
import ReportIndex
import ReportModel
import Segmentation

/// Last year's plans against this year's results (计划兑现).
package struct PlanReview: Sendable {
    package enum Outcome: String, Sendable, CaseIterable {
        /// The result says the same in nearly the same words.
        case kept
        /// The result tells of the same matter in other words.
        case reworded
        /// No paragraph of the results tells of it: which does not mean that nothing was done.
        case noTrace = "no-trace"
    }

    package struct Row: Sendable {
        package let plan: ActivityRecord
        package let outcome: Outcome
        /// The passage that answers the plan best; `nil` without a trace.
        package let result: Passage?
        /// The sentence of it.
        package let quotation: String?
        /// From 0 to 1.
        package let likeness: Double
        /// What both share, in words.
        package let why: String
    }

    package let unit: UnitReports
    package let year: Int
    /// The reports the plans and the results are taken from.
    package internal(set) var planReports: [ReportSummary] = []
    package internal(set) var resultReports: [ReportSummary] = []
    package internal(set) var rows: [Row] = []

    package func count(_ outcome: Outcome) -> Int { rows.count { $0.outcome == outcome } }
}

extension ComparisonEngine {
    private static let kept = 0.5
    private static let reworded = 0.27

    /// - Parameter year: the year of the results; the latest with plans and results when `nil`.
    /// - Throws: `QueryError` for an unknown unit or when there is nothing to compare, `IndexError` with what
    ///   SQLite said.
    package func promises(of name: String, year: Int?) throws -> PlanReview {
        let words = try ComparisonWords()
        var analyzer = try PassageAnalyzer(words: words, synonyms: try SynonymTable())
        let database = self.database
        let selection = try database.read { db in try UnitSelection(db) }
        let unit = try selection.unit(name)
        let records = try database.read { db in try self.records(of: unit.reports, db) }
        let plans = records.filter { $0.activity.status == .planned }
        let reported = Set(unit.years)
        let planned = Set(plans.compactMap { Self.target(of: $0) })
        guard let year = year ?? planned.intersection(reported).max() else {
            throw QueryError(
                place: unit.name,
                problem: wording(
                    "没有某一年的计划与同年的总结可以对照",
                    "there is no year with both plans and a report on it"),
                advice: wording(
                    "需要上一年报告里的计划和当年的报告", "plans in the report of the year before are needed"))
        }
        var review = PlanReview(unit: unit, year: year)
        let due = plans.filter { Self.target(of: $0) == year && $0.report.year.year != year }
        review.planReports = Self.reports(of: due)
        review.resultReports = unit.reports.filter { $0.year.year == year }
        guard !due.isEmpty, !review.resultReports.isEmpty else { return review }
        let index = self.index
        let results = ordinals(of: review.resultReports).filter {
            index.columns.kind(at: $0) != .plan && index.columns.role(at: $0) == .body
        }
        let found = try database.read { db -> [PlanReview.Row] in
            let statistics = TermStatistics(db: db, index: index)
            let candidates = try CandidateText.read(results, index: index, db)
            return try due.map { plan in
                let questions = try analyzer.analyze(plan.activity.span, statistics: statistics)
                let ranker = SimilarRanker(questions: questions, words: words, kind: nil)
                return try Self.row(plan, ranker.ranked(candidates).first, ranker, db)
            }
        }
        review.rows = found
        return review
    }

    /// The year a plan is for; the year after its report when the paragraph does not say.
    private static func target(of plan: ActivityRecord) -> Int? {
        plan.concernsYear ?? plan.report.year.year.map { $0 + 1 }
    }

    private static func reports(of records: [ActivityRecord]) -> [ReportSummary] {
        var reports: [ReportSummary] = []
        for record in records where !reports.contains(where: { $0.id == record.report.id }) {
            reports.append(record.report)
        }
        return reports
    }

    private static func row(
        _ plan: ActivityRecord, _ best: SimilarRanker.Ranked?, _ ranker: SimilarRanker,
        _ db: Database
    ) throws -> PlanReview.Row {
        guard let best, best.score >= reworded,
            let passage = try PassageReader(db).passages([best.candidate.id]).first
        else {
            return PlanReview.Row(
                plan: plan, outcome: .noTrace, result: nil, quotation: nil,
                likeness: best?.score ?? 0, why: "")
        }
        let range = best.candidate.text.origin(of: best.best.range)
        let scalars = Array(passage.text.unicodeScalars)
        let quotation = String(
            String.UnicodeScalarView(scalars[range.clamped(to: 0..<scalars.count)]))
        return PlanReview.Row(
            plan: plan, outcome: best.score >= kept ? .kept : .reworded, result: passage,
            quotation: quotation, likeness: min(1, best.score), why: ranker.shared(best).why)
    }
}
