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
    private static let kept = 0.45
    private static let reworded = 0.25

    /// - Parameter year: the year of the results; the latest with plans and results when `nil`.
    /// - Throws: `QueryError` for an unknown unit or when there is nothing to compare, `IndexError` with what
    ///   SQLite said.
    package func promises(of name: String, year: Int?, in reading: IndexReading) throws
        -> PlanReview
    {
        let words = try ComparisonWords()
        let analyzer = try PassageAnalyzer(words: words, synonyms: try SynonymTable())
        let index = try reading.index()
        let selection = try UnitSelection(reading)
        let unit = try selection.unit(name)
        let records = try self.records(of: unit.reports, in: reading)
        let plans = records.filter { $0.activity.status == .planned }
        let own = ordinals(of: unit.reports, in: index)
        let targets = Set(plans.compactMap { Self.target(of: $0) }).sorted(by: >)
        let latest = targets.first { target in
            let due = plans.filter { Self.target(of: $0) == target }
            let sources = Set(due.map { UInt32(truncatingIfNeeded: $0.report.id) })
            return results(of: target, among: own, unit, in: index).contains {
                sources != [index.columns.reports[$0]]
            }
        }
        guard let year = year ?? latest else {
            throw QueryError(
                place: unit.name,
                problem: wording(
                    "没有某一年的计划与同年的总结可以对照",
                    "there is no year with both plans and a report on it"),
                advice: wording(
                    "需要上一年报告里的计划和当年的报告", "plans in the report of the year before are needed"))
        }
        let answers = results(of: year, among: own, unit, in: index)
        let resultReports = Set(answers.map { Int64(index.columns.reports[$0]) })
        let due = plans.filter { Self.target(of: $0) == year }
        var review = PlanReview(unit: unit, year: year)
        review.planReports = Self.reports(of: due)
        review.resultReports = unit.reports.filter { resultReports.contains($0.id) }
        let statistics = TermStatistics(reading: reading, index: index)
        let candidates = try CandidateText.read(answers, index: index, reading)
        for plan in due {
            // A report does not answer its own plans.
            let others = candidates.filter { Int64($0.report) != plan.report.id }
            guard !others.isEmpty else { continue }
            let questions = try analyzer.analyze(plan.activity.span, statistics: statistics)
            let ranker = SimilarRanker(questions: questions, words: words, kind: nil)
            review.rows.append(
                try Self.row(plan, ranker.ranked(others).first, ranker, in: reading))
        }
        return review
    }

    /// Body paragraphs that tell of a year's work, among the passages of a unit.
    private func results(
        of year: Int, among own: [Int], _ unit: UnitReports, in index: PassageIndex
    ) -> [Int] {
        let columns = index.columns
        let filed = Set(
            unit.reports.filter { $0.year.year == year }.map { UInt32(truncatingIfNeeded: $0.id) })
        return own.filter { ordinal in
            guard columns.role(at: ordinal) == .body, columns.kind(at: ordinal) != .plan else {
                return false
            }
            let concerned = Int(columns.years[ordinal])
            return concerned == year || concerned == 0 && filed.contains(columns.reports[ordinal])
        }
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
        in reading: IndexReading
    ) throws(IndexError) -> PlanReview.Row {
        guard let best, best.score >= reworded,
            let passage = try reading.passages([best.candidate.id]).first
        else {
            return PlanReview.Row(
                plan: plan, outcome: .noTrace, result: nil, quotation: nil,
                likeness: best?.score ?? 0, why: "")
        }
        let isSame = best.best.programmes.contains { ranker.isProgramme($0) }
        let range = best.candidate.text.origin(of: best.best.range)
        let scalars = Array(passage.text.unicodeScalars)
        let quotation = String(
            String.UnicodeScalarView(scalars[range.clamped(to: 0..<scalars.count)]))
        return PlanReview.Row(
            plan: plan, outcome: best.score >= kept || isSame ? .kept : .reworded, result: passage,
            quotation: quotation, likeness: min(1, best.score), why: ranker.shared(best).why)
    }
}
