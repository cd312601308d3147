import ReportModel

/// The headings a paragraph stands under and what they mean (标题路径). Neighbours mostly stand under the
/// same: what follows from headings is worked out when they change.
struct CurrentHeadings {
    /// Outermost first, the paragraph's own last.
    private(set) var path: [HeadingMeaning] = []
    /// The weights the headings above give, by topic; `nil` when none has topics.
    private(set) var context: [Double]?
    /// The report's headings in order, with the line each was met in first.
    private(set) var met: [(meaning: HeadingMeaning, line: Int)] = []
    /// How many headings of the path are above, the paragraph's own not counted.
    private var depth = 0
    private var known: [String: Int] = [:]
    private var planned: Int?
    private var next: Int?

    /// Forgets everything for the next report.
    ///
    /// - Parameters:
    ///   - planned: the year a government report plans; `nil` for other reports.
    ///   - next: the year behind the report's own, as far as that is known yet.
    mutating func begin(planned: Int?, next: Int? = nil) {
        self = CurrentHeadings()
        self.planned = planned
        self.next = next
    }

    /// The other parameters read the headings that were not met before.
    mutating func move(
        to paragraph: borrowing Paragraph, _ text: inout MatchingText, _ scan: inout ParagraphScan,
        _ topics: inout TopicTagger, _ lexicon: TagLexicon
    ) {
        func meaning(of heading: String, line: Int) -> HeadingMeaning {
            if let place = known[heading] { return met[place].meaning }
            let meaning = HeadingMeaning(
                heading, planned: planned, next: next, &text, &scan, &topics, lexicon)
            known[heading] = met.count
            met.append((meaning, line))
            return meaning
        }
        let above = paragraph.headings
        var shared = 0
        while shared < path.count, shared < above.count, path[shared].text == above[shared] {
            shared += 1
        }
        path.removeLast(path.count - shared)
        for heading in above[shared...] {
            path.append(meaning(of: heading, line: paragraph.line))
        }
        if shared < above.count || depth != above.count {
            depth = above.count
            weighAbove()
        }
        if let own = paragraph.ownHeading {
            path.append(meaning(of: own, line: paragraph.line))
        }
    }

    private mutating func weighAbove() {
        context = nil
        for (distance, heading) in path.reversed().enumerated() {
            guard let weights = heading.topics else { continue }
            let share = distance == 0 ? Self.parentShare : Self.outerShare
            var sum = context ?? [Double](repeating: 0, count: weights.count)
            for topic in weights.indices { sum[topic] += min(weights[topic], 4) * share }
            context = sum
        }
    }

    /// Share of the weight of the heading right above, and of those further out.
    private static let parentShare = 1.0
    private static let outerShare = 0.25
}
