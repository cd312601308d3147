import ReportModel

/// Tags the paragraphs of one report with kind and topics, and keeps what they say about years
/// (段落标签). Buffers are reused from line to line; make one for each report or run.
struct ParagraphTagger {
    let lexicon: TagLexicon
    private var text = MatchingText()
    private var scan = ParagraphScan()
    private var topics = TopicTagger()
    private var meanings: [String: HeadingMeaning] = [:]
    private var planned: Int?
    private var lead: KindTagger.Choice?
    private var leadHeading: String?

    /// What reading a report's paragraphs gave besides their tags.
    struct Reading {
        var years: [ConcernedYear] = []
        var clues: [PlacedClue] = []
        var periods: [PlacedPeriod] = []
        var headings: [(meaning: HeadingMeaning, line: Int)] = []
    }

    /// An almanac clue with its line and words.
    struct PlacedClue {
        let clue: DateClue
        let kind: Kind
        let line: Int
        let quote: String
    }

    /// A period word with its line.
    struct PlacedPeriod {
        let period: Int
        let line: Int
        let quote: String
    }

    init(_ lexicon: TagLexicon) {
        self.lexicon = lexicon
    }

    /// Tags kinds and topics. O(characters).
    ///
    /// - Parameter planned: the year a government report plans; `nil` for other reports.
    mutating func tag(_ report: inout Report, planned: Int? = nil) -> Reading {
        self.planned = planned
        meanings.removeAll(keepingCapacity: true)
        lead = nil
        leadHeading = nil
        var reading = Reading()
        reading.years.reserveCapacity(report.paragraphs.count)
        var bodies = 0
        let lastBody = report.paragraphs.lastIndex { $0.role == .body } ?? -1
        for index in report.paragraphs.indices {
            let role = report.paragraphs[index].role
            let path = headingPath(report.paragraphs[index], &reading)
            text.load(report.paragraphs[index].text)
            if role == .noise {
                reading.years.append(ConcernedYear([], ParagraphScan(), in: text))
                continue
            }
            scan.read(text, with: lexicon)
            reading.years.append(ConcernedYear(path, scan, in: text))
            notePeriods(report.paragraphs[index], isNearTop: bodies < 3, &reading)
            if role == .title || role == .signature { continue }
            let place = KindTagger.Place(
                isFirst: bodies == 0 && path.isEmpty,
                isOpening: path.isEmpty && role == .body && bodies < 3,
                isClosing: index >= lastBody,
                isNumbered: report.paragraphs[index].headingLevel != nil)
            if role == .body { bodies += 1 }
            if role == .heading || path.last?.text != leadHeading { lead = nil }
            leadHeading = path.last?.text
            tagKind(&report.paragraphs[index], KindTagger.section(path), lead: lead, at: place)
            noteLead(report.paragraphs[index])
            tagTopics(&report.paragraphs[index], path)
            noteClues(report.paragraphs[index], &reading)
        }
        return reading
    }

    private mutating func headingPath(_ paragraph: Paragraph, _ reading: inout Reading)
        -> [HeadingMeaning]
    {
        var path: [HeadingMeaning] = []
        for heading in paragraph.headings {
            path.append(meaning(heading, line: paragraph.line, &reading))
        }
        if let own = paragraph.ownHeading {
            path.append(meaning(own, line: paragraph.line, &reading))
        }
        return path
    }

    private mutating func meaning(
        _ heading: String, line: Int, _ reading: inout Reading
    ) -> HeadingMeaning {
        if let known = meanings[heading] { return known }
        let meaning = HeadingMeaning(heading, planned: planned, &text, &scan, &topics, lexicon)
        meanings[heading] = meaning
        reading.headings.append((meaning, line))
        return meaning
    }

    private mutating func tagKind(
        _ paragraph: inout Paragraph, _ section: KindTagger.Choice?, lead: KindTagger.Choice?,
        at place: KindTagger.Place
    ) {
        let choice =
            paragraph.role == .heading
            ? section ?? KindTagger.Choice(kind: .done, rule: "default", quote: "")
            : KindTagger.choose(scan, in: text, section: section, lead: lead, at: place)
        paragraph.kind = choice.kind
        paragraph.evidence.append(
            Evidence(
                field: "kind", rule: choice.rule, line: paragraph.line, quote: choice.quote,
                note: choice.kind.rawValue))
    }

    /// A short line that ends with a colon and speaks of problems or plans leads the items below.
    private mutating func noteLead(_ paragraph: Paragraph) {
        guard text.scalars.last == 0x3A, text.scalars.count <= 60 else { return }
        let isLead = [.problem, .plan, .advice].contains(paragraph.kind)
        lead =
            isLead
            ? KindTagger.Choice(kind: paragraph.kind, rule: "lead", quote: paragraph.text) : nil
    }

    private mutating func tagTopics(_ paragraph: inout Paragraph, _ path: [HeadingMeaning]) {
        let own = paragraph.ownHeading == nil ? 0 : 1
        var context: [Double]?
        for (distance, heading) in path.dropLast(own).reversed().enumerated() {
            guard let weights = heading.topics else { continue }
            let share = distance == 0 ? Self.parentShare : Self.outerShare
            var sum = context ?? [Double](repeating: 0, count: weights.count)
            for topic in weights.indices { sum[topic] += min(weights[topic], 4) * share }
            context = sum
        }
        let choices = topics.choose(
            scan, in: text, context: context, emphasis: leadLength,
            threshold: paragraph.kind == .overview
                ? Self.overviewThreshold : TopicTagger.threshold)
        paragraph.topics = choices.map(\.topic)
        for choice in choices {
            paragraph.evidence.append(
                Evidence(
                    field: "topic:" + choice.topic.rawValue,
                    rule: choice.word == nil ? "heading" : "topics.yml", line: paragraph.line,
                    quote: choice.word.map { text.quote($0) } ?? path.last?.text ?? ""))
        }
    }

    /// How far the first sentence goes, at most 40 scalars: it says what the line is about.
    private var leadLength: Int {
        var end = 0
        while end < text.scalars.count, end < 40, !text.scalars[end].endsSentence { end += 1 }
        return end
    }

    private func notePeriods(
        _ paragraph: Paragraph, isNearTop: Bool, _ reading: inout Reading
    ) {
        guard isNearTop || paragraph.role != .body else { return }
        for mark in scan.periods {
            reading.periods.append(
                PlacedPeriod(
                    period: mark.value, line: paragraph.line,
                    quote: text.quote(mark.start..<mark.end)))
        }
    }

    private func noteClues(_ paragraph: Paragraph, _ reading: inout Reading) {
        for clue in scan.dates where reading.clues.count < 500 {
            reading.clues.append(
                PlacedClue(
                    clue: clue, kind: paragraph.kind, line: paragraph.line,
                    quote: text.quote(clue.start..<clue.end)))
        }
    }

    /// Share of the weight of the heading right above, and of those further out.
    private static let parentShare = 1.0
    private static let outerShare = 0.25
    /// An opening mostly announces the report: it has a topic only when that is plain.
    private static let overviewThreshold = 8.0
}
