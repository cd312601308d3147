import Segmentation

/// What a query asks for, in the terms of ranking (问题分析).
package struct Question: Sendable {
    /// A word asked for.
    package struct Concept: Sendable {
        package let text: String
        package let scalars: [UInt32]
        /// 1 for a word of substance, less for a single character or a word too common.
        package internal(set) var weight: Double
        package internal(set) var substitutes: [Substitute] = []
    }

    /// What may stand for a concept.
    package struct Substitute: Sendable, Hashable {
        package let text: String
        /// 1: the same thing; less: narrower or related.
        package internal(set) var strength: Double
    }

    /// A term to look up.
    struct Term: Sendable {
        let text: String
        let key: UInt64
        var weight: Double
    }

    package internal(set) var concepts: [Concept] = []
    /// Texts that must stand there as they are.
    package internal(set) var literals: [String] = []
    /// The question's own terms: words, and pairs of characters within and across them.
    var terms: [Term] = []
    /// Unbroken pieces of the question, without quotation marks.
    var pieces: [[UInt32]] = []
    var intent: QuestionWords.Intent?

    /// Longer questions are ranked by their beginning, in scalars.
    static let longest = 400
}

/// Cuts a query into concepts and terms.
struct QuestionAnalyzer: Sendable {
    private let segmenter: SharedSegmenter
    private let words: QuestionWords
    private let synonyms: SynonymTable
    private let synonymMatcher: TermMatcher
    private let synonymWords: [String]

    /// What a pair of characters across or inside words weighs, beside a word.
    private static let crossing = 0.7
    private static let singleCharacter = 0.8
    private static let softWord = 0.1

    init(words: QuestionWords, synonyms: SynonymTable) throws(SegmentationError) {
        // A word that has synonyms is one word, also where ICU would cut it.
        segmenter = try SharedSegmenter(lexicon: .standard.adding(synonyms.words))
        self.words = words
        self.synonyms = synonyms
        synonymWords = synonyms.words
        synonymMatcher = TermMatcher(synonymWords)
    }

    /// The question a query asks. Plain words that hold no word (punctuation, a lone 的) become exact text
    /// in the query.
    func question(of query: inout Query) -> Question {
        let question = analyze(query)
        var settled = query
        for (place, clause) in query.clauses.enumerated() {
            guard case .words(let text) = clause else { continue }
            let hasWord = PlainText(text).scalars.contains(where: IndexTerms.isWord)
            if question.concepts.isEmpty || !hasWord { settled.clauses[place] = .phrase(text) }
        }
        guard settled != query else { return question }
        query = settled
        return analyze(settled)
    }

    private func analyze(_ query: Query) -> Question {
        var question = Question()
        for clause in query.clauses {
            if case .words = clause { continue }
            question.literals += clause.texts.map { Self.string(PlainText($0).scalars) }
        }
        var rest = Question.longest
        var plains: [[UInt32]] = []
        for text in query.texts where rest > 0 {
            let plain = Array(PlainText(text).scalars.prefix(rest))
            rest -= plain.count
            plains += plain.split { $0 == 0x20 || $0 == 0x09 }.map(Array.init)
        }
        question.pieces = plains
        question.intent = words.intent(of: plains.map(Self.string).joined(separator: " "))
        for plain in plains { add(plain, to: &question) }
        if !question.concepts.contains(where: { $0.weight >= 1 }) {
            for index in question.concepts.indices {
                question.concepts[index].weight = max(question.concepts[index].weight, 0.3)
            }
        }
        addSubstitutes(to: &question)
        return question
    }

    /// The words of one piece become concepts, its words and pairs terms.
    private func add(_ plain: [UInt32], to question: inout Question) {
        let found = spans(plain)
        for span in found where !isDropped(span, in: plain) {
            let weight = weight(of: span, in: plain, intent: question.intent)
            let scalars = Array(plain[span])
            let text = Self.string(scalars)
            if let known = question.concepts.firstIndex(where: { $0.text == text }) {
                question.concepts[known].weight = max(question.concepts[known].weight, weight)
            } else {
                question.concepts.append(
                    Question.Concept(text: text, scalars: scalars, weight: weight))
            }
            if scalars.count > 1 || !IndexTerms.isHan(scalars[0]) {
                add(scalars[...], weight, to: &question)
            }
        }
        for start in plain.indices.dropLast()
        where IndexTerms.isHan(plain[start]) && IndexTerms.isHan(plain[start + 1]) {
            let pair = start..<start + 2
            let touching = found.filter { $0.overlaps(pair) }
            let weight: Double
            if touching.count == 1, let word = touching.first {
                guard word.count > 2 else { continue }
                let text = Self.string(plain[word])
                weight = words.soft.contains(text) ? Self.crossing * Self.softWord : Self.crossing
            } else {
                // Two lone characters side by side are an unknown word, often a name.
                let isName = touching.allSatisfy { $0.count == 1 }
                let dropped = touching.count { isDropped($0, in: plain) }
                weight = (isName ? 1 : Self.crossing) * [1, 0.5, 0.25][min(dropped, 2)]
            }
            add(plain[pair], weight, to: &question)
        }
    }

    private func add(_ scalars: ArraySlice<UInt32>, _ weight: Double, to question: inout Question) {
        let key = IndexTerms.word(scalars)
        if let known = question.terms.firstIndex(where: { $0.key == key }) {
            question.terms[known].weight = max(question.terms[known].weight, weight)
        } else {
            question.terms.append(
                Question.Term(text: Self.string(scalars), key: key, weight: weight))
        }
    }

    /// Words by ICU and the lexicon, as ranges.
    private func spans(_ plain: [UInt32]) -> [Range<Int>] {
        WordBreaks(ends: segmenter.ends(of: plain), count: plain.count).words(in: plain)
    }

    private func isDropped(_ span: Range<Int>, in plain: [UInt32]) -> Bool {
        words.dropped.contains(Self.string(plain[span]))
    }

    private func weight(of span: Range<Int>, in plain: [UInt32], intent: QuestionWords.Intent?)
        -> Double
    {
        let text = Self.string(plain[span])
        if span.count == 1, IndexTerms.isHan(plain[span.lowerBound]) { return Self.singleCharacter }
        if words.soft.contains(text) { return Self.softWord }
        if let intent, intent.words.contains(text) || intent.asks.contains(text) {
            return Self.softWord
        }
        return 1
    }

    /// What the synonym table has for each concept, and for each listed phrase the question contains.
    private func addSubstitutes(to question: inout Question) {
        for index in question.concepts.indices {
            for (text, strength) in synonyms.substitutes(for: question.concepts[index].text) {
                Self.add(text, strength, to: &question.concepts[index])
            }
        }
        let flat = question.pieces.flatMap { $0 }
        for match in synonymMatcher.matches(in: flat) where match.range.count > 1 {
            let listed = synonymWords[match.term]
            for index in question.concepts.indices where question.concepts[index].text != listed {
                let concept = question.concepts[index].text
                // A listed phrase made of several concepts, or a listed word inside one.
                let isWhole = listed.contains(concept) && question.concepts[index].weight >= 0.3
                guard isWhole || concept.contains(listed) else { continue }
                for (text, strength) in synonyms.substitutes(for: listed)
                where !concept.contains(text) {
                    Self.add(
                        text, isWhole ? strength : 0.6 * strength, to: &question.concepts[index])
                }
            }
        }
    }

    private static func add(
        _ text: String, _ strength: Double, to concept: inout Question.Concept
    ) {
        guard text != concept.text, !concept.substitutes.contains(where: { $0.text == text }) else {
            return
        }
        concept.substitutes.append(Question.Substitute(text: text, strength: strength))
    }

    static func string(_ scalars: some Sequence<UInt32>) -> String {
        var view = String.UnicodeScalarView()
        for scalar in scalars { view.append(Unicode.Scalar(scalar) ?? "\u{FFFD}") }
        return String(view)
    }
}
