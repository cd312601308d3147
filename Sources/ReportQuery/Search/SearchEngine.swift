import ReportIndex
import ReportModel
import Segmentation
import Vocabulary

/// Answers questions (检索引擎): holds vocabulary only, and serves any number of threads.
///
/// A search goes: filter and exact conditions to a set of passages; words to weighted terms; the best
/// few hundred candidates from the posting lists; a second look at their text; copies folded.
package struct SearchEngine: Sendable {
    private let analyzer: QuestionAnalyzer
    /// Asked for what a question means; `nil` when only words count.
    private let embedder: (any Embedder)?

    /// Candidates taken from the posting lists.
    static let pool = 100
    /// The best of them bring their neighbours along.
    static let seeds = 50
    /// Paragraphs after a bare heading that come along with it.
    private static let sectionReach = 12

    /// - Throws: `ReportError`.
    package init(embedder: (any Embedder)? = nil) throws {
        self.embedder = embedder
        analyzer = try QuestionAnalyzer(words: try QuestionWords(), synonyms: try SynonymTable())
    }

    /// The answer to a query.
    ///
    /// - Throws: `ReportError` with what SQLite said, or when the reading's time is over.
    package func search(
        _ query: Query, _ options: SearchOptions = SearchOptions(), in reading: IndexReading
    ) throws(ReportError) -> SearchAnswer {
        var query = query
        var question = analyzer.question(of: &query)
        let index = try reading.index()
        let statistics = TermStatistics(reading: reading, index: index)
        if options.exactWords {
            for place in question.concepts.indices { question.concepts[place].substitutes = [] }
        } else {
            try Abbreviations(statistics: statistics, analyzer: analyzer).expand(&question)
        }
        return try Search(
            query: query, question: question, options: options,
            sets: try MatchSets(query, reading: reading, index: index), index: index,
            statistics: statistics, reading: reading, embedder: embedder
        ).answer()
    }

    /// One search, with all it needs.
    struct Search {
        let query: Query
        let question: Question
        let options: SearchOptions
        let sets: MatchSets
        let index: PassageIndex
        let statistics: TermStatistics
        let reading: IndexReading
        let embedder: (any Embedder)?

        func answer() throws(ReportError) -> SearchAnswer {
            var answer = SearchAnswer()
            answer.question = question
            answer.notes = query.notes
            let words = question.required
            let needsMatches =
                options.countsMatches || options.order != .relevance || options.wantsFacets
                || options.end > SearchEngine.pool
            var matches: PassageSet?
            if needsMatches {
                matches = try matching(words)
                answer.matchCount = matches?.count
            }
            let meaning = meaning(noting: &answer.notes)
            let ranked = try ranking(words, matches: matches, meaning: meaning)
            if let matches {
                answer.cutCount = try CutWords(words).count(
                    in: matches, known: ranked, index: index, reading)
            }
            if let matches, matches.count < options.limit {
                answer.noiseCount = try NoiseMatches(query, index: index, reading).count(words)
            }
            try reading.checkDeadline()
            let arrangement = HitArrangement(
                options: options, question: question, index: index, reading: reading)
            answer.hits = try arrangement.hits(ranked)
            if answer.matchCount == 0 { try explainNothing(&answer) }
            if options.wantsFacets, let matches {
                answer.facets = try FacetCounter(index: index, reports: reading.reports()).count(
                    matches)
            }
            return answer
        }

        /// The passages that satisfy every condition and have every word.
        private func matching(_ words: [String]) throws(ReportError) -> PassageSet {
            let hasWords = query.clauses.contains { if case .words = $0 { true } else { false } }
            guard hasWords else { return sets.allowed }
            return try sets.passages(withEvery: words, statistics: statistics)
        }

        /// What the question means; `nil`, with a note, when the model cannot be asked.
        private func meaning(noting notes: inout [String]) -> MeaningScores? {
            guard let embedder, options.order == .relevance, !query.texts.isEmpty else {
                return nil
            }
            return MeaningScores.ask(
                of: query.texts.joined(separator: " "), by: embedder, among: sets.allowed,
                limit: SearchEngine.pool, index: index, reading,
                refused: wording("未按意思检索：", "not by meaning: "), noting: &notes)
        }

        /// Candidates in the order asked for.
        private func ranking(
            _ words: [String], matches: PassageSet?, meaning: MeaningScores?
        ) throws(ReportError) -> [RankedCandidate] {
            guard options.order == .relevance, !query.isEmpty else {
                let every = if let matches { matches } else { try matching(words) }
                return try listing(every)
            }
            let candidates = try candidates(near: meaning)
            let ranker = try Ranker(question, statistics: statistics)
            let texts = try CandidateText.read(candidates, index: index, reading)
            let parts = ranker.parts(of: texts, meaning: meaning)
            var ranked: [RankedCandidate] = []
            for (text, parts) in zip(texts, parts) {
                let isFound =
                    parts.words + parts.synonyms + parts.headings.value + parts.ownHeading.value > 0
                    || parts.intent > 0 || parts.meaning.value > 0
                if isFound || question.concepts.isEmpty {
                    ranked.append(RankedCandidate(ordinal: text.ordinal, text: text, parts: parts))
                }
            }
            ranked.sort { $0.comesBefore($1) }
            if options.end > ranked.count {
                // Matches that the posting lists do not know: 13个 for "3个".
                let known = Set(ranked.map(\.ordinal))
                let every = if let matches { matches } else { try matching(words) }
                ranked += try listing(every)
                    .filter { !known.contains($0.ordinal) }
            }
            return ranked
        }

        /// Passages of a set in order of source or year, without scores. Where no order was asked for, what says
        /// something comes first: headings, titles and signatures after all others.
        private func listing(_ set: PassageSet) throws(ReportError) -> [RankedCandidate] {
            let order = try SourceOrder(index: index, reports: reading.reports())
            var ordinals = order.sorted(set.ordinals, byYear: options.order == .year)
            if options.order == .relevance {
                let isBody = { index.columns.role(at: $0) == .body }
                ordinals = ordinals.filter(isBody) + ordinals.filter { !isBody($0) }
            }
            return ordinals.map { RankedCandidate(ordinal: $0, text: nil, parts: nil) }
        }

        /// Ordinals of the passages worth a second look.
        private func candidates(near meaning: MeaningScores?) throws(ReportError) -> [Int] {
            let search = CandidateSearch(index: index, statistics: statistics)
            let terms = question.poolTerms
            var pool = try search.best(terms, limit: SearchEngine.pool, allowed: sets.allowed)
                .map(\.ordinal)
            if let intent = question.intent {
                var kind = sets.allowed
                kind.formIntersection(
                    PassageSet(capacity: index.columns.count) {
                        index.columns.kind(at: $0) == intent.kind
                    })
                pool += try search.best(terms, limit: SearchEngine.pool / 2, allowed: kind)
                    .map(\.ordinal)
            }
            if question.terms.isEmpty {
                // Nothing the ranked index knows (a single character, punctuation): the exact sets, the
                // question as it stands first.
                let whole = try sets.passages(withEvery: query.texts, statistics: statistics)
                let words = try sets.passages(
                    withEvery: question.concepts.map(\.text), statistics: statistics)
                pool += whole.ordinals.prefix(SearchEngine.pool)
                pool += words.ordinals.prefix(SearchEngine.pool)
            } else if pool.isEmpty, sets.isNarrowed {
                pool = Array(sets.allowed.ordinals.prefix(2 * SearchEngine.pool))
            }
            return withNeighbours(pool, meaning?.nearest ?? [])
        }

        /// Adds what stands beside the best candidates, the sections of bare headings among them, and what is near
        /// in meaning.
        private func withNeighbours(_ pool: [Int], _ nearest: [Int]) -> [Int] {
            var ordinals: [Int] = []
            var met: Set<Int> = []
            func add(_ ordinal: Int) {
                if met.insert(ordinal).inserted { ordinals.append(ordinal) }
            }
            for ordinal in pool { add(ordinal) }
            for ordinal in pool.prefix(SearchEngine.seeds) {
                let isHeading = index.columns.role(at: ordinal) == .heading
                let reach = isHeading ? SearchEngine.sectionReach : 1
                for other in (ordinal - 1)...(ordinal + reach)
                where index.columns.reports.indices.contains(other)
                    && index.columns.reports[other] == index.columns.reports[ordinal]
                    && sets.allowed.contains(other)
                {
                    add(other)
                }
            }
            for ordinal in nearest { add(ordinal) }
            return ordinals
        }

        /// Says which words no passage has, what is near them, and which filter left nothing.
        private func explainNothing(_ answer: inout SearchAnswer) throws(ReportError) {
            let words = question.concepts.filter { $0.weight >= 0.3 }.map(\.text)
            let matcher = LiteralMatcher(reading: reading, index: index, includesNoise: false)
            for word in words where try matcher.passages(containing: word).isEmpty {
                answer.droppedWords.append(word)
                let near = try NearTerms(reading: reading, index: index).near(word)
                answer.suggestions.append((word, near))
            }
            guard !question.required.contains(where: answer.droppedWords.contains) else { return }
            for field in FilterField.allCases {
                guard let filter = query.filter.without(field) else { continue }
                var other = query
                other.filter = filter
                let sets = try MatchSets(other, reading: reading, index: index)
                let count = try sets.passages(
                    withEvery: question.required, statistics: statistics
                ).count
                if count > 0 { answer.blockers.append((field, count)) }
            }
        }
    }
}

/// A candidate with its place in the order.
struct RankedCandidate {
    let ordinal: Int
    /// Read for ranking; `nil` when the order needed no text.
    let text: CandidateText?
    let parts: Ranker.Parts?

    var score: Double { parts?.score ?? 0 }

    func comesBefore(_ other: RankedCandidate) -> Bool {
        score != other.score ? score > other.score : ordinal < other.ordinal
    }
}
