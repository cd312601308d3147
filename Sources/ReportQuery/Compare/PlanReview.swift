import ReportIndex
import ReportModel

/// A year's plans against the year's results (计划兑现).
package struct PlanReview: Sendable {
    package enum Outcome: String, Sendable, CaseIterable {
        /// The result reaches every planned figure, or tells of the matter as done.
        case kept
        /// Less than planned, or later.
        case partly
        /// The result says that it was not done.
        case notKept = "not-kept"
        /// No paragraph of the results tells of it: which does not mean that nothing was done.
        case noTrace = "no-trace"
    }

    package struct Row: Sendable {
        /// The clause of the plan, with its own figures.
        package let plan: ActivityRecord
        package let outcome: Outcome
        /// The passage that answers the plan best; `nil` without a trace.
        package let result: Passage?
        /// The sentence of it.
        package let quotation: String?
        /// The figure that decided, as planned and as it came.
        package let planned: Quantity?
        package let actual: Quantity?
        /// From 0 to 1.
        package let likeness: Double
        package let reason: Reason
    }

    /// Why an outcome was chosen.
    package enum Reason: Sendable {
        case figures
        /// A word of the result decided: 未能, 拖到.
        case words(String)
        /// The month by which it was promised, and the later one of the result.
        case months(Int, Int)
        /// The result tells of it and nothing speaks against it.
        case told
        case noTrace
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
    /// - Parameter year: the year of the results; the latest with plans and results when `nil`.
    /// - Throws: `ReportError` for an unknown unit or when there is nothing to compare, or with what
    ///   SQLite said.
    package func promises(of name: String, year: Int?, in reading: IndexReading) throws
        -> PlanReview
    {
        let index = try reading.index()
        let selection = try UnitSelection(reading)
        let unit = try selection.unitOverYears(name)
        let records = try self.records(of: unit.reports, in: reading)
        let plans = records.filter { $0.activity.status == .planned }
        let own = ordinals(of: unit.reports, in: index)
        let targets = Set(plans.flatMap { Self.targets(of: $0) }).sorted(by: >)
        let latest = targets.first { target in
            let due = plans.filter { Self.targets(of: $0).contains(target) }
            let sources = Set(due.map { UInt32(truncatingIfNeeded: $0.report.id) })
            return results(of: target, among: own, unit, in: index).contains {
                !sources.contains(index.columns.reports[$0])
            }
        }
        guard let year = year ?? latest else {
            throw ReportError(
                .notFound, place: unit.name,
                problem: wording(
                    "没有某一年的计划与同年的总结可以对照",
                    "there is no year with both plans and a report on it"),
                advice: wording(
                    "需要上一年报告里的计划和当年的报告", "plans in the report of the year before are needed"))
        }
        let answers = results(of: year, among: own, unit, in: index)
        let resultReports = Set(answers.map { Int64(index.columns.reports[$0]) })
        let due = plans.filter { Self.targets(of: $0).contains(year) }
        var review = PlanReview(unit: unit, year: year)
        review.planReports = Self.reports(of: due)
        review.resultReports = unit.reports.filter { resultReports.contains($0.id) }
        let told = try ToldSentences(
            passages: answers.map(index.passage), words: try ComparisonWords(), in: reading)
        var texts: [Int64: String] = [:]
        try reading.forEachText(of: Array(Set(due.map(\.paragraph)))) { texts[$0.id] = $0.text }
        for plan in due {
            for promise in PromiseClauses.promises(of: plan, in: texts[plan.paragraph] ?? "") {
                guard let row = try Self.row(promise, told, of: unit.name, in: reading) else {
                    continue
                }
                review.rows.append(row)
            }
        }
        return review
    }

    /// Body paragraphs that tell of a year's work, among the passages of a unit.
    private func results(
        of year: Int, among own: [Int], _ unit: UnitReports, in index: PassageIndex
    ) -> [Int] {
        let columns = index.columns
        let filed = Set(
            unit.reports.filter { Self.years(of: $0).contains(year) }.map {
                UInt32(truncatingIfNeeded: $0.id)
            })
        return own.filter { ordinal in
            guard columns.role(at: ordinal) == .body, columns.kind(at: ordinal) != .plan else {
                return false
            }
            let concerned = Int(columns.years[ordinal])
            return concerned == year || concerned == 0 && filed.contains(columns.reports[ordinal])
        }
    }

    /// The years a report may be filed under.
    private static func years(of report: ReportSummary) -> [Int] {
        if let year = report.year.year { return [year] }
        return report.year.range.map { Array($0) } ?? []
    }

    /// The years a plan may be for; those after its report when the paragraph does not say.
    private static func targets(of plan: ActivityRecord) -> [Int] {
        if let year = plan.concernsYear { return [year] }
        return years(of: plan.report).map { $0 + 1 }
    }

    private static func reports(of records: [ActivityRecord]) -> [ReportSummary] {
        var reports: [ReportSummary] = []
        for record in records where !reports.contains(where: { $0.id == record.report.id }) {
            reports.append(record.report)
        }
        return reports
    }

    /// `nil` when only the plan's own report could answer.
    private static func row(
        _ promise: PromiseClauses.Promise, _ told: ToldSentences, of unit: String,
        in reading: IndexReading
    ) throws(ReportError) -> PlanReview.Row? {
        let report = promise.record.report.id
        guard told.hasOthers(than: report) else { return nil }
        guard let found = told.best(for: promise, of: unit, except: report),
            let passage = try reading.passages([found.sentence.passage]).first,
            let verdict = verdict(promise, found)
        else {
            return PlanReview.Row(
                plan: promise.record, outcome: .noTrace, result: nil, quotation: nil,
                planned: promise.target, actual: nil, likeness: 0, reason: .noTrace)
        }
        return PlanReview.Row(
            plan: promise.record, outcome: verdict.outcome, result: passage,
            quotation: found.sentence.text, planned: verdict.planned ?? promise.target,
            actual: verdict.actual, likeness: min(1, found.likeness), reason: verdict.reason)
    }

    /// `nil` where a sentence that is hardly like the promise would deny it.
    private static func verdict(
        _ promise: PromiseClauses.Promise,
        _ found: (sentence: ToldSentences.Sentence, likeness: Double)
    ) -> PromiseVerdict? {
        let verdict = PromiseVerdict(promise, found.sentence)
        guard case .words = verdict.reason, verdict.outcome == .notKept else { return verdict }
        return found.likeness < leastDenied ? nil : verdict
    }

    private static let leastDenied = 0.45
}
