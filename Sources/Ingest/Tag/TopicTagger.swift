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
    /// What one clause can give one topic.
    private static let clauseLimit = 4.0

    private var totals = [Double](repeating: 0, count: Topic.allCases.count)
    private var clause = [Double](repeating: 0, count: Topic.allCases.count)
    private var strongest = [Int](repeating: -1, count: Topic.allCases.count)

    /// A topic chosen, its weight, and the word that speaks for it most.
    struct Choice {
        let topic: Topic
        let weight: Double
        /// The range of the word in the matching text; `nil` when only a heading spoke.
        let word: Range<Int>?
    }

    /// - Parameters:
    ///   - context: weights that the headings above add, by topic.
    ///   - emphasis: how far the opening of the line goes that counts double.
    mutating func choose(
        _ scan: ParagraphScan, in text: MatchingText, context: [Double]?, emphasis: Int,
        threshold: Double = TopicTagger.threshold
    ) -> [Choice] {
        guard !scan.topicWords.isEmpty || context != nil else { return [] }
        weigh(scan, text.scalars, emphasis: emphasis)
        let hasOwnWords = totals.contains { $0 > 0 }
        if let context {
            for topic in totals.indices where hasOwnWords || context[topic] > 0 {
                totals[topic] += totals[topic] > 0 ? context[topic] : context[topic] / 2
            }
        }
        return strongestTopics(scan, threshold: threshold)
    }

    /// The weights of a heading's words by topic; `nil` when it has none.
    mutating func weights(of scan: ParagraphScan, in text: MatchingText) -> [Double]? {
        guard !scan.topicWords.isEmpty else { return nil }
        weigh(scan, text.scalars, emphasis: 0)
        return totals
    }

    private mutating func weigh(_ scan: ParagraphScan, _ text: [UInt32], emphasis: Int) {
        for topic in totals.indices {
            totals[topic] = 0
            clause[topic] = 0
            strongest[topic] = -1
        }
        var position = 0
        var isOpening = emphasis > 0
        for (index, word) in scan.topicWords.enumerated() {
            var crossed = false
            while position < word.start {
                if text[position].endsClause { crossed = true }
                position += 1
            }
            if crossed {
                closeClause(doubled: isOpening)
                isOpening = word.start < emphasis
            }
            clause[word.topic] += Double(word.weight)
            let best = strongest[word.topic]
            if best < 0 || scan.topicWords[best].weight < word.weight {
                strongest[word.topic] = index
            }
        }
        closeClause(doubled: isOpening)
    }

    private mutating func closeClause(doubled: Bool) {
        for topic in clause.indices where clause[topic] > 0 {
            totals[topic] += min(clause[topic], Self.clauseLimit) * (doubled ? 2 : 1)
            clause[topic] = 0
        }
    }

    /// One ordinary word is no topic: a strong one is, or two different ones, or a heading's.
    private func isWellFounded(_ topic: Int, _ scan: ParagraphScan) -> Bool {
        let best = strongest[topic]
        guard best >= 0 else { return true }
        if scan.topicWords[best].weight >= 3 { return true }
        let first = scan.topicWords[best]
        return scan.topicWords.contains {
            $0.topic == topic && $0.start != first.start && $0.weight >= 2
        }
    }

    private func strongestTopics(_ scan: ParagraphScan, threshold: Double) -> [Choice] {
        var best: [(topic: Int, weight: Double)] = []
        for topic in totals.indices where totals[topic] >= threshold && isWellFounded(topic, scan) {
            best.append((topic, totals[topic]))
        }
        guard best.count > 0 else { return [] }
        best.sort { $0.weight > $1.weight || ($0.weight == $1.weight && $0.topic < $1.topic) }
        let limit = best[0].weight * Self.share
        return best.prefix(3).filter { $0.weight >= limit }.map { chosen in
            let word = strongest[chosen.topic]
            return Choice(
                topic: Topic.allCases[chosen.topic], weight: chosen.weight,
                word: word < 0 ? nil : scan.topicWords[word].start..<scan.topicWords[word].end)
        }
    }
}
