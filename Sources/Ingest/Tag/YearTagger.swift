import ReportModel

/// Decides the year an office would file a report under (年份判定): stated, or inferred from the
/// almanac as a range, or none.
struct YearTagger {
    let almanac: [AlmanacRow]

    /// What was decided, and the years that done work and plans are for.
    struct Decision {
        var tag = YearTag()
        var evidence: [Evidence] = []
        var doubts: [Doubt] = []
        /// The years that what was done and what is planned are for.
        var calendar = ConcernedYear.Calendar()
    }

    /// A government report is filed under the year it plans: the title's, or that of the headings,
    /// or the year it was given in; one given in the last two months of a year plans the next.
    func decide(
        _ government: GovernmentReport, headings: [(meaning: HeadingMeaning, line: Int)]
    ) -> Decision {
        var decision = Decision()
        let given = government.given
        let isNear = { (year: Int) in given.map { (0...1).contains(year - $0.year) } ?? true }
        let plan = headings.first {
            $0.meaning.kind == .plan && $0.meaning.year.map(isNear) == true
        }
        // 2016年主要工作 in a report given in 2016 is its plan: a review is of a year gone by.
        let isPast = { (year: Int) in
            given.map { year == $0.year - 1 || year == $0.year && ($0.month ?? 0) >= 11 } ?? true
        }
        let review = headings.first {
            $0.meaning.kind == .done && $0.meaning.year.map(isPast) == true
        }
        if let year = government.titleYear, isNear(year) {
            add(year, "title", 0, government.titleQuote, to: &decision)
        }
        if let plan, let year = plan.meaning.year {
            add(year, "plan-heading", plan.line, plan.meaning.text, to: &decision)
        }
        if let review, let year = review.meaning.year {
            add(year + 1, "review-heading", review.line, review.meaning.text, to: &decision)
        }
        if let given {
            let isLate = given.month.map { $0 == 12 } ?? false
            add(
                given.year + (isLate ? 1 : 0), "given", government.dateLine, government.dateQuote,
                to: &decision)
        }
        if decision.tag.year == nil, let year = government.fileYear {
            add(year, "file-title", 0, String(year), to: &decision)
        }
        if let year = decision.tag.year {
            decision.tag.range = year...year
            decision.tag.basis = .stated
            decision.calendar = ConcernedYear.Calendar(done: year - 1, plan: year, present: year)
        }
        return decision
    }

    /// The first statement gives the year; a later one that differs is a doubt.
    private func add(
        _ year: Int, _ rule: String, _ line: Int, _ quote: String, to decision: inout Decision
    ) {
        decision.evidence.append(
            Evidence(field: "year", rule: rule, line: line, quote: quote, note: String(year)))
        guard let known = decision.tag.year else {
            decision.tag.year = year
            return
        }
        if known != year, rule != "given" {
            decision.doubts.append(Self.doubt(known, year, line))
        }
    }

    /// An ordinary report.
    func decide(
        _ stated: StatedYear, clues: [ParagraphTagger.PlacedClue], form: StatedYear.Form,
        lastYearOfName: Int?
    ) -> Decision {
        var decision = Decision()
        decision.tag.publisherYear = stated.publisherYear
        for claim in stated.claims {
            add(claim.year, claim.rule, claim.line, claim.quote, to: &decision)
        }
        let inference = YearInference(
            clues, almanac: almanac, signed: stated.signed, lastYearOfName: lastYearOfName,
            isPlan: form.isPlan)
        if let year = decision.tag.year {
            let first = stated.claims.first?.first
            decision.tag.range = (first ?? year)...year
            decision.tag.basis = .stated
            for clue in inference.contradicting(year) {
                decision.doubts.append(
                    .clueAgainstYear(line: clue.line, quote: clue.quote, year: year))
            }
            weigh(stated, against: inference, &decision)
        } else if let range = inference.range {
            decision.tag.range = range
            decision.tag.year = range.count == 1 ? range.lowerBound : nil
            decision.tag.basis = .inferred
            decision.evidence += inference.evidence
            decision.doubts += inference.doubts
        } else {
            decision.evidence += inference.evidence
        }
        decision.calendar.isPartOfYear = form.isPartOfYear
        decision.calendar.isOfPlan = form.isPlan
        if let year = decision.tag.year, decision.tag.range?.count ?? 1 <= 2 {
            decision.calendar.present = year
            decision.calendar.done = form.isPlan ? year - 1 : year
            decision.calendar.plan = form.isPlan || form.isPartOfYear ? year : year + 1
        }
        return decision
    }

    /// What the text says in several places must agree: otherwise nothing is stated, and the year lies
    /// among those that were said.
    private func weigh(
        _ stated: StatedYear, against inference: YearInference, _ decision: inout Decision
    ) {
        var years = stated.claims.map(\.year)
        years += stated.claims.compactMap(\.first)
        if let signed = stated.signed, let year = decision.tag.year,
            !(year...(year + 1)).contains(signed.year), !years.contains(signed.year)
        {
            years.append(signed.year)
            decision.doubts.append(Self.doubt(year, signed.year, signed.line))
        }
        // A title alone against events of other years is rather its publisher's.
        if stated.claims.allSatisfy({ $0.rule == "title" }), let year = decision.tag.year,
            let events = inference.eventRange,
            events.upperBound < year - 1 || events.lowerBound > year
        {
            years += [events.lowerBound, events.upperBound]
            decision.evidence += inference.evidence
            decision.doubts.append(Self.doubt(year, events.lowerBound, stated.claims[0].line))
        }
        guard let low = years.min(), let high = years.max(), let year = decision.tag.year else {
            return
        }
        let first = stated.claims.first?.first ?? year
        guard low < first || high > year else { return }
        decision.tag.range = low...high
        decision.tag.basis = .inferred
    }

    private static func doubt(_ known: Int, _ other: Int, _ line: Int) -> Doubt {
        .otherYear(line: line, year: other, known: known)
    }
}
