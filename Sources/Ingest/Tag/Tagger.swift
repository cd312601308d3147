import ReportModel
import Vocabulary

/// Tags every report of a source by unit and year and every paragraph by kind, year and topic
/// (打标签), each tag with its evidence. Total: doubt becomes weaker evidence or a doubt.
package struct Tagger: Sendable, SourceStage {
    private let lexicon: TagLexicon
    private let units: UnitTagger

    /// - Throws: `ReportError` naming the vocabulary file that cannot be used.
    package init() throws(ReportError) {
        lexicon = try TagLexicon()
        units = try UnitTagger()
    }

    /// Fills in unit, year, period, kinds, topics and evidence. O(characters).
    package func tag(_ source: inout Source) {
        var paragraphs = ParagraphTagger(lexicon)
        for index in source.reports.indices {
            tag(
                &source.reports[index], fileTitle: source.properties["title"],
                isOnly: source.reports.count == 1, with: &paragraphs)
        }
    }

    package func apply(to source: inout Source) { tag(&source) }

    private func tag(
        _ report: inout Report, fileTitle: String?, isOnly: Bool,
        with paragraphs: inout ParagraphTagger
    ) {
        let isPart = report.hasPublisherTitle && !units.names(report.title)
        if report.hasPublisherTitle, !isPart { report.year.publisherYear = nil }
        let government = GovernmentReport(
            report, fileTitle: isOnly ? fileTitle : nil, isPart: isPart, gazetteer: units.gazetteer)
        let isPlan = government == nil && isPlan(report, isPart: isPart)
        let lines = ReportLines(report, isPart: isPart, rules: units.rules)
        // The year as far as it is known without the headings, for what they mean.
        let known =
            government == nil
            ? StatedYear(report, headings: [], lines: lines).claims.first?.year : nil
        let reading = paragraphs.tag(
            &report, planned: government?.planned, isPlan: isPlan, year: known)
        let years = YearTagger(almanac: lexicon.almanac)
        var decision: YearTagger.Decision
        if let government {
            report.unit = government.unit
            report.evidence += government.evidence
            decision = years.decide(government, headings: reading.headings)
            report.period = "全年"
        } else {
            let survey = units.survey(report, lines: lines)
            let (unit, _) = survey.decide(units.gazetteer)
            let period = period(of: reading, lines: lines)
            if let period {
                report.period = lexicon.periods[period.period]
                report.evidence.append(
                    Evidence(
                        field: "period", rule: "kinds.yml", line: period.line, quote: period.quote))
            }
            let form = StatedYear.Form(
                isPlan: isPlan,
                isPartOfYear: period.map { $0.period < lexicon.wholeYear } ?? false)
            let stated = StatedYear(
                report, headings: reading.headings, lines: lines, form: form)
            decision = years.decide(
                stated, clues: reading.clues, form: form,
                lastYearOfName: units.lastYear(of: unit))
            // Places bear their names for a time.
            let placed = survey.decide(units.gazetteer, in: decision.tag.range?.upperBound)
            report.unit = placed.unit
            report.evidence.insert(contentsOf: placed.evidence, at: 0)
        }
        let publisher = report.year.publisherYear
        report.year = decision.tag
        report.year.publisherYear = publisher ?? decision.tag.publisherYear
        report.evidence += decision.evidence
        report.doubts += decision.doubts
        for index in report.paragraphs.indices {
            let kind = report.paragraphs[index].kind
            let found = reading.years[index].resolve(
                kind: kind, in: decision.calendar)
            guard let found else { continue }
            report.paragraphs[index].concernsYear = found.year
            report.paragraphs[index].evidence.append(
                Evidence(
                    field: "concerns_year", rule: found.rule, line: report.paragraphs[index].line,
                    quote: found.quote, note: String(found.year)))
        }
    }

    /// Whether the report's titles name a plan. A compiler's headline counts only without another.
    private func isPlan(_ report: Report, isPart: Bool) -> Bool {
        var titles = report.paragraphs.prefix(8).filter { $0.role == .title }.map(\.text)
        if isPart, titles.count > 1 { titles.removeFirst() }
        if titles.isEmpty { titles = [report.title] }
        return lexicon.documents.isPlan(foldedScalars(titles.joined(separator: "\n")))
    }

    /// The part of a year a report covers: what its title says, else what its first lines say.
    private func period(
        of reading: ParagraphTagger.Reading, lines: ReportLines
    ) -> ParagraphTagger.PlacedPeriod? {
        let inTitle = reading.periods.filter { lines.titleLines.contains($0.line) }
        // 下半年总结暨上半年计划 reports on what it names first.
        return inTitle.first ?? reading.periods.min { $0.period < $1.period }
    }
}
