import ReportModel

extension Decision {
    /// Gives a report the decided tag, marked as a person's. A year decided by hand is `stated` only when
    /// the text states it; otherwise it is `inferred`, as a range of one year.
    func apply(to report: inout Report) {
        let isKnown = value != DecisionField.unknown
        switch field {
        case .unit: report.unit.name = isKnown ? value : nil
        case .unitType: report.unit.type = UnitType(rawValue: value) ?? report.unit.type
        case .adminLevel: report.unit.level = AdminLevel(rawValue: value) ?? report.unit.level
        case .region: report.unit.region = isKnown ? DecisionField.places(value) : []
        case .year: applyYear(to: &report)
        case .kind, .concernsYear, .topics, .role: return
        }
        note(in: &report.evidence)
    }

    /// Puts the decision in the place of what spoke for the automatic tag. Decisions stand last, by field,
    /// so that their order tells nothing of when they were made.
    private func note(in all: inout [Evidence]) {
        all.removeAll { $0.field == field.rawValue }
        let place = all.firstIndex { $0.rule == Self.rule && $0.field > field.rawValue }
        all.insert(evidence, at: place ?? all.endIndex)
    }

    private func applyYear(to report: inout Report) {
        let before = report.year.year
        let decided = Int(value)
        guard before != decided || decided == nil else { return }
        report.year.year = decided
        report.year.range = decided.map { $0...$0 }
        report.year.basis = decided == nil ? .none : .inferred
        for index in report.paragraphs.indices {
            Self.follow(
                year: decided, from: before, isPartOfYear: Self.isPart(report.period),
                &report.paragraphs[index])
        }
    }

    /// Rules by which a paragraph's year follows from its report's.
    private static let dependent: Set<String> = [
        "report-year", "same-year", "next-year", Kind.plan.rawValue, Kind.advice.rawValue,
    ]

    private static func isPart(_ period: String?) -> Bool {
        guard let period else { return false }
        return ["半年", "季度", "月"].contains { period.contains($0) }
    }

    /// A paragraph's year that followed from its report's goes with it. Where the report had none, work
    /// done takes the report's year, and plans the next one, or the same in a report on part of a year.
    private static func follow(
        year: Int?, from before: Int?, isPartOfYear: Bool, _ paragraph: inout Paragraph
    ) {
        let field = DecisionField.concernsYear.rawValue
        if let place = paragraph.evidence.firstIndex(where: { $0.field == field }) {
            guard dependent.contains(paragraph.evidence[place].rule) else { return }
            if let year, let before, let old = paragraph.concernsYear {
                paragraph.concernsYear = old + year - before
                paragraph.evidence[place].note = String(old + year - before)
            } else {
                paragraph.concernsYear = nil
                paragraph.evidence.remove(at: place)
            }
            return
        }
        guard let year, before == nil, paragraph.concernsYear == nil else { return }
        let found: (year: Int, rule: String)
        switch paragraph.kind {
        case .done, .overview, .problem: found = (year, "report-year")
        case .plan, .advice: found = (isPartOfYear ? year : year + 1, paragraph.kind.rawValue)
        case .other: return
        }
        paragraph.concernsYear = found.year
        paragraph.evidence.insert(
            Evidence(
                field: field, rule: found.rule, line: paragraph.line, quote: "",
                note: String(found.year)),
            at: paragraph.evidence.firstIndex { $0.rule == rule } ?? paragraph.evidence.endIndex)
    }

    /// Gives a paragraph the decided tag, marked as a person's.
    func apply(to paragraph: inout Paragraph) {
        switch field {
        case .kind: paragraph.kind = Kind(rawValue: value) ?? paragraph.kind
        case .concernsYear: paragraph.concernsYear = Int(value)
        case .role: paragraph.role = Role(rawValue: value) ?? paragraph.role
        case .topics:
            paragraph.topics = value.split(separator: ",").compactMap {
                Topic(rawValue: String($0))
            }
            paragraph.evidence.removeAll { $0.field.hasPrefix("topic:") }
        case .unit, .unitType, .adminLevel, .region, .year: return
        }
        note(in: &paragraph.evidence)
    }
}
