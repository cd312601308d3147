import ReportModel

/// Tags the paragraphs of one report with kind and topics, and keeps what they say about years
/// (段落标签). Buffers are reused from line to line; make one for each report or run.
struct ParagraphTagger: ~Copyable {
    private let lexicon: TagLexicon
    private var text = MatchingText()
    private var scan = ParagraphScan()
    private var topics = TopicTagger()
    private var headings = CurrentHeadings()
    private var lead: KindTagger.Choice?
    private var leadHeading: String?
    /// The year after the report's, when that is known.
    private var next: Int?
    /// Whether the report as a whole is a plan.
    private var isPlan = false
    /// The topics of the report's own title: 儿童福利和未成年人保护工作总结.
    private var title: [Double]?
    /// Topic words of the name of the office whose inner body reports: 水利 of 水利厅妇委会.
    private var hostWords: Set<[UInt32]> = []
    /// How many paragraphs of body text were read.
    private var bodies = 0
    /// Whether the last paragraph told of shortcomings, or of plans behind them.
    private var isBehindProblem = false
    /// From which of them on a report comes to its end.
    private var tail = Int.max

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
    /// - Parameters:
    ///   - planned: the year a government report plans; `nil` for other reports.
    ///   - isPlan: whether the report's title calls it a plan.
    ///   - year: what title, opening and signature say of the report's year.
    mutating func tag(
        _ report: inout Report, planned: Int? = nil, isPlan: Bool = false, year: Int? = nil
    ) -> Reading {
        headings.begin(planned: planned, next: year.map { $0 + 1 })
        self.isPlan = isPlan
        next = planned == nil ? year.map { $0 + 1 } : nil
        lead = nil
        leadHeading = nil
        bodies = 0
        title = nil
        hostWords = []
        isBehindProblem = false
        let count = report.paragraphs.count { $0.role == .body }
        // A government report has sections for all it says.
        tail = planned == nil ? max(count / 2, count - max(4, count * 2 / 5)) : Int.max
        var reading = Reading()
        reading.years.reserveCapacity(report.paragraphs.count)
        let lastBody = report.paragraphs.lastIndex { $0.role == .body } ?? -1
        for index in report.paragraphs.indices {
            tag(&report.paragraphs[index], isClosing: index >= lastBody, &reading)
        }
        reading.headings = headings.met
        return reading
    }

    private mutating func tag(
        _ paragraph: inout Paragraph, isClosing: Bool, _ reading: inout Reading
    ) {
        let role = paragraph.role
        if role == .noise {
            scan.clear()
            text.load("")
            reading.years.append(ConcernedYear([], in: text, lexicon.times))
            return
        }
        headings.move(to: paragraph, &text, &scan, &topics, lexicon)
        text.load(paragraph.text)
        scan.read(text, with: lexicon)
        let path = headings.path
        reading.years.append(ConcernedYear(path, in: text, lexicon.times))
        if bodies < 3 || role != .body { notePeriods(line: paragraph.line, &reading) }
        scan.dropTopicWords(hostWords, in: text)
        if role == .title {
            noteHost()
            let weights = topics.weights(of: scan, in: text)
            title = title ?? weights
        }
        if role == .title || role == .signature { return }
        if role == .body, bodies < 2, path.isEmpty, isAddressee {
            paragraph.kind = .other
            let choice = KindTagger.Choice(kind: .other, rule: "addressee", quote: "")
            return note(choice, in: &paragraph, topics: false)
        }
        let place = KindTagger.Place(
            isFirst: bodies == 0 && path.isEmpty,
            isOpening: path.isEmpty && role == .body && bodies < 3,
            isClosing: isClosing, isNumbered: paragraph.headingLevel != nil, isPlan: isPlan,
            looksBack: isPlan && path.contains { lexicon.documents.looksBack($0.text) },
            tone: role == .body && bodies >= tail ? tone : nil)
        if role == .body { bodies += 1 }
        if role == .heading || path.last?.text != leadHeading { lead = nil }
        leadHeading = path.last?.text
        let kind = kind(of: role, section: KindTagger.section(path), at: place)
        paragraph.kind = kind.kind
        if role == .body {
            isBehindProblem = kind.kind == .problem || isBehindProblem && kind.kind != .done
        }
        noteLead(paragraph)
        topics.choose(
            scan, in: text, context: headings.context, title: title, emphasis: leadLength,
            threshold: kind.kind == .overview ? Self.overviewThreshold : TopicTagger.threshold)
        note(kind, in: &paragraph)
        noteClues(of: kind.kind, line: paragraph.line, &reading)
    }

    /// What an office deals in is no topic of its women's committee or union.
    private mutating func noteHost() {
        let scalars = text.scalars
        let body = scalars.indices.first { place in
            lexicon.innerBodies.contains { scalars[place...].starts(with: $0) }
        }
        guard let body else { return }
        for word in scan.topicWords where word.end <= body {
            hostWords.insert(Array(scalars[word.start..<word.end]))
        }
    }

    /// What the clauses sound like; behind shortcomings what tells of nothing past is a plan.
    private var tone: (kind: Kind, words: Range<Int>)? {
        let scalars = text.scalars
        if let tone = lexicon.tones.kind(of: scalars) { return tone }
        guard isBehindProblem, scalars.count >= 8, lexicon.tones.isOpen(scalars) else { return nil }
        return (.plan, 0..<min(scalars.count, 8))
    }

    private func kind(
        of role: Role, section: KindTagger.Choice?, at place: KindTagger.Place
    ) -> KindTagger.Choice {
        role == .heading
            ? section
                ?? KindTagger.Choice(
                    kind: isPlan ? .plan : .done, rule: isPlan ? "plan" : "default", quote: "")
            : KindTagger.choose(
                scan, in: text, section: label(under: section) ?? nextYear(section) ?? section,
                lead: lead, at: place)
    }

    /// What a line's own first words say, like a heading: 四、不足。…, 存在问题：….
    private func label(under section: KindTagger.Choice?) -> KindTagger.Choice? {
        let scalars = text.scalars
        guard section == nil || section?.kind == .done || section?.kind == .overview,
            let end = scalars.prefix(Self.longestLabel).firstIndex(where: {
                $0 == 0x3A || $0 == 0x3002
            }), end + 1 < scalars.count
        else { return nil }
        let mark = scan.headings.first { mark in
            guard mark.end == end, mark.start <= Self.longestLabel / 2,
                [.problem, .plan, .advice].contains(mark.value),
                !scan.notHeadings.contains(where: { $0.contains(mark.start) })
            else { return false }
            return HeadingMeaning.isLabel(mark.value, mark.start..<mark.end, in: scalars)
        }
        if mark == nil, lexicon.tones.isUnfinished(Array(scalars[..<end])) {
            return KindTagger.Choice(
                kind: .problem, rule: "label", quote: text.quote(0..<end))
        }
        return mark.map {
            KindTagger.Choice(
                kind: $0.value, rule: "label", quote: text.quote($0.start..<$0.end))
        }
    }

    private static let longestLabel = 16

    /// 06年，夜校三月复课 in a report of 2005: what opens with the next year is planned.
    private func nextYear(_ section: KindTagger.Choice?) -> KindTagger.Choice? {
        let scalars = text.scalars
        guard let next, section.map({ [.done, .problem, .overview].contains($0.kind) }) ?? true,
            !isPlan,
            let mark = scalars.prefix(6).firstIndex(of: YearNumber.yearMark),
            mark + 1 < scalars.count, scalars[mark + 1] == 0x2C,
            let found = YearNumber.years(in: scalars, within: 0..<mark + 1).first
                ?? YearNumber.shortYear(before: mark, in: scalars),
            found.range.lowerBound == 0, found.year == next
        else { return nil }
        return KindTagger.Choice(
            kind: .plan, rule: "next-year", quote: text.quote(found.range))
    }

    /// 市妇联、县委办公室：
    private var isAddressee: Bool {
        let scalars = text.scalars
        guard scalars.last == 0x3A, scalars.count <= 40,
            !scalars.dropLast().contains(where: { $0.endsSentence || $0 == 0x3A })
        else { return false }
        return lexicon.addressees.contains { scalars.dropLast().suffix($0.count) == $0[...] }
    }

    /// Notes the topics, and the evidence for them and for the kind.
    private func note(
        _ kind: KindTagger.Choice, in paragraph: inout Paragraph, topics hasTopics: Bool = true
    ) {
        // One more for the year.
        paragraph.evidence.reserveCapacity(topics.choices.count + 2)
        paragraph.evidence.append(
            Evidence(
                field: "kind", rule: kind.rule, line: paragraph.line, quote: kind.quote,
                note: kind.kind.rawValue))
        guard hasTopics, !topics.choices.isEmpty else { return }
        paragraph.topics = topics.choices.map(\.topic)
        for choice in topics.choices {
            let quote: String
            if let word = choice.word {
                quote = text.quote(word)
            } else {
                quote = headings.path.last?.text ?? ""
            }
            paragraph.evidence.append(
                Evidence(
                    field: choice.field, rule: choice.word == nil ? "heading" : "topics.yml",
                    line: paragraph.line, quote: quote))
        }
    }

    /// A short line that ends with a colon and speaks of problems or plans leads the items below.
    private mutating func noteLead(_ paragraph: Paragraph) {
        guard text.scalars.last == 0x3A, text.scalars.count <= 60 else { return }
        let isLead = [.problem, .plan, .advice].contains(paragraph.kind)
        lead =
            isLead
            ? KindTagger.Choice(kind: paragraph.kind, rule: "lead", quote: paragraph.text) : nil
    }

    /// How far the first sentence goes, at most 40 scalars: it says what the line is about.
    private var leadLength: Int {
        let scalars = text.scalars
        var end = 0
        while end < scalars.count, end < 40, !scalars[end].endsSentence { end += 1 }
        return end
    }

    private func notePeriods(line: Int, _ reading: inout Reading) {
        for mark in scan.periods {
            reading.periods.append(
                PlacedPeriod(
                    period: mark.value, line: line, quote: text.quote(mark.start..<mark.end)))
        }
    }

    private func noteClues(of kind: Kind, line: Int, _ reading: inout Reading) {
        for clue in scan.dates where reading.clues.count < 500 {
            reading.clues.append(
                PlacedClue(
                    clue: clue, kind: kind, line: line, quote: text.quote(clue.start..<clue.end)))
        }
    }

    /// An opening mostly announces the report: it has a topic only when that is plain.
    private static let overviewThreshold = 8.0
}
