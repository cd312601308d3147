import ReportModel

/// Chooses the topics of a paragraph (主题判定): what its clauses are mainly about.
///
/// Each clause gives a topic the weight of its words, up to a limit, so that a topic counts by the
/// number of clauses it fills and not by a word said many times. The clause a line opens with
/// counts double, the heading above adds its own words. The strongest topic is taken when it
/// reaches `threshold`, up to two more when they come near it.
struct TopicTagger {
    /// Weight below which nothing is a topic.
    static let threshold = 4.0
    /// The share of the strongest topic's weight a further topic needs.
    static let share = 0.33
    /// What the report's title adds to a topic that a paragraph speaks of.
    private static let titleShare = 1.0
    /// What a heading's strong word weighs.
    private static let named = 3.0
    /// What one clause can give one topic.
    private static let clauseLimit = 4.0

    private static let topics = Topic.allCases
    private var totals = [Double](repeating: 0, count: topics.count)
    private var clause = [Double](repeating: 0, count: topics.count)
    private var strongest = [Int](repeating: -1, count: topics.count)
    /// What `choose` chose, strongest first.
    private(set) var choices: [Choice] = []

    /// A topic chosen, and the word that speaks for it most.
    struct Choice {
        let topic: Topic
        /// The evidence's field.
        let field: String
        /// The range of the word in the matching text; `nil` when only a heading spoke.
        let word: Range<Int>?
    }

    /// Leaves in `choices` none to three topics.
    ///
    /// - Parameters:
    ///   - context: weights that the headings above add, by topic.
    ///   - title: weights of the report's title: what it is about gains a little where it is spoken of.
    ///   - emphasis: how far the opening of the line goes that counts double.
    mutating func choose(
        _ scan: borrowing ParagraphScan, in text: borrowing MatchingText, context: [Double]?,
        title: [Double]? = nil, emphasis: Int, threshold: Double = TopicTagger.threshold
    ) {
        choices.removeAll(keepingCapacity: true)
        guard !scan.topicWords.isEmpty || context != nil else { return }
        weigh(scan.topicWords, text.scalars.span, emphasis: emphasis)
        let hasOwnWords = totals.contains { $0 > 0 }
        if let context {
            for topic in totals.indices where hasOwnWords || context[topic] > 0 {
                totals[topic] += totals[topic] > 0 ? context[topic] : context[topic] / 2
            }
        }
        if let title {
            for topic in totals.indices where totals[topic] > 0 && title[topic] >= 2 {
                totals[topic] += Self.titleShare
            }
        }
        chooseStrongest(of: scan.topicWords, threshold: threshold)
        guard choices.isEmpty, threshold == Self.threshold else { return }
        chooseLone(of: scan.topicWords)
        if choices.isEmpty, let context { choose(above: context) }
    }

    /// The one topic of a paragraph that speaks strongly of nothing else.
    private mutating func chooseLone(of words: [ParagraphScan.TopicWord]) {
        let order = totals.indices.sorted { totals[$0] > totals[$1] }
        let best = order[0]
        let word = strongest[best]
        guard word >= 0, words[word].weight >= 3, totals[best] >= Self.named,
            totals[order[1]] < totals[best]
        else { return }
        choices.append(
            Choice(
                topic: Self.topics[best], field: Self.fields[best],
                word: words[word].start..<words[word].end))
    }

    /// Where a paragraph itself says too little, the one topic that the heading above names strongly.
    private mutating func choose(above context: [Double]) {
        let order = context.indices.sorted { context[$0] > context[$1] }
        guard let best = order.first, context[best] >= Self.named,
            context[order[1]] < context[best]
        else { return }
        choices.append(Choice(topic: Self.topics[best], field: Self.fields[best], word: nil))
    }

    /// The weights of a heading's words by topic; `nil` when it has none.
    mutating func weights(
        of scan: borrowing ParagraphScan, in text: borrowing MatchingText
    ) -> [Double]? {
        guard !scan.topicWords.isEmpty else { return nil }
        weigh(scan.topicWords, text.scalars.span, emphasis: 0)
        return totals
    }

    private mutating func weigh(
        _ words: [ParagraphScan.TopicWord], _ text: Span<UInt32>, emphasis: Int
    ) {
        for topic in totals.indices {
            totals[topic] = 0
            strongest[topic] = -1
        }
        var position = 0
        var first = 0
        var isOpening = emphasis > 0
        for (index, word) in words.enumerated() {
            while position < word.start, !text[position].endsClause { position += 1 }
            if position < word.start {
                position = word.start
                closeClause(words, first..<index, doubled: isOpening)
                first = index
                isOpening = word.start < emphasis
            }
            clause[word.topic] += Double(word.weight)
            let best = strongest[word.topic]
            if best < 0 || words[best].weight < word.weight { strongest[word.topic] = index }
        }
        closeClause(words, first..<words.count, doubled: isOpening)
    }

    /// Adds what the words of one clause weigh.
    private mutating func closeClause(
        _ words: [ParagraphScan.TopicWord], _ range: Range<Int>, doubled: Bool
    ) {
        for index in range where clause[words[index].topic] > 0 {
            let topic = words[index].topic
            totals[topic] += min(clause[topic], Self.clauseLimit) * (doubled ? 2 : 1)
            clause[topic] = 0
        }
    }

    /// One ordinary word is no topic: a strong one is, or two different ones, or a heading's.
    private func isWellFounded(_ topic: Int, _ words: [ParagraphScan.TopicWord]) -> Bool {
        let best = strongest[topic]
        guard best >= 0, words[best].weight < 3 else { return true }
        return words.contains {
            $0.topic == topic && $0.start != words[best].start && $0.weight >= 2
        }
    }

    private mutating func chooseStrongest(
        of words: [ParagraphScan.TopicWord], threshold: Double
    ) {
        var limit = threshold
        while choices.count < 3 {
            var best: Int?
            for topic in totals.indices where totals[topic] >= threshold {
                if let best, totals[best] >= totals[topic] { continue }
                if isWellFounded(topic, words) { best = topic }
            }
            guard let best, totals[best] >= limit else { return }
            if choices.isEmpty { limit = totals[best] * Self.share }
            totals[best] = 0
            let word = strongest[best]
            choices.append(
                Choice(
                    topic: Self.topics[best], field: Self.fields[best],
                    word: word < 0 ? nil : words[word].start..<words[word].end))
        }
    }

    private static let fields = topics.map { "topic:" + $0.rawValue }
}
