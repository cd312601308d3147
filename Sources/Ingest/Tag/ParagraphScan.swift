import ReportModel

/// What one reading of a text found (扫描结果): topic words, kind words, almanac rows. Reused.
struct ParagraphScan: ~Copyable {
    struct TopicWord {
        let topic: Int
        let weight: Int
        let start: Int
        let end: Int
    }

    struct Mark<Value> {
        let value: Value
        let start: Int
        let end: Int
    }

    struct Cue {
        let kind: Kind
        let start: Int
        let end: Int
        let isWeak: Bool
        /// Whether it speaks for its own sentence alone: 居民最挂心的是….
        var isOfSentence = false
    }

    private(set) var topicWords: [TopicWord] = []
    /// Words for kinds; weak ones apart.
    private(set) var cues: [Cue] = []
    private(set) var headings: [Mark<Kind>] = []
    private(set) var notHeadings: [Range<Int>] = []
    private(set) var openings: [Mark<Void>] = []
    private(set) var closings: [Range<Int>] = []
    private(set) var pointers: [Mark<TagLexicon.YearPointer>] = []
    private(set) var periods: [Mark<Int>] = []
    private(set) var dates: [DateClue] = []
    private var excluded: [TopicWord] = []
    private var notEvents: [Mark<Int>] = []

    /// Reads a text. O(n) plus the words found.
    mutating func read(_ text: borrowing MatchingText, with lexicon: TagLexicon) {
        clear()
        let scalars = text.scalars
        lexicon.matcher.scan(scalars) { term, start, end in
            lexicon.forEachSense(of: term) { sense in
                note(sense, start, end, in: scalars, lexicon)
            }
        }
        dropContained()
        dropCancelledDates(lexicon.almanac)
    }

    /// Leaves out topic words that are some others' names.
    mutating func dropTopicWords(_ names: Set<[UInt32]>, in text: borrowing MatchingText) {
        guard !names.isEmpty else { return }
        let scalars = text.scalars
        topicWords.removeAll { names.contains(Array(scalars[$0.start..<$0.end])) }
    }

    mutating func clear() {
        topicWords.removeAll(keepingCapacity: true)
        cues.removeAll(keepingCapacity: true)
        headings.removeAll(keepingCapacity: true)
        notHeadings.removeAll(keepingCapacity: true)
        openings.removeAll(keepingCapacity: true)
        closings.removeAll(keepingCapacity: true)
        pointers.removeAll(keepingCapacity: true)
        periods.removeAll(keepingCapacity: true)
        dates.removeAll(keepingCapacity: true)
        excluded.removeAll(keepingCapacity: true)
        notEvents.removeAll(keepingCapacity: true)
    }

    private mutating func note(
        _ sense: TagLexicon.Sense, _ start: Int, _ end: Int, in scalars: [UInt32],
        _ lexicon: TagLexicon
    ) {
        switch sense {
        case .topic(let topic, let weight):
            topicWords.append(TopicWord(topic: topic, weight: weight, start: start, end: end))
        case .notTopic(let topic):
            excluded.append(TopicWord(topic: topic, weight: 0, start: start, end: end))
        case .cue(.plan)
        where lexicon.postponed.contains { scalars[..<start].suffix($0.count) == $0[...] }:
            break
        case .cue(let kind):
            cues.append(Cue(kind: kind, start: start, end: end, isWeak: false))
        case .lead(let kind):
            guard Self.leads(kind, start..<end, in: scalars, lexicon.tones) else { break }
            cues.append(
                Cue(
                    kind: kind, start: start, end: end, isWeak: false,
                    isOfSentence: !Self.announces(end, in: scalars)))
        case .weakCue(let kind):
            cues.append(Cue(kind: kind, start: start, end: end, isWeak: true))
        case .heading(let kind): headings.append(Mark(value: kind, start: start, end: end))
        case .notHeading: notHeadings.append(start..<end)
        case .opening: openings.append(Mark(value: (), start: start, end: end))
        case .closing: closings.append(start..<end)
        case .year(let pointer): pointers.append(Mark(value: pointer, start: start, end: end))
        case .period(let period): periods.append(Mark(value: period, start: start, end: end))
        case .notEvent(let row): notEvents.append(Mark(value: row, start: start, end: end))
        case .event(let row), .ordinalBefore(let row), .ordinalAfter(let row), .plenum(let row):
            let clue = DateClue(
                row: row, sense: sense, start: start, end: end, in: scalars, lexicon)
            if let clue { dates.append(clue) }
        }
    }

    /// Of topic words that lie inside a longer one only the longer counts; a word inside one of
    /// the topic's `not` words counts for no more than the `not` word: nothing.
    private mutating func dropContained() {
        guard topicWords.count + excluded.count > 1 else { return }
        let excluded = excluded
        let kept = Self.moveUncontained(in: topicWords.mutableSpan, excluded)
        topicWords.removeLast(topicWords.count - kept)
    }

    /// Moves the words that count to the front.
    ///
    /// - Returns: how many there are.
    private static func moveUncontained(
        in words: consuming MutableSpan<TopicWord>, _ excluded: [TopicWord]
    ) -> Int {
        // Words come ordered by start, the shorter first: a word is contained when an earlier one
        // ends at or after its end, or a later one of the same start is longer.
        var kept = 0
        var reach = -1
        var index = 0
        while index < words.count {
            let start = words[index].start
            var last = index
            while last + 1 < words.count, words[last + 1].start == start { last += 1 }
            let longest = words[last].end
            while index <= last {
                let word = words[index]
                index += 1
                guard word.end == longest, word.end > reach, !isExcluded(word, by: excluded) else {
                    continue
                }
                words[kept] = word
                kept += 1
            }
            reach = max(reach, longest)
        }
        return kept
    }

    private static func isExcluded(_ word: TopicWord, by excluded: [TopicWord]) -> Bool {
        for other in excluded where other.topic == word.topic {
            if other.start <= word.start, word.end <= other.end { return true }
        }
        return false
    }

    private mutating func dropCancelledDates(_ almanac: [AlmanacRow]) {
        guard !dates.isEmpty else { return }
        let dates = dates
        let notEvents = notEvents
        self.dates = dates.filter { clue in
            !notEvents.contains {
                $0.value == clue.row && $0.start <= clue.start && clue.end <= $0.end
            }
                && !dates.contains {
                    $0.end - $0.start > clue.end - clue.start && $0.start <= clue.start
                        && clue.end <= $0.end
                }
        }
    }
}
